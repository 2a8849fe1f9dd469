import * as vscode from 'vscode';
import { idOf, type ViewName } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import type { TreeNode } from './node.ts';
import { treeItem } from './tree-item.ts';

/** A tree whose rows are created when they are visible. */
export interface NodeTree extends Disposable {
  view: vscode.TreeView<TreeNode>;
  /** Reads the first level again; open rows stay open. */
  refresh(): void;
}

/** Fills a contributed view. Calls `roots` only while the view is visible. */
export function createNodeTree(name: ViewName, roots: () => Promise<readonly TreeNode[]>): NodeTree {
  const changed = new vscode.EventEmitter<undefined>();
  // A first level that was never read needs no refresh. The editor would read it twice when a view with a pending
  // refresh becomes visible, and lose the rows below one that is opened meanwhile.
  let isRead = false;
  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: async (node) => {
      if (node !== undefined) return [...(node.children?.() ?? [])];
      isRead = true;
      return [...(await roots())];
    },
  };
  const view = vscode.window.createTreeView(idOf(name), {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  return {
    view,
    refresh() {
      if (!isRead) return;
      isRead = false;
      changed.fire(undefined);
    },
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}
