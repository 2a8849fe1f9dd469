import assert from 'node:assert/strict';
import test from 'node:test';
import type { Asset, Inventory } from '../../../model/index.ts';
import { apiAsset, inventoryOf, rowOf } from '../../../../test/support/checks/checklist.ts';

const account = (assets: readonly Asset[], refusedCall?: string): Inventory => ({
  assets,
  suppressions: [],
  problems: [],
  unreadable:
    refusedCall === undefined
      ? []
      : [{ operation: refusedCall, account: '111122223333', region: 'eu-west-1', reason: 'AccessDenied' }],
});

/** Scaling activities, newest first, with the given interval in minutes. */
const activities = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, index) => ({
    cause: 'an instance was taken out of service in response to an ELB system health check failure.',
    startTime: new Date(Date.parse('2026-11-24T04:00:00Z') - index * minutes * 60_000).toISOString(),
  }));
const group = (settings: Asset['settings']): Asset =>
  apiAsset('auto-scaling-group', 'web', {
    autoScalingGroupName: 'web',
    maxSize: 4,
    desiredCapacity: 4,
    ...settings,
  });

test('asg-unhealthy-loop-live: reports many replacements in half an hour as a loop', () => {
  const answer = (settings: Asset['settings']) =>
    rowOf(account([group(settings)]), 'asg-unhealthy-loop-live').answer;
  assert.equal(answer({ scalingActivities: activities(3, 10) }), 'fail');
  assert.equal(answer({ scalingActivities: activities(3, 60) }), 'pass');
  assert.equal(answer({ scalingActivities: activities(9, 120) }), 'fail');
  assert.equal(answer({ scalingActivities: [] }), 'pass');
  assert.equal(answer({}), 'unknown');
  const suspended = {
    suspendedProcesses: [{ processName: 'ReplaceUnhealthy' }],
    scalingActivities: activities(3, 1),
  };
  assert.equal(answer(suspended), 'not-applicable');
});

test('asg-no-forgotten-suspension: names the suspended process from the API', () => {
  const row = rowOf(
    account([
      group({ suspendedProcesses: [{ processName: 'ReplaceUnhealthy', suspensionReason: 'by a person' }] }),
    ]),
    'asg-no-forgotten-suspension',
  );
  assert.equal(row.answer, 'fail');
  assert.match(row.fix?.command ?? '', /resume-processes .* web --scaling-processes ReplaceUnhealthy$/);
});

test('aurora-pending-maintenance: fails if a forced date is near', () => {
  const answer = (settings: Asset['settings']) =>
    rowOf(account([apiAsset('database', 'db', settings)]), 'aurora-pending-maintenance').answer;
  assert.equal(
    answer({
      pendingMaintenanceActions: [{ action: 'os-upgrade', forcedApplyDate: '2026-12-01T00:00:00Z' }],
    }),
    'fail',
  );
  assert.equal(
    answer({
      pendingMaintenanceActions: [{ action: 'os-upgrade', forcedApplyDate: '2027-06-01T00:00:00Z' }],
    }),
    'pass',
  );
  assert.equal(answer({ pendingMaintenanceActions: [{ action: 'system-update' }] }), 'pass');
  assert.equal(answer({}), 'unknown', 'the call was refused');
  const declared = inventoryOf('tf', 'resource "aws_rds_cluster" "db" {\n engine = "aurora-mysql"\n}');
  assert.equal(rowOf(declared, 'aurora-pending-maintenance').answer, 'not-applicable');
  const v1 = apiAsset('database', 'v1', { engineMode: 'serverless' });
  assert.equal(rowOf(account([v1]), 'aurora-pending-maintenance').answer, 'not-applicable');
});

test('leaves a check unknown after a refused call, and names the operation', () => {
  const cluster = apiAsset('database', 'db', { dbClusterIdentifier: 'db' });
  assert.equal(rowOf(account([cluster]), 'aurora-alarm-connections').answer, 'fail');
  const row = rowOf(account([cluster], 'cloudwatch:DescribeAlarms'), 'aurora-alarm-connections');
  assert.equal(row.answer, 'unknown');
  assert.deepEqual(row.evidence, { key: 'evidence.refused', args: { operation: 'DescribeAlarms' } });
});

test('aurora-custom-parameter-group: fails for parameters that wait for a restart', () => {
  const cluster = apiAsset('database', 'db', {
    dbClusterParameterGroupName: 'own',
    dbClusterParameterGroupStatus: 'pending-reboot',
  });
  assert.equal(rowOf(account([cluster]), 'aurora-custom-parameter-group').answer, 'fail');
});

test('asg-elb-health-grace: fails if the API reports no grace period', () => {
  assert.equal(
    rowOf(account([group({ healthCheckType: 'EC2,ELB' })]), 'asg-elb-health-grace').answer,
    'fail',
  );
});

test('cloudtrail-rds-asg: fails for an account without a trail', () => {
  const cluster = apiAsset('database', 'db', {});
  assert.equal(rowOf(account([cluster]), 'cloudtrail-rds-asg').answer, 'fail');
  assert.equal(
    rowOf(account([cluster], 'cloudtrail:DescribeTrails'), 'cloudtrail-rds-asg').answer,
    'unknown',
  );
});
