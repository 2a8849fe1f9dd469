import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCalendar } from './calendar.ts';

/** Heading of a table, one column per line. */
const heading = (...columns: readonly string[]): string => `| ${columns.join(' | ')} |`;

const MAJORS = `
${heading(
  'PostgreSQL major version',
  'Community release date',
  'Aurora major version',
  'Aurora release date',
  'Aurora end of standard support date',
  'Start of RDS Extended Support year 1 pricing',
  'Start of RDS Extended Support year 3 pricing',
  'End of RDS Extended Support date',
)}
| --- | --- | --- | --- | --- | --- | --- | --- |
| PostgreSQL 31 | 5 May 2030 | Aurora PostgreSQL 31.4 and higher | 6 May 2031 | 28 February 2036 | 1 March 2036 | 1 March 2038 | 28 February 2039 |
| PostgreSQL 30 | 5 May 2029 | Aurora PostgreSQL 30 | 6 May 2030 | February 2035 | - | - | - |
`;
const MINORS = `
${heading(
  'PostgreSQL minor engine version',
  'Community release date',
  'Aurora release date',
  'Aurora end of standard support date',
)}
| --- | --- | --- | --- |
| **31** | | | |
| 31.5 | 5 May 2031 | 6 June 2031 | 30 September 2032 |
| 31.4 (LTS)\\* | 5 May 2031 | 6 May 2031 | 28 February 2036 |
| 30.9* (LTS) | 5 May 2031 | 6 May 2031 | February 2035 |
| nothing | | | |

${heading(
  'PostgreSQL Limitless minor engine version',
  'Aurora release date',
  'Aurora end of standard support date',
)}
| --- | --- | --- |
| 31.4-limitless | May 8, 2031 | November 2032 |
`;

function calendar(body: string) {
  return parseCalendar({ url: 'https://docs.example/calendar.md', body, contentType: 'text/markdown' });
}

test('reads major and minor versions, LTS, and dates of Extended Support', () => {
  const { periods, problems } = calendar(MAJORS + MINORS);
  assert.deepEqual(
    periods.map((period) =>
      [
        period.scope,
        period.releasedOn,
        period.standardEnds,
        period.extendedStarts,
        period.extendedEnds,
        period.lts ? 'LTS' : '-',
        period.extendedOffered ? 'extended' : '-',
      ].join(' '),
    ),
    [
      '31 2031-05-06 2036-02-28 2036-03-01 2039-02-28 - extended',
      '30 2030-05-06 2035-02   - -',
      '31.5 2031-06-06 2032-09-30   - -',
      '31.4 2031-05-06 2036-02-28 2036-03-01 2039-02-28 LTS extended',
      '30.9 2031-05-06 2035-02   LTS extended',
      '31.4-limitless 2031-05-08 2032-11   - -',
    ],
  );
  assert.equal(problems.length, 1);
});

test('reports a page without a calendar', () => {
  const { periods, problems } = calendar('# Nothing');
  assert.deepEqual([periods.length, problems.length], [0, 1]);
});
