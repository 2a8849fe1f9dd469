import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bugsOfVersion } from '../../../analysis/index.ts';
import { boundsOf, mergeBounds } from './bounds.ts';
import { mergeBugs } from '../index.ts';
import type { BugBounds } from '../../../model/index.ts';
import { catalogueOf, itemOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';

const NONE: BugBounds = { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false };

describe('bounds in the text of a bug', () => {
  const cases: [text: string, bounds: Partial<BugBounds>][] = [
    ['Fixed a leak in volume resizing, introduced in 2.31.0.', { introducedIn: '2.31.0' }],
    ['Fixed an issue introduced in version 3.4.0 that slows down sorting.', { introducedIn: '3.04.0' }],
    ['Fixed an issue introduced in Aurora MySQL version 3.31.1.', { introducedIn: '3.31.1' }],
    [
      'Reverted a change introduced in MySQL 8.0.99 that uses more memory.',
      { introducedInCommunity: '8.0.99' },
    ],
    ['Fixed hangs of Serverless clusters running on Aurora MySQL 3.31.0.', { names: ['3.31.0'] }],
    [
      'Fixed missing tables after migrating from RDS to Aurora MySQL versions 3.31.0 and 3.31.1.',
      { names: ['3.31.0', '3.31.1'] },
    ],
    ['Fixed wrong cache sizes. This impacted 2.31.x.', { names: ['2.31.*'] }],
    ['Fixed restarts of replicas when upgraded to release 2.31.0 before the writer.', { names: ['2.31.0'] }],
    [
      'Fixed an issue where restoring a backup to Aurora MySQL version 2.31.0 takes long.',
      { names: ['2.31.0'] },
    ],
    ['Fixed upgrade failures to version 3 of clusters with many views.', { upgradeOnly: true }],
    ['Fixed an issue that causes major version upgrades to fail with many views.', { upgradeOnly: true }],
    ['Fixed failures of prechecks while upgrading clusters with many views.', { upgradeOnly: true }],
    ['Fixed restoring an Aurora 1.x snapshot as a 2.x cluster, which took hours.', { upgradeOnly: true }],
    ['Upgrading from MySQL 5.7 with many tables used too much memory.', { upgradeOnly: true }],
    [
      'Fixed upgrades that fail when the target engine version is 3.31.0 or higher.',
      { upgradeOnly: true, introducedIn: '3.31.0' },
    ],
    // The problem of an upgraded cluster, or of one that can be upgraded.
    ['Fixed log tables that cannot be read after an in-place major version upgrade.', {}],
    ['Fixed a stall that makes commits, or a major version upgrade, fail.', {}],
    ['Fixed zero-downtime patching that fails with many sessions.', {}],
    // No cluster can avoid its next upgrade.
    ['Fixed failures while upgrading clusters with many views.', {}],
    ['Fixed clusters that cannot be reached during engine upgrades.', {}],
    // Statements without a bound on earlier versions.
    ['In Aurora MySQL versions lower than 3.31.2, users cannot see the status.', {}],
    ['Fixed host names. With this fix, clusters running on Aurora MySQL 3.31 and higher keep theirs.', {}],
    ['Slow joins (fixed in 5.7.99).', {}],
    ['Fixed a restart of readers. For more information, see Upgrading to Aurora MySQL version 3.', {}],
  ];
  for (const [text, bounds] of cases) {
    test(`reads ${Object.values(bounds).join(', ') || 'no bound'}: ${text}`, () =>
      assert.deepEqual(boundsOf('aurora-mysql', text), { ...NONE, ...bounds }));
  }
});

test('takes the widest bounds of several wordings', () => {
  assert.deepEqual(
    mergeBounds([
      { ...NONE, introducedIn: '2.31.0', names: ['2.31.2'], upgradeOnly: true },
      { ...NONE, introducedIn: '2.30.1', introducedInCommunity: '8.0.50', names: ['2.30.*'] },
    ]),
    {
      introducedIn: '2.30.1',
      introducedInCommunity: '8.0.50',
      names: ['2.30.*', '2.31.2'],
      upgradeOnly: false,
    },
  );
});

test('applies a named family to the whole minor version, with its later patches', () => {
  const fix = itemOf('Fixed wrong cache sizes. This impacted 2.31.x.');
  const releases = [
    releaseOf('2.31.0', '2030-01-01'),
    releaseOf('2.32.0', '2030-03-01', { items: [fix] }),
    releaseOf('2.31.2', '2030-04-01'),
  ];
  const catalogue = catalogueOf(releases, mergeBugs(releases));
  for (const version of ['2.31.0', '2.31.2']) {
    const [match] = bugsOfVersion(catalogue, 'aurora-mysql', version);
    assert.deepEqual([match?.confidence, match?.reason.key], ['high', 'bug.reason.named'], version);
  }
});
