import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { scanWorkspace } from './index.ts';
import { commonBaseFolder, wouldBeWalked, walk } from '../files/walk/walk.ts';
import type { Problem } from '../model/index.ts';
import { temporaryFolder } from '../../test/support/workspace.ts';

const isRoot = process.getuid?.() === 0;

function walked(paths: readonly string[], ignoreFiles = true): { files: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const found = walk(paths, {
    base: commonBaseFolder(paths),
    isWanted: (file) => file.endsWith('.tf'),
    ignoreFiles,
    report: (problem) => problems.push(problem),
  });
  return { files: [...found].map(({ file }) => file), problems };
}

test('ignores a pattern longer than any path, and keeps the others', (t) => {
  const pattern = 'what tools write, '.repeat(3000);
  const root = temporaryFolder(t, {
    '.gitignore': `${pattern}\n(${pattern}\nb.tf\n`,
    'a.tf': '',
    'b.tf': '',
  });
  assert.deepEqual(walked([root]).files, ['a.tf']);
});

test('respects ignore files, also of parent folders, and their exceptions', (t) => {
  const root = temporaryFolder(t, {
    '.git/HEAD': '',
    '.gitignore': '*.gen.tf\n/build/\n',
    'a.tf': '',
    'a.gen.tf': '',
    'build/b.tf': '',
    'infra/.gitignore': '!keep.gen.tf\nlocal/\n',
    'infra/keep.gen.tf': '',
    'infra/c.gen.tf': '',
    'infra/build/d.tf': '',
    'infra/local/e.tf': '',
    'infra/.errata-lensignore': 'old.tf\n',
    'infra/old.tf': '',
  });
  assert.deepEqual(walked([root]).files, ['a.tf', 'infra/keep.gen.tf', 'infra/build/d.tf']);
  assert.deepEqual(walked([path.join(root, 'infra')]).files, ['keep.gen.tf', 'build/d.tf']);
  assert.equal(walked([root], false).files.length, 8);
});

test('skips generated folders, but reads paths that the user names', (t) => {
  const root = temporaryFolder(t, {
    '.gitignore': 'named.tf\n',
    '.git/x.tf': '',
    'node_modules/x/x.tf': '',
    '.terraform/modules/x/x.tf': '',
    '.yarn/releases/x.tf': '',
    'test/__snapshots__/x.tf': '',
    '.history/main_20260101.tf': '',
    'test/integ.orders.ts.snapshot/x.tf': '',
    'suite/vendor/modules.txt': '',
    'suite/vendor/github.com/x/x.tf': '',
    'older/Gopkg.lock': '',
    'older/vendor/github.com/x/x.tf': '',
    'sold/vendor/x.tf': '',
    'test/integ.orders.expected.json': '',
    'named.tf': '',
  });
  assert.deepEqual(walked([root], false).files, ['named.tf', 'sold/vendor/x.tf']);
  assert.deepEqual(walked([path.join(root, 'named.tf')]).files, ['named.tf']);
});

test('ends at circular links, and reads a linked file once per name', (t) => {
  const root = temporaryFolder(t, { 'a/x.tf': '' });
  symlinkSync('../..', path.join(root, 'a', 'up'));
  symlinkSync('x.tf', path.join(root, 'a', 'y.tf'));
  symlinkSync('nowhere', path.join(root, 'a', 'z.tf'));
  assert.deepEqual(walked([root]), { files: ['a/x.tf', 'a/y.tf'], problems: [] });
});

test('names files relative to the common folder of several paths, each once', (t) => {
  const root = temporaryFolder(t, { 'a/x.tf': '', 'b/c/y.tf': '' });
  const [a, b] = [path.join(root, 'a'), path.join(root, 'b')];
  assert.deepEqual(walked([a, b, path.join(b, 'c', 'y.tf')]).files, ['a/x.tf', 'b/c/y.tf']);
});

test(
  'reports missing paths and unreadable folders, and reads the rest',
  { skip: isRoot && 'root reads everything' },
  (t) => {
    const root = temporaryFolder(t, { 'a/x.tf': '', 'secret/y.tf': '' });
    chmodSync(path.join(root, 'secret'), 0);
    t.after(() => chmodSync(path.join(root, 'secret'), 0o755));
    const { files, problems } = walked([root]);
    assert.deepEqual(files, ['a/x.tf']);
    assert.deepEqual(
      problems.map(({ source, text }) => [source, text.args['error']]),
      [['secret', 'EACCES']],
    );
  },
);

test('reports a missing path', () => {
  const { files, problems } = walked([path.join(import.meta.dirname, 'nowhere')]);
  assert.deepEqual(files, []);
  assert.deepEqual(
    problems.map(({ text }) => text.args['error']),
    ['ENOENT'],
  );
});

test('accepts an edited file only where a walk reaches it', (t) => {
  const root = temporaryFolder(t, { '.git/HEAD': '', '.gitignore': 'gen/\n*.out.tf\n', 'a/x.tf': '' });
  const counts = (...names: string[]) => wouldBeWalked(path.join(root, ...names), [root], true);
  assert.equal(counts('a', 'new.tf'), true);
  assert.equal(counts('gen', 'new.tf'), false);
  assert.equal(counts('a', 'new.out.tf'), false);
  assert.equal(counts('node_modules', 'new.tf'), false);
  assert.equal(counts('integ.a.snapshot', 'new.tf'), false);
  assert.equal(counts('..', 'new.tf'), false);
});

test('reports or skips large files, binary files and devices, and reads the rest', async (t) => {
  const pin = 'resource "aws_rds_cluster" "a" { engine_version = "8.0.mysql_aurora.3.04.0" }\n';
  const root = temporaryFolder(t, {
    'large.tf': Buffer.alloc(20 * 1024 * 1024, 'a'),
    'binary.tf': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]),
    'good.tf': pin,
  });
  mkdirSync(path.join(root, 'folder.tf'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(root, 'pipe.tf')]);
  const { assets, problems } = await scanWorkspace([root]);
  assert.deepEqual(
    assets.map((asset) => asset.version),
    ['3.04.0'],
  );
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [
      ['binary.tf', 'problem.binary'],
      ['large.tf', 'problem.tooLarge'],
    ],
  );
});

void test('skips virtual file systems', () => {
  for (const file of ['/proc/1/root/main.tf', '/sys/a/main.tf', '/dev/shm/main.tf'])
    assert.equal(wouldBeWalked(file, ['/'], false), false, file);
  assert.equal(wouldBeWalked('/srv/proc/main.tf', ['/'], false), true);
});
