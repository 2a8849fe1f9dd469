import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSnapshot } from '../../catalogue/snapshot/index.ts';
import { nearReleases } from './near-releases.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const RELEASES = [
  releaseOf('3.08.0', '2024-11-18', { communityVersion: '8.0.39' }),
  releaseOf('3.08.2', '2025-04-07', { communityVersion: '8.0.39' }),
  releaseOf('3.10.0', '2025-07-31', { communityVersion: '8.0.42' }),
  releaseOf('3.10.5', '2026-07-30', { communityVersion: '8.0.42' }),
  releaseOf('3.12.0', '2026-02-17', { communityVersion: '8.0.44' }),
];
const BUG = bugOf('b', ['3.10.5', '3.12.0'], { bounds: { introducedInCommunity: '8.0.42' } });
const CATALOGUE = catalogueOf(RELEASES, [BUG]);

function brought(from: string, to: string): string[] {
  return nearReleases(CATALOGUE, 'aurora-mysql', from, to).map(({ version }) => version);
}

test('names the first release that brings a community bug in', () => {
  assert.deepEqual(brought('3.08.0', '3.10.5'), ['3.10.0']);
  assert.deepEqual(brought('3.10.0', '3.10.5'), [], 'the present version has it already');
  assert.deepEqual(brought('3.08.0', '3.12.0'), [], 'fixed with the version that would bring it');
});

test('names the minor versions with a regression of PostgreSQL, and the page that says so', async () => {
  const near = nearReleases(await loadSnapshot(), 'rds-postgresql', '16.6', '16.15');
  const pages = near.map(({ version, url }) => `${version} ${/[\d.]+(?=\/$)/.exec(url)?.[0]}`);
  assert.ok(pages.includes('16.12 16.13'), pages.join());
  assert.ok(near.every(({ version, broughtBugs }) => version !== '16.15' && broughtBugs.length > 0));
});
