import type { Asset, Change as Wish } from '../../model/index.ts';
import type { NewResource, Value, Written } from '../new/values.ts';

/** Content of a fix, independent of the tool: settings of an asset, and resources beside it. */
export interface Plan {
  sets: Readonly<Record<string, Value>>;
  resources: readonly NewResource[];
}

/** Existing resources of a file that a plan can use instead of new ones. */
export interface Known {
  asset: (id: string) => Asset | undefined;
  /** Topic of the alarms and subscriptions. */
  topic: () => Written | null;
  /** A role that a service may assume. */
  roleOf: (service: string) => Written | null;
  /** Bucket with these words in its name, from another fix of the asset. */
  logBucket: (words: string) => Written | null;
  /** Form of a role in the asset's declaration: the name of a profile, a structure with one, or the CDK's own role. */
  roleForm: (setting: string) => 'name' | 'structure' | 'construct';
  /** True if a setting of the asset is written. */
  isWritten: (setting: string) => boolean;
}

/** Turns a wish of one kind into a plan. */
export type Planner<Kind extends Wish['kind']> = (
  wish: Extract<Wish, { kind: Kind }>,
  asset: Asset,
  known: Known,
) => Plan;

/** Words as an AWS name: `shop-save-logs`. */
export function awsName(label: string, words: string): string {
  return `${label} ${words}`
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
