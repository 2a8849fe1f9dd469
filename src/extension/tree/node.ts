import type { AssetKind, FileLocation, FindingSeverity } from '../../model/index.ts';
import type { SupportState } from '../worker/asset-rows.ts';

/** What a row of a tree is; also the `viewItem` of its menus. */
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

/** A row of a tree, in words: what `provider.ts` hands to the editor. Commands of its menus get it as their argument. */
export interface TreeNode {
  /** Unique in its tree and the same after every update, so that what is open stays open. */
  key: string;
  kind: NodeKind;
  label: string;
  description: string;
  /** Markdown; everything from outside is escaped in it. */
  tooltip: string;
  /** What a screen reader says: never the icon's colour alone. */
  spoken: string;
  /** The worst of the row and all below it; null without any finding. */
  severity: FindingSeverity | null;
  /** Whether the vendor supports the version of an asset without charge; null where that is not known. */
  support: SupportState | null;
  /** The asset, and the path of the folder that declares it; null for what runs and for rows that are no asset. */
  assetId: string | null;
  folder: string | null;
  /** The code that declares it, where that is known. */
  code: CodePlace | null;
  /** What runs; null for what is only declared. */
  running: { kind: AssetKind; name: string; arn: string } | null;
  /** Made when the row is opened; null for a row without any below it. */
  children: (() => readonly TreeNode[]) | null;
}
