import { isTestOutput } from '../../reading/file-names.ts';
import type { Claim } from '../../reading/format.ts';

const SETTINGS = /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;
/** Files that tools write, that other tools' packages go by, and what tests compare with. */
const OTHER_FILE = new RegExp(
  [
    String.raw`\.(?:tf|tofu|schema|assets)\.json$`,
    String.raw`(?:^|\/)(?:package(?:-lock)?|cdk\.context|tsconfig[^/]*|composer|renovate)\.json5?$`,
    String.raw`(?:^|\/)(?:cdk\.out|__\w+__|snapshots?|mocks?|cassettes)\/`,
  ].join('|'),
  'i',
);
/** JSON beside tests is what they compare with; YAML there is run. */
const TEST_DATA = /(?:^|\/)(?:tests?|fixtures?|testdata|spec)\/.*\.json$/i;

export const IMAGE_SETTINGS: Claim = {
  id: 'image-settings',
  claims: (file) =>
    SETTINGS.test(file) && ![OTHER_FILE, TEST_DATA].some((each) => each.test(file)) && !isTestOutput(file),
};
