import * as vscode from 'vscode';
import { text } from '../../../l10n/index.ts';
import type { ProductId } from '../../../model/index.ts';
import { productName } from '../../../products/index.ts';
import { createCommand, setContext } from '../../contributions/commands.ts';
import { editorId, type ContextValues, type NewsRow, type NewsState } from '../../contributions/names.ts';
import type { Disposable } from '../../disposable.ts';
import { localized } from '../../language.ts';
import { severityIcon } from '../../tree/tree-item.ts';
import type { NewsStore } from '../news-store.ts';
import { countOf } from './marks.ts';
import { labelOf, placeOf, type LastLook, type NewsItem, type NewsResource } from './news.ts';
import { newsSummary } from '../status.ts';
import type { Watch } from '../watch.ts';

/** A row of the view. Passed to the commands of its menu, which use `id`, `resource` and `product`. */
export type NewsNode =
  | { kind: 'group'; group: 'read' | 'snoozed' | 'muted' }
  | { kind: 'item'; id: string; product: ProductId; state: NewsState; until: string | null; item: NewsItem }
  | { kind: 'resource'; id: string; resource: number; about: NewsResource }
  | { kind: 'product'; product: ProductId };

/** Registers the view of alerts, whose badge counts new ones. It is empty while the watch is off. */
export function registerNewsView(watch: Watch, newsStore: NewsStore): Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<NewsNode>(editorId('news'), {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: newsTreeItem,
      getChildren: (node) => (watch.isOn ? childrenOf(newsStore, node) : []),
    },
  });

  function show(): void {
    const isOn = watch.isOn;
    const counted = countOf(newsStore.sorted);
    const lastLook = newsStore.lastLook;
    const tooltip = localized(text('news.count', counted));
    view.badge = !isOn || counted.count === 0 ? undefined : { value: counted.count, tooltip };
    // Alerts may be missing after an incomplete look.
    const isIncomplete = lastLook !== null && lastLook.outcome !== 'read';
    const emptyText = localized(newsSummary(lastLook, { count: 0, urgent: 0 }));
    view.message = isOn && counted.count > 0 && isIncomplete ? emptyText : '';
    void setContext(vscode.commands, 'newsState', newsStateOf(lastLook));
    changed.fire(undefined);
  }

  show();
  return vscode.Disposable.from(view, changed, newsStore.onDidChange(show), watch.onDidChange(show));
}

/** Context value that selects the view's welcome text. */
function newsStateOf(lastLook: LastLook | null): ContextValues['newsState'] {
  if (lastLook === null) return 'never';
  return lastLook.outcome === 'read' && lastLook.unreadable.length === 0 ? 'read' : 'unread';
}

function childrenOf(newsStore: NewsStore, node: NewsNode | undefined): NewsNode[] {
  const { fresh, read, snoozed, muted } = newsStore.sorted;
  if (node === undefined) {
    const groups = { snoozed, read, muted };
    const names = (['snoozed', 'read', 'muted'] as const).filter((name) => groups[name].length > 0);
    return [
      ...fresh.map((item) => itemNode(item, 'fresh')),
      ...names.map((group): NewsNode => ({ kind: 'group', group })),
    ];
  }
  switch (node.kind) {
    case 'item':
      return node.item.resources.map((about, resource) => ({
        kind: 'resource',
        id: node.id,
        resource,
        about,
      }));
    case 'group':
      if (node.group === 'read') return read.map((item) => itemNode(item, 'read'));
      if (node.group === 'snoozed') return snoozed.map(({ item, until }) => itemNode(item, 'snoozed', until));
      return [...new Set(muted.map(({ product }) => product))].map((product) => ({
        kind: 'product',
        product,
      }));
    case 'resource':
    case 'product':
      return [];
  }
}

function itemNode(item: NewsItem, state: NewsState, until: string | null = null): NewsNode {
  return { kind: 'item', id: item.id, product: item.product, state, until, item };
}

function newsTreeItem(node: NewsNode): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'group': {
      const item = new vscode.TreeItem(localized(text(`news.section.${node.group}`)), Collapsed);
      item.id = node.group;
      return item;
    }
    case 'product': {
      const item = new vscode.TreeItem(productName(node.product), None);
      item.iconPath = new vscode.ThemeIcon('bell-slash');
      item.contextValue = 'product' satisfies NewsRow;
      return item;
    }
    case 'item': {
      const { item: news, state, until } = node;
      const severity = localized(text(`severity.${news.severity}`));
      const when = until === null ? text('news.since', { day: news.foundOn }) : text('news.until', { until });
      const item = new vscode.TreeItem(localized(labelOf(news)), Collapsed);
      item.id = news.id;
      item.description = `${severity} · ${localized(when)}`;
      item.tooltip = localized(news.message);
      item.iconPath = state === 'fresh' ? severityIcon(news.severity) : new vscode.ThemeIcon('check');
      item.contextValue = `item.${state}` satisfies NewsRow;
      item.accessibilityInformation = { label: `${severity}: ${localized(news.message)}` };
      item.command = createCommand('whatsNew', '');
      return item;
    }
    case 'resource': {
      const { id, resource, about } = node;
      const item = new vscode.TreeItem(about.name, None);
      item.id = `${id}/${resource}`;
      const place = localized(placeOf(about));
      item.description = place;
      // Otherwise a screen reader reads the file's whole path.
      item.accessibilityInformation = { label: `${about.name} (${place})` };
      item.iconPath = new vscode.ThemeIcon('file' in about.location ? 'file-code' : 'cloud');
      if (!('file' in about.location)) return item;
      item.contextValue = 'resource' satisfies NewsRow;
      item.tooltip = about.location.file;
      item.command = createCommand('news.openCode', '', { id, resource });
      return item;
    }
  }
}
