import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBug, Release } from '../../../model/index.ts';
import { generationOf } from './generations.ts';
import { LINEAGE } from './index.ts';
import { VERSIONS } from '../versions.ts';

// Made-up days for real version numbers: the rules use numbers and days alone.
const DAYS: Readonly<Record<string, string>> = {
  '17.5': '2025-06-01',
  '17.5.1': '2025-08-01',
  '17.5.2': '2026-01-10',
  '17.6': '2025-09-01',
  '17.6.1': '2025-09-20',
  '17.7': '2026-01-20',
  '17.7.1': '2026-03-01',
  '16.9': '2025-06-01',
  '16.10': '2025-09-01',
  '16.11': '2026-01-20',
  '13.9': '2023-01-01',
  '13.9.9': '2025-05-01',
  '12.9': '2022-01-01',
  '12.9.9': '2026-01-10',
  '16.9.101': '2025-10-01',
};

function release(version: string, more: Partial<Release> = {}): Release {
  return {
    product: 'aurora-postgresql',
    version,
    date: DAYS[version] ?? '2022-01-01',
    line: VERSIONS.line(version),
    branch: VERSIONS.branch(version),
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    url: 'https://docs.example/',
    items: [],
    ...more,
  };
}

const OLD = ['11.8', '11.9', '11.9.1'].map((version) => release(version, { dayBound: 'latest' }));
const LINE = LINEAGE.trace([...Object.keys(DAYS).map((version) => release(version)), ...OLD]);

function bug(listings: readonly string[], more: Partial<KnownBug> = {}): KnownBug {
  const bounds = { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false };
  return {
    id: 'aaaaaaaaaa',
    product: 'aurora-postgresql',
    needs: [],
    cves: [],
    bounds,
    listings: listings.map((version) => ({ version, digest: 'aaaaaaaaaa' })),
    ...more,
  } as unknown as KnownBug;
}

function claim(version: string, listings: readonly string[], more: Partial<KnownBug> = {}): string {
  return LINE.judge(bug(listings, more), version)?.confidence ?? 'fixed';
}

test('groups minor versions of one quarter into a generation', () => {
  for (const same of [
    ['17.7', '16.11', '15.15', '14.20', '13.23', '18.1'],
    ['17.2', '16.6', '15.10', '14.15', '13.18', '12.22'],
    ['14.3', '13.7', '12.11', '11.16', '10.21'],
    ['13.3', '12.7', '11.12', '10.17', '9.6.22'],
    ['16.11.2', '16.11-limitless'],
  ])
    assert.deepEqual(new Set(same.map(generationOf)).size, 1, same.join(' '));
  assert.equal(generationOf('47.1'), null);
});

test("follows the minor version's own listings: the last one of a fix, the first of a CVE", () => {
  assert.equal(claim('17.5', ['17.5.1']), 'high');
  assert.equal(claim('17.5.1', ['17.5.1']), 'fixed');
  assert.equal(claim('17.5.1', ['17.5.1', '17.5.2']), 'high');
  assert.equal(claim('17.5.1', ['17.5.1', '17.5.2'], { cves: ['CVE-2031-1000'] }), 'fixed');
});

test('treats a minor version as fixed if it began long after the fix, and as unsure soon after', () => {
  assert.equal(claim('17.7', ['17.6.1']), 'fixed');
  assert.equal(claim('17.7', ['16.10']), 'fixed');
  assert.equal(claim('17.7', ['17.5.2']), 'low');
  assert.equal(claim('17.7.1', ['17.5.2']), 'fixed', 'a later patch of it did not need the fix');
  assert.equal(claim('17.6', ['17.5.2']), 'low');
  assert.equal(claim('17.7', ['16.11'], { cves: ['CVE-2031-1000'] }), 'fixed');
  assert.equal(claim('17.7', ['16.11']), 'low');
});

test('raises confidence before the first listing if a related minor version needed the fix', () => {
  assert.equal(claim('17.5', ['17.7']), 'medium');
  assert.equal(claim('17.5', ['17.7.1']), 'low');
  assert.equal(claim('13.9.9', ['12.9.9', '17.5.2']), 'medium');
  assert.equal(claim('13.9.9', ['17.5.2']), 'low');
});

test('compares numbers of releases without a day', () => {
  assert.equal(claim('11.9', ['11.8']), 'fixed');
  assert.equal(claim('11.8', ['11.9']), 'medium');
  assert.equal(claim('11.9', ['11.9.1']), 'high');
});

test('respects a stated base, Limitless Database, and bugs of upgrades', () => {
  const based = LINEAGE.trace([release('12.4', { comparedTo: '11.9' }), ...OLD]);
  assert.equal(based.judge(bug(['11.9']), '12.4'), null);
  assert.equal(claim('16.10', ['16.9.101']), 'fixed', 'built apart');
  assert.equal(
    claim('17.5', ['17.5.1'], { bounds: LINEAGE.boundsIn('Fixed a major version upgrade that failed.') }),
    'fixed',
  );
  assert.equal(LINEAGE.boundsIn('Fixed a crash after a major version upgrade.').upgradeOnly, false);
});

test('judges a pin by each patch of its minor version', () => {
  const pinned = LINE.judgePin(bug(['17.5.2']), '17.5');
  assert.deepEqual([pinned?.confidence, pinned?.inVersions], ['medium', ['17.5', '17.5.1']]);
  assert.equal(pinned?.reason.key, 'bug.reason.pendingPatch');
  assert.deepEqual(LINE.judgePin(bug(['17.7']), '17.5')?.confidence, 'medium');
  assert.equal(LINE.judgePin(bug(['17.5']), '17.5'), null);
  assert.equal(LINE.judgePin(bug(['17.5.2']), '17.5.1')?.confidence, 'high');
  assert.equal(LINE.containsFix('17.7', bug(['17.5.2'])), 'doubtful');
});
