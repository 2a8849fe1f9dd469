import { addConfigEntry, oneLine } from './config-entry.ts';

/** A failed check that the team accepts, as in `.errata-lens.yaml`. */
export interface Acceptance {
  check: string;
  resource: string;
  reason: string;
  /** YYYY-MM-DD */
  date: string;
}

/** Adds an entry under `accepted` to `.errata-lens.yaml`. Null if the file has to be edited by hand. */
export function addAcceptedEntry(content: string, acceptance: Acceptance): string | null {
  const { check, resource, reason, date } = acceptance;
  return addConfigEntry(content, 'accepted', [
    ['check', check],
    ['resource', resource],
    ['reason', oneLine(reason)],
    ['date', date],
  ]);
}
