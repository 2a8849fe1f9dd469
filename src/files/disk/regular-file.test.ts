import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadCatalogue } from '../../catalogue/index.ts';
import { readConfigAbove, readConfigFile } from '../../config/index.ts';
import { readRegularFile, textOfRegularFile } from '../index.ts';
import { readClues, scanWorkspace } from '../../inventory/index.ts';
import { readBaseline, readScanFile } from '../../report/index.ts';
import { createFolderStore } from '../../catalogue/store/folder-store.ts';
import { createPageCache } from '../../catalogue/store/page-cache.ts';
import { createFolderLock } from '../../watch/store/lock.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const skip = process.platform === 'win32' ? 'no pipes among files' : false;

void test('reads a file up to a size limit, through a link as well', (t) => {
  const folder = temporaryFolder(t, { 'a.txt': 'four' });
  symlinkSync('a.txt', path.join(folder, 'link'));
  assert.equal(textOfRegularFile(path.join(folder, 'link'), 4), 'four');
  assert.deepEqual(readRegularFile(path.join(folder, 'a.txt'), 3), { kind: 'tooLarge' });
  assert.deepEqual(readRegularFile(path.join(folder, 'b.txt'), 3), { kind: 'unreadable', code: 'ENOENT' });
  assert.deepEqual(readRegularFile(folder, 3), { kind: 'unreadable', code: 'EISDIR' });
});

void test('neither waits for a pipe nor reads a device', { skip }, async (t) => {
  const folder = temporaryFolder(t, {
    'main.tf': `resource "aws_rds_cluster" "x" {
  engine = "aurora-mysql"
  engine_version = "3.04.1"
  tags = { a = file("pipe"), b = file("zero"), c = templatefile("link", {}) }
}
`,
  });
  const inFolder = (name: string): string => path.join(folder, name);
  for (const name of ['pipe', '.gitignore', '.errata-lensignore', '.errata-lens.yaml', 'pipe.tf', 'a.yaml'])
    execFileSync('mkfifo', [inFolder(name)]);
  symlinkSync('/dev/zero', inFolder('zero'));
  symlinkSync('/dev/zero', inFolder('zero.tf'));
  symlinkSync('/dev/zero', inFolder('.ignore'));
  symlinkSync('pipe', inFolder('link'));
  symlinkSync('pipe', inFolder('link.md'));

  const { assets, problems } = await scanWorkspace([folder]);
  assert.deepEqual(
    assets.map(({ version }) => version),
    ['3.04.1'],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(readClues([folder])?.pools, []);
  const { config, problems: configProblems } = await readConfigAbove(folder);
  assert.deepEqual(config.ignore, []);
  assert.deepEqual(
    configProblems.map(({ text }) => text.key),
    ['config.unreadable'],
  );
  assert.equal((await readBaseline(inFolder('pipe'), null)).baseline, null);
  assert.equal((await readBaseline(inFolder('zero'), null)).baseline, null);
});

void test('reports a configuration that is too large or too deep without reading it', async (t) => {
  const folder = temporaryFolder(t, { '.errata-lens.yaml': '- x\n'.repeat(1_200_000) });
  const keysOf = async (): Promise<string[]> =>
    (await readConfigAbove(folder)).problems.map(({ text }) => text.key);
  assert.deepEqual(await keysOf(), ['config.tooLarge']);
  writeFileSync(path.join(folder, '.errata-lens.yaml'), '['.repeat(500_000));
  assert.deepEqual(await keysOf(), ['config.tooDeep']);
});

void test('refuses pipes and devices as configuration, baseline or cache', { skip }, async (t) => {
  const folder = temporaryFolder(t, {});
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  symlinkSync('/dev/zero', path.join(folder, 'zero'));
  const { releases } = await loadCatalogue(null);
  for (const name of ['pipe', 'zero']) {
    const file = path.join(folder, name);
    await assert.rejects(readConfigFile(file), /cannot be read/);
    assert.equal(await readScanFile(file, null), null);
    const cache = temporaryFolder(t, {});
    for (const kept of ['catalogue.json', 'catalogue.renewed.json'])
      symlinkSync(file, path.join(cache, kept));
    const known = await loadCatalogue(cache);
    assert.deepEqual([known.source, known.releases.length], ['snapshot', releases.length]);
    assert.deepEqual(
      known.problems.map(({ text }) => text.key),
      ['catalogue.store.unreadable'],
    );
    symlinkSync(file, path.join(cache, 'lock-1.json'));
    const giveBack = await createFolderLock(cache, { heartbeatMs: 1 }).acquire();
    await giveBack?.();
  }
});

void test('ignores a kept page that unpacks to more than the limit', async (t) => {
  const cache = temporaryFolder(t, {});
  const store = createFolderStore(cache);
  const problems: string[] = [];
  const pages = createPageCache(store, ({ source }) => problems.push(source));
  const page = { url: 'https://example.com/a.html', contentType: '', origin: '', fetchedAt: '' };
  await pages.put({ ...page, body: ' '.repeat(40_000_000), etag: null, lastModified: null });
  assert.equal(await pages.get(page.url), null);
  assert.equal(problems.length, 1);
});
