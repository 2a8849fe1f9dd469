import type { AlertInput } from './alert-input.ts';
import { compareAlerts, type Alert } from './alert.ts';
import { newBugs } from './bug-alerts.ts';
import { changedNotes, unreadableSources, withdrawals } from './notes-alerts.ts';
import { newReleases, olderReleases } from './release-alerts.ts';
import { supportAlerts } from './support-alerts.ts';

/** Alerts and the ids by which nothing of them is told again. */
export interface Found {
  alerts: readonly Alert[];
  told: readonly string[];
}

/** What is new and concerns you, the heaviest first. Pure: the same input gives the same alerts under the same ids. */
export function alertsOf(input: AlertInput): Found {
  const told = new Set(input.told);
  const alerts = [
    ...newReleases(input, told),
    ...olderReleases(input, told),
    ...newBugs(input, told),
    ...withdrawals(input),
    ...supportAlerts(input),
    ...unreadableSources(input),
    ...changedNotes(input),
  ].filter(({ id }) => !input.told.has(id));
  for (const { id } of alerts) told.add(id);
  return {
    alerts: alerts.sort(compareAlerts),
    told: [...told].filter((id) => !input.told.has(id)),
  };
}
