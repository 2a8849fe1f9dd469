import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Feature } from '../../model/index.ts';
import { FEATURE_AGES as MYSQL_AGES } from '../aurora-mysql/feature-age.ts';
import { FEATURE_AGES as POSTGRESQL_AGES } from '../aurora-postgresql/feature-age.ts';
import type { FeatureAges } from './feature-ages.ts';

const BOUNDS = { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false };

function isTooOld(ages: FeatureAges, version: string, needs: Feature[][], words = ''): boolean {
  const bounds = { ...BOUNDS, forms: ages.formsIn(words) };
  return ages.isTooOldFor({ needs, bounds }, ages.missingIn(version), () => false);
}

describe('bugs of a feature, in releases before it', () => {
  const mysql: [version: string, needs: Feature[][], words: string, expected: boolean][] = [
    ['3.01.1', [['serverless']], 'scaling of Aurora Serverless', true],
    ['3.02.0', [['serverless']], 'scaling of Aurora Serverless v2', false],
    ['2.11.1', [['serverless']], 'scaling of Aurora Serverless v1', false],
    ['2.11.1', [['serverless']], 'scaling of Aurora Serverless v2', true],
    ['3.03.3', [['write-forwarding']], 'local write forwarding stalls', true],
    ['3.04.0', [['write-forwarding']], 'local write forwarding stalls', false],
    ['3.03.3', [['write-forwarding']], 'write forwarding stalls', false],
    ['3.03.3', [['write-forwarding']], 'global or local write forwarding stalls', false],
    ['3.04.6', [['binlog']], 'a restart with the in-memory relay log cache', true],
    ['3.05.0', [['binlog']], 'a restart with aurora_in_memory_relaylog', false],
    ['8.4.7', [['binlog']], 'a restart with aurora_in_memory_relaylog', false],
    ['3.01.0', [['enhanced-binlog']], 'enhanced binlog', true],
    // The alternative feature exists in the version.
    ['3.01.0', [['enhanced-binlog', 'xa']], 'enhanced binlog or XA', false],
    ['3.01.0', [['enhanced-binlog'], ['xa']], 'XA with enhanced binlog', true],
    ['3.05.0', [['machine-learning']], 'calls of Bedrock', true],
    ['8.4.7', [['query-cache']], 'the query cache', true],
  ];
  for (const [version, needs, words, expected] of mysql)
    test(`${expected ? 'exclude' : 'include'} Aurora MySQL ${version} for ${words}`, () =>
      assert.equal(isTooOld(MYSQL_AGES, version, needs, words), expected));

  const postgresql: [version: string, needs: Feature[][], words: string, expected: boolean][] = [
    ['17.5.4', [['dynamic-data-masking']], 'pg_columnmask', true],
    ['17.6', [['dynamic-data-masking']], 'pg_columnmask', false],
    ['16.9.2', [['dynamic-data-masking']], 'pg_columnmask', true],
    ['16.10', [['dynamic-data-masking']], 'pg_columnmask', false],
    // Older major versions never had it, newer ones have it from the beginning.
    ['15.15', [['dynamic-data-masking']], 'pg_columnmask', true],
    ['18.3', [['dynamic-data-masking']], 'pg_columnmask', false],
    ['12.9.8', [['blue-green']], 'blue/green', true],
    ['13.5.3', [['serverless']], 'Serverless v2', true],
    ['13.5.3', [['serverless']], 'Serverless v1', false],
    ['12.22', [['serverless']], 'Serverless', false],
    ['15.7', [['write-forwarding']], 'local write forwarding', true],
    ['15.7', [['write-forwarding']], 'write forwarding', false],
  ];
  for (const [version, needs, words, expected] of postgresql)
    test(`${expected ? 'exclude' : 'include'} Aurora PostgreSQL ${version} for ${words}`, () =>
      assert.equal(isTooOld(POSTGRESQL_AGES, version, needs, words), expected));
});

test('keeps a bug in a major version that lists it, unless the feature is newer', () => {
  const listed = (ages: FeatureAges, version: string, feature: Feature): boolean =>
    ages.isTooOldFor({ needs: [[feature]], bounds: BOUNDS }, ages.missingIn(version), () => true);
  assert.equal(listed(POSTGRESQL_AGES, '15.15', 'dynamic-data-masking'), false);
  assert.equal(listed(POSTGRESQL_AGES, '16.9', 'dynamic-data-masking'), true);
  assert.equal(listed(MYSQL_AGES, '3.03.0', 'enhanced-binlog'), true);
});
