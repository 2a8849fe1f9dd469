import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation, today, type FileLocation, type ProductId } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { isSafeLink } from '../../report/index.ts';
import { NewsArgument } from '../contributions/argument-schemas.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { NewsCommand, NewsState } from '../contributions/names.ts';
import { localized } from '../language.ts';
import { rangeOf } from '../ui/ranges.ts';
import { checkNow } from './check-now.ts';
import type { NewsStore } from './news-store.ts';
import { markRead, markUnread, mute, snooze, unmute } from './news/marks.ts';
import type { NewsItem } from './news/news.ts';
import { pickDay, pickItem, pickProduct, pickResource } from './news/pick.ts';
import type { Watch } from './watch.ts';

/** Commands about alerts, and a look now. Started from the command palette or a key, they ask for the alert. */
export function watchCommands(
  watch: Watch,
  newsStore: NewsStore,
): CommandHandlers<NewsCommand | 'checkForNews'> {
  function itemsOf(states: readonly NewsState[]): NewsItem[] {
    const { fresh, read, snoozed } = newsStore.sorted;
    const lists = { fresh, read, snoozed: snoozed.map(({ item }) => item) };
    return states.flatMap((state) => lists[state]);
  }

  /** The alert that the argument names; asks for one if it names none. */
  async function itemOf(given: unknown, states: readonly NewsState[]): Promise<NewsItem | null> {
    const { id } = NewsArgument.parse(given);
    await newsStore.open();
    if (id === undefined) return pickItem(itemsOf(states));
    return itemsOf(['fresh', 'read', 'snoozed']).find((item) => item.id === id) ?? null;
  }

  async function productOf(given: unknown, products: readonly ProductId[]): Promise<ProductId | null> {
    const { product } = NewsArgument.parse(given);
    await newsStore.open();
    return product ?? (await pickProduct(products));
  }

  return {
    checkForNews: () => checkNow(watch),
    async 'news.markRead'(given) {
      const item = await itemOf(given, ['fresh']);
      if (item !== null) await newsStore.change((marks) => markRead(marks, [item.id]));
    },
    async 'news.markAllRead'() {
      await newsStore.open();
      const ids = newsStore.sorted.fresh.map(({ id }) => id);
      await newsStore.change((marks) => markRead(marks, ids));
    },
    async 'news.markUnread'(given) {
      const item = await itemOf(given, ['snoozed', 'read']);
      if (item !== null) await newsStore.change((marks) => markUnread(marks, [item.id]));
    },
    async 'news.snooze'(given) {
      const item = await itemOf(given, ['fresh', 'read']);
      const until = item === null ? null : await pickDay(today());
      if (item !== null && until !== null) await newsStore.change((marks) => snooze(marks, item.id, until));
    },
    async 'news.mute'(given) {
      const shown = itemsOf(['fresh', 'read', 'snoozed']).map(({ product }) => product);
      const product = await productOf(given, shown);
      if (product !== null && (await confirmMute(product))) await muteWithUndo(newsStore, product);
    },
    async 'news.unmute'(given) {
      const product = await productOf(
        given,
        newsStore.sorted.muted.map((item) => item.product),
      );
      if (product !== null) await newsStore.change((marks) => unmute(marks, product));
    },
    async 'news.openCode'(given) {
      const item = await itemOf(given, ['fresh', 'snoozed', 'read']);
      const index = item === null ? null : (NewsArgument.parse(given).resource ?? (await pickResource(item)));
      const resource = index === null ? undefined : item?.resources[index];
      if (resource === undefined) return;
      const { name, location } = resource;
      if (isFileLocation(location)) await openFile(location);
      else await vscode.window.showInformationMessage(localized(text('news.noCode', { name })));
    },
    async 'news.openPage'(given) {
      const item = await itemOf(given, ['fresh', 'snoozed', 'read']);
      if (item !== null && isSafeLink(item.url)) await vscode.env.openExternal(vscode.Uri.parse(item.url));
    },
  };
}

async function confirmMute(product: ProductId): Promise<boolean> {
  const button = localized(text('news.mute.button'));
  const question = localized(text('news.mute.question', { product: productName(product) }));
  return (await vscode.window.showWarningMessage(question, { modal: true }, button)) === button;
}

async function muteWithUndo(newsStore: NewsStore, product: ProductId): Promise<void> {
  await newsStore.change((marks) => mute(marks, product));
  const undo = localized(text('news.mute.undo'));
  const done = localized(text('news.mute.done', { product: productName(product) }));
  if ((await vscode.window.showInformationMessage(done, undo)) === undo)
    await newsStore.change((marks) => unmute(marks, product));
}

/** Opens the location of an alert. The file may have changed since. */
async function openFile(location: FileLocation): Promise<void> {
  const uri = vscode.Uri.file(location.file);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { selection: document.validateRange(rangeOf(location)) });
  } catch {
    const message = text('news.gone', { file: location.file });
    await vscode.window.showWarningMessage(localized(message));
  }
}
