import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { pathsInIndex } from './git-index.ts';
import { wouldBeWalked, walk } from './walk.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const FILES = {
  '.gitignore': '*.tfvars\n/environments/\n',
  '.errata-lensignore': 'environments/old/\n',
  'main.tf': '',
  'prod.tfvars': '',
  'mine.tfvars': '',
  'environments/prod/a.tf': '',
  'environments/prod/mine.tf': '',
  'environments/old/b.tf': '',
  'other/mine.tf': '',
};
const FORCED = [
  'prod.tfvars',
  'environments/prod/a.tf',
  'environments/old/b.tf',
  `umlaut-${'ä'.repeat(90)}.tfvars`,
];
const hasGit = spawnSync('git', ['--version']).status === 0;

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'pipe' });
}

function repository(t: TestContext, version: number): string {
  const folder = temporaryFolder(t, { ...FILES, [FORCED[3] ?? '']: '' });
  git(folder, 'init', '-q');
  git(folder, 'add', 'main.tf');
  git(folder, 'add', '-f', ...FORCED);
  git(folder, 'update-index', '--index-version', String(version));
  return folder;
}

function walked(folder: string): string[] {
  const options = {
    base: folder,
    isWanted: (file: string) => /\.tf(?:vars)?$/.test(file),
    ignoreFiles: true,
  };
  return [...walk([folder], { ...options, report: () => undefined })].map(({ file }) => file);
}

describe('files that Git tracks', { skip: !hasGit && 'without git' }, () => {
  for (const version of [2, 4]) {
    test(`are read although an ignore file names them (index of version ${version})`, (t) => {
      const folder = repository(t, version);
      const expected = ['main.tf', 'prod.tfvars', FORCED[3], 'environments/prod/a.tf', 'other/mine.tf'];
      assert.deepEqual(walked(folder), expected);
      assert.equal(wouldBeWalked(path.join(folder, 'environments/prod/a.tf'), [folder], true), true);
      assert.equal(wouldBeWalked(path.join(folder, 'environments/prod/mine.tf'), [folder], true), false);
      assert.equal(wouldBeWalked(path.join(folder, 'environments/old/b.tf'), [folder], true), false);
      assert.deepEqual(walked(path.join(folder, 'environments')), ['prod/a.tf']);
    });
  }

  test('are read in a linked work tree', (t) => {
    const folder = repository(t, 2);
    git(folder, 'commit', '-q', '-m', 'all');
    const beside = path.join(temporaryFolder(t), 'beside');
    git(folder, 'worktree', 'add', '-q', beside);
    assert.ok(walked(beside).includes('prod.tfvars'));
  });

  test('are listed up to the end of a truncated index, and not from an invalid one', (t) => {
    const index = readFileSync(path.join(repository(t, 2), '.git/index'));
    const all = pathsInIndex(index);
    assert.equal(all.length, 5);
    for (let length = 0; length < index.length; length += 7) {
      const some = pathsInIndex(index.subarray(0, length));
      assert.deepEqual(some, all.slice(0, some.length));
    }
    assert.deepEqual(pathsInIndex(Buffer.from('not an index at all')), []);
  });
});
