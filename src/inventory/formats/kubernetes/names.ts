import { isTestOutput } from '../../reading/file-names.ts';
import type { FormatClaim } from '../../reading/format.ts';

const MANIFEST_FILE = /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$|\.(?:tpl|tftpl)$/i;

export const KUBERNETES_CLAIM: FormatClaim = {
  id: 'kubernetes',
  claims: (file) => MANIFEST_FILE.test(file) && !isTestOutput(file),
};
