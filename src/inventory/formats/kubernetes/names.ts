import { isTestOutput } from '../../reading/file-names.ts';
import type { FormatClaim } from '../../reading/format.ts';

const MANIFEST = /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$|\.(?:tpl|tftpl)$/i;

export const MANIFESTS: FormatClaim = {
  id: 'kubernetes',
  claims: (file) => MANIFEST.test(file) && !isTestOutput(file),
};
