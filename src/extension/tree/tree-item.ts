import * as vscode from 'vscode';
import type { FindingSeverity } from '../../model/index.ts';
import { createCommand } from '../contributions/commands.ts';
import type { SupportState } from '../worker/asset-rows.ts';
import type { NodeKind, TreeNode } from './node.ts';
import { SEVERITY_BADGES } from './severities.ts';

const KIND_ICONS: Record<NodeKind, string> = {
  folder: 'folder',
  account: 'organization',
  region: 'globe',
  section: 'list-tree',
  cluster: 'database',
  'global-cluster': 'globe',
  instance: 'server',
  group: 'server-environment',
  image: 'package',
  problem: 'circle-slash',
};

/** Icon if support without extra charge has ended, or ends soon. */
const SUPPORT_ICONS: Partial<Record<SupportState, string>> = { ended: 'circle-slash', ending: 'watch' };

function collapsibleState({ children, kind }: TreeNode): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (children === null) return None;
  return kind === 'folder' ? Expanded : Collapsed;
}

/** Converts a row for the editor. The tooltip is Markdown without HTML, commands or trusted links. */
export function treeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsibleState(node));
  item.id = node.key;
  item.description = node.description;
  item.tooltip = new vscode.MarkdownString(node.tooltip);
  item.contextValue = node.kind;
  item.iconPath = rowIcon(node);
  item.accessibilityInformation = { label: node.spoken };
  if (node.code !== null) item.command = createCommand('tree.open', '', node);
  return item;
}

/**
 * Icon of a row: the shape shows support, or else the kind; the colour shows the highest severity, which is also in
 * words.
 */
function rowIcon({ kind, severity, support }: TreeNode): vscode.ThemeIcon {
  if (support === null)
    return severity === null ? new vscode.ThemeIcon(KIND_ICONS[kind]) : severityIcon(severity);
  const shape = SUPPORT_ICONS[support] ?? KIND_ICONS[kind];
  return severity === null
    ? new vscode.ThemeIcon(shape)
    : new vscode.ThemeIcon(shape, new vscode.ThemeColor(SEVERITY_BADGES[severity].colour));
}

export function severityIcon(severity: FindingSeverity): vscode.ThemeIcon {
  const { icon, colour } = SEVERITY_BADGES[severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}
