import * as vscode from 'vscode';
import { idOf, type ViewName } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import type { TreeNode } from './node.ts';
import { treeItem } from './tree-item.ts';

/** A tree of rows that are made when they are looked at. */
export interface NodeTree extends Disposable {
  view: vscode.TreeView<TreeNode>;
  /** Reads the first level again; what is open stays open. */
  refresh(): void;
}

/** Fills a contributed view. `roots` is asked only while the view is visible. */
export function createNodeTree(name: ViewName, roots: () => Promise<readonly TreeNode[]>): NodeTree {
  const changed = new vscode.EventEmitter<undefined>();
  // A first level that nobody has read cannot be outdated. Reading it twice in a row, as the editor does when a view is
  // shown with a refresh waiting, loses the rows below one that is opened meanwhile.
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
