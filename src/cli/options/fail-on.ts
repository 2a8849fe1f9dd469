import { reaches, type Finding } from '../../model/index.ts';
import type { CommonOptions } from './options.ts';

/** Whether `--fail-on` is met. Suppressed findings and those in examples never count. */
export function failsOn(findings: readonly Finding[], { failOn }: Pick<CommonOptions, 'failOn'>): boolean {
  if (failOn === undefined) return false;
  return findings.some(
    (finding) => finding.suppressed === null && finding.isExample !== true && reaches(finding, failOn),
  );
}
