import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Faster work shows no line. */
const SHOWN_AFTER_MS = 1000;

/** Progress line of work that takes longer than a second. */
export interface LateProgress {
  /** Updates the count; null if nobody would see it, so that the caller can skip counting. */
  readonly update: ((count: number) => void) | null;
  end(): void;
}

/**
 * Starts a progress line that appears after a second.
 * @param message for a count
 */
export function lateProgress(
  terminal: Pick<Terminal, 'progress' | 'showsProgress'>,
  message: (count: number) => Text,
  afterMs = SHOWN_AFTER_MS,
): LateProgress {
  if (!terminal.showsProgress) return { update: null, end: () => undefined };
  let count = 0;
  let isLate = false;
  const show = (): void => terminal.progress(message(count));
  const begun = performance.now();
  const timer = setTimeout(() => {
    isLate = true;
    show();
  }, afterMs);
  return {
    update(now) {
      count = now;
      // The timer never fires during work without pauses.
      if (isLate || performance.now() - begun >= afterMs) show();
    },
    end: () => clearTimeout(timer),
  };
}

/** Shows a line if a command has written nothing for a second, until it writes something. */
export function showWhileSilent(
  terminal: Pick<Terminal, 'progress' | 'showsProgress' | 'hasWritten'>,
  afterMs = SHOWN_AFTER_MS,
): void {
  if (!terminal.showsProgress) return;
  setTimeout(() => {
    if (!terminal.hasWritten()) terminal.progress(text('cli.working'));
  }, afterMs).unref();
}
