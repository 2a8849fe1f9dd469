import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../../l10n/index.ts';
import { productIds, unknownProductText } from '../index.ts';

const NEAR: [written: string, near: RegExp][] = [
  ['mysql', /Did you mean aurora-mysql, rds-mysql\?/],
  ['aurora', /Did you mean aurora-mysql, aurora-postgresql\?/],
  ['Aurora MySQL', /Did you mean aurora-mysql\?/],
  ['al2023', /Did you mean amazon-linux-2023\?/],
  ['AL2', /Did you mean amazon-linux-2\?/],
  ['amazon linux', /Did you mean amazon-linux-1, amazon-linux-2, amazon-linux-2023\?/],
  ['bottlerocket 1.20', /Did you mean bottlerocket\?/],
  ['botlerocket', /Did you mean bottlerocket\?/],
  ['aurora-postgers', /Did you mean aurora-postgresql\?/],
  ['2.11.1', /Did you mean aurora-mysql 2\.11\.1\?/],
  ['oracle', /RDS for Oracle is not covered\. Covered: /],
  ['sqlserver-se', /RDS for SQL Server is not covered\. Covered: /],
  ['x', /“x” is not a product\. Known: /],
  ['redis', /“redis” is not a product\. Known: /],
  ['', /Name a product \(/],
];

for (const [written, sentence] of NEAR) {
  test(`suggests products for “${written}”`, () => {
    assert.match(say(unknownProductText(written, productIds()), 'en'), sentence);
    assert.notEqual(say(unknownProductText(written, productIds()), 'ja'), '');
  });
}

test('suggests products of PostgreSQL for postgres', () => {
  assert.match(say(unknownProductText('postgres', productIds()), 'en'), /Did you mean .*aurora-postgresql/);
});

test('rejects a name of a million letters quickly', () => {
  assert.match(say(unknownProductText('aurora'.repeat(200_000), productIds()), 'en'), /is not a product/);
});
