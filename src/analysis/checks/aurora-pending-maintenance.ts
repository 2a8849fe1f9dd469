import { text } from '../../l10n/index.ts';
import { isFileLocation, shellWord, type SettingValue } from '../../model/index.ts';
import { daysBetween } from '../support.ts';
import { fail, notApplicable, pass, unknown } from './answers.ts';
import { auroraGuide, maps, type Check, type Note } from './check.ts';
import { isServerlessV1, membersOf } from './members.ts';
import { fieldOf, isWritten, listOf, textOf, unreadable } from './readings.ts';

/** Days: a forced date this near is an unplanned restart soon; an optional patch this old was forgotten (our choice). */
const FORCED_SOON = 30;

const maintenanceWindow: Note = {
  id: 'aurora-maintenance-window-set',
  title: text('check.aurora-maintenance-window-set.title'),
  level: 'could',
  evaluate(cluster) {
    const isSet = isWritten(cluster, 'preferredMaintenanceWindow');
    if (isSet === null) return unknown(unreadable(cluster, text('evidence.windowUnknown')));
    const window = textOf(cluster.settings.preferredMaintenanceWindow) ?? '';
    return isSet ? pass(text('evidence.windowSet', { window })) : fail(text('evidence.windowRandom'));
  },
};

export const auroraPendingMaintenance: Check = {
  id: 'aurora-pending-maintenance',
  title: text('check.aurora-pending-maintenance.title'),
  why: text('check.aurora-pending-maintenance.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, context) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    if (isFileLocation(cluster.location)) return unknown(text('evidence.liveOnly'));
    if (cluster.settings.pendingMaintenanceActions === undefined) {
      return unknown(text('evidence.refused', { operation: 'DescribePendingMaintenanceActions' }));
    }
    const actions = [cluster, ...membersOf(cluster, context.graph)].flatMap(({ settings }) =>
      listOf(settings.pendingMaintenanceActions),
    );
    const soon = context.threshold('days', FORCED_SOON);
    const forced = actions.find((action) => isForcedWithin(action, context.today, soon));
    if (forced === undefined) return pass(text('evidence.pendingActions', { count: actions.length }));
    const [action, date] = [textOf(fieldOf(forced, 'action')) ?? '', forcedDay(forced) ?? ''];
    return fail(text('evidence.forcedMaintenance', { action, date }), {
      fix: {
        title: text('fix.maintenance', { action }),
        changes: [],
        command: `aws rds apply-pending-maintenance-action --resource-identifier ${shellWord(cluster.location.arn)} --apply-action ${shellWord(action)} --opt-in-type next-maintenance`,
      },
    });
  },
  helpUri: auroraGuide('USER_UpgradeDBInstance.Maintenance'),
  mappings: maps({ wellArchitected: ['OPS05-BP05'] }),
  notes: [maintenanceWindow],
};

function forcedDay(action: SettingValue): string | null {
  const date = textOf(fieldOf(action, 'forcedApplyDate')) ?? textOf(fieldOf(action, 'autoAppliedAfterDate'));
  return date === null ? null : date.slice(0, 10);
}

function isForcedWithin(action: SettingValue, today: string, days: number): boolean {
  const date = forcedDay(action);
  return date !== null && daysBetween(today, date) <= days;
}
