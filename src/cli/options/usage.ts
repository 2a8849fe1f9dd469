import type { Text } from '../../model/index.ts';

/** Error of usage, or of a run that read nothing: exit code 2 and one line of text. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.name = 'UsageError';
    this.text = text;
  }
}

/**
 * Exit code: 0 if no finding is at or above `--fail-on`, 1 if one is, 2 for wrong usage, denied access or interrupted
 * reading.
 */
export type ExitCode = 0 | 1 | 2;

/** Receives the exit code of the command that ran. */
export type ReceiveExitCode = (code: ExitCode) => void;
