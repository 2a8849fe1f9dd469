import type { AssetKind, FileLocation, FindingSeverity } from '../../model/index.ts';
import type { SupportState } from '../worker/asset-rows.ts';

/** Kind of a row, also the `viewItem` of its menus. */
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

/** A place in a file of a workspace folder. */
export interface CodePlace {
  /** The folder's path. */
  folder: string;
  location: FileLocation;
}

/** A row of a tree without VS Code's types: `provider.ts` converts it. Commands of its menus get it as their argument. */
export interface TreeNode {
  /** Unique in its tree, and the same after every update, so that open rows stay open. */
  key: string;
  kind: NodeKind;
  label: string;
  description: string;
  /** Markdown; text from outside is escaped. */
  tooltip: string;
  /** Text for screen readers: colour is never the only sign. */
  spoken: string;
  /** Highest severity of the row and the rows below it; null without any finding. */
  severity: FindingSeverity | null;
  /** State of support without extra charge; null if unknown. */
  support: SupportState | null;
  /**
   * Id of the asset, and the path of the folder that declares it; null for running resources and rows without an asset.
   */
  assetId: string | null;
  folder: string | null;
  /** Place of the code that declares it; null if unknown. */
  code: CodePlace | null;
  /** The running resource; null for an asset that is only declared. */
  running: { kind: AssetKind; name: string; arn: string } | null;
  /** Creates the rows below it when it is opened; null if there are none. */
  children: (() => readonly TreeNode[]) | null;
}
