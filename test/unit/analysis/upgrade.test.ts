import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { upgradeTargets, type UpgradeTarget } from '../../../src/analysis/index.ts';
import { nearestAdvice } from '../../../src/analysis/upgrade.ts';
import type { Catalogue, SupportPeriod } from '../../../src/model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../support/catalogue.ts';

const DAY = '2026-11-24';

const RELEASES = [
  releaseOf('2.11.1', '2023-02-14'),
  releaseOf('2.11.6', '2024-07-19'),
  releaseOf('2.12.0', '2023-07-25', { status: ['deprecated'] }),
  releaseOf('2.12.1', '2023-12-28'),
  releaseOf('2.12.6', '2026-03-09'),
  releaseOf('3.01.0', '2021-11-18', { comparedTo: '2.10.0', status: ['deprecated'] }),
  releaseOf('3.04.0', '2023-07-31', { upgradeFrom: ['2'] }),
  releaseOf('3.04.6', '2026-01-02', { upgradeFrom: ['2'] }),
  releaseOf('3.10.5', '2026-07-30', { upgradeFrom: ['2'] }),
  releaseOf('3.12.0', '2026-02-17', { upgradeFrom: ['2'] }),
  releaseOf('8.4.7', '2026-05-21', { comparedTo: '3.12.0', upgradeFrom: ['3'] }),
];

function period(scope: string, standardEnds: string, lts = false): SupportPeriod {
  return {
    product: 'aurora-mysql',
    scope,
    releasedOn: null,
    standardEnds,
    extendedStarts: null,
    extendedYear3Starts: null,
    extendedEnds: null,
    lts,
    extendedOffered: false,
    url: 'https://docs.aws.amazon.com/calendar.html',
  };
}

const SUPPORT = [
  period('3.04', '2026-10-31', true),
  period('3.10', '2028-04-30', true),
  period('8.4.7', '2027-11-30'),
];

function targets(from: string, bugs: Catalogue['bugs']): Map<string, UpgradeTarget> {
  const catalogue = { ...catalogueOf(RELEASES, bugs), support: SUPPORT };
  return new Map(upgradeTargets(catalogue, from, DAY).map((target) => [target.version, target]));
}

const ids = (matches: UpgradeTarget['clears'] | undefined): string[] =>
  (matches ?? []).map(({ bug }) => bug.id);

describe('where to go from a version', () => {
  const bugs = [
    bugOf('patch', ['2.11.6', '2.12.6']),
    bugOf('minor', ['2.12.1']),
    bugOf('line3', ['3.04.6', '3.10.5']),
  ];

  test('the newest patch of the same minor version clears what is fixed there, and no more', () => {
    const patch = targets('2.11.1', bugs).get('2.11.6');
    assert.equal(patch?.role, 'same-branch');
    assert.deepEqual([ids(patch.clears), ids(patch.remains)], [['patch'], ['minor']]);
  });

  test('the nearest that clears every serious bug is not deprecated and stays on the line', () => {
    const clears = targets('2.11.1', bugs).get('2.12.6');
    assert.equal(clears?.role, 'clears');
    assert.deepEqual(ids(clears.remains), []);
    assert.deepEqual(clears.path, ['2.12.6']);
  });

  test('what another line is not known to contain is not cleared there', () => {
    const lts = targets('2.11.1', bugs).get('3.10.5');
    assert.equal(lts?.role, 'lts');
    assert.deepEqual(ids(lts.clears), []);
    assert.deepEqual(ids(lts.remains).sort(), ['minor', 'patch']);
  });

  test('only long-term support lines still in support are recommended', () => {
    assert.ok(![...targets('2.11.1', bugs).keys()].some((version) => version.startsWith('3.04')));
  });

  test('a major version is never skipped, and its hazards are named', () => {
    const newest = targets('2.11.1', bugs).get('8.4.7');
    assert.deepEqual(newest?.path, ['3.10.5', '8.4.7']);
    assert.equal(newest.reachable, 'in-place');
    const hazards = newest.hazards.map(({ key }) => key);
    assert.ok(hazards.includes('upgrade.hazard.3.metrics') && hazards.includes('upgrade.hazard.84.tls'));
  });

  test('from a newer patch of a long-term line to a newer minor version names what it newly brings in', () => {
    const there = targets('3.10.5', [bugOf('new', ['3.10.5']), bugOf('old', ['8.4.7'])]).get('3.12.0');
    assert.deepEqual(ids(there?.brings), ['new']);
    assert.deepEqual(ids(there?.remains), ['old']);
  });

  test('a bug in upgrading belongs to the advice that leads there, and to no version that has its fix', () => {
    const bug = bugOf('precheck', ['3.10.5'], { bounds: { upgradeOnly: true } });
    const found = targets('2.11.1', [...bugs, bug]);
    assert.ok(ids(found.get('8.4.7')?.brings).includes('precheck'));
    assert.ok(!ids(found.get('3.10.5')?.brings).includes('precheck'));
    assert.ok(!ids(targets('3.10.5', [bug]).get('3.12.0')?.brings).includes('precheck'));
  });

  test('the next step in one line counts no fix that the notes leave doubtful, as the targets do not', () => {
    const releases = [
      releaseOf('3.04.0', '2023-07-31'),
      releaseOf('3.04.2', '2024-03-15'),
      releaseOf('3.08.0', '2024-11-18'),
      releaseOf('3.10.5', '2026-07-30'),
    ];
    const twice = bugOf('listed again', ['3.04.2', '3.10.5']);
    const catalogue = catalogueOf(releases, [twice, bugOf('minor', ['3.08.0'])]);
    const advice = nearestAdvice(catalogue, '3.04.0', new Map());
    assert.equal(advice?.version, '3.10.5');
    assert.deepEqual(advice.reason.args, { cleared: 2, serious: 2, osUpgrade: false });
    const clears = upgradeTargets(catalogue, '3.04.0', DAY).find(({ role }) => role === 'clears');
    assert.equal(clears?.version, '3.10.5');
  });

  test('the newest release has nowhere to go', () => {
    assert.equal(targets('8.4.7', bugs).size, 0);
  });
});
