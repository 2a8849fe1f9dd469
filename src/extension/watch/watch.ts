import * as vscode from 'vscode';
import { createFolderStore } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { affectsSettings, watchSettings, type WatchSettings } from '../contributions/settings.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import type { NewsStore } from './news-store.ts';
import type { WatchedFolders } from './folders.ts';
import { originProblem } from './origin-problem.ts';
import type { LookResult } from './look/look.ts';
import type { LookRunner } from './look/look-runner.ts';
import { LookPlan } from './look/look-plan.ts';

export interface WatchOptions {
  /** Script of the thread that looks. */
  entry: URL;
  cacheFolder: string;
  builtBy: string;
  /** Storage that all windows of this machine share. */
  memory: vscode.Memento;
  newsStore: NewsStore;
  folders: WatchedFolders;
  log: Log;
  /** Called after a scheduled look in this window. */
  onLooked: (result: LookResult) => void;
}

/** Looks for news in the background on a schedule, in one window at a time. */
export class Watch implements Disposable {
  readonly #options: WatchOptions;
  readonly #plan: LookPlan;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #closing = new AbortController();
  readonly #listeners: vscode.Disposable;
  #lookRunner: LookRunner | null = null;
  #isNeeded = false;
  #problem: Text | null = null;
  #schedule: { key: string; stop: AbortController } | null = null;

  readonly onDidChange = this.#changed.event;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#plan = new LookPlan(options.memory);
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#restart()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsSettings(event)) this.#restart();
      }),
    );
  }

  /** True if the watch is enabled and allowed, and there is something to watch. */
  get isOn(): boolean {
    return this.#isNeeded && vscode.workspace.isTrusted && watchSettings(vscode.workspace).enabled;
  }

  get isLooking(): boolean {
    return this.#lookRunner?.isLooking === true;
  }

  /** Problem of the watch's settings; null if there is none. */
  get problem(): Text | null {
    return this.#problem;
  }

  /**
   * Starts or stops the watch.
   * @param isNeeded true if there is something to watch: a folder that pins a version, or an account scan
   */
  setNeeded(isNeeded: boolean): void {
    this.#isNeeded = isNeeded;
    this.#restart();
  }

  /** Looks once, now. `followed` if another window has looked meanwhile. */
  async lookNow(): Promise<LookResult | 'followed'> {
    const since = new Date();
    return (await this.#loadedRunner()).lookOnce(since, this.#closing.signal);
  }

  dispose(): void {
    this.#closing.abort();
    this.#schedule?.stop.abort();
    this.#listeners.dispose();
  }

  async #loadedRunner(): Promise<LookRunner> {
    const { LookRunner, runLook } = await import('./look/due.ts');
    const { entry, cacheFolder, builtBy, newsStore, folders, log } = this.#options;
    return (this.#lookRunner ??= new LookRunner({
      cacheFolder,
      builtBy,
      docsOrigin: () => watchSettings(vscode.workspace).docsOrigin ?? null,
      folders,
      newsStore,
      log,
      look: (order, signal) => runLook(entry, order, signal),
      onChange: () => this.#changed.fire(undefined),
    }));
  }

  /** Applies changed settings. */
  #restart(): void {
    const settings = watchSettings(vscode.workspace);
    const key = this.isOn ? JSON.stringify(settings) : null;
    if (key === (this.#schedule?.key ?? null)) return;
    this.#schedule?.stop.abort();
    this.#schedule = null;
    this.#problem = key === null ? null : originProblem(settings);
    if (key !== null && this.#problem === null) {
      const stop = new AbortController();
      this.#schedule = { key, stop };
      void this.#follow(settings, stop.signal).catch((error: unknown) => this.#options.log.error(error));
    }
    this.#changed.fire(undefined);
  }

  async #follow(settings: WatchSettings, signal: AbortSignal): Promise<void> {
    const { cacheFolder, newsStore, log, onLooked } = this.#options;
    await newsStore.open();
    await this.#plan.wait(settings, signal);
    if (signal.aborted) return;
    const { InvalidSchedule, runOnSchedule } = await import('./look/due.ts');
    const runner = await this.#loadedRunner();
    try {
      await runOnSchedule({
        store: createFolderStore(cacheFolder),
        expression: settings.schedule,
        timeZone: settings.timeZone,
        signal,
        run: (aborted, due) => runner.lookWhenDue(due, aborted, onLooked),
        onFailure: (error) => log.error(error),
        onPlanned: (next) => this.#plan.keep(settings, next),
      });
    } catch (error) {
      if (!(error instanceof InvalidSchedule)) throw error;
      const { schedule: expression = '', timeZone = '' } = settings;
      this.#problem =
        error.part === 'expression'
          ? text('watch.badCron', { expression })
          : text('watch.badTimeZone', { timeZone });
      this.#changed.fire(undefined);
    }
  }
}
