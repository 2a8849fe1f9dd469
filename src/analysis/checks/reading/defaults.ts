import { OTHER_SETTINGS, type Asset } from '../../../model/index.ts';

type Source = Asset['source'];

/** The names of tools in sentences. */
export const TOOL_NAMES: Record<Source, string> = {
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  pulumi: 'Pulumi',
  kubernetes: 'Kubernetes',
  ansible: 'Ansible',
  shell: 'AWS CLI',
  image: 'image',
  api: 'AWS',
};

/**
 * The sources of which everything that makes an asset is read, so that what is not there is not written. Of the others
 * only some forms are read, of most only databases and images: an alarm that is not found there may well exist.
 */
const READ_IN_FULL: ReadonlySet<Source> = new Set(['terraform', 'cloudformation', 'api']);

export function isReadInFull(asset: Asset): boolean {
  return READ_IN_FULL.has(asset.source) && !isSeenInPart(asset);
}

/** Whether a part of an asset is made by something unseen: the module behind a call, a program's other files. */
export function isSeenInPart({ unknownSettings }: Asset): boolean {
  return unknownSettings.includes(OTHER_SETTINGS);
}
