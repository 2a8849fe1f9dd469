import type { Text } from '../../model/index.ts';

/** Wrong usage, or everything was refused: exit code 2 and one clear line. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.key);
    this.name = 'UsageError';
    this.text = text;
  }
}

/**
 * What a run ends with: 0 nothing at or above `--fail-on`, 1 findings at or above it, 2 wrong usage, everything refused,
 * or stopped before all was read.
 */
export type ExitCode = 0 | 1 | 2;

/** Takes the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;
