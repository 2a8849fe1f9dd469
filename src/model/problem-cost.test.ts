import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../l10n/index.ts';
import { costOf, problemsToReport, type Problem } from './index.ts';

test('reports problems that cost a part of the result, and only logs the others', () => {
  const typo: Problem = {
    source: 'https://example.com/notes',
    text: text('catalogue.page.versionsDiffer', { title: '3.04.1', text: '3.04.0' }),
  };
  const unread: Problem = { source: 'db.tf', text: text('problem.binary') };
  assert.deepEqual([costOf(typo), costOf(unread)], ['none', 'result']);
  assert.deepEqual(problemsToReport([typo, unread]), [unread]);
});
