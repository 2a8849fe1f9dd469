import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { versionAnswer } from '../../analysis/index.ts';
import { bugsCsv, bugsJsonLines } from '../index.ts';
import { bugOf, catalogueOf, itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const FIX = itemOf('A fix of something.');
const CATALOGUE = catalogueOf(
  [
    releaseOf('2.11.0', '2023-01-01', { items: [itemOf('Nothing of note.')] }),
    releaseOf('2.11.1', '2023-02-01', { items: [FIX] }),
  ],
  [
    bugOf(FIX.digest, ['2.11.1'], {
      title: '=Restart, "now"',
      listings: [{ version: '2.11.1', digest: FIX.digest }],
    }),
  ],
);

function answer(version: string) {
  return versionAnswer(CATALOGUE, 'aurora-mysql', version, '2023-06-01');
}

function jsonLines(version: string): Record<string, unknown>[] {
  const lines = bugsJsonLines(answer(version), 'en').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('known bugs of a version as lines', () => {
  test('contain the version, its coverage and the bug on every line of JSON', () => {
    const [only, ...others] = jsonLines('2.11.0');
    assert.deepEqual(others, []);
    assert.equal(only?.['coverage'], 'known');
    assert.equal(only['id'], answer('2.11.0').matches[0]?.bug.id);
    assert.deepEqual(only['fixedIn'], ['2.11.1']);
  });

  test('name the releases with each bug of a range', () => {
    const [only] = jsonLines('2.11');
    assert.equal(only?.['coverage'], 'partial');
    assert.deepEqual(only['inVersions'], ['2.11.0']);
    assert.match(bugsCsv(answer('2.11'), 'en'), /^aurora-mysql,2\.11,partial,/m);
  });

  test('escape a title that a spreadsheet would run as a formula', () => {
    assert.match(bugsCsv(answer('2.11.0'), 'en'), /,"'=Restart, ""now""",2\.11\.1,/);
  });

  const without: [version: string, coverage: string][] = [
    ['2.11.1', 'known'],
    ['3.99.0', 'newer'],
    ['2.09.0', 'not-covered'],
    ['9.9.9', 'no-release'],
  ];
  for (const [version, coverage] of without) {
    test(`are one line without an id if there is no bug: ${coverage}`, () => {
      const [only, ...others] = jsonLines(version);
      assert.deepEqual(others, []);
      assert.equal(only?.['coverage'], coverage);
      assert.equal(only['id'], null);
      assert.equal(only['reason'] === '', coverage === 'known');
      const rows = bugsCsv(answer(version), 'ja').trimEnd().split('\r\n');
      assert.equal(rows.length, 2);
      assert.ok(rows[1]?.startsWith(`aurora-mysql,${version},${coverage},,`));
    });
  }
});
