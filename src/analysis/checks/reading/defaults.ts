import { OTHER_SETTINGS, type Asset } from '../../../model/index.ts';

type Source = Asset['source'];

/** Names of tools in sentences. */
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
 * Sources whose declarations are read in full, so that an unseen resource does not exist. The others are read in part,
 * mostly only databases and images, so an alarm that is not found may well exist.
 */
const READ_IN_FULL: ReadonlySet<Source> = new Set(['terraform', 'cloudformation', 'api']);

export function isReadInFull(asset: Asset): boolean {
  return READ_IN_FULL.has(asset.source) && !isSeenInPart(asset);
}

/** True if a part of an asset is made by something unseen: the module behind a call, a program's other files. */
export function isSeenInPart({ unknownSettings }: Asset): boolean {
  return unknownSettings.includes(OTHER_SETTINGS);
}
