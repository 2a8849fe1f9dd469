import { say, text, type Language } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import { escapeMarkdown } from '../../report/index.ts';
import type { AssetRow } from '../worker/asset-rows.ts';
import { appearanceKey, groupedNode, sortWorstFirst, separateMembers } from './asset-node.ts';
import type { CodePlace, TreeNode } from './node.ts';
import { passesFilter, highestSeverity, type SeverityFilter } from './severities.ts';

/** The assets of one workspace folder. */
export interface FolderRows {
  /** Path of the folder. */
  folder: string;
  name: string;
  rows: readonly AssetRow[];
}

/** Declared clusters, groups and images, below a row per folder. A single folder needs no row. */
export function workspaceNodes(
  folders: readonly FolderRows[],
  filter: SeverityFilter,
  language: Language,
): TreeNode[] {
  const nodes = folders.flatMap((folder) => {
    const children = assetNodes(folder, filter, language);
    return children.length === 0 ? [] : [folderNode(folder, children, language)];
  });
  const [only] = nodes;
  return folders.length === 1 && only?.children ? [...only.children()] : nodes;
}

function folderNode(
  { folder, name }: FolderRows,
  children: readonly TreeNode[],
  language: Language,
): TreeNode {
  const description = say(text('tree.assets', { count: children.length }), language);
  return {
    key: folder,
    kind: 'folder',
    label: name,
    description,
    tooltip: escapeMarkdown(folder),
    spoken: `${name}, ${description}`,
    severity: highestSeverity(children.map(({ severity }) => severity)),
    support: null,
    assetId: null,
    folder,
    code: null,
    running: null,
    children: () => children,
  };
}

function assetNodes({ folder, rows }: FolderRows, filter: SeverityFilter, language: Language): TreeNode[] {
  const { tops, members } = separateMembers(rows);
  const codeOf = ({ location }: AssetRow): CodePlace | null =>
    isFileLocation(location) ? { folder, location } : null;
  const membersOf = ({ id }: AssetRow): readonly AssetRow[] => members.get(id) ?? [];
  return [...Map.groupBy(sortWorstFirst(tops), appearanceKey).values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [groupedNode([first, ...others], membersOf, { folder, codeOf, language })],
    )
    .filter(({ severity }) => passesFilter(severity, filter));
}
