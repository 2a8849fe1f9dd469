import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classifyCurated } from '../../../catalogue/curation/labels.ts';
import { mergeBugs } from '../../../catalogue/merge/index.ts';
import { updateCatalogue } from '../../../catalogue/update/update.ts';
import { text } from '../../../l10n/index.ts';
import { FetchFailure } from '../../pages/failure.ts';
import { postgresqlSource } from './index.ts';
import { commitsIn } from './commits.ts';
import { releasePageUrl, RELEASES, notesSourceUrl } from '../urls.ts';

const source = postgresqlSource(classifyCurated);

const commit = (branch: string, hash: string, day: string): string =>
  `Branch: ${branch} [${hash}] ${day} 10:00:00 -0400`;

function item(lines: readonly string[], paragraphs: readonly string[]): string {
  const paras = paragraphs.map((words) => `<para>\n${words}\n</para>`).join('\n');
  return `<listitem>\n<!--\nAuthor: A. Writer <a@example.org>\n${lines.join('\n')}\n-->\n${paras}\n</listitem>`;
}

function release(version: string, date: string, items: readonly string[], migration = ''): string {
  const id = version.replace('.', '-');
  return `<sect1 id="release-${id}"><title>Release ${version}</title>
<formalpara><title>Release date:</title><para>${date}</para></formalpara>
<sect2 id="release-${id}-migration"><title>Migration to Version ${version}</title>
<para>A dump/restore is not required for those running 31.X.</para>${migration}</sect2>
<sect2 id="release-${id}-changes"><title>Changes</title>
<itemizedlist>\n${items.join('\n')}\n</itemizedlist></sect2></sect1>`;
}

const LOCK = [
  commit('master', 'aaaaaaaaa', '2031-05-01'),
  commit('REL_31_STABLE', 'bbbbbbbbb', '2031-05-01'),
];
const FILE_31 = [
  '<!-- header -->',
  release(
    '31.2',
    '2031-05-10',
    [
      item(LOCK, [
        'Avoid a crash in <function>made_up()</function> (Ann Writer, &Aacute;ke B. Coder)\n<ulink url="&commit_baseurl;bbbbbbbbb">&sect;</ulink>',
        'It answered “out of <literal>made up things here</literal>”.',
        'The <productname>PostgreSQL</productname> Project thanks Somebody for reporting this problem. (CVE-2031-1001)',
      ]),
      item(
        [commit('master', 'ccccccccc', '2031-05-02')],
        [
          'Repair what the fix for CVE-2031-0001 accidentally broke in lists of things (Ann Writer)',
          'Parts: <itemizedlist><listitem><para>one</para></listitem><listitem><para>two</para></listitem></itemizedlist>',
        ],
      ),
    ],
    '<para>However, if you have any BRIN indexes, it is advisable to reindex them.</para>',
  ),
  release('31', '2030-09-20', [
    '<listitem><!--\n2030-01-01 [ddddddddd] Something\n--><para>Add a shiny statement (Ann Writer)</para></listitem>',
  ]),
].join('\n');

const PAGE_32 = `<!doctype html><html><head><title>Notes</title></head><body>
<h2>E.1. Release 32.3 #</h2><p><strong>Release date: </strong>2031-05-10</p>
<h3>E.1.1. Migration to Version 32.3</h3><p>A dump/restore is not required for those running 32.X.</p>
<h3>E.1.2. Changes</h3><ul><li><p>Avoid a crash in made_up() (Ann Writer)
<a href="https://postgr.es/c/eeeeeeeee">§</a></p><p>It answered badly.</p></li></ul></body></html>`;

const FILE_32 = release('32.2', '2031-02-10', [
  item(
    [commit('master', 'fffffffff', '2031-02-01')],
    ['Update time zone data files to release 2031a (Ann Writer)'],
  ),
]);

const pages = new Map([
  [
    RELEASES,
    ['31.0', '31.2', '32.2', '32.3', '9.6'].map((one) => `<a href="/docs/release/${one}/">`).join(''),
  ],
  [
    notesSourceUrl('31'),
    FILE_31.replace('bbbbbbbbb', 'bbbbbbbbb] 2031-05-01\nBranch: REL_32_STABLE [eeeeeeeee'),
  ],
  [notesSourceUrl('32'), FILE_32],
  [releasePageUrl('32.3'), PAGE_32],
]);

function read(url: string) {
  const body = pages.get(url);
  if (body === undefined) return Promise.reject(new Error(`none: ${url}`));
  return Promise.resolve({ url, body, contentType: 'text/html' });
}

const update = () => updateCatalogue({ sources: [source], read, previous: null });

