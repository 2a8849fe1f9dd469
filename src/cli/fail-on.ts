import { compareSeverity, type Finding } from '../model/index.ts';
import type { CommonOptions } from './options.ts';

/** Whether `--fail-on` is met. Suppressed findings and those in examples never count. */
export function failsOn(findings: readonly Finding[], { failOn }: Pick<CommonOptions, 'failOn'>): boolean {
  if (failOn === undefined) return false;
  return findings.some(
    ({ severity, suppressed, isExample }) =>
      suppressed === null && isExample !== true && compareSeverity(severity, failOn) <= 0,
  );
}
