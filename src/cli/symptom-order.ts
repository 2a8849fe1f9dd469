import { fittingSymptom } from '../analysis/index.ts';
import { text } from '../l10n/index.ts';
import type { BugMatch, Text } from '../model/index.ts';

/** Bugs as `--symptom` orders them, those that fit first, and what is to be said of that order. */
export function bySymptom(
  matches: readonly BugMatch[],
  symptom: string | undefined,
): { matches: readonly BugMatch[]; notes: Text[] } {
  if (symptom === undefined || matches.length === 0) return { matches, notes: [] };
  const { fitting, others } = fittingSymptom(matches, symptom);
  const total = matches.length;
  const isSystem = matches.some(({ bug }) => bug.os !== undefined);
  const fit =
    fitting.length > 0
      ? text('incident.fitting', { count: fitting.length, total })
      : text('incident.fitting.none', { total });
  return {
    matches: [...fitting, ...others],
    notes: isSystem && fitting.length > 0 ? [fit, text('incident.byPackage')] : [fit],
  };
}
