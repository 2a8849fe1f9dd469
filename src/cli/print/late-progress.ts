import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds before the first progress line. */
const SHOW_AFTER_MS = 1000;

/** Progress line that appears only for slow work. */
export interface LateProgress {
  /** Updates the count; null if progress is invisible, so that callers need not count. */
  readonly update: ((count: number) => void) | null;
  end(): void;
}

/**
 * Starts a progress line that appears after a second.
 * @param message returns the line for a count
 */
export function lateProgress(
  terminal: Pick<Terminal, 'progress' | 'showsProgress'>,
  message: (count: number) => Text,
  afterMs = SHOW_AFTER_MS,
): LateProgress {
  if (!terminal.showsProgress) return { update: null, end: () => undefined };
  let count = 0;
  let isLate = false;
  const show = (): void => terminal.progress(message(count));
  const startedAt = performance.now();
  const timer = setTimeout(() => {
    isLate = true;
    show();
  }, afterMs);
  return {
    update(now) {
      count = now;
      // Checked here as well, because a timer does not fire during synchronous work.
      if (isLate || performance.now() - startedAt >= afterMs) show();
    },
    end: () => clearTimeout(timer),
  };
}

/** Shows a line while a command takes longer than a second and has not written anything. */
export function showWhileSilent(
  terminal: Pick<Terminal, 'progress' | 'showsProgress' | 'hasWritten'>,
  afterMs = SHOW_AFTER_MS,
): void {
  if (!terminal.showsProgress) return;
  setTimeout(() => {
    if (!terminal.hasWritten()) terminal.progress(text('cli.working'));
  }, afterMs).unref();
}
