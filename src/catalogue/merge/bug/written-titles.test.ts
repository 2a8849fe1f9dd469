import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readJapaneseTitles, readTitles, ENGINES_WITH_TITLES } from '../../../../scripts/titles/titles.ts';
import { runsOf } from '../../../../scripts/titles/vendor-words.ts';
import { composeTitle } from '../../../../scripts/titles/compose-title.ts';
import { faultsOf, reportTitles, type TitleReport } from '../../../../scripts/titles/report.ts';
import { omittedConsequences, writtenTitle } from '../index.ts';
import { loadSnapshot } from '../../snapshot/index.ts';
import { bugsOfVersion } from '../../../analysis/index.ts';
import type { Impact, KnownBug } from '../../../model/index.ts';
import { bugOf } from '../../../../test/support/catalogue/catalogue.ts';

/** Words by which a Japanese title names an outage or something equivalent. */
const OUTAGE =
  /再起動|停止|停滞|中断|クラッシュ|ハング|フェイルオーバー|使用不能|応答しなく|アサーション|終了する|デッドロック|デッドラッチ|無限ループ|起動できない|起動しない|起動が|固まる|可用性|不安定|データベース障害|待たせる|使えるまで/;

describe('curated titles of Aurora MySQL', () => {
  let bugs: readonly KnownBug[];
  let report: TitleReport;

  before(async () => {
    bugs = (await loadSnapshot()).bugs.filter(({ product }) => product === 'aurora-mysql');
    report = reportTitles(readTitles('titles'), bugs, null);
  });

  test('cover every bug with a description in the notes', () => {
    assert.ok(report.bugs > 700);
    assert.deepEqual(report.untitled, []);
  });

  test('name wrong data and outages, and none is generic', () => {
    assert.deepEqual(
      report.understated.map(({ title }) => title),
      [],
    );
    const generic = bugs.filter((bug) => bug.cves.length === 0 && bug.title === composeTitle(bug).title);
    assert.deepEqual(generic, []);
  });

  test('exist in Japanese for every bug that is urgent in any version', async () => {
    const catalogue = await loadSnapshot();
    const urgent = catalogue.releases
      .filter(({ product }) => product === 'aurora-mysql')
      .flatMap(({ version }) => bugsOfVersion(catalogue, 'aurora-mysql', version))
      .filter(({ bug, urgency }) => urgency.level === 'urgent' && bug.cves.length === 0)
      .map(({ bug }) => bug);
    assert.ok(urgent.length > 100);
    assert.deepEqual(
      new Set(urgent.filter(({ titleIn }) => titleIn === undefined).map(({ id }) => id)),
      new Set(),
    );
  });

  test('are short and unique in Japanese, and name outages', () => {
    const english = readTitles('titles');
    const japanese = readJapaneseTitles('titles');
    assert.equal(new Set(japanese.values()).size, japanese.size);
    for (const [digest, ja] of japanese) {
      assert.ok(english.has(digest), digest);
      assert.ok(ja.length <= 90, digest);
    }
    const silent = bugs.filter(
      ({ titleIn, consequences }) =>
        titleIn !== undefined && consequences.includes('unavailability') && !OUTAGE.test(titleIn.ja),
    );
    assert.deepEqual(
      silent.map(({ titleIn }) => titleIn?.ja),
      [],
    );
  });

  test('are short and unique, and none is unused', () => {
    assert.deepEqual(faultsOf(report), []);
    assert.deepEqual(report.listedTwice, []);
  });

  test('appear in the snapshot', () => {
    const titles = readTitles('titles');
    for (const { id, title, titleIn, consequences, aliases } of bugs) {
      const written = writtenTitle([id, ...aliases], consequences, titles);
      if (written !== undefined) assert.deepEqual({ title, ...(titleIn && { titleIn }) }, written, id);
      assert.ok(title.length > 0 && title.length <= 90, id);
    }
  });
});

describe('titles from labels, for bugs without a description', () => {
  test('name features in readable words of each language', () => {
    const bug = bugOf('a', ['2.31.1'], {
      impact: 'functionality',
      features: ['parallel-query', 'kill-query'],
    });
    const { title, titleIn } = composeTitle({ ...bug, text: 'Fixed DATEADD and mysql.user_info.' });
    assert.equal(title, 'DATEADD, mysql.user_info: fails or misbehaves (parallel query, KILL)');
    assert.equal(titleIn?.ja, 'DATEADD、mysql.user_info: 失敗や誤動作（パラレルクエリ、KILL）');
  });

  test('state subject, effect and reported error of the sentence', () => {
    const composed = (text: string, impact: Impact = 'functionality') => {
      const { title, titleIn } = composeTitle({ ...bugOf('a', ['2.31.1'], { impact }), text });
      return [title, titleIn?.ja];
    };
    assert.deepEqual(composed('Fixed LEFT OUTER JOIN, which failed with error "no such plan".'), [
      'LEFT OUTER JOIN: fails (“no such plan”)',
      'LEFT OUTER JOIN: 失敗する（「no such plan」）',
    ]);
    assert.deepEqual(
      composed('Fixed a rare restart while the dictionary of plans is rebuilt.', 'unavailability'),
      ['Restarts while the dictionary of plans is rebuilt', '再起動する'],
    );
    assert.deepEqual(composed('Fixed sys.made_up, called by JDBC, that raised error 4711.'), [
      'sys.made_up, JDBC: fails (“error 4711”)',
      'sys.made_up、JDBC: 失敗する（「error 4711」）',
    ]);
  });

  test('keep as much of the subject as fits, for items of the upstream', () => {
    const commits = { main: ['a1'], lines: ['16'], day: null };
    const composed = (text: string, impact: Impact) =>
      composeTitle({ ...bugOf('a', ['16.2'], { impact, commits }), text }).title;
    assert.equal(
      composed('Fix handling of crafted indexes with surplus columns on divided collections.', 'data'),
      'Crafted indexes with surplus columns: wrong, inconsistent or lost data',
    );
    assert.equal(
      composed('Avoid unnecessary failure when moving very large queues.', 'functionality'),
      'Moving very large queues: fails',
    );
  });

  test('drop features that do not fit, but cut no word', () => {
    const features = ['blue-green', 'database-activity-streams', 'zero-downtime-patching'] as const;
    const { title } = composeTitle(bugOf('a', ['2.31.1'], { impact: 'upgrade', features }));
    assert.match(title, /\(blue\/green deployments\)$/);
  });

  test('contain no ids of features in the snapshot', async () => {
    const { bugs: all } = await loadSnapshot();
    const ids = /[(（](?:[a-z0-9]+-[a-z0-9-]+|babelfish|limitless)[,)、）]/;
    const named = all
      .flatMap(({ title, titleIn }) => [title, titleIn?.ja ?? ''])
      .filter((each) => ids.test(each));
    assert.deepEqual(named, []);
  });
});

