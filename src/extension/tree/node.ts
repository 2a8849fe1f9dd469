import type { AssetKind, FileLocation, FindingSeverity } from '../../model/index.ts';
import type { SupportState } from '../worker/asset-rows.ts';

/** Kind of a row, which is the `viewItem` of its menus. */
export type NodeKind =
  | 'folder'
  | 'account'
  | 'region'
  | 'section'
  | 'cluster'
  | 'global-cluster'
  | 'instance'
  | 'group'
  | 'image'
  | 'problem';

/** Location in a file of a workspace folder. */
export interface CodePlace {
  /** Path of the folder. */
  folder: string;
  location: FileLocation;
}

/** A tree row that is independent of VS Code; `provider.ts` converts it. Passed to the commands of its menu. */
export interface TreeNode {
  /** Unique in the tree. Does not change with updates, so that expanded rows stay expanded. */
  key: string;
  kind: NodeKind;
  label: string;
  description: string;
  /** Markdown; untrusted text must be escaped. */
  tooltip: string;
  /** Text for screen readers, with everything that icons and colours show. */
  spoken: string;
  /** Highest severity of this row and the rows below; null without findings. */
  severity: FindingSeverity | null;
  /** Support without extra charge; null if unknown. */
  support: SupportState | null;
  /** Id of the asset, and path of its folder; null for running resources, and for rows without an asset. */
  assetId: string | null;
  folder: string | null;
  /** Location of the declaration; null if unknown. */
  code: CodePlace | null;
  /** The running resource; null if it is only declared. */
  running: { kind: AssetKind; name: string; arn: string } | null;
  /** Creates the rows below this one when it is expanded; null if there are none. */
  children: (() => readonly TreeNode[]) | null;
}
