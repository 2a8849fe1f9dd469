import type { FormatClaim } from '../../reading/format.ts';
import { isTestOutput } from '../../reading/file-names.ts';

const TEMPLATE =
  /\.(?:ya?ml|json|template)(?:\.(?:j2|tpl|tmpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;

export const TEMPLATES: FormatClaim = {
  id: 'cloudformation',
  claims: (file) => TEMPLATE.test(file) && !isTestOutput(file),
};
