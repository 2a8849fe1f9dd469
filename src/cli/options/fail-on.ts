import { reaches, type Finding } from '../../model/index.ts';
import type { CommonOptions } from './options.ts';

/** The findings that make `--fail-on` fail. Suppressed findings and those in examples never count. */
export function failing(
  findings: readonly Finding[],
  { failOn }: Pick<CommonOptions, 'failOn'>,
): readonly Finding[] {
  if (failOn === undefined) return [];
  return findings.filter(
    (finding) => finding.suppressed === null && finding.isExample !== true && reaches(finding, failOn),
  );
}
