import { TASKS } from './ansible/names.ts';
import { TEMPLATES } from './cloudformation/names.ts';
import { CONTAINERS } from './docker/names.ts';
import type { FormatClaim } from '../reading/format.ts';
import { HOST_SETTINGS } from './host-settings/names.ts';
import { IMAGE_SETTINGS } from './image-settings/names.ts';
import { PIPELINES } from './jenkins/names.ts';
import { MANIFESTS } from './kubernetes/names.ts';
import { PACKER } from './packer/names.ts';
import { PROGRAMS } from './programs/language-of.ts';
import { YAML_PROGRAMS } from './pulumi/names.ts';
import { SCRIPTS } from './shell/names.ts';
import { SQL } from './sql/names.ts';
import { TERRAFORM_CLAIM } from './terraform/modules/names.ts';

/**
 * Claims of all formats, each in a small file of its format's folder, so that the editor can ask without loading the
 * readers.
 */
export const CLAIMS: readonly FormatClaim[] = [
  ...[TERRAFORM_CLAIM, TEMPLATES, MANIFESTS, TASKS, CONTAINERS, PIPELINES, SCRIPTS, SQL, PACKER],
  ...[YAML_PROGRAMS, PROGRAMS, IMAGE_SETTINGS, HOST_SETTINGS],
];

/** True if any format can read a file, by its path below the scanned folder, with forward slashes. */
export function isClaimed(file: string): boolean {
  return CLAIMS.some(({ claims }) => claims(file));
}
