import type {
  Asset,
  AssetKind,
  Condition,
  DeployedTo,
  FileLocation,
  LinkRole,
  Text,
  Unselected,
} from '../../model/index.ts';
import type { Fact, Stated } from '../../values/index.ts';

/** A resource of any tool, with the RDS API's names, before its version is understood. */
export interface AssetDraft {
  kind: AssetKind;
  source: Asset['source'];
  /** Address, e.g. `aws_rds_cluster.main`, `module.db.aws_rds_cluster.this[0]`; unique in its unit and environment. */
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
  settings: Readonly<Record<string, Stated>>;
  /** Links to other drafts of the unit by their `name`; a target that does not exist is dropped. */
  links: readonly { role: LinkRole; target: string; conditions?: readonly Condition[] }[];
  /** How many the declaration makes; null when that cannot be known. */
  count: number | null;
  environment: string | null;
  mayRunNewer: Text | null;
  /** One of several to choose from, which the code is not seen to take; see `Asset`. */
  isUnselected?: Unselected;
  conditions?: readonly Condition[];
  deployedTo?: DeployedTo;
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

/** The draft of an operating system image. */
export function imageDraft(
  from: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at'> & { version: Fact },
): AssetDraft {
  return newDraft({ ...from, kind: 'operating-system' });
}
