import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReleasePage } from './page.ts';
import {
  PAGE,
  TITLE,
  bullets,
  itemsOf,
  outline,
  parseHtml,
  parseMarkdown,
} from '../../../../../test/support/pages/aurora-page.ts';

test('reads a release with every fact of its page', () => {
  const { releases, problems } = parseHtml(
    `<p><b>Version:</b> 3.29.1</p>
     <p>All 3.29 releases. Aurora MySQL 3.29 versions are compatible with MySQL 8.0.91.</p>
     <h2>Improvements</h2><p><b>General improvements:</b></p>${bullets('Fixed a leak.')}`,
    'Aurora MySQL database engine updates 2031-05-06 (version 3.29.1)',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(releases, [
    {
      product: 'aurora-mysql',
      version: '3.29.1',
      date: '2031-05-06',
      line: '3',
      branch: '3.29',
      lts: false,
      status: [],
      communityVersion: '8.0.91',
      comparedTo: null,
      upgradeFrom: [],
      osUpgrade: false,
      url: PAGE,
      items: [{ section: 'General improvements', text: 'Fixed a leak.', cves: [], communityBugs: [] }],
    },
  ]);
});

test('shares items between two releases on one page', () => {
  const { releases } = parseHtml(
    `<h2>Improvements</h2>${bullets('Fixed A.')}`,
    'Aurora MySQL database engine updates: 2031-05-06 (versions 2.31.1, 2.31.2) (Deprecated)',
  );
  assert.deepEqual(
    releases.map(({ version, items }) => [version, items.length]),
    [
      ['2.31.1', 1],
      ['2.31.2', 1],
    ],
  );
});

test('reads labels: bold, headings of any level and short plain lines', () => {
  const items = itemsOf(`<h2>New features</h2>${bullets('Added A.')}
    <h2>Improvements</h2>${bullets('Fixed B.')}
    <p><b>Security fixes</b></p><p>Medium CVEs:</p>${bullets('CVE-2031-11111')}
    <p><b>High-priority fixes:</b></p><p><b>Engine restart</b></p>${bullets('Fixed C.')}
    <h3>General improvements</h3>${bullets('Fixed D.')}
    <h2>Integration of MySQL community edition bug fixes</h2>${bullets('Fixed E. (Bug #99001)')}`);
  assert.deepEqual(outline(items), [
    'New features: Added A.',
    'Improvements: Fixed B.',
    'Medium CVEs: CVE-2031-11111',
    'Engine restart: Fixed C.',
    'General improvements: Fixed D.',
    'Integration of MySQL community edition bug fixes: Fixed E. (Bug #99001)',
  ]);
});

test('does not read an introducing sentence as a label', () => {
  const items = itemsOf(`<h2>Improvements</h2><h3>Security fixes</h3>
    <p>The release mends what these high CVEs describe:</p>${bullets('CVE-2031-11111', 'CVE-2031-22222')}`);
  assert.deepEqual(outline(items), ['Security fixes: CVE-2031-11111', 'Security fixes: CVE-2031-22222']);
});

test('reads a bold list item as label of the items after it', () => {
  const items = itemsOf(
    `<h2>Improvements</h2><p><b>New features:</b></p>${bullets('<b>Reader things:</b>', 'Added A.', '<b>Added B</b>')}
     <p><b>High-priority fixes:</b></p>${bullets('Fixed C.')}`,
  );
  assert.deepEqual(outline(items), [
    'Reader things: Added A.',
    'Reader things: Added B',
    'High-priority fixes: Fixed C.',
  ]);
});

test('reads a bold list item as label of its nested list, at any depth', () => {
  const items = itemsOf(
    `<h2>Improvements</h2><ul><li><b>Availability improvements:</b><ul><li>Fixed A.<ul><li>here</li></ul></li></ul></li>
     <li><b>General improvements:</b><ul><li>Fixed B.</li></ul></li></ul>`,
  );
  assert.deepEqual(outline(items), [
    'Availability improvements: Fixed A. here',
    'General improvements: Fixed B.',
  ]);
});

test('reads bold bullets as items if nothing follows or they name a fix', () => {
  const items = itemsOf(
    `<h2>Improvements</h2>${bullets('<b>CVE-2031-11111</b>', '<b>Leak (Bug #99001)</b>', 'Fixed A.', '<b>Fixed B</b>', '<b>Fixed C</b>')}`,
  );
  assert.deepEqual(
    items.map(({ text }) => text),
    ['CVE-2031-11111', 'Leak (Bug #99001)', 'Fixed A.', 'Fixed B', 'Fixed C'],
  );
});

test('reads bold words at the start of a bullet as part of the item', () => {
  const items = itemsOf(
    `<h2>Improvements</h2>${bullets('<b>Replication:</b> Fixed A.', '<b>Selector</b> – choose one.')}`,
  );
  assert.deepEqual(outline(items), [
    'Improvements: Replication: Fixed A.',
    'Improvements: Selector – choose one.',
  ]);
});

test('skips sections that list no changes', () => {
  const items = itemsOf(`<h2>Comparison with Aurora MySQL version 1</h2>${bullets('Hash joins.')}
    <h3>Improvements over it</h3>${bullets('Not this one.')}
    <h2>MySQL 5.7 compatibility</h2>${bullets('Some plugin')}
    <h2>CLI differences between the two</h2>${bullets('The engine name.')}
    <h2>Improvements</h2>${bullets('Fixed A.')}
    <h2>Features not supported in version 2</h2>${bullets('Scans.')}
    <h2>Improvements</h2>${bullets('Fixed B.')}`);
  assert.deepEqual(outline(items), ['Improvements: Fixed A.', 'Improvements: Fixed B.']);
});

test('reads a page of such sections only as a release without items', () => {
  const { releases, problems } = parseHtml(`<h2>MySQL 5.7 compatibility</h2>${bullets('Some plugin')}`);
  assert.deepEqual(problems, []);
  assert.deepEqual(releases[0]?.items, []);
});

test('keeps nested lists inside their bullet', () => {
  const items = itemsOf(
    `<h2>Improvements</h2><ul><li><p>Fixed a restart when:</p><ol><li>the cache is on,</li><li>rows go. (Bug #99001)</li></ol></li></ul>`,
  );
  assert.deepEqual(outline(items), [
    'Improvements: Fixed a restart when: the cache is on, rows go. (Bug #99001)',
  ]);
  assert.deepEqual(items[0]?.communityBugs, ['99001']);
});

test('attaches numbered conditions between two lists to the bullet above', () => {
  const items = itemsOf(`<h2>Improvements</h2>${bullets('Fixed A.', 'Fixed a wrong value, when all is so:')}
    <ol><li>A trigger is there.</li><li>A row is new. (Bug #99001)</li></ol>${bullets('Fixed B.')}`);
  assert.deepEqual(
    items.map(({ text, isSubPoint = false, communityBugs }) => [text, isSubPoint, communityBugs]),
    [
      ['Fixed A.', false, []],
      ['Fixed a wrong value, when all is so:', false, ['99001']],
      ['A trigger is there.', true, []],
      ['A row is new. (Bug #99001)', true, []],
      ['Fixed B.', false, []],
    ],
  );
});

test('attaches the announced number of conditions to a bullet, or all up to the next fix', () => {
  const items = itemsOf(
    `<h2>Integration of MySQL bug fixes</h2>${bullets(
      'Wrong rows came when the following two conditions are met:',
      'a view is merged',
      'a join is there (Bug #99001)',
      'A role was lost.',
      'Fixed a crash under these conditions:',
      'DATES are off.',
      'Fixed C.',
    )}`,
  );
  assert.deepEqual(
    items.map(({ isSubPoint = false }) => isSubPoint),
    [false, true, true, false, false, true, false],
  );
  assert.deepEqual(items[0]?.communityBugs, ['99001']);
});

test('attaches bare names to a bullet, and keeps whole sentences as items', () => {
  const items = itemsOf(
    `<h2>New features</h2>${bullets('Added some metrics:', '<code>FirstOne</code>', 'db.x9z', 'Added B.', 'Changed a library, with this:', 'It restores connections.')}`,
  );
  assert.deepEqual(
    items.map(({ isSubPoint = false }) => isSubPoint),
    [false, true, true, false, false, false],
  );
});

test('joins the end of a sentence from the paragraph below a list', () => {
  const items = itemsOf(`<h2>Improvements</h2>${bullets('Bug #99001: a table from certain SELECT')}
    <p>statements leaked.</p>${bullets('Wrong rows came.')}<p>(Bug #99002)</p><p>For more, see there.</p>`);
  assert.deepEqual(outline(items), [
    'Improvements: Bug #99001: a table from certain SELECT statements leaked.',
    'Improvements: Wrong rows came. (Bug #99002)',
  ]);
  assert.deepEqual(
    items.map(({ communityBugs }) => communityBugs),
    [['99001'], ['99002']],
  );
});

test('ignores notes between bullets', () => {
  const items = itemsOf(
    `<h2>Improvements</h2>${bullets('Fixed A.')}<div class="awsdocs-note"><div><h6>Note</h6></div><p>It is phased.</p>
     ${bullets('A detail.')}</div>${bullets('Fixed B.')}`,
  );
  assert.deepEqual(outline(items), ['Improvements: Fixed A.', 'Improvements: Fixed B.']);
});

test('ignores a table of contents on the page', () => {
  const topics = `<p><b>Topics</b></p>${bullets('<a href="#a">Improvements</a>', '<a href="#b">New features</a>')}`;
  assert.deepEqual(outline(itemsOf(`${topics}<h2>Improvements</h2>${bullets('Fixed A.')}`)), [
    'Improvements: Fixed A.',
  ]);
});

test('reads CVEs from bullets, links, sentences and labels', () => {
  const items = itemsOf(`<h2>Improvements</h2><p><b>Security fixes:</b></p>
    ${bullets('<a href="https://x.example/CVE-2031-11111"><span>CVE-2031-11111</span></a>', 'A <a href="https://x.example/CVE-2031-22222">library</a>.')}
    <p>These two mend CVE-2031-33333 and CVE-2031-44444:</p>${bullets('Fixed A.', 'Fixed B of CVE-2031-55555.')}<p>Besides:</p>${bullets('Fixed E.')}
    <p><b>Fixes of CVE-2031-66666:</b></p>${bullets('Fixed C.')}<p><b>General improvements</b></p>${bullets('Fixed D.')}`);
  assert.deepEqual(
    items.map(({ cves }) => cves),
    [
      ['CVE-2031-11111'],
      ['CVE-2031-22222'],
      ['CVE-2031-33333', 'CVE-2031-44444'],
      ['CVE-2031-55555'],
      [],
      ['CVE-2031-66666'],
      [],
    ],
  );
});

test('reads a paragraph of community fixes as an item if no list follows', () => {
  const section = '<h2>Integration of MySQL Community Edition bug fixes</h2>';
  const alone = itemsOf(`<h2>Improvements</h2>${bullets('Fixed A.')}${section}
    <p>All fixes up to 8.0.91 are in.</p><p>A cursor went wrong. (Bug #99001)</p>`);
  assert.deepEqual(alone.at(-1), {
    section: 'Integration of MySQL Community Edition bug fixes',
    text: 'A cursor went wrong. (Bug #99001)',
    cves: [],
    communityBugs: ['99001'],
  });
  const introducing = itemsOf(`${section}<p>Besides Bug #99001, these:</p>${bullets('Fixed A.')}`);
  assert.deepEqual(outline(introducing), ['Integration of MySQL Community Edition bug fixes: Fixed A.']);
  const silent = itemsOf(
    `<h2>Improvements</h2>${bullets('Fixed A.')}${section}<p>All fixes up to 8.0.91 are in.</p>`,
  );
  assert.equal(silent.length, 1);
});

test('reads bare bug numbers in code ticks as community bugs', () => {
  const items = itemsOf(
    `<h2>Integration of MySQL community edition bug fixes</h2>${bullets('<code>31000001</code> It broke.')}`,
  );
  assert.deepEqual(items[0]?.communityBugs, ['31000001']);
});

test('reports a link whose text and target name different CVEs', () => {
  const { problems } = parseHtml(
    `<h2>Improvements</h2>${bullets('<a href="https://x.example/CVE-2031-99999">CVE-2031-11111</a>')}`,
  );
  assert.deepEqual(problems, [
    {
      source: PAGE,
      text: {
        key: 'catalogue.page.linkMismatch',
        args: { words: 'CVE-2031-11111', target: 'https://x.example/CVE-2031-99999' },
      },
    },
  ]);
});

test('reports bullets under an unknown heading, and skips them', () => {
  const { releases, problems } = parseHtml(
    `<h2>Improvements</h2>${bullets('Fixed A.')}<h2>Weather report</h2>${bullets('Sun.', 'Rain.')}`,
  );
  assert.equal(releases[0]?.items.length, 1);
  assert.deepEqual(problems[0]?.text, {
    key: 'catalogue.page.untaken',
    args: { versions: ['2.31.1'], section: 'Weather report', count: 2 },
  });
});

test('reads an unknown name below a known section as its category', () => {
  const items = itemsOf(`<h2>Improvements</h2><h3>Weather</h3>${bullets('Fixed A.')}
    <p><b>Sundry:</b></p>${bullets('Fixed B.')}`);
  assert.deepEqual(outline(items), ['Weather: Fixed A.', 'Sundry: Fixed B.']);
});

test('reports different versions in title and text, and uses the title', () => {
  const { releases, problems } = parseHtml(
    `<p><b>Version:</b> 2.31.9</p><h2>Improvements</h2>${bullets('Fixed A.')}`,
  );
  assert.equal(releases[0]?.version, '2.31.1');
  assert.deepEqual(problems[0]?.text, {
    key: 'catalogue.page.versionsDiffer',
    args: { title: '2.31.1', text: '2.31.9' },
  });
});

test('reads Markdown like HTML', () => {
  const { releases } = parseMarkdown(`# ${TITLE}
<a name="x"></a>

**Version:** 2.31.1

## Improvements
<a name="y"></a>

**Security fixes:**
+ [CVE-2031-11111](https://x.example/CVE-2031-11111)

**General improvements**
+ Fixed \`a_b\` when:
  + the cache is on
  + rows go

## MySQL 5.7 compatibility
+ Some plugin

## Integration of MySQL community edition bug fixes
+ It broke. (Bug \\#99001)
`);
  const html = parseHtml(`<p><b>Version:</b> 2.31.1</p><h2>Improvements</h2><p><b>Security fixes:</b></p>
    ${bullets('<a href="https://x.example/CVE-2031-11111">CVE-2031-11111</a>')}<p><b>General improvements</b></p>
    <ul><li>Fixed <code>a_b</code> when:<ul><li>the cache is on</li><li>rows go</li></ul></li></ul>
    <h2>MySQL 5.7 compatibility</h2>${bullets('Some plugin')}
    <h2>Integration of MySQL community edition bug fixes</h2>${bullets('It broke. (Bug #99001)')}`);
  assert.deepEqual(releases, html.releases);
});

test('ignores pages of version 1 and index pages without a problem', () => {
  const nothing = { releases: [], problems: [] };
  const fixes = `<h2>Improvements</h2>${bullets('Fixed A.')}`;
  const old = 'Aurora MySQL database engine updates: 2019-12-31 (versions 1.2, 1.3) (Deprecated)';
  assert.deepEqual(parseHtml(fixes, old), nothing);
  assert.deepEqual(
    parseHtml(bullets('<a href="x.html">x</a>'), 'Database engine updates for Amazon Aurora MySQL version 9'),
    nothing,
  );
});

const UNREADABLE: readonly [string, string, string][] = [
  ['an error page', '<h1>Not here</h1><p>Try the search.</p>', 'catalogue.page.noRelease'],
  ['a page without a title', '<p>Nothing to see.</p>', 'catalogue.page.noTitle'],
  ['an empty answer', '', 'catalogue.page.noTitle'],
  ['JSON', '{"message":"Forbidden"}', 'catalogue.page.noTitle'],
  [
    'a redirecting page',
    '<head><meta http-equiv="refresh" content="0;URL=elsewhere.html"></head>',
    'catalogue.page.redirect',
  ],
  ['a release without a day', '<h1>Aurora MySQL 8.4.31</h1>', 'catalogue.page.noDate'],
  ['a release without content', `<h1>${TITLE}</h1>`, 'catalogue.page.noItems'],
  [
    'a release without bullets',
    `<h1>${TITLE}</h1><h2>Improvements</h2><div>Fixed A.</div><h2>MySQL 5.7 compatibility</h2>`,
    'catalogue.page.noItems',
  ],
];

for (const [name, body, key] of UNREADABLE) {
  test(`reports ${name} as a problem with its address`, () => {
    const { releases, problems } = parseReleasePage({ url: PAGE, body, contentType: 'text/html' });
    assert.deepEqual(releases, []);
    assert.deepEqual(
      problems.map(({ source, text }) => [source, text.key]),
      [[PAGE, key]],
    );
  });
}
