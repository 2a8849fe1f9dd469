import type { FormatClaim } from '../../reading/format.ts';
import { isTestOutput } from '../../reading/file-names.ts';

const TEMPLATE_FILE =
  /\.(?:ya?ml|json|template)(?:\.(?:j2|tpl|tmpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;

export const CLOUDFORMATION_CLAIM: FormatClaim = {
  id: 'cloudformation',
  claims: (file) => TEMPLATE_FILE.test(file) && !isTestOutput(file),
};
