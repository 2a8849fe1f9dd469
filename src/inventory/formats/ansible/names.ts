import type { FormatClaim } from '../../reading/format.ts';
import { isWorkflow } from '../../reading/file-names.ts';

const YAML_FILE = /\.ya?ml(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$/i;

export const ANSIBLE_CLAIM: FormatClaim = {
  id: 'ansible',
  claims: (file) => YAML_FILE.test(file) && !file.includes('.github/') && !isWorkflow(file),
};
