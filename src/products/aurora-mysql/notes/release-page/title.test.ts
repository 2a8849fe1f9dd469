import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDay, findDayOrMonth } from '../../../pages/dates.ts';
import { isOtherPage, readTitle } from './title.ts';

test('reads a title with compatibility and status', () => {
  const title =
    'Aurora MySQL database engine updates 2031-02-03 (version 2.31.5, compatible with MySQL 5.7.99) - RDS Extended Support version (Default)';
  assert.deepEqual(readTitle(title), {
    versions: ['2.31.5'],
    date: '2031-02-03',
    status: ['default', 'extended-support'],
    communityVersion: '5.7.99',
  });
});

test('reads a deprecated release, with or without a colon before its day', () => {
  for (const colon of ['', ':']) {
    const title = `Aurora MySQL database engine updates${colon} 2030-11-12 (version 2.30.0) (Deprecated)`;
    assert.deepEqual(readTitle(title), {
      versions: ['2.30.0'],
      date: '2030-11-12',
      status: ['deprecated'],
      communityVersion: null,
    });
  }
});

test('tolerates a stray bracket and comma in a title', () => {
  const title =
    'Aurora MySQL database engine updates 2031-07-01 (version 3.24.0) , compatible with MySQL 8.0.91)';
  const { versions, communityVersion } = readTitle(title);
  assert.deepEqual([versions, communityVersion], [['3.24.0'], '8.0.91']);
});

test('reads titles of the 8.4 line, without the word "version" and with a day in words', () => {
  assert.deepEqual(readTitle('Aurora MySQL 8.4.31, July 4, 2031'), {
    versions: ['8.4.31'],
    date: '2031-07-04',
    status: [],
    communityVersion: null,
  });
});

test('reads titles of two releases, of two or four parts, and of a beta', () => {
  assert.deepEqual(readTitle('… updates: 2030-01-02 (versions 2.3, 2.31.0.1 and 2.4) (Beta)').versions, [
    '2.03',
    '2.31.0.1',
    '2.04',
  ]);
  assert.deepEqual(readTitle('… updates 2030-01-02 (version 2.31.0.1) (Beta)').status, ['beta']);
});

test('reads versions without brackets, as in links of tables', () => {
  assert.deepEqual(readTitle('Aurora MySQL version 3.29.5, compatible with MySQL 8.0.91').versions, [
    '3.29.5',
  ]);
});

test('returns nothing for a title without a release', () => {
  assert.deepEqual(readTitle('Sorry, this page is not here'), {
    versions: [],
    date: null,
    status: [],
    communityVersion: null,
  });
});

test('recognises pages of the guide that are no release pages', () => {
  assert.equal(isOtherPage('Database engine updates for Amazon Aurora MySQL version 9'), true);
  assert.equal(isOtherPage('Release calendars for Amazon Aurora MySQL'), true);
  assert.equal(isOtherPage('Aurora MySQL database engine updates 2031-02-03 (version 2.31.5)'), false);
});

test('reads days in each format of the vendor', () => {
  assert.equal(findDay('on 2031-02-03'), '2031-02-03');
  assert.equal(findDay('May 7, 2031'), '2031-05-07');
  assert.equal(findDay('Sept. 7, 2031'), '2031-09-07');
  assert.equal(findDay('30 April 2031'), '2031-04-30');
  assert.equal(findDayOrMonth('February 2032'), '2032-02');
  assert.equal(findDayOrMonth('7 February 2032'), '2032-02-07');
  assert.equal(findDayOrMonth('Smarch 2032'), null);
  assert.equal(findDay('February 2032'), null);
  assert.equal(findDayOrMonth('To be determined'), null);
  assert.equal(findDay('2031-02-30'), null);
  assert.equal(findDay('Smarch 7, 2031'), null);
});
