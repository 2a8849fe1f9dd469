import { isTestOutput } from '../../reading/file-names.ts';
import type { Claim } from '../../reading/format.ts';

const MANIFEST = /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$|\.(?:tpl|tftpl)$/i;

export const MANIFESTS: Claim = {
  id: 'kubernetes',
  claims: (file) => MANIFEST.test(file) && !isTestOutput(file),
};
