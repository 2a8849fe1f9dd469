import * as vscode from 'vscode';
import { editorId, type ViewName } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import type { TreeNode } from './node.ts';
import { treeItem } from './tree-item.ts';

/** A tree view whose rows are created on demand. */
export interface NodeTree extends Disposable {
  view: vscode.TreeView<TreeNode>;
  /** Reloads all rows; expanded rows stay expanded. */
  refresh(): void;
}

/** Connects a view to its rows. Calls `roots` only while the view is visible. */
export function createNodeTree(name: ViewName, roots: () => Promise<readonly TreeNode[]>): NodeTree {
  const changed = new vscode.EventEmitter<undefined>();
  // Rows that were never loaded must not be refreshed: the editor would load them twice when the view appears, and lose
  // the children of rows that are expanded meanwhile.
  let isLoaded = false;
  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: async (node) => {
      if (node !== undefined) return [...(node.children?.() ?? [])];
      isLoaded = true;
      return [...(await roots())];
    },
  };
  const view = vscode.window.createTreeView(editorId(name), {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  return {
    view,
    refresh() {
      if (!isLoaded) return;
      isLoaded = false;
      changed.fire(undefined);
    },
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}
