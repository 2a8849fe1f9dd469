import { text } from '../../l10n/index.ts';
import { isGivenUp, meetsFailOn, type Finding, type Problem } from '../../model/index.ts';
import type { CommonOptions } from '../options/options.ts';
import type { ExitCode } from '../options/usage.ts';
import type { Terminal } from './terminal.ts';

type FailOnOption = Pick<CommonOptions, 'failOn'>;

/** Result that can contain given-up work. */
export interface JudgedResult {
  findings: readonly Pick<Finding, 'message'>[];
  problems: readonly Problem[];
}

/** Number of findings that count for `--fail-on`; suppressed findings and examples do not. */
export function failingCount(counted: readonly Finding[], { failOn }: FailOnOption): number {
  if (failOn === undefined) return 0;
  return counted.filter(
    (finding) => finding.suppressed === null && finding.isExample !== true && meetsFailOn(finding, failOn),
  ).length;
}

/**
 * Exit code of a result: 1 if `--fail-on` matches findings or checks, with a line that states how many; otherwise 2 if
 * work was given up, which is no all-clear.
 * @param failing number of matching findings or checks
 */
export function exitCodeOf(
  failing: number,
  result: JudgedResult,
  { failOn }: FailOnOption,
  terminal: Terminal,
): ExitCode {
  if (failOn === undefined) return 0;
  if (failing > 0) {
    terminal.warn(text('scan.failed', { count: failing, level: failOn }));
    return 1;
  }
  const all = [
    ...result.problems.map((problem) => problem.text),
    ...result.findings.map(({ message }) => message),
  ];
  const count = all.filter(isGivenUp).length;
  if (count === 0) return 0;
  terminal.warn(text('scan.leftOut', { count }));
  return 2;
}
