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
import type { SharedFile } from './shared-file.ts';

/** Milliseconds between checks for a new day. Snoozed alerts can return on a new day. */
const DAY_CHECK_MS = 60_000;

/** Alerts and the user's marks on them, shared by all windows. */
export class NewsStore implements Disposable {
  readonly #cacheFolder: string;
  readonly #log: Log;
  readonly #newsFile: SharedFile<News>;
  readonly #marksFile: SharedFile<Marks>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #looked = new vscode.EventEmitter<undefined>();
  readonly #listeners: Disposable[] = [this.#changed, this.#looked];
  #isOpen = false;
  #news: News = { items: [], lastLook: null };
  #marks: Marks = NO_MARKS;
  #sorted: SortedNews = sortNews(this.#news, this.#marks, today());

  /** Fires when alerts or marks change, and on a new day. */
  readonly onDidChange = this.#changed.event;
  /** Fires after a look in any window. */
  readonly onDidLook = this.#looked.event;

  constructor(cacheFolder: string, log: Log) {
    const store = createFolderStore(cacheFolder);
    this.#cacheFolder = cacheFolder;
    this.#log = log;
    this.#newsFile = newsFile(store);
    this.#marksFile = marksFile(store);
  }

  get sorted(): SortedNews {
    return this.#sorted;
  }

  get lastLook(): LastLook | null {
    return this.#news.lastLook;
  }

  /** Loads the stored alerts, then follows changes by other windows. */
  async open(): Promise<void> {
    if (!this.#isOpen) {
      this.#isOpen = true;
      await this.#follow();
    }
    await this.#read();
  }

  async change(change: (before: Marks) => Marks): Promise<void> {
    this.#take(this.#news, await this.#marksFile.update(change));
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  async #follow(): Promise<void> {
    const folder = path.join(this.#cacheFolder, 'watch');
    await mkdir(folder, { recursive: true });
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '{news,marks}.json');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const read = (): void => void this.#read().catch((error: unknown) => this.#log.error(error));
    const timer = setInterval(() => this.#take(this.#news, this.#marks), DAY_CHECK_MS);
    this.#listeners.push(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      // Some file systems report no changes.
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? read() : undefined)),
      { dispose: () => clearInterval(timer) },
    );
  }

  async #read(): Promise<void> {
    const [news, marks] = await Promise.all([this.#newsFile.read(), this.#marksFile.read()]);
    this.#take(news, marks);
  }

  #take(news: News, marks: Marks): void {
    const sorted = sortNews(news, marks, today());
    const hasLooked = this.#news.lastLook?.at !== news.lastLook?.at;
    const isSame = isDeepStrictEqual([this.#news, this.#marks, this.#sorted], [news, marks, sorted]);
    this.#news = news;
    this.#marks = marks;
    this.#sorted = sorted;
    if (hasLooked) this.#looked.fire(undefined);
    if (!isSame) this.#changed.fire(undefined);
  }
}
