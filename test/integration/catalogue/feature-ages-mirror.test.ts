import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FEATURES, type Feature, type Release } from '../../../src/model/index.ts';
import { FEATURE_AGES as MYSQL_AGES } from '../../../src/products/aurora-mysql/feature-age.ts';
import { FEATURE_AGES as POSTGRESQL_AGES } from '../../../src/products/aurora-postgresql/feature-age.ts';
import type { FeatureAges } from '../../../src/products/lineage/feature-ages.ts';
import { releasesOfMirror, releasesOfPostgresqlMirror } from '../../support/mirror/mirror-releases.ts';
import { needsShared } from '../../support/shared.ts';

/** Beginning of a bullet about a new feature. */
const ANNOUNCES = /^(?:introduced?|launch\w*|added support for|support for|adds support for|new\b)/i;

/** Features that existed before the notes announced more of them: a cipher, an extension, a form of a statement. */
const NATIVE: ReadonlySet<Feature> = new Set<Feature>([
  ...([
    'ssl-tls',
    'snapshot-restore',
    'upgrade',
    'json',
    'kill-query',
    'large-objects',
    'xml',
    'time-zone',
  ] as const),
  ...(['ddl', 'locking', 'kerberos', 's3-import-export', 'foreign-data-wrappers', 'extensions'] as const),
]);

/** Features that a release announces and no earlier release mentions, with that release. */
function announced(releases: readonly Release[]): [Feature, Release][] {
  const byDay = releases.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return FEATURES.filter((feature) => !NATIVE.has(feature)).flatMap((feature) => {
    const speaking = byDay.filter(({ items }) => items.some(({ features }) => features.includes(feature)));
    return speaking
      .filter(({ date }) => date === speaking[0]?.date)
      .filter(({ items }) =>
        items.some(
          ({ kind, features, text }) =>
            kind === 'feature' && features.includes(feature) && ANNOUNCES.test(text ?? ''),
        ),
      )
      .map((release): [Feature, Release] => [feature, release]);
  });
}

describe('the tables of feature ages', { skip: needsShared }, () => {
  function assertKnown(releases: readonly Release[], ages: FeatureAges): void {
    const found = announced(releases);
    assert.ok(found.length > 0);
    const lacks = (version: string, feature: Feature): boolean => ages.missingIn(version).has(feature);
    for (const [feature, { version }] of found) {
      assert.ok(!lacks(version, feature), `${feature} is in ${version}`);
      // The user guide can name it earlier.
      assert.ok(
        releases.some((release) => lacks(release.version, feature)),
        `${feature} came with ${version} at the latest`,
      );
    }
  }

  test('contain every announced feature of Aurora MySQL', () => assertKnown(releasesOfMirror(), MYSQL_AGES));
  test('contain every announced feature of Aurora PostgreSQL', async () =>
    assertKnown(await releasesOfPostgresqlMirror(), POSTGRESQL_AGES));
});
