import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { canReplace, replaceFolder } from './replace-folder.ts';
import { temporaryFolder, writeFiles } from '../../test/support/workspace.ts';

/** Writes these files as a site. */
async function write(folder: string, files: Record<string, string>): Promise<void> {
  await replaceFolder(folder, (fresh) => {
    writeFiles(fresh, files);
    return Promise.resolve({ files: Object.keys(files) });
  });
}

void test('replaces an earlier site as a whole, and leaves nothing beside it', async (t) => {
  const parent = temporaryFolder(t);
  const folder = path.join(parent, 'a/site');
  assert.equal(await canReplace(folder), true);
  await write(folder, { 'index.html': '1', 'data/old.json': '' });
  assert.equal(await canReplace(folder), true);
  await write(folder, { 'index.html': '2' });
  assert.equal(readFileSync(path.join(folder, 'index.html'), 'utf8'), '2');
  assert.deepEqual(readdirSync(folder).sort(), ['.errata-lens-site', 'index.html']);
  assert.deepEqual(readdirSync(path.dirname(folder)), ['site']);
  mkdirSync(path.join(parent, 'empty'));
  assert.equal(await canReplace(path.join(parent, 'empty')), true);
  await write(path.join(parent, 'empty'), { 'index.html': '3' });
});

void test('refuses a folder with other files', async (t) => {
  const parent = temporaryFolder(t, {
    'styled/site.css': '',
    'styled/index.html': 'mine',
    'pretending/.errata-lens-site': 'index.html\n',
    'pretending/index.html': 'mine',
    file: '',
  });
  for (const name of ['styled', 'pretending', 'file'])
    assert.equal(await canReplace(path.join(parent, name)), false, name);
  const folder = path.join(parent, 'site');
  await write(folder, { 'index.html': '', 'data/a.json': '' });
  writeFileSync(path.join(folder, 'data/mine.json'), '');
  assert.equal(await canReplace(folder), false);
});

void test('does not write through a link', async (t) => {
  const parent = temporaryFolder(t, { 'mine/a.json': 'mine', 'mine/index.html': 'mine' });
  const folder = path.join(parent, 'site');
  await write(folder, { 'index.html': '', 'data/a.json': '' });
  symlinkSync('site', path.join(parent, 'link'));
  assert.equal(await canReplace(path.join(parent, 'link')), false);
  assert.equal(await canReplace(`${path.join(parent, 'link')}/`), false);
  rmSync(path.join(folder, 'data'), { recursive: true });
  symlinkSync('../mine', path.join(folder, 'data'));
  assert.equal(await canReplace(folder), false);
  await write(folder, { 'index.html': '', 'data/a.json': 'new' });
  assert.equal(readFileSync(path.join(parent, 'mine/a.json'), 'utf8'), 'mine');
});

void test('keeps the folder unchanged if writing fails', async (t) => {
  const parent = temporaryFolder(t);
  const folder = path.join(parent, 'site');
  await write(folder, { 'index.html': 'old' });
  await assert.rejects(
    replaceFolder(folder, (fresh) => {
      writeFiles(fresh, { 'index.html': 'half' });
      return Promise.reject(new Error('ENOSPC'));
    }),
    /ENOSPC/,
  );
  assert.equal(readFileSync(path.join(folder, 'index.html'), 'utf8'), 'old');
  assert.deepEqual(readdirSync(parent), ['site']);
});
