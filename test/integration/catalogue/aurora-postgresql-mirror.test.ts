import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { groupedBullets } from '../../../src/catalogue/merge/index.ts';
import type { Release } from '../../../src/model/index.ts';
import { LIMITLESS, UPDATES } from '../../../src/products/aurora-postgresql/notes/urls.ts';
import { VERSIONS } from '../../../src/products/aurora-postgresql/versions.ts';
import { releasesOfPostgresqlMirror } from '../../support/mirror/mirror-releases.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

/** Versions whose headings in the mirror contain a year, in any form. */
function versionsWithDay(): ReadonlySet<string> {
  const pages = [UPDATES, LIMITLESS].map((url) =>
    readFileSync(sharedPath('docs-mirror', url.slice(8)), 'utf8'),
  );
  const headings = pages.flatMap((page) => [...page.matchAll(/<h[2-6][^>]*>([^<]*\b20\d\d\b[^<]*)</g)]);
  return new Set(
    headings.flatMap(([, heading = '']) => {
      const read = VERSIONS.read(/\d+\.\d+(?:\.\d+)*/.exec(heading)?.[0] ?? '');
      return read.form === 'release' ? [read.version] : [];
    }),
  );
}

// The vendor's own pages, if ../shared exists.
describe('the release notes of Aurora PostgreSQL', { skip: needsShared }, () => {
  let releases: readonly Release[] = [];
  before(async () => {
    releases = await releasesOfPostgresqlMirror();
  });
  const find = (version: string): Release => {
    const found = releases.find((release) => release.version === version);
    assert.ok(found, version);
    return found;
  };

  test('contain every release from 9.6 to 18, and Limitless Database', () => {
    const limitless = releases.filter(({ line }) => line.endsWith('-limitless'));
    assert.ok(releases.length - limitless.length >= 694, String(releases.length));
    assert.ok(limitless.length >= 18);
    assert.deepEqual(
      [...new Set(releases.map(({ line }) => line))].sort(),
      ['10', '11', '12', '13', '14', '15', '16', '16-limitless', '17', '18', '9.6'].sort(),
    );
    assert.equal(new Set(releases.map(({ version }) => version)).size, releases.length);
  });

  test('have a day, or a bound marked as such', () => {
    const dated = versionsWithDay();
    assert.ok(dated.size > 500);
    const other = releases.filter(({ version, dayBound }) => (dayBound === 'latest') === dated.has(version));
    assert.deepEqual(
      other.map(({ version }) => version),
      [],
    );
    assert.equal(find('17.7').date, '2025-12-18');
    assert.equal(find('17.7.1').date, '2026-01-16');
    assert.equal(find('15.4.5').date, '2024-02-22');
    assert.ok(find('9.6.22').dayBound);
  });

  test('have items with labels, CVEs and extensions', () => {
    const items = releases.flatMap((release) => release.items);
    assert.ok(items.length > 6500);
    assert.ok(items.filter(({ cves }) => cves.length > 0).length > 350);
    assert.ok(items.every(({ text }) => text !== null && !text.endsWith('issues:')));
    assert.ok(
      find('17.9').extensions?.some(({ name, version }) => name === 'pg_cron' && version === '1.6.7'),
    );
    assert.deepEqual(find('17.7.2').items.flatMap(({ cves }) => cves).length, 6);
    assert.ok(
      find('17.5').items.some(({ section, features }) => {
        return section.startsWith('Babelfish:') && features.includes('babelfish');
      }),
    );
    assert.equal(find('9.6.8').comparedTo, '9.6.6');
  });

  test('describe some fifteen hundred different bugs', () => {
    const groups = groupedBullets(releases);
    assert.ok(groups.length > 1200 && groups.length < 2000, String(groups.length));
    const majors = groups.filter((group) => new Set(group.map(({ release }) => release.line)).size >= 3);
    assert.ok(majors.length > 300, String(majors.length));
  });
});
