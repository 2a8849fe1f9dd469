import type { Text } from '../../model/index.ts';

/** Error of usage, or of a run that could not read anything: exit code 2 and one clear line. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.name = 'UsageError';
    this.text = text;
  }
}

/**
 * Exit code of a run: 0 without findings at or above `--fail-on`, 1 with such findings, 2 for wrong usage, refused access
 * to everything, or an interrupted reading.
 */
export type ExitCode = 0 | 1 | 2;

/** Receives the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;
