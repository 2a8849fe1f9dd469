import type { Location } from './location.ts';
import type { FindingSeverity } from './taxonomy.ts';
import type { Text } from './text.ts';

/** How sure the match of a bug and a version is; architecture.md has the table. */
export type Confidence = 'high' | 'medium' | 'low';

/** Whether a bug's features are in use in an asset. */
export type Applies = 'on' | 'possible' | 'off';

/** How loudly an editor says it. */
export type EditorLevel = 'warning' | 'information' | 'hint';

/** An asset and what is wrong with it. */
export interface Finding {
  /** `known-bugs`, `end-of-support`, `check/<check id>`, … */
  ruleId: string;
  /** The first of the assets that share the written version. */
  assetId: string;
  assetIds: readonly string[];
  severity: FindingSeverity;
  level: EditorLevel;
  applies: Applies;
  message: Text;
  bugIds: readonly string[];
  location: Location;
  related: readonly { location: Location; message: Text }[];
  suppressed: { by: string; reason: string; until: string | null } | null;
  helpUri: string;
}
