import { isTestOutput } from '../../reading/file-names.ts';
import type { FormatClaim } from '../../reading/format.ts';

const SETTINGS_FILE =
  /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;
/** Generated files, package manifests of other tools, and test fixtures. */
const OTHER_FILE = new RegExp(
  [
    String.raw`\.(?:tf|tofu|schema|assets)\.json$`,
    String.raw`(?:^|\/)(?:package(?:-lock)?|cdk\.context|tsconfig[^/]*|composer|renovate)\.json5?$`,
    String.raw`(?:^|\/)(?:cdk\.out|__\w+__|snapshots?|mocks?|cassettes)\/`,
  ].join('|'),
  'i',
);
/** JSON in test folders is a fixture; YAML there may be executed. */
const TEST_DATA = /(?:^|\/)(?:tests?|fixtures?|testdata|spec)\/.*\.json$/i;

export const IMAGE_SETTINGS_CLAIM: FormatClaim = {
  id: 'image-settings',
  claims: (file) =>
    SETTINGS_FILE.test(file) &&
    ![OTHER_FILE, TEST_DATA].some((each) => each.test(file)) &&
    !isTestOutput(file),
};
