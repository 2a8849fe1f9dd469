import { text } from '../../l10n/index.ts';
import type { Finding } from '../../model/index.ts';
import { failing } from '../options/fail-on.ts';
import type { CommonOptions } from '../options/options.ts';
import type { ExitCode } from '../options/usage.ts';
import type { Terminal } from './terminal.ts';

/** 1 where `--fail-on` fails; a line beside the result says how many findings did it. */
export function exitCodeOf(
  counted: readonly Finding[],
  options: Pick<CommonOptions, 'failOn'>,
  terminal: Terminal,
): ExitCode {
  return exitCodeFor(failingCount(counted, options), options, terminal);
}

/** How many findings make `--fail-on` fail. */
export function failingCount(counted: readonly Finding[], { failOn }: Pick<CommonOptions, 'failOn'>): number {
  return failing(counted, { ...(failOn && { failOn }) }).length;
}

/** As {@link exitCodeOf}, of findings that were counted before. */
export function exitCodeFor(
  count: number,
  { failOn }: Pick<CommonOptions, 'failOn'>,
  terminal: Terminal,
): ExitCode {
  if (failOn === undefined || count === 0) return 0;
  terminal.warn(text('scan.failed', { count, level: failOn }));
  return 1;
}
