import assert from 'node:assert/strict';
import { createHash, hash as nodeHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browserManifest } from '../manifest/index.ts';
import { EditorFolders } from './editor-folders.ts';
import { storeFile, storeFolder, openedFolders } from './opened-folder.ts';
import { hasRelevantFile, readExistingFiles, readOpened, type EditorFiles } from './reading.ts';
import { createHash as browserCreateHash, hash } from './stand-ins/crypto.ts';
import { gunzipSync } from './stand-ins/zlib.ts';

const LIMITS = { folders: 100, files: 100, bytes: 1_000_000 };

/** An editor with these files, and the names of those that were read. */
function editorWith(texts: Record<string, string>): { files: EditorFiles; read: string[] } {
  const read: string[] = [];
  const files: EditorFiles = {
    list(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(texts).filter((file) => file.startsWith(prefix));
      const names = new Set(below.map((file) => file.slice(prefix.length).split('/')[0] ?? ''));
      return Promise.resolve(
        [...names].map((name) => ({ name, kind: prefix + name in texts ? ('file' as const) : 'folder' })),
      );
    },
    factsOf(file) {
      const text = texts[file];
      if (text === undefined) return Promise.reject(new Error('not there'));
      return Promise.resolve({ size: text.length, modified: 1 });
    },
    read(file) {
      read.push(file);
      return Promise.resolve(new TextEncoder().encode(texts[file]));
    },
  };
  return { files, read };
}

