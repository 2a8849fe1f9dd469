import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from '../../../l10n/index.ts';
import { today } from '../../../model/index.ts';
import { createFolderLock } from '../../../watch/index.ts';
import type { Log } from '../../ui/log.ts';
import type { WatchedFolders } from '../folders.ts';
import type { LookOrder, LookResult } from './look.ts';
import type { LastLook } from '../news/news.ts';

/** Interval in milliseconds of checking for the result of another window's look. */
const POLL_MS = 5_000;
/** Milliseconds before a retry, because a laptop that has just woken up has no network yet. */
const RETRY_MS = 15 * 60_000;
const MAX_RETRIES = 3;

export interface LookRunnerOptions {
  cacheFolder: string;
  builtBy: string;
  /** Mirror of the vendor's documentation; null for the vendor itself. */
  docsOrigin: () => string | null;
  folders: Pick<WatchedFolders, 'list'>;
  newsStore: {
    /** Loads the results of the last look in any window. */
    open(): Promise<void>;
    readonly lastLook: LastLook | null;
  };
  log: Pick<Log, 'warn'>;
  /** Looks for news in a separate thread. */
  look: (order: LookOrder, signal: AbortSignal) => Promise<LookResult>;
  /** Called when a look in this window starts or ends. */
  onChange: () => void;
}

/** Looks for news, in one window of this machine at a time. */
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
   * Runs a scheduled look, and retries if nothing could be read.
   * @param onLooked called after each look in this window
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

  /** Looks once; if another window is looking, waits for its result. `followed` if another window has looked since. */
  async lookOnce(since: Date, signal: AbortSignal): Promise<LookResult | 'followed'> {
    const { cacheFolder, newsStore } = this.#options;
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
      await delay(POLL_MS, undefined, { signal });
    }
  }

  #wasLookedAt(since: Date): boolean {
    const at = new Date(this.#options.newsStore.lastLook?.at ?? 0);
    // A time in the future comes from a wrong clock.
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
