import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { allOf, failingLink, passingLink, notApplicable, unknownLink } from '../answers.ts';
import { databaseGuide, controlMappings, type Check } from '../check.ts';
import { modifyCommand } from '../commands.ts';
import { numberOf, readSetting } from '../reading/readings.ts';

/**
 * Minimum headroom of the limit above the allocated storage, in percent (Amazon RDS User Guide,
 * USER_PIOPS.Autoscaling).
 */
const MIN_ROOM = 10;

export const rdsStorageAutoscaling: Check = {
  id: 'rds-storage-autoscaling',
  title: text('check.rds-storage-autoscaling.title'),
  why: text('check.rds-storage-autoscaling.why'),
  level: 'should',
  appliesTo: ['database'],
  isAsked: ({ isStorageAllocated }) => isStorageAllocated,
  evaluate(database) {
    if (database.declaredAs === undefined)
      return notApplicable(text('evidence.noStorageAutoscaling', { asset: database.name }));
    const limit = readSetting(database, 'maxAllocatedStorage');
    if (limit.state === 'unknown') return allOf([unknownLink(limit.evidence)]);
    const most = numberOf(limit.value) ?? 0;
    const allocated = numberOf(database.settings.allocatedStorage);
    const isTooNear = allocated !== null && most > 0 && most * 100 < allocated * (100 + MIN_ROOM);
    const evidence = isTooNear
      ? text('evidence.storageNearLimit', { asset: database.name, most, allocated, percent: MIN_ROOM })
      : limit.evidence;
    return allOf([most === 0 || isTooNear ? failingLink(evidence) : passingLink(evidence)], {
      fix: fixFor(database, allocated),
    });
  },
  care: text('check.rds-storage-autoscaling.care'),
  helpUri: databaseGuide('USER_PIOPS.Autoscaling'),
  mappings: controlMappings({ wellArchitected: ['REL07-BP01'] }),
};

/** Fix that sets the limit to twice the allocated storage; null if the allocated storage is unknown. */
function fixFor(database: Asset, allocated: number | null): Fix | null {
  if (allocated === null) return null;
  const most = allocated * 2;
  return {
    title: text('fix.storageLimit', { most }),
    changes: [
      { kind: 'setting', assetId: database.id, setting: 'maxAllocatedStorage', value: most, mode: 'set' },
    ],
    command: `${modifyCommand(database)} --max-allocated-storage ${most} --apply-immediately`,
  };
}