describe('reading in a browser', () => {
  test('requests files that can contain a version, and none that a tool has generated', async () => {
    const { files, read } = editorWith({
      'main.tf': '',
      'docs/readme.txt': '',
      '.gitignore': '',
      'node_modules/a/index.js': '',
      'package-lock.json': '',
      'modules/db/db.tf': '',
    });
    const { problems } = await readOpened(files, LIMITS);
    assert.deepEqual(read.sort(), ['.gitignore', 'main.tf', 'modules/db/db.tf']);
    assert.deepEqual(problems, []);
    assert.equal(await hasRelevantFile(files), true);
    assert.equal(await hasRelevantFile(editorWith({ 'a.txt': '', 'b/c.txt': '' }).files), false);
  });

  test('stops at each limit and reports it', async () => {
    const many = editorWith(
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}/a.tf`, 'x'.repeat(10)])),
    );
    for (const limits of [
      { ...LIMITS, files: 20 },
      { ...LIMITS, bytes: 100 },
      { ...LIMITS, folders: 20 },
    ]) {
      const { files, problems } = await readOpened(many.files, limits);
      assert.ok(files.length <= 20 && files.length > 0, JSON.stringify(limits));
      assert.deepEqual(
        problems.map(({ text }) => text.key),
        ['problem.moreThanBrowserReads'],
      );
    }
  });

  test('skips a file that is too large, and names a folder that cannot be listed', async () => {
    const { files, read } = editorWith({
      'large.tf': 'x'.repeat(6 * 1024 * 1024),
      'closed/a.tf': '',
      'main.tf': '',
    });
    const closed: EditorFiles = {
      ...files,
      list: (folder) => (folder === 'closed' ? Promise.reject(new Error('no')) : files.list(folder)),
    };
    const opened = await readOpened(closed, { ...LIMITS, bytes: 64_000_000 });
    assert.deepEqual(read, ['main.tf']);
    assert.deepEqual(
      opened.files.map(({ file, bytes }) => [file, bytes === null]),
      [
        ['large.tf', true],
        ['main.tf', false],
      ],
    );
    assert.deepEqual(
      opened.problems.map(({ source }) => source),
      ['closed'],
    );
  });

  test('resolves no name in code to a path outside of the folder', async () => {
    const { files, read } = editorWith({ 'a.sh': '', '../secret': '', '/etc/passwd': '' });
    assert.deepEqual(
      (await readExistingFiles(files, ['../secret', 'b/../../secret', '/etc/passwd', 'a.sh'])).length,
      1,
    );
    assert.deepEqual(read, ['a.sh']);
  });
});

describe('the files of the editor as a disk', () => {
  const bytes = new TextEncoder().encode('text');

  test('lists, describes and reads files', () => {
    storeFolder('/f', [
      { file: 'a/b.tf', bytes, modified: 5 },
      { file: 'c.tf', bytes: null, modified: 6 },
    ]);
    const kinds = openedFolders.list('/f').map((entry) => [entry.name, entry.isDirectory(), entry.isFile()]);
    assert.deepEqual(kinds, [
      ['a', true, false],
      ['c.tf', false, true],
    ]);
    assert.equal(openedFolders.factsOf('/f/a/b.tf').mtimeMs, 5);
    assert.deepEqual(openedFolders.read('/f/a/b.tf', 10), Buffer.from('text'));
    assert.deepEqual(openedFolders.read('/f/a/b.tf', 3), { kind: 'tooLarge' });
    assert.deepEqual(openedFolders.read('/f/c.tf', 10), { kind: 'tooLarge' });
    assert.deepEqual(openedFolders.read('/f/a', 10), { kind: 'unreadable', code: 'EISDIR' });
    assert.deepEqual(openedFolders.read('/f/d.tf', 10), { kind: 'unreadable', code: 'ENOENT' });
    assert.throws(() => openedFolders.list('/g'), { code: 'ENOENT' });
    storeFolder('/f', []);
    assert.deepEqual([openedFolders.exists('/f/c.tf'), openedFolders.exists('/f')], [false, true]);
  });

  test('fetches a changed file, drops a deleted one, and fetches a file that code names once', async () => {
    const there = new Map([
      ['a.tf', bytes],
      ['start.sh', bytes],
    ]);
    const asked: string[][] = [];
    const source = new EditorFolders({
      filesOf: () => Promise.resolve({ files: [], problems: [] }),
      filesNamed(_, names) {
        asked.push([...names]);
        const found = names.filter((name) => there.has(name));
        return Promise.resolve(found.map((file) => ({ file, bytes, modified: 1 })));
      },
      ownFile: () => Promise.reject(new Error('none')),
    });
    await source.fetch('/h');
    await source.fetchFile('/h', 'a.tf');
    assert.ok(openedFolders.exists('/h/a.tf'));
    there.delete('a.tf');
    await source.fetchFile('/h', 'a.tf');
    assert.ok(!openedFolders.exists('/h/a.tf'));
    assert.deepEqual(await source.fetchNamed('/h', ['start.sh', 'gone.sh']), ['start.sh']);
    assert.deepEqual(await source.fetchNamed('/h', ['start.sh', 'gone.sh']), []);
    assert.deepEqual(asked, [['a.tf'], ['a.tf'], ['start.sh', 'gone.sh']]);
    storeFile('/h', { file: 'a.tf', bytes, modified: 2 });
    assert.equal(openedFolders.factsOf('/h/a.tf').mtimeMs, 2);
  });
});

describe('replacements of Node modules', () => {
  test('compute the digests of Node', () => {
    for (const text of ['', 'a', 'データベース'])
      for (const algorithm of ['sha1', 'sha256'])
        for (const encoding of ['hex', 'base64url'] as const) {
          assert.equal(hash(algorithm, text, encoding), nodeHash(algorithm, text, encoding));
          const expected = createHash(algorithm).update(text).digest(encoding);
          assert.equal(browserCreateHash(algorithm).update(text).digest(encoding), expected);
        }
  });

  test('unpack user data up to a length, and reject damaged data', () => {
    const packed = gzipSync('yum install -y mysql');
    assert.equal(gunzipSync(packed, { maxOutputLength: 100 }).toString(), 'yum install -y mysql');
    assert.throws(() => gunzipSync(packed, { maxOutputLength: 5 }));
    assert.throws(() => gunzipSync(packed.subarray(0, 20), { maxOutputLength: 100 }));
    assert.throws(() => gunzipSync(Buffer.from('no gzip'), { maxOutputLength: 100 }));
  });
});

test('the manifest for browsers offers nothing that needs Node', () => {
  const manifest = JSON.stringify(browserManifest());
  for (const word of [
    'accounts',
    'watch',
    'news',
    'checklist',
    'incident',
    'assistants',
    'languageModelTools',
    'mcp',
  ])
    assert.ok(!manifest.toLowerCase().includes(word.toLowerCase()), word);
});
