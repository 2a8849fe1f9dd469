import type { Format } from '../reading/format.ts';
import { ansible } from './ansible/format.ts';
import { cloudformation } from './cloudformation/format.ts';
import { docker } from './docker/format.ts';
import { hostSettings } from './host-settings/format.ts';
import { imageSettings } from './image-settings/format.ts';
import { jenkins } from './jenkins/format.ts';
import { kubernetes } from './kubernetes/format.ts';
import { packer } from './packer/format.ts';
import { programs } from './programs/format.ts';
import { pulumi } from './pulumi/format.ts';
import { shell } from './shell/format.ts';
import { sql } from './sql/format.ts';
import { terraform } from './terraform/index.ts';

/** All supported formats. */
export const FORMATS: readonly Format[] = [
  terraform,
  cloudformation,
  kubernetes,
  ansible,
  docker,
  jenkins,
  shell,
  packer,
  pulumi,
  programs,
  imageSettings,
  hostSettings,
  sql,
];