describe('notes of the PostgreSQL community', () => {
  test('come from one file per major version, and from pages of missing releases', async () => {
    const { pages: found } = await source.discover(read);
    assert.deepEqual(found, [notesSourceUrl('31'), notesSourceUrl('32'), releasePageUrl('32.3')]);
    const { releases, problems } = await update();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      releases.map(({ version, date, url }) => [version, date, url]),
      [
        ['31.2', '2031-05-10', releasePageUrl('31.2')],
        ['31.0', '2030-09-20', releasePageUrl('31.0')],
        ['32.2', '2031-02-10', releasePageUrl('32.2')],
        ['32.3', '2031-05-10', releasePageUrl('32.3')],
      ],
    );
  });

  test('have items with CVEs and commits, without authors and reporters', async () => {
    const { releases } = await update();
    const [crash, broken] = releases[0]?.items ?? [];
    assert.equal(crash?.text, 'Avoid a crash in made_up(). It answered “out of “made up things here””.');
    assert.deepEqual(crash.cves, ['CVE-2031-1001']);
    assert.deepEqual(crash.commits, {
      main: ['aaaaaaaaa'],
      all: ['aaaaaaaaa', 'bbbbbbbbb', 'eeeeeeeee'],
      lines: ['31', '32'],
      day: '2031-05-01',
    });
    // CVEs of another bug do not count; lists in an item belong to it.
    assert.deepEqual(broken?.cves, []);
    assert.match(broken.text ?? '', /Parts: .*one two$/);
    assert.deepEqual(releases[0]?.afterUpdate, [{ task: 'reindex', names: ['BRIN'] }]);
  });

  test('count changes of a major version and time zone data as no bugs', async () => {
    const { releases } = await update();
    assert.deepEqual(
      releases.slice(1, 3).map(({ items }) => items.map(({ kind }) => kind)),
      [['feature'], ['notice']],
    );
  });

  test('describe one bug of several major versions by its commits', async () => {
    const bugs = mergeBugs((await update()).releases);
    const crash = bugs.find(({ cves }) => cves.includes('CVE-2031-1001'));
    assert.deepEqual(
      crash?.listings.map(({ version }) => version),
      ['31.2', '32.3'],
    );
    assert.deepEqual(crash.commits, { main: ['aaaaaaaaa'], lines: ['31', '32'], day: '2031-05-01' });
  });

  test('state the day of the main branch, and the majors on which the commits mend no bug', () => {
    const lines = [
      commit('master', 'aaaaaaaaa', '2031-05-01'),
      commit('REL_31_STABLE', 'bbbbbbbbb', '2033-05-01'),
    ];
    const { day, mainDay, harmlessFrom } =
      commitsIn(['', 'note: no actual bug in v32 and later', ...lines].join('\n')) ?? {};
    assert.deepEqual(
      { day, mainDay, harmlessFrom },
      { day: '2033-05-01', mainDay: '2031-05-01', harmlessFrom: '32' },
    );
  });

  test('return a problem for hostile content', () => {
    const hostile = [
      '',
      '<sect1><title>Release 31.1',
      '<!--'.repeat(50_000),
      '<listitem>'.repeat(100_000),
      `<sect1 id="x"><title>Release 31.1</title>${'<para>('.repeat(100_000)}`,
      `<sect1><title>Release 31.1</title><para>2031-01-01</para>${'<sect2><title>a</title>'.repeat(50_000)}`,
      `<sect1><title>Release 31.1</title><para>2031-01-01</para><listitem><!--${'Branch: master [aaaaaaaaa] 2031-01-01\n'.repeat(20_000)}--><para>x (${'A B, '.repeat(20_000)})</para></listitem></sect1>`,
      `<sect1><title>Release 31.1</title><para>2031-01-01</para><listitem><para>${'(CVE-2031-1111, '.repeat(20_000)}</para></listitem></sect1>`,
    ];
    for (const body of hostile)
      for (const url of [notesSourceUrl('31'), releasePageUrl('31.1')]) {
        const { releases, problems } = source.parse({ url, body, contentType: 'text/html' });
        assert.ok(releases.length > 0 || problems.length === 1, body.slice(0, 40));
      }
  });

  test('keep a release if its file is unreadable', async () => {
    const before = await update();
    const previous = { ...before, asOf: '2031-06-01T00:00:00Z', source: 'cache' as const };
    const without = (url: string) =>
      url === notesSourceUrl('31')
        ? Promise.reject(new FetchFailure('gone', text('postgresql.notes.empty')))
        : read(url);
    const now = await updateCatalogue({ sources: [source], read: without, previous });
    const url = notesSourceUrl('31');
    assert.deepEqual(
      now.kept.map((release) => [release.version, release.reason, release.url]),
      [
        ['31.2', 'unreadable', url],
        ['31.0', 'unreadable', url],
      ],
    );
    assert.deepEqual([now.unread, now.unreadLines], [[], ['postgresql 31']]);
  });

  test('keep a known release that a cut or missing file lacks, and come from pages of unknown ones', async () => {
    const before = await update();
    const previous = { ...before, asOf: '2031-06-01T00:00:00Z', source: 'cache' as const };
    const older = release('31.1', '2031-01-10', [
      item(LOCK, ['Avoid a crash in was_made_up() (Ann Writer)']),
    ]);
    const whole = `${FILE_31}${older}`;
    const readAs = (file: string | null) => (url: string) => {
      if (url !== notesSourceUrl('31')) return read(url);
      if (file === null) return Promise.reject(new Error('down'));
      return Promise.resolve({ url, body: file, contentType: 'text/plain' });
    };
    const known = await updateCatalogue({ sources: [source], read: readAs(whole), previous });
    for (const file of [whole.slice(0, -20), null]) {
      const { pages: found } = await source.discover(readAs(file), ['31.1', '31.2']);
      assert.ok(!found.some((url) => url.includes('/31.')), found.join());
      const now = await updateCatalogue({
        sources: [source],
        read: readAs(file),
        previous: { ...previous, ...known },
      });
      const kept = now.releases.find(({ version }) => version === '31.1');
      assert.deepEqual(kept?.items[0]?.commits?.main, ['aaaaaaaaa']);
      assert.match(
        now.problems.map(({ text: { key } }) => key).join(),
        /^(?:postgresql\.notes\.cut,catalogue\.update\.lost|catalogue\.update\.unreadKept)$/,
      );
    }
    const { pages: unknown } = await source.discover(readAs(null), ['31.0']);
    assert.ok(unknown.includes(releasePageUrl('31.2')));
  });
});
