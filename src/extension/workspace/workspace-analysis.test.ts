import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AnalysedFolder, type FindingsView } from './analysed-folder.ts';
import { TypingPauses } from './typing-pauses.ts';
import type { FolderResult } from '../worker/protocol.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';

function problem(source: string): Problem {
  return { source, text: text('accounts.damaged') };
}

function result(assets: number, problems: readonly Problem[] = []): FolderResult {
  const catalogue = { asOf: '2026-11-24T00:00:00Z', source: 'snapshot' } as const;
  return { folder: '/f', findings: [], problems, namedFiles: [], assets, catalogue };
}

function shownFolder(): { folder: AnalysedFolder; calls: string[] } {
  const calls: string[] = [];
  const view: FindingsView = { show: () => void calls.push('show'), clear: () => void calls.push('clear') };
  return { folder: new AnalysedFolder('/f', view), calls };
}

describe('an analysed folder', () => {
  test('shows the answer to the newest question, even if an older one arrives later', async () => {
    const { folder, calls } = shownFolder();
    const slow = Promise.withResolvers<FolderResult>();
    const older = folder.show(() => slow.promise);
    const newer = await folder.show(() => Promise.resolve(result(2)));
    slow.resolve(result(1, [problem('old.tf')]));
    assert.deepEqual([(await older).isShown, newer.isShown], [false, true]);
    assert.deepEqual((await older).newProblems, []);
    assert.equal(folder.result?.assets, 2);
    assert.deepEqual(calls, ['show']);
  });

  test('ignores answers that arrive after it was switched off', async () => {
    const { folder, calls } = shownFolder();
    const slow = Promise.withResolvers<FolderResult>();
    const answer = folder.show(() => slow.promise);
    folder.clear();
    slow.resolve(result(1));
    assert.equal((await answer).isShown, false);
    assert.equal(folder.result, null);
    assert.deepEqual(calls, ['clear']);
  });

  test('reports a problem once, and again after it has returned', async () => {
    const { folder } = shownFolder();
    const newProblems = async (...sources: string[]): Promise<string[]> => {
      const answer = await folder.show(() => Promise.resolve(result(1, sources.map(problem))));
      return answer.newProblems.map(({ source }) => source);
    };
    assert.deepEqual(await newProblems('a.tf'), ['a.tf']);
    assert.deepEqual(await newProblems('a.tf', 'b.tf'), ['b.tf']);
    assert.deepEqual(await newProblems('b.tf'), []);
    assert.deepEqual(await newProblems('a.tf'), ['a.tf']);
  });

  test('keeps its result when a question fails', async () => {
    const { folder } = shownFolder();
    await folder.show(() => Promise.resolve(result(3)));
    await assert.rejects(folder.show(() => Promise.reject(new Error('thread ended'))));
    assert.equal(folder.result?.assets, 3);
  });
});

describe('pauses in typing', () => {
  test('start one analysis after several keys, separately for each document', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pauses = new TypingPauses();
    const done: string[] = [];
    for (const key of ['1', '2', '3']) {
      pauses.afterPause('a.tf', () => done.push(`a${key}`));
      t.mock.timers.tick(100);
    }
    pauses.afterPause('b.tf', () => done.push('b'));
    t.mock.timers.tick(149);
    assert.deepEqual(done, ['a3']);
    t.mock.timers.tick(1);
    assert.deepEqual(done, ['a3', 'b']);
  });

  test('start no analysis after disposal', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pauses = new TypingPauses();
    pauses.afterPause('a.tf', () => assert.fail());
    pauses.dispose();
    t.mock.timers.tick(1000);
  });
});
