import type { FormatClaim } from '../../reading/format.ts';
import { isWorkflow } from '../../reading/file-names.ts';

const YAML = /\.ya?ml(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$/i;

export const TASKS: FormatClaim = {
  id: 'ansible',
  claims: (file) => YAML.test(file) && !file.includes('.github/') && !isWorkflow(file),
};
