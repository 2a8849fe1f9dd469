import { engineWords, imageWords } from '../../products/index.ts';
import { patternOfTexts } from '../reading/needles.ts';

/** What stands in the manifests that scripts hand on. */
export const DOCUMENTS = ['karpenter.k8s.aws/', 'AmazonLinux2'];

/** One of these stands in every script that makes a database, or names a version or an image. */
export const SCRIPT_NEEDLES: readonly string[] = [
  ...['create-db-', 'modify-db-', 'restore-db-cluster', 'global-cluster'],
  ...engineWords(),
  ...imageWords(),
  ...['release-version', 'releaseVersion', 'ami-type', 'ami-family'],
  ...DOCUMENTS,
];
export const SCRIPT_NEEDLE = patternOfTexts(SCRIPT_NEEDLES);
