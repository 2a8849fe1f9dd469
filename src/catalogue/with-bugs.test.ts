import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBugs } from './with-bugs.ts';
import type { Release } from '../model/index.ts';
import { bugOf, itemOf, releaseOf } from '../../test/support/catalogue/catalogue.ts';

const MYSQL = releaseOf('2.11.2', '2023-03-24');
const POSTGRES: Release = { ...releaseOf('16.4.0', '2024-09-30'), product: 'aurora-postgresql' };
const LINUX: Release = { ...releaseOf('2023.5.20240624', '2024-06-24'), product: 'amazon-linux-2023' };
const OF_MYSQL = bugOf('a1', ['2.11.2']);
const OF_POSTGRES = bugOf('b1', ['16.4.0'], { product: 'aurora-postgresql' });
const ADVISORY = { package: 'zebra', advisory: 'ALAS-1', assigned: 'by version', date: null } as const;
const OF_LINUX = bugOf('c1', [], { product: 'amazon-linux-2023', os: ADVISORY });
const BEFORE = { releases: [POSTGRES, MYSQL, LINUX], bugs: [OF_MYSQL, OF_POSTGRES, OF_LINUX] };

/** Merged versions, and the resulting catalogue. */
function readAgain(releases: readonly Release[], before: typeof BEFORE | null) {
  const merged: string[] = [];
  const updated = withBugs(releases, before, (changed) => {
    merged.push(...changed.map(({ version }) => version));
    return changed.map(({ product, version }) => bugOf(`new ${version}`, [version], { product }));
  });
  return { merged, releases: updated.releases, bugs: updated.bugs.map(({ id }) => id) };
}

test('reuses earlier bugs if no release changed', () => {
  const again = structuredClone(BEFORE.releases);
  const updated = readAgain(again, BEFORE);
  assert.deepEqual(updated, { merged: [], releases: BEFORE.releases, bugs: ['a1', 'b1'] });
});

test('merges only products with a changed release, bullet or order', () => {
  const more = { ...MYSQL, items: [itemOf('Fixed a thing.')] };
  const [newer, patched] = [releaseOf('2.11.3', '2023-06-09'), { ...MYSQL, lts: true }];
  for (const ofMysql of [[more], [newer, MYSQL], [MYSQL, newer], [patched]]) {
    const { merged, bugs } = readAgain([POSTGRES, ...ofMysql, LINUX], BEFORE);
    const versions = ofMysql.map(({ version }) => version);
    assert.deepEqual(merged, versions);
    assert.deepEqual(bugs, [...versions.map((version) => `new ${version}`), 'b1']);
  }
});

test('merges everything again after a change of rules', () => {
  const { merged } = readAgain(BEFORE.releases, null);
  assert.deepEqual(merged, ['16.4.0', '2.11.2', '2023.5.20240624']);
});
