import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readTitles } from '../../../scripts/lib/titles.ts';
import { runsOf } from '../../../scripts/lib/vendor-words.ts';
import { faultsOf, reportTitles, type TitleReport } from '../../../scripts/titles/report.ts';
import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import type { KnownBug } from '../../../src/model/index.ts';
import { bugOf } from '../../support/catalogue.ts';

describe('the titles in our own words', () => {
  let bugs: readonly KnownBug[];
  let report: TitleReport;

  before(async () => {
    bugs = (await loadSnapshot()).bugs.filter(({ product }) => product === 'aurora-mysql');
    report = reportTitles(readTitles(), bugs, null);
  });

  test('cover every critical and high bug of 2.07 and later, and 95 % of all', () => {
    assert.ok(report.bugs > 500);
    assert.equal(report.coverage.serious, 1);
    assert.ok(report.coverage.all >= 0.95);
  });

  test('are short, each of one bug, and none is left over', () => {
    assert.deepEqual(faultsOf(report), []);
    assert.deepEqual(report.listedTwice, []);
  });

  test('are those that the snapshot shows', () => {
    const titles = readTitles();
    for (const { id, title, listings } of bugs) {
      const written = listings.map(({ digest }) => titles.get(digest)).find((found) => found !== undefined);
      if (written !== undefined) assert.equal(title, written, id);
      assert.ok(title.length > 0 && title.length <= 90, id);
    }
  });
});

describe('the report on titles', () => {
  const bug = (id: string, version: string, more: Partial<KnownBug> = {}): KnownBug =>
    bugOf(id, [version], { listings: [{ version, digest: id }], ...more });
  const faults = (titles: Record<string, string>, bugs: readonly KnownBug[], runs: readonly string[] = []) =>
    faultsOf(reportTitles(new Map(Object.entries(titles)), bugs, new Set(runs)));

  const cases: [name: string, found: string[], expected: string[]][] = [
    ['finds nothing wrong', faults({ a: 'One', b: 'Two' }, [bug('a', '2.07.0'), bug('b', '3.10.0')]), []],
    [
      'old bugs and CVEs need none',
      faults({}, [bug('a', '2.06.0'), bug('b', '3.10.0', { cves: ['CVE-2024-1'] })]),
      [],
    ],
    [
      'a serious bug without one',
      faults({}, [bug('a', '2.07.0')]),
      ['critical and high bugs without a title', 'too many bugs without a title'],
    ],
    ['a long one', faults({ a: 'x'.repeat(91) }, [bug('a', '2.07.0')]), ['titles longer than 90 characters']],
    [
      'one for two bugs',
      faults({ a: 'One', b: 'One' }, [bug('a', '2.07.0'), bug('b', '3.10.0')]),
      ['different bugs with one title'],
    ],
    [
      'one for a fix that is listed twice',
      faults({ a: 'One', b: 'One' }, [bug('a', '2.07.0'), bug('b', '2.07.0')]),
      [],
    ],
    ['one of no bug', faults({ a: 'One', c: 'Two' }, [bug('a', '2.07.0')]), ['titles of no bug']],
    [
      'six words of the vendor',
      faults(
        { a: 'Some One, two-three four FIVE six.' },
        [bug('a', '2.07.0')],
        ['one two three four five six'],
      ),
      ["runs of more than 5 of the vendor's words"],
    ],
  ];
  for (const [name, found, expected] of cases) test(name, () => assert.deepEqual(found, expected));

  test('a name with underscores is one word', () => {
    assert.deepEqual(runsOf('Set `max_user_connections`: two, three', 3), [
      'set max_user_connections two',
      'max_user_connections two three',
    ]);
    assert.deepEqual(runsOf('too short', 3), []);
  });
});
