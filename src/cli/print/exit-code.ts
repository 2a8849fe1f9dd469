import { text } from '../../l10n/index.ts';
import { isGivenUp, type Finding, type Problem } from '../../model/index.ts';
import { failing } from '../options/fail-on.ts';
import type { CommonOptions } from '../options/options.ts';
import type { ExitCode } from '../options/usage.ts';
import type { Terminal } from './terminal.ts';

type Gate = Pick<CommonOptions, 'failOn'>;

/** Everything that a result tells of what was given up. */
export interface Told {
  findings: readonly Pick<Finding, 'message'>[];
  problems: readonly Problem[];
}

/** How many findings make `--fail-on` fail. */
export function failingCount(counted: readonly Finding[], { failOn }: Gate): number {
  return failing(counted, { ...(failOn && { failOn }) }).length;
}

/**
 * 1 where `--fail-on` fails, and a line beside the result says how many findings did it; 2 where none did and something was
 * given up, which is no all-clear.
 * @param failing how many findings or answers fail
 */
export function exitCodeOf(failing: number, told: Told, { failOn }: Gate, terminal: Terminal): ExitCode {
  if (failOn === undefined) return 0;
  if (failing > 0) {
    terminal.warn(text('scan.failed', { count: failing, level: failOn }));
    return 1;
  }
  const all = [
    ...told.problems.map((problem) => problem.text),
    ...told.findings.map(({ message }) => message),
  ];
  const count = all.filter(isGivenUp).length;
  if (count === 0) return 0;
  terminal.warn(text('scan.leftOut', { count }));
  return 2;
}
