import type { Command, Script } from '../../../syntax/shell/index.ts';
import type { Variables } from '../../../values/index.ts';

/** A script with its commands and the values of its variables. */
export interface ReadScript {
  script: Script;
  commands: readonly Command[];
  variables: Variables;
}
