import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from '../../l10n/index.ts';
import { today } from '../../model/index.ts';
import type { Log } from '../ui/log.ts';
import type { WatchedFolders } from './folders.ts';
import type { LookOrder, LookResult } from './look/look.ts';
import type { LastLook } from './news/news.ts';

/** While another window looks, its result is asked for this often. */
const FOLLOW_MS = 5_000;
/** A laptop that has just woken up has no network yet. */
const RETRY_MS = 15 * 60_000;
const MOST_RETRIES = 3;

export interface LookerOptions {
  cacheFolder: string;
  builtBy: string;
  /** The address that stands in for the vendor's; null: the vendor itself. */
  docsOrigin: () => string | null;
  folders: Pick<WatchedFolders, 'list'>;
  desk: {
    /** Reads what was found last, here or in another window. */
    open(): Promise<void>;
    readonly lastLook: LastLook | null;
  };
  log: Pick<Log, 'warn'>;
  /** Looks, in a thread of its own. */
  look: (order: LookOrder, signal: AbortSignal) => Promise<LookResult>;
  /** A look of this window has begun or ended. */
  onChange: () => void;
}

/** Looks for news: one window of this machine at a time. */
export class Looker {
  readonly #options: LookerOptions;
  #isLooking = false;

  constructor(options: LookerOptions) {
    this.#options = options;
  }

  get isLooking(): boolean {
    return this.#isLooking;
  }

  /**
   * A look that was due at a time: tried again, some times, while nothing can be read.
   * @param onLooked after each that this window makes
   */
  async lookWhenDue(due: Date, signal: AbortSignal, onLooked: (result: LookResult) => void): Promise<void> {
    let since = due;
    for (let retry = 0; ; retry++) {
      const result = await this.lookOnce(since, signal);
      if (result === 'followed') return;
      onLooked(result);
      if (result.outcome !== 'unread' || retry === MOST_RETRIES) return;
      await delay(RETRY_MS, undefined, { signal });
      since = new Date();
    }
  }

  /** One look, unless there was one since then (`followed`); while another window looks, its result is waited for. */
  async lookOnce(since: Date, signal: AbortSignal): Promise<LookResult | 'followed'> {
    const { cacheFolder, desk } = this.#options;
    const { createFolderLock } = await import('../../watch/index.ts');
    const lock = createFolderLock(path.join(cacheFolder, 'watch'));
    for (;;) {
      const release = await lock.acquire(signal);
      try {
        await desk.open();
        if (this.#wasLookedAt(since)) return 'followed';
        if (release !== null) return await this.#look(signal);
      } finally {
        await release?.();
      }
      await delay(FOLLOW_MS, undefined, { signal });
    }
  }

  #wasLookedAt(since: Date): boolean {
    const at = new Date(this.#options.desk.lastLook?.at ?? 0);
    // A look in the future is one of a clock that was wrong.
    return at >= since && at <= new Date();
  }

  async #look(signal: AbortSignal): Promise<LookResult> {
    const { cacheFolder, builtBy, docsOrigin, folders, desk, log, look, onChange } = this.#options;
    this.#isLooking = true;
    onChange();
    try {
      const watched = await folders.list(today());
      return await look({ cacheFolder, folders: watched, docsOrigin: docsOrigin(), builtBy }, signal);
    } finally {
      this.#isLooking = false;
      await desk.open();
      for (const { source, text: message } of desk.lastLook?.problems ?? [])
        log.warn(text('log.problem', { source, message }));
      onChange();
    }
  }
}
