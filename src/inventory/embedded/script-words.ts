import { engineWords, imageWords } from '../../products/index.ts';
import { OPERATION_WORDS } from '../../vocabulary/index.ts';
import { patternOfTexts } from '../reading/needles.ts';

/** Words of manifests that scripts apply. */
export const MANIFEST_WORDS = ['karpenter.k8s.aws/', 'AmazonLinux2'];

/** Every script that creates a database, or names a version or an image, contains one of these. */
export const SCRIPT_NEEDLES: readonly string[] = [
  ...OPERATION_WORDS,
  ...engineWords(),
  ...imageWords(),
  ...['release-version', 'releaseVersion', 'ami-type', 'ami-family'],
  ...MANIFEST_WORDS,
];
export const SCRIPT_NEEDLE = patternOfTexts(SCRIPT_NEEDLES);
