import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { upgradeAnswer, versionAnswer } from '../../analysis/index.ts';
import { bugsView, upgradeView } from './view.ts';
import { readFilters, shownBugs, targetOf } from '../webview/version/filters.ts';
import { bugsMarkdown } from '../../report/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const CATALOGUE = catalogueOf(
  [
    releaseOf('2.11.1', '2023-02-14', { upgradeFrom: ['2'] }),
    releaseOf('2.11.2', '2023-06-14', { upgradeFrom: ['2'] }),
    releaseOf('2.12.6', '2026-03-09', { upgradeFrom: ['2'] }),
  ],
  [
    bugOf('aaaaaaaaaa', ['2.12.6'], {
      impact: 'data',
      severity: 'critical',
      title: 'Rows vanish',
      features: ['connection-surge'],
      needs: [['connection-surge']],
    }),
    bugOf('bbbbbbbbbb', ['2.11.2'], { impact: 'observability', severity: 'low', title: 'A metric is wrong' }),
  ],
);
const ALL = readFilters(null);

describe('the page of known bugs', () => {
  const view = bugsView(versionAnswer(CATALOGUE, 'aurora-mysql', '2.11.1', '2026-11-27'), '2.11.1', 'en');
  const idsOf = (change: object): string[] => shownBugs(view, { ...ALL, ...change }).map(({ id }) => id);

  test('shows the number of bugs and the command for a terminal', () => {
    assert.match(view.introduction[0] ?? '', /^2 known bugs listed/);
    assert.equal(view.command, 'errata-lens bugs aurora-mysql 2.11.1');
    assert.deepEqual(idsOf({}), ['aaaaaaaaaa', 'bbbbbbbbbb']);
  });

  test('shows features by their readable names in both languages', () => {
    for (const [language, name] of [
      ['en', 'connection surges'],
      ['ja', '接続の急増'],
    ] as const) {
      const answer = versionAnswer(CATALOGUE, 'aurora-mysql', '2.11.1', '2026-11-27');
      const [bug] = bugsView(answer, '2.11.1', language).bugs;
      assert.deepEqual(bug?.features, [name]);
      assert.ok(bug.why.includes(name), bug.why);
      for (const document of [bugsMarkdown(answer, language), bug.why])
        assert.doesNotMatch(document, /connection-surge/);
    }
  });

  test('filters by words in any order, by urgency and by release', () => {
    assert.deepEqual(idsOf({ text: 'VANISH rows' }), ['aaaaaaaaaa']);
    assert.deepEqual(idsOf({ text: 'nothing like it' }), []);
    assert.deepEqual(idsOf({ levels: ['minor'] }), ['bbbbbbbbbb']);
    assert.deepEqual(idsOf({ release: '2.11.2' }), ['bbbbbbbbbb']);
  });

  test('keeps only the valid parts of stored filters', () => {
    assert.deepEqual(readFilters({ text: 3, levels: ['urgent', 'worst'], outcomes: 'x' }), {
      ...ALL,
      levels: ['urgent'],
    });
  });
});

test('the page of targets has one row for each target, and the outcome of every bug', () => {
  const answer = upgradeAnswer(CATALOGUE, 'aurora-mysql', '2.11.1', { day: '2026-11-27' });
  const view = upgradeView(answer, 'en');
  const [first, second] = view.targets;
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(first.isRecommended, true);
  assert.deepEqual(
    view.targets.map(({ cells }) => cells.length),
    view.targets.map(() => view.columns.length),
  );
  assert.equal(targetOf(view, ALL), first.version);
  const outcomes = (target: string): string[] =>
    shownBugs(view, { ...ALL, target }).map((bug) => `${bug.id} ${bug.outcomes[target] ?? ''}`);
  assert.deepEqual(outcomes('2.12.6'), ['aaaaaaaaaa fixed', 'bbbbbbbbbb fixed']);
  assert.deepEqual(outcomes('2.11.2'), ['aaaaaaaaaa stays', 'bbbbbbbbbb fixed']);
});
