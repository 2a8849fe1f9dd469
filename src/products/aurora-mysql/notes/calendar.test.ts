import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCalendar, readSupport } from './calendar.ts';
import { GUIDE, wrapped } from '../../../../test/support/pages/aurora-page.ts';

const URL = `${GUIDE}AuroraMySQL.release-calendars.html`;
const MAJOR_HEAD = [
  'Community major version',
  'Aurora major version',
  'Community end of life date',
  'Aurora end of standard support date',
  'Start of Extended Support year 1 pricing',
  'Start of Extended Support year 3 pricing',
  'RDS end of Extended Support date',
  'Minor versions eligible',
];
const MAJORS = [
  MAJOR_HEAD,
  [
    'MySQL 8.4',
    'Aurora MySQL version 8.4',
    'May 2041',
    'May 2041',
    'To be determined',
    'To be determined',
    'To be determined',
    'To be determined',
  ],
  [
    'MySQL 5.7',
    'Aurora MySQL version 2',
    'June 2031',
    '30 June 2032',
    '1 August 2032',
    '1 August 2034',
    '31 July 2037',
    'Aurora MySQL 2.31 and 2.32',
  ],
  [
    'MySQL 5.6',
    'Aurora MySQL version 1 (deprecated)',
    '5 May 2029',
    '28 May 2030',
    'Not applicable',
    'Not applicable',
    'Not applicable',
    'Not applicable',
  ],
];
const MINORS = [
  ['Aurora MySQL version', 'Release date', 'End of standard support'],
  ['<b>8.4.31</b> (of MySQL 8.4.31)', 'July 4, 2031', 'December 31, 2032'],
  ['<b>3.29</b> (of MySQL 8.0.91) (LTS)', 'July 31, 2031', 'April 30, 2034'],
  ['**2.311 ** (of MySQL 5.7.90 or 5.7.992)', 'October 25, 2030', 'June 30, 2032'],
  ['<b>2.32<sup>1</sup></b>', 'October 26, 2030', 'June 30, 2032'],
];

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: string): string =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table>${rows.map((row, index) => cells(row, index === 0 ? 'th' : 'td')).join('')}</table>`;
}

function calendar(...tables: readonly (readonly (readonly string[])[])[]): ReturnType<typeof parseCalendar> {
  const body = wrapped(tables.map(table).join('<p>between</p>'), 'Release calendars');
  return parseCalendar({ url: URL, body, contentType: 'text/html' });
}

const NOT_EXTENDED = {
  extendedStarts: null,
  extendedYear3Starts: null,
  extendedEnds: null,
  extendedOffered: false,
};
const EXTENDED = {
  extendedStarts: '2032-08-01',
  extendedYear3Starts: '2034-08-01',
  extendedEnds: '2037-07-31',
  extendedOffered: true,
};
const COMMON = { product: 'aurora-mysql', lts: false, url: URL };

test('reads dates of lines and minor versions', () => {
  const { periods, problems } = calendar(
    [
      ['Release type', 'Timeline'],
      ['Major', 'yearly'],
    ],
    MAJORS,
    MINORS,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(periods, [
    { ...COMMON, ...NOT_EXTENDED, scope: '8.4', releasedOn: null, standardEnds: '2041-05' },
    { ...COMMON, ...EXTENDED, scope: '2', releasedOn: null, standardEnds: '2032-06-30' },
    { ...COMMON, ...NOT_EXTENDED, scope: '1', releasedOn: null, standardEnds: '2030-05-28' },
    { ...COMMON, ...NOT_EXTENDED, scope: '8.4.31', releasedOn: '2031-07-04', standardEnds: '2032-12-31' },
    {
      ...COMMON,
      ...NOT_EXTENDED,
      scope: '3.29',
      releasedOn: '2031-07-31',
      standardEnds: '2034-04-30',
      lts: true,
    },
    { ...COMMON, ...EXTENDED, scope: '2.31', releasedOn: '2030-10-25', standardEnds: '2032-06-30' },
    { ...COMMON, ...EXTENDED, scope: '2.32', releasedOn: '2030-10-26', standardEnds: '2032-06-30' },
  ]);
});

test('finds columns by their headings, in any order', () => {
  const [, aurora = '', , ends = ''] = MAJOR_HEAD;
  const { periods } = calendar(
    [
      [ends, 'New column', aurora],
      ['30 June 2032', 'x', 'Aurora MySQL version 2'],
    ],
    MINORS,
  );
  assert.deepEqual(periods[0], {
    ...COMMON,
    ...NOT_EXTENDED,
    scope: '2',
    releasedOn: null,
    standardEnds: '2032-06-30',
  });
});

test('reports a row without a version, and keeps the others', () => {
  const { periods, problems } = calendar([...MAJORS, ['?', 'a new kind', '', '', '', '', '', '']], MINORS);
  assert.equal(periods.length, 7);
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [[URL, 'catalogue.page.calendarRow']],
  );
});

test('reports a missing table, and keeps the other', () => {
  const { periods, problems } = calendar(MINORS);
  assert.deepEqual(
    periods.map(({ scope, extendedOffered }) => [scope, extendedOffered]),
    [
      ['8.4.31', false],
      ['3.29', false],
      ['2.31', false],
      ['2.32', false],
    ],
  );
  assert.deepEqual(
    problems.map(({ text }) => text.key),
    ['catalogue.page.noCalendar'],
  );
});

const MARKDOWN = [MAJORS, MINORS]
  .map((rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))
  .join('\n\nbetween\n\n');

test('reads the Markdown twin if the HTML is unreadable', async () => {
  const html = calendar(MAJORS, MINORS);
  const asked: string[] = [];
  const { periods, problems } = await readSupport((url) => {
    asked.push(url);
    const isTwin = url.endsWith('.md');
    return Promise.resolve({ url, body: isTwin ? MARKDOWN : '<h1>Oops</h1>', contentType: 'text/html' });
  });
  assert.deepEqual(asked, [URL, URL.replace('.html', '.md')]);
  assert.deepEqual(problems, []);
  assert.deepEqual(periods, html.periods);
});

test('reports the problem of the HTML if both are unreadable', async () => {
  const { periods, problems } = await readSupport((url) => Promise.reject(new Error(`no ${url}`)));
  assert.deepEqual(periods, []);
  assert.deepEqual(problems, [
    { source: URL, text: { key: 'catalogue.fetch.failed', args: { error: `no ${URL}` } } },
  ]);
});
