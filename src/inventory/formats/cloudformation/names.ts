import type { Claim } from '../format.ts';

/** What a test has made, or should make, to compare with. */
const TEST_OUTPUT = /(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?(?:cdk\.out|expected|golden|snapshots?)\//;
const TEMPLATE =
  /\.(?:ya?ml|json|template)(?:\.(?:j2|tpl|tmpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;

export function isTestOutput(file: string): boolean {
  return TEST_OUTPUT.test(file);
}

export const TEMPLATES: Claim = {
  id: 'cloudformation',
  claims: (file) => TEMPLATE.test(file) && !isTestOutput(file),
};
