import type { Asset, Change as Wish } from '../../model/index.ts';
import type { NewResource, Value, Written } from '../new/values.ts';

/** What a fix writes, whatever the tool: values of settings that an asset has, and resources beside it. */
export interface Plan {
  sets: Readonly<Record<string, Value>>;
  resources: readonly NewResource[];
}

/** What a file has already that a plan can use instead of making one. */
export interface Known {
  asset: (id: string) => Asset | undefined;
  /** The topic that alarms and subscriptions tell. */
  topic: () => Written | null;
  /** A role that a service may assume. */
  roleOf: (service: string) => Written | null;
  /** The bucket with these words in its name that another fix made for the asset. */
  logBucket: (words: string) => Written | null;
  /** What the declaration of the asset takes for a role: a profile's name, a structure with one, the CDK's own role. */
  roleForm: (setting: string) => 'name' | 'structure' | 'construct';
  /** Whether a setting of the asset is written. */
  isWritten: (setting: string) => boolean;
}

/** How a wish of one kind becomes a plan. */
export type Planner<Kind extends Wish['kind']> = (
  wish: Extract<Wish, { kind: Kind }>,
  asset: Asset,
  known: Known,
) => Plan;

/** Words for a name of AWS: `shop-save-logs`. */
export function awsName(label: string, words: string): string {
  return `${label} ${words}`
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
