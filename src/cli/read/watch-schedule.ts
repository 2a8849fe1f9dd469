import { say, text } from '../../l10n/index.ts';
import { InvalidSchedule, runOnSchedule, StoreUnreachableError, type WatchRun } from '../../watch/index.ts';
import type { Terminal } from '../print/terminal.ts';
import { UsageError } from '../options/usage.ts';
import type { WatchStore } from './watch-state.ts';
import type { WatchCommandOptions } from '../options/watch-options.ts';

/**
 * Looks for news on a schedule until it is stopped by a signal.
 * @throws {UsageError}
 */
export async function runScheduled(
  look: (signal: AbortSignal) => Promise<WatchRun>,
  options: WatchCommandOptions,
  { store }: WatchStore,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  try {
    await runOnSchedule({
      store,
      expression: options.cron,
      timeZone: options.timeZone,
      signal,
      async run(aborted) {
        await look(aborted);
      },
      onFailure: (error) => terminal.warn(text('watch.failed', { error: failureText(error, options) })),
      onPlanned: (next) => terminal.warn(text('watch.next', { when: next.toISOString() })),
    });
  } catch (error) {
    if (error instanceof StoreUnreachableError) throw new UsageError(error.text);
    if (!(error instanceof InvalidSchedule)) throw error;
    throw new UsageError(
      error.part === 'expression'
        ? text('watch.badCron', { expression: options.cron ?? '' })
        : text('watch.badTimeZone', { timeZone: options.timeZone ?? '' }),
    );
  }
  terminal.warn(text('watch.stopped'));
}

function failureText(error: unknown, { lang }: WatchCommandOptions): string {
  if (error instanceof UsageError || error instanceof StoreUnreachableError) return say(error.text, lang);
  return error instanceof Error ? error.message : String(error);
}

/** Aborts on SIGTERM (Docker, systemd, Kubernetes) and on Ctrl-C. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
