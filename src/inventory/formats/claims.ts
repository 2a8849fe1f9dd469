import { ANSIBLE_CLAIM } from './ansible/names.ts';
import { CLOUDFORMATION_CLAIM } from './cloudformation/names.ts';
import { DOCKER_CLAIM } from './docker/names.ts';
import type { FormatClaim } from '../reading/format.ts';
import { HOST_SETTINGS_CLAIM } from './host-settings/names.ts';
import { IMAGE_SETTINGS_CLAIM } from './image-settings/names.ts';
import { JENKINS_CLAIM } from './jenkins/names.ts';
import { KUBERNETES_CLAIM } from './kubernetes/names.ts';
import { PACKER_CLAIM } from './packer/names.ts';
import { PROGRAMS_CLAIM } from './programs/language-of.ts';
import { PULUMI_CLAIM } from './pulumi/names.ts';
import { SHELL_CLAIM } from './shell/names.ts';
import { SQL_CLAIM } from './sql/names.ts';
import { TERRAFORM_CLAIM } from './terraform/modules/names.ts';

/**
 * Claims of all formats, each in a small file of its format's folder, so that the editor can ask without loading the
 * readers.
 */
export const CLAIMS: readonly FormatClaim[] = [
  TERRAFORM_CLAIM,
  CLOUDFORMATION_CLAIM,
  KUBERNETES_CLAIM,
  ANSIBLE_CLAIM,
  DOCKER_CLAIM,
  JENKINS_CLAIM,
  SHELL_CLAIM,
  SQL_CLAIM,
  PACKER_CLAIM,
  PULUMI_CLAIM,
  PROGRAMS_CLAIM,
  IMAGE_SETTINGS_CLAIM,
  HOST_SETTINGS_CLAIM,
];

/** True if any format can read a file, by its path below the scanned folder, with forward slashes. */
export function isClaimed(file: string): boolean {
  return CLAIMS.some(({ claims }) => claims(file));
}
