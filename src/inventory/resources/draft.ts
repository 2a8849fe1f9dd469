import type { Asset, AssetKind, FileLocation, LinkRole, SettingValue, Text, Use } from '../../model/index.ts';

/** What an attribute holds, followed to where it is written. */
export type Fact =
  | {
      state: 'known';
      value: SettingValue;
      /** Where the value is written: the token itself, without quotes. */
      at: FileLocation;
      how: 'literal' | 'default' | 'variable' | 'mapping' | 'constant';
      /** Places on the way from the writing to the attribute, the attribute itself last; empty for a literal. */
      uses: readonly Use[];
    }
  | { state: 'unknown'; reason: Text; at: FileLocation | null };

/** One that is known. */
export type KnownFact = Extract<Fact, { state: 'known' }>;

/** The name that programs have for it. */
export type Value = Fact;

/** A resource of any tool, with the RDS API's names, before its version is understood. */
export interface AssetDraft {
  kind: AssetKind;
  source: Asset['source'];
  /** Resource address, e.g. `aws_rds_cluster.main` or `module.db.aws_rds_cluster.this[0]`; unique in its unit and environment. */
  name: string;
  /** The file that the address starts in: of the outermost module call or parent stack, else of the resource itself. */
  file: string;
  /** The declaration: the resource's own name token. */
  at: FileLocation;
  /** `engine`, for databases; null when not written. */
  engine: Fact | null;
  /** `engine_version`, image name, tag, path: whatever carries the version; null when not written. */
  version: Fact | null;
  /**
   * API field names in camelCase; the parameters of a parameter group by their own names, beside
   * `dbParameterGroupFamily`, `dbParameterGroupName`, `dbClusterParameterGroupName` and `description`.
   */
  settings: Readonly<Record<string, Fact>>;
  /** Links to other drafts of the unit by their `name`; a target that does not exist is dropped. */
  links: readonly { role: LinkRole; target: string }[];
  /** How many the declaration makes; null when that cannot be known. */
  count: number | null;
  environment: string | null;
  mayRunNewer: Text | null;
  /** One of several to choose from, of which the code is seen to take others. */
  isUnselected?: true;
}

const NOTHING = {
  engine: null,
  version: null,
  settings: {},
  links: [],
  count: 1,
  environment: null,
  mayRunNewer: null,
} as const satisfies Partial<AssetDraft>;

/** The draft of one thing of which nothing else is known. */
export function newDraft(
  known: Partial<AssetDraft> & Pick<AssetDraft, 'kind' | 'source' | 'name' | 'file' | 'at'>,
): AssetDraft {
  return { ...NOTHING, ...known };
}
