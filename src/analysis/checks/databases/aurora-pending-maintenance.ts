import { text } from '../../../l10n/index.ts';
import { isFileLocation, shellWord, type Asset, type Fix, type SettingValue } from '../../../model/index.ts';
import { daysBetween } from '../../support/support.ts';
import { fail, notApplicable, pass, withRemarks, unknown, type Answer } from '../answers.ts';
import { databaseGuide, controlMappings, type Check, type CheckContext, type Note } from '../check.ts';
import { isServerlessV1, membersOf } from '../subjects/members.ts';
import { fieldOf, isWritten, listOf, textOf, unknownValueReason } from '../reading/readings.ts';

/** Days (our choice): a forced date this near is an unplanned restart soon; an optional patch this old was forgotten. */
const FORCED_WITHIN_DAYS = 30;
const FORGOTTEN_AFTER_DAYS = 60;
/** Days for which the service keeps events. */
const EVENT_RETENTION_DAYS = 14;
/** Minutes in a day. */
const DAY_MINUTES = 24 * 60;

const maintenanceWindow: Note = {
  id: 'aurora-maintenance-window-set',
  title: text('check.aurora-maintenance-window-set.title'),
  level: 'could',
  evaluate(cluster) {
    const isSet = isWritten(cluster, 'preferredMaintenanceWindow');
    if (isSet === null) return unknown(unknownValueReason(cluster, text('evidence.windowUnknown')));
    const window = textOf(cluster.settings.preferredMaintenanceWindow) ?? '';
    if (!isSet) return fail(text('evidence.windowRandom'));
    const backup = textOf(cluster.settings.preferredBackupWindow) ?? '';
    return doWindowsOverlap(window, backup)
      ? fail(text('evidence.windowOverlaps', { window, backup }))
      : pass(text('evidence.windowSet', { window }));
  },
};

export const auroraPendingMaintenance: Check = {
  id: 'aurora-pending-maintenance',
  title: text('check.aurora-pending-maintenance.title'),
  why: text('check.aurora-pending-maintenance.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    if (isFileLocation(cluster.location)) return notApplicable(text('evidence.liveOnly'));
    if (cluster.settings.pendingMaintenanceActions === undefined) {
      return unknown(text('evidence.refused', { operation: 'DescribePendingMaintenanceActions' }));
    }
    const actions = [cluster, ...membersOf(cluster, context.graph)].flatMap(({ settings }) =>
      listOf(settings.pendingMaintenanceActions),
    );
    const soon = context.threshold('days', FORCED_WITHIN_DAYS);
    const forced = actions.find((action) => isForcedWithin(action, context.today, soon));
    if (forced === undefined)
      return answerOfPatches([cluster, ...membersOf(cluster, context.graph)], context);
    const [action, date] = [textOf(fieldOf(forced, 'action')) ?? '', forcedDay(forced) ?? ''];
    return fail(text('evidence.forcedMaintenance', { action, date }), {
      fix: maintenanceFix(cluster, action),
    });
  },
  helpUri: databaseGuide('USER_UpgradeDBInstance.Maintenance'),
  mappings: controlMappings({ wellArchitected: ['OPS05-BP05'] }),
  notes: [maintenanceWindow],
};

/** True if `sun:04:00-sun:04:30` overlaps the daily `04:15-05:00`: AWS refuses that, a plan does not. */
function doWindowsOverlap(maintenance: string, backup: string): boolean {
  const minutes = (window: string): [number, number] | null => {
    const [from, to] = [...window.matchAll(/(\d\d):(\d\d)/g)].map(([, h, m]) => Number(h) * 60 + Number(m));
    if (from === undefined || to === undefined) return null;
    return [from, to > from ? to : to + DAY_MINUTES];
  };
  const [a, b] = [minutes(maintenance), minutes(backup)];
  if (a === null || b === null) return false;
  return [-DAY_MINUTES, 0, DAY_MINUTES].some((shift) => a[0] + shift < b[1] && b[0] < a[1] + shift);
}

/**
 * Links to patches of the operating system that AWS never applies by itself. The service does not state how long a patch
 * has been waiting: its scheduled day shows it, or the event that announced it.
 */
function answerOfPatches(databases: readonly Asset[], { today, threshold }: CheckContext): Answer {
  const actions = databases.flatMap(({ settings }) => listOf(settings.pendingMaintenanceActions));
  const pending = text('evidence.pendingActions', { count: actions.length });
  const patches = databases.flatMap((database) =>
    listOf(database.settings.pendingMaintenanceActions)
      .filter(isPatch)
      .map((action) => ({ action, pendingSince: since(action, database) })),
  );
  const [oldest] = patches.sort((a, b) => (a.pendingSince ?? '').localeCompare(b.pendingSince ?? ''));
  if (oldest === undefined) return pass(pending);
  const known = patches.flatMap((patch) =>
    patch.pendingSince === null ? [] : daysBetween(patch.pendingSince, today),
  );
  const days = known.length === 0 ? null : Math.max(...known);
  if (days !== null && days > threshold('patchDays', FORGOTTEN_AFTER_DAYS)) {
    return fail(text('evidence.patchSince', { days }), {
      level: 'could',
      fix: maintenanceFix(databases[0], textOf(fieldOf(oldest.action, 'action')) ?? ''),
    });
  }
  const waits =
    days === null
      ? text('evidence.patchWaits', { kept: EVENT_RETENTION_DAYS })
      : text('evidence.patchSince', { days });
  return withRemarks(pass(pending), waits);
}

/** True for `New Operating System patch is available`; an upgrade of the distribution has a date and is no patch. */
function isPatch(action: SettingValue): boolean {
  const kind = textOf(fieldOf(action, 'action')) ?? '';
  const description = textOf(fieldOf(action, 'description')) ?? '';
  return /^(?:os-upgrade|system-update)$/.test(kind) && /\bpatch\b/i.test(description);
}

function since(action: SettingValue, { settings }: Asset): string | null {
  const announced = listOf(settings.recentEvents).find((event) =>
    /operating system/i.test(textOf(fieldOf(event, 'message')) ?? ''),
  );
  const day = textOf(fieldOf(action, 'currentApplyDate')) ?? textOf(fieldOf(announced, 'date'));
  return day === null ? null : day.slice(0, 10);
}

function maintenanceFix(database: Asset | undefined, action: string): Fix | null {
  if (database === undefined || isFileLocation(database.location)) return null;
  return {
    title: text('fix.maintenance', { action }),
    changes: [],
    command: maintenanceCommand(shellWord(database.location.arn), action),
  };
}

/**
 * Command that applies a pending action in the next maintenance window.
 * @param arn a word of a command
 */
export function maintenanceCommand(arn: string, action: string): string {
  return (
    `aws rds apply-pending-maintenance-action --resource-identifier ${arn} ` +
    `--apply-action ${shellWord(action)} --opt-in-type next-maintenance`
  );
}

function forcedDay(action: SettingValue): string | null {
  const date = textOf(fieldOf(action, 'forcedApplyDate')) ?? textOf(fieldOf(action, 'autoAppliedAfterDate'));
  return date === null ? null : date.slice(0, 10);
}

function isForcedWithin(action: SettingValue, today: string, days: number): boolean {
  const date = forcedDay(action);
  return date !== null && daysBetween(today, date) <= days;
}
