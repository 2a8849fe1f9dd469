import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionAnswer } from '../../analysis/index.ts';
import { bugsMarkdown } from '../index.ts';
import { shownBugs } from '../../../test/support/command-line/bugs-text.ts';
import { bugOf, catalogueOf } from '../../../test/support/catalogue/catalogue.ts';

const NAMES = Array.from({ length: 12 }, (_, index) => `bug ${index}`);
const CATALOGUE = catalogueOf(
  [
    ['2.31.0', '2030-01-01'],
    ['2.31.1', '2030-02-01'],
  ],
  NAMES.map((name) => bugOf(name, ['2.31.1'])),
);

function shown(verbose: boolean): string[] {
  const answer = versionAnswer(CATALOGUE, 'aurora-mysql', '2.31.0', '2030-05-01');
  return shownBugs(answer, { verbose }).trimEnd().split('\n');
}

test('fits ten bugs and their fixes on a screen; adds reasons and pages with --verbose', () => {
  const lines = shown(false);
  assert.ok(lines.length <= 26, lines.join('\n'));
  assert.equal(lines.filter((line) => / · fixed in 2\.31\.1 · bug \d+$/.test(line)).length, 10);
  assert.doesNotMatch(lines.join('\n'), /https:/);
  assert.match(lines.slice(-2).join('\n'), /^2 more bugs: --limit N or --all .*\n.*: --verbose\.$/);
  const whole = shown(true).join('\n');
  assert.match(whole, /fixed later on 2\.31/);
  assert.doesNotMatch(whole, /--verbose/);
});

test('mentions undetermined bugs, and never counts them as known', () => {
  // Another major version lists the bug; no release of this one does.
  const bugs = [bugOf('other', ['3.31.1'], { origin: 'notes' })];
  const known = catalogueOf(
    [
      ['2.31.0', '2030-01-01'],
      ['3.31.0', '2030-01-01'],
      ['3.31.1', '2030-02-01'],
    ],
    bugs,
  );
  const answer = versionAnswer(known, 'aurora-mysql', '2.31.0', '2030-05-01');
  assert.equal(answer.undetermined, 1);
  const lines = shownBugs(answer).split('\n');
  assert.match(lines[0] ?? '', /: 0 known bugs listed, 0 urgent\./);
  assert.equal(lines[1], '1 more bug: whether this version has it is undetermined.');
  assert.match(lines.join('\n'), / · fixed on another major version \(3\.31\) · other$/m);
});

test('joins features of a bug by the rules of the language', () => {
  const bugs = [bugOf('both', ['2.31.1'], { features: ['ddl', 'replicas'] })];
  const known = catalogueOf(
    [
      ['2.31.0', '2030-01-01'],
      ['2.31.1', '2030-02-01'],
    ],
    bugs,
  );
  const answer = versionAnswer(known, 'aurora-mysql', '2.31.0', '2030-05-01');
  const textIn = (language: 'en' | 'ja') => shownBugs(answer, { language });
  assert.match(textIn('en'), /\[DDL, replicas\]/);
  assert.match(textIn('ja'), /\[DDL、レプリカ\]/);
});

test('shows a rating, or its absence, once', () => {
  for (const severity of ['unrated', 'high'] as const) {
    const cve = bugOf('CVE-2030-1', ['2.31.1'], { severity, impact: 'security', cves: ['CVE-2030-1'] });
    const known = catalogueOf(
      [
        ['2.31.0', '2030-01-01'],
        ['2.31.1', '2030-02-01'],
      ],
      [cve],
    );
    const answer = versionAnswer(known, 'aurora-mysql', '2.31.0', '2030-05-01');
    const whole = shownBugs(answer, { verbose: true });
    assert.equal(whole.split(severity).length - 1, 1, whole);
    assert.equal(bugsMarkdown(answer, 'en').split(severity).length - 1, 1, bugsMarkdown(answer, 'en'));
  }
});
