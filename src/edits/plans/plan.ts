import type { Asset, ChangeRequest } from '../../model/index.ts';
import type { NewResource, NewValue, VerbatimCode } from '../new/values.ts';

/** Content of a fix, independent of the tool: settings of an asset, and new resources. */
export interface Plan {
  settings: Readonly<Record<string, NewValue>>;
  resources: readonly NewResource[];
}

/** Resources that a file already has, which a plan uses instead of new ones. */
export interface ExistingResources {
  asset: (id: string) => Asset | undefined;
  /** Topic of the file's alarms and subscriptions. */
  topic: () => VerbatimCode | null;
  /** A role that a service may assume. */
  roleOf: (service: string) => VerbatimCode | null;
  /** Bucket with these words in its name, from another fix of the asset. */
  logBucket: (words: string) => VerbatimCode | null;
  /** Form of a role in the asset's declaration: the name of a profile, a structure with one, or the CDK's own role. */
  roleForm: (setting: string) => 'name' | 'structure' | 'construct';
  /** True if a setting of the asset is written. */
  isWritten: (setting: string) => boolean;
}

/** Turns a request of one kind into a plan. */
export type Planner<Kind extends ChangeRequest['kind']> = (
  request: Extract<ChangeRequest, { kind: Kind }>,
  asset: Asset,
  known: ExistingResources,
) => Plan;

/** A name in AWS from words: `shop-save-logs`. */
export function awsName(label: string, words: string): string {
  return `${label} ${words}`
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
