import { addConfigEntry, oneLine } from './config-entry.ts';

/** A failed check that the team accepts, as `.errata-lens.yaml` keeps it. */
export interface Acceptance {
  check: string;
  resource: string;
  reason: string;
  /** YYYY-MM-DD */
  date: string;
}

/** `.errata-lens.yaml` with one more entry under `accepted`. Null when it is better edited by hand. */
export function addAcceptedEntry(content: string, acceptance: Acceptance): string | null {
  const { check, resource, reason, date } = acceptance;
  return addConfigEntry(content, 'accepted', [
    ['check', check],
    ['resource', resource],
    ['reason', oneLine(reason)],
    ['date', date],
  ]);
}
