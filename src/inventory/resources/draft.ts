import type {
  Asset,
  AssetKind,
  Condition,
  DeploymentTarget,
  FileLocation,
  LinkRole,
  Text,
  Unselected,
} from '../../model/index.ts';
import type { Fact, SettingFact } from '../../values/index.ts';

/** A resource of any tool, in the RDS API's names, before its version is interpreted. */
export interface AssetDraft {
  kind: AssetKind;
  source: Asset['source'];
  /** Address, e.g. `aws_rds_cluster.main`, `module.db.aws_rds_cluster.this[0]`; unique in its unit and environment. */
  name: string;
  /** File where the address starts: of the outermost module call or parent stack, else of the resource itself. */
  file: string;
  /** Place of the resource's name in its declaration. */
  at: FileLocation;
  /** `engine` of databases; null if absent. */
  engine: Fact | null;
  /** `engine_version`, image name, tag, path: the value that contains the version; null if absent. */
  version: Fact | null;
  /**
   * API field names in camelCase; the parameters of a parameter group by their own names, beside
   * `dbParameterGroupFamily`, `dbParameterGroupName`, `dbClusterParameterGroupName` and `description`.
   */
  settings: Readonly<Record<string, SettingFact>>;
  /** Links to other drafts of the unit by `name`; missing targets are dropped. */
  links: readonly { role: LinkRole; target: string; conditions?: readonly Condition[] }[];
  /** Number of resources that the declaration creates; null if unknown. */
  count: number | null;
  environment: string | null;
  mayRunNewer: Text | null;
  /** Set for one of several choices whose use in the code is not visible; see `Asset`. */
  isUnselected?: Unselected;
  conditions?: readonly Condition[];
  deployedTo?: DeploymentTarget;
}

const NO_FACTS = {
  engine: null,
  version: null,
  settings: {},
  links: [],
  count: 1,
  environment: null,
  mayRunNewer: null,
} as const satisfies Partial<AssetDraft>;

/** A draft with only the given facts. */
export function newDraft(
  known: Partial<AssetDraft> & Pick<AssetDraft, 'kind' | 'source' | 'name' | 'file' | 'at'>,
): AssetDraft {
  return { ...NO_FACTS, ...known };
}

/** Draft of an operating system image. */
export function imageDraft(
  from: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at'> & { version: Fact },
): AssetDraft {
  return newDraft({ ...from, kind: 'operating-system' });
}
