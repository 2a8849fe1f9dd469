import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts, type PageFacts } from './facts.ts';
import { readHtml } from '../../../pages/html.ts';

function facts(version: string, ...paragraphs: readonly string[]): PageFacts {
  return readFacts(version, readHtml(paragraphs.map((text) => `<p>${text}</p>`).join('')).blocks);
}

test('states nothing without facts on the page', () => {
  assert.deepEqual(facts('3.29.1', 'It is here.'), {
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    upgradeFrom: [],
    osUpgrade: false,
    osUpgradeClasses: [],
  });
});

test('reads long-term support only from a statement about the release itself', () => {
  assert.equal(facts('3.29.1', 'It is designated as a long-term support (LTS) release.').lts, true);
  assert.equal(facts('3.29.1', 'Turn it off for LTS versions.').lts, false);
});

test('reads default status only for the named version', () => {
  const words = 'Version 2.31.5 is the current default version of new clusters.';
  assert.deepEqual(facts('2.31.5', words).status, ['default']);
  assert.deepEqual(facts('2.31.6', words).status, []);
});

test('reads a withdrawn status', () => {
  assert.deepEqual(facts('2.31.5', 'Sadly this version has been withdrawn.').status, ['deprecated']);
});

test('reads MySQL compatibility of the nearest named family, or of the release', () => {
  const families =
    'Aurora MySQL 3.29 versions are compatible with MySQL 8.0.92, Aurora MySQL 3.x versions are compatible with MySQL 8.0.';
  assert.equal(facts('3.29.1', families).communityVersion, '8.0.92');
  assert.equal(facts('3.28.1', families).communityVersion, '8.0');
  assert.equal(facts('2.31.1', families).communityVersion, null);
  assert.equal(
    facts('2.31.1', 'Aurora MySQL 2.31 versions are compatible up to MySQL 5.7.99.').communityVersion,
    '5.7.99',
  );
  assert.equal(facts('8.4.31', 'This release is compatible with MySQL 8.4.31.').communityVersion, '8.4.31');
});

test('reads the base release of another line', () => {
  assert.equal(
    facts('8.4.31', 'All of it is compared to Aurora MySQL 3.29.0, see there.').comparedTo,
    '3.29.0',
  );
  assert.equal(
    facts('3.01.0', 'It has the bug fixes through Aurora MySQL version 2.30.0.').comparedTo,
    '2.30.0',
  );
  assert.equal(facts('8.4.32', 'All of it is compared to Aurora MySQL 8.4.31.').comparedTo, null);
});

const UPGRADES: readonly [string, readonly string[]][] = [
  ['Please upgrade existing Aurora MySQL 2.* clusters directly to it.', ['2']],
  ['One may upgrade an existing Aurora MySQL 1.29 or higher cluster directly to it.', ['1.29']],
  ['Try an in-place upgrade from Aurora MySQL 2.21.* or 2.22 to it.', ['2.21', '2.22']],
  ['An in-place upgrade, or others, from any currently available Aurora MySQL version 2 cluster.', ['2']],
  ['Just upgrade from any currently supported Aurora MySQL version 3 cluster.', ['3']],
  ["You can't upgrade an existing Aurora MySQL 1.* cluster to it.", []],
  ['First upgrade an existing Aurora MySQL 1.* cluster directly to 2.27.3 and then directly to it.', []],
  ['Only upgrade existing Aurora MySQL 2.* clusters, up to 2.24.6, to it.', []],
  ['A snapshot can go from any currently supported Aurora MySQL version 2 cluster into it.', []],
];

for (const [sentence, families] of UPGRADES) {
  test(`reads upgrade sources: ${sentence}`, () =>
    assert.deepEqual(facts('3.29.1', sentence).upgradeFrom, families));
}

test('reads an operating system upgrade after the engine upgrade, with its classes', () => {
  assert.equal(facts('2.31.1', 'Then an operating system upgrade is applied by itself.').osUpgrade, true);
  assert.equal(facts('2.31.0', 'A new operating system upgrade is available with 2.31.').osUpgrade, true);
  const named =
    'Then an operating system upgrade is applied to the db.r4, db.t3, and db.r4 instance classes.';
  assert.deepEqual(facts('2.31.1', named).osUpgradeClasses, ['db.r4', 'db.t3']);
  assert.deepEqual(
    facts('2.31.0', 'An operating system upgrade is available for db.r5.').osUpgradeClasses,
    [],
  );
  assert.equal(facts('2.31.1', 'Upgrades of the operating system have a guide.').osUpgrade, false);
  const bullet = '<ul><li>With 2.31 a new operating system upgrade is available.</li></ul>';
  assert.equal(readFacts('2.31.0', readHtml(bullet).blocks).osUpgrade, true);
});
