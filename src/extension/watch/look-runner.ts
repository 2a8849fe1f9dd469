import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from '../../l10n/index.ts';
import { today } from '../../model/index.ts';
import type { Log } from '../ui/log.ts';
import type { WatchedFolders } from './folders.ts';
import type { LookOrder, LookResult } from './look/look.ts';
import type { LastLook } from './news/news.ts';

/** Interval of checks for a result while another window looks. */
const FOLLOW_MS = 5_000;
/** Pause before a retry: a laptop that has just woken up has no network yet. */
const RETRY_MS = 15 * 60_000;
const MAX_RETRIES = 3;

export interface LookRunnerOptions {
  cacheFolder: string;
  builtBy: string;
  /** Mirror of the vendor's documentation; null: the vendor itself. */
  docsOrigin: () => string | null;
  folders: Pick<WatchedFolders, 'list'>;
  newsStore: {
    /** Reads the results of the last look, of this window or another one. */
    open(): Promise<void>;
    readonly lastLook: LastLook | null;
  };
  log: Pick<Log, 'warn'>;
  /** Looks for news in a thread of its own. */
  look: (order: LookOrder, signal: AbortSignal) => Promise<LookResult>;
  /** Called when a look of this window begins or ends. */
  onChange: () => void;
}

/** Looks for news in one window of this machine at a time. */
export class LookRunner {
  readonly #options: LookRunnerOptions;
  #isLooking = false;

  constructor(options: LookRunnerOptions) {
    this.#options = options;
  }

  get isLooking(): boolean {
    return this.#isLooking;
  }

  /**
   * Runs a scheduled look, with some retries if nothing could be read.
   * @param onLooked called after each look of this window
   */
  async lookWhenDue(due: Date, signal: AbortSignal, onLooked: (result: LookResult) => void): Promise<void> {
    let since = due;
    for (let retry = 0; ; retry++) {
      const result = await this.lookOnce(since, signal);
      if (result === 'followed') return;
      onLooked(result);
      if (result.outcome !== 'unread' || retry === MAX_RETRIES) return;
      await delay(RETRY_MS, undefined, { signal });
      since = new Date();
    }
  }

  /**
   * Looks once. If another window is looking, waits for its result instead; `followed` if another window has looked
   * since.
   */
  async lookOnce(since: Date, signal: AbortSignal): Promise<LookResult | 'followed'> {
    const { cacheFolder, newsStore } = this.#options;
    const { createFolderLock } = await import('../../watch/index.ts');
    const lock = createFolderLock(path.join(cacheFolder, 'watch'));
    for (;;) {
      const release = await lock.acquire(signal);
      try {
        await newsStore.open();
        if (this.#wasLookedAt(since)) return 'followed';
        if (release !== null) return await this.#look(signal);
      } finally {
        await release?.();
      }
      await delay(FOLLOW_MS, undefined, { signal });
    }
  }

  #wasLookedAt(since: Date): boolean {
    const at = new Date(this.#options.newsStore.lastLook?.at ?? 0);
    // A result in the future means that a clock was wrong.
    return at >= since && at <= new Date();
  }

  async #look(signal: AbortSignal): Promise<LookResult> {
    const { cacheFolder, builtBy, docsOrigin, folders, newsStore, log, look, onChange } = this.#options;
    this.#isLooking = true;
    onChange();
    try {
      const watched = await folders.list(today());
      return await look({ cacheFolder, folders: watched, docsOrigin: docsOrigin(), builtBy }, signal);
    } finally {
      this.#isLooking = false;
      await newsStore.open();
      for (const { source, text: message } of newsStore.lastLook?.problems ?? [])
        log.warn(text('log.problem', { source, message }));
      onChange();
    }
  }
}
