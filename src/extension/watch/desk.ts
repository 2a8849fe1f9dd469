import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { createFolderStore } from '../../catalogue/index.ts';
import { today } from '../../model/index.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import { marksFile, NO_MARKS, sortNews, type Marks, type SortedNews } from './news/marks.ts';
import { newsFile, type LastLook, type News } from './news/news.ts';

/** The news and what the user did with them, the same in every window. */
export interface NewsDesk extends Disposable {
  sorted(): SortedNews;
  lastLook(): LastLook | null;
  /** Reads what is kept, and from then on follows what other windows write. */
  open(): Promise<void>;
  change(change: (before: Marks) => Marks): Promise<void>;
  /** The news, what the user did with them, or the day is another one. */
  onDidChange: vscode.Event<unknown>;
  /** Somebody has looked since the desk was opened. */
  onDidLook: vscode.Event<unknown>;
}

export function createDesk(cacheFolder: string, log: Log): NewsDesk {
  const store = createFolderStore(cacheFolder);
  const files = { news: newsFile(store), marks: marksFile(store) };
  const changed = new vscode.EventEmitter<undefined>();
  const looked = new vscode.EventEmitter<undefined>();
  const listeners: Disposable[] = [changed, looked];
  let isOpen = false;
  let news: News = { items: [], lastLook: null };
  let marks: Marks = NO_MARKS;
  let sorted = sortNews(news, marks, today());

  function show(now: { news: News; marks: Marks }): void {
    const before = { news, marks, sorted };
    ({ news, marks } = now);
    sorted = sortNews(news, marks, today());
    if (before.news.lastLook?.at !== news.lastLook?.at) looked.fire(undefined);
    if (!isDeepStrictEqual(before, { news, marks, sorted })) changed.fire(undefined);
  }

  async function read(): Promise<{ news: News; marks: Marks }> {
    const [newsNow, marksNow] = await Promise.all([files.news.read(), files.marks.read()]);
    return { news: newsNow, marks: marksNow };
  }

  const follow = (): void => {
    read().then(show, (error: unknown) => log.error(error));
  };

  return {
    sorted: () => sorted,
    lastLook: () => news.lastLook,
    onDidChange: changed.event,
    onDidLook: looked.event,
    async open() {
      if (!isOpen) {
        isOpen = true;
        const folder = path.join(cacheFolder, 'watch');
        await mkdir(folder, { recursive: true });
        const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '{news,marks}.json');
        const watcher = vscode.workspace.createFileSystemWatcher(pattern);
        listeners.push(
          watcher,
          watcher.onDidCreate(follow),
          watcher.onDidChange(follow),
          // Not every file system tells of changes.
          vscode.window.onDidChangeWindowState(({ focused }) => (focused ? follow() : undefined)),
          repeatedly(() => show({ news, marks })),
        );
      }
      show(await read());
    },
    async change(change) {
      const after = await files.marks.update(change);
      show({ news, marks: after });
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** A snoozed alert comes back while the editor is open, too. */
function repeatedly(run: () => void): Disposable {
  const timer = setInterval(run, 60_000);
  return { dispose: () => clearInterval(timer) };
}
