import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** What takes no longer than this needs no line. */
const SHOWN_AFTER_MS = 1000;

/** A line about work that takes long enough to be asked about. */
export interface LateProgress {
  /** How far it is; null where nobody would see it, so that nobody has to count. */
  readonly tell: ((count: number) => void) | null;
  end(): void;
}

/**
 * Begins a line that appears after a second and then follows the count.
 * @param message of how far it is
 */
export function lateProgress(
  terminal: Pick<Terminal, 'progress' | 'showsProgress'>,
  message: (count: number) => Text,
  afterMs = SHOWN_AFTER_MS,
): LateProgress {
  if (!terminal.showsProgress) return { tell: null, end: () => undefined };
  let count = 0;
  let isLate = false;
  const show = (): void => terminal.progress(message(count));
  const begun = performance.now();
  const timer = setTimeout(() => {
    isLate = true;
    show();
  }, afterMs);
  return {
    tell(now) {
      count = now;
      // Work that never waits keeps the timer from its turn.
      if (isLate || performance.now() - begun >= afterMs) show();
    },
    end: () => clearTimeout(timer),
  };
}

/** Shows a line when a command has written nothing for a second, until it writes something. */
export function showWhileSilent(
  terminal: Pick<Terminal, 'progress' | 'showsProgress' | 'hasWritten'>,
  afterMs = SHOWN_AFTER_MS,
): void {
  if (!terminal.showsProgress) return;
  setTimeout(() => {
    if (!terminal.hasWritten()) terminal.progress(text('cli.working'));
  }, afterMs).unref();
}