describe('report on titles', () => {
  const bug = (id: string, version: string, more: Partial<KnownBug> = {}): KnownBug =>
    bugOf(id, [version], { listings: [{ version, digest: id }], consequences: ['functionality'], ...more });
  const faults = (titles: Record<string, string>, bugs: readonly KnownBug[], runs: readonly string[] = []) =>
    faultsOf(
      reportTitles(
        new Map(Object.entries(titles).map(([digest, en]) => [digest, { en }])),
        bugs,
        new Set(runs),
      ),
    );

  const cases: [name: string, found: string[], expected: string[]][] = [
    [
      'accepts a short title for each bug',
      faults({ a: 'One', b: 'Two' }, [bug('a', '2.07.0'), bug('b', '3.10.0')]),
      [],
    ],
    ['accepts CVEs without a title', faults({}, [bug('b', '3.10.0', { cves: ['CVE-2024-1'] })]), []],
    ['reports a bug without a title', faults({}, [bug('a', '2.07.0')]), ['bugs without a title']],
    [
      'reports a title that hides the restart',
      faults({ a: 'Hash joins mismanage memory' }, [
        bug('a', '2.07.0', { consequences: ['unavailability', 'memory'] }),
      ]),
      ['titles that hide the worst'],
    ],
    [
      'reports a long title',
      faults({ a: 'x'.repeat(91) }, [bug('a', '2.07.0')]),
      ['titles longer than 90 characters'],
    ],
    [
      'reports one title for two bugs',
      faults({ a: 'One', b: 'One' }, [bug('a', '2.07.0'), bug('b', '3.10.0')]),
      ['different bugs with one title'],
    ],
    [
      'accepts one title for a fix that is listed twice',
      faults({ a: 'One', b: 'One' }, [bug('a', '2.07.0'), bug('b', '2.07.0')]),
      [],
    ],
    ['reports a title of no bug', faults({ a: 'One', c: 'Two' }, [bug('a', '2.07.0')]), ['titles of no bug']],
    [
      'reports six words of the vendor in a row',
      faults(
        { a: 'Some One, two-three four FIVE six.' },
        [bug('a', '2.07.0')],
        ['one two three four five six'],
      ),
      ["runs of more than 5 of the vendor's words"],
    ],
  ];
  for (const [name, found, expected] of cases) test(name, () => assert.deepEqual(found, expected));

  test('counts a name with underscores as one word', () => {
    assert.deepEqual(runsOf('Set `max_user_connections`: two, three', 3), [
      'set max_user_connections two',
      'max_user_connections two three',
    ]);
    assert.deepEqual(runsOf('too short', 3), []);
  });
});

describe('title of a bug with several wordings', () => {
  const titles = new Map([
    ['mild', { en: 'Hash joins mismanage memory', ja: 'ハッシュ結合のメモリ管理に不備がある' }],
    ['grave', { en: 'Hash joins drain memory until the instance restarts' }],
  ]);

  test('names the worst consequence; the earlier of equal titles wins', () => {
    assert.deepEqual(writtenTitle(['mild', 'grave'], ['unavailability', 'memory'], titles), {
      title: 'Hash joins drain memory until the instance restarts',
    });
    assert.deepEqual(writtenTitle(['mild', 'grave'], ['memory'], titles), {
      title: 'Hash joins mismanage memory',
      titleIn: { ja: 'ハッシュ結合のメモリ管理に不備がある' },
    });
    assert.equal(writtenTitle(['unknown'], ['memory'], titles), undefined);
  });

  test('has to name only wrong data and outages', () => {
    assert.deepEqual(omittedConsequences('Slow joins', ['data', 'unavailability', 'memory']), [
      'data',
      'unavailability',
    ]);
    assert.deepEqual(omittedConsequences('Wrong results, or a restart', ['data', 'unavailability']), []);
    assert.deepEqual(omittedConsequences('Slow joins', ['memory', 'performance']), []);
  });
});

test('has a curated title in both languages for every bug of Aurora PostgreSQL', async () => {
  const { bugs } = await loadSnapshot();
  const { product, file } = ENGINES_WITH_TITLES[1] ?? assert.fail('there are two engines');
  const english = readTitles(file);
  const own = bugs.filter((bug) => bug.product === product);
  const report = reportTitles(english, own, null, readTitles());
  assert.ok(report.bugs > 500);
  assert.deepEqual(faultsOf(report), []);
  assert.equal(report.inJapanese, report.bugs);
  assert.deepEqual([...readJapaneseTitles(file).keys()].sort(), [...english.keys()].sort());
});
