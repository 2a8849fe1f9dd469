import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import * as z from 'zod';
import { packedFor } from '../../support/surfaces/vsix.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MOST_BYTES = 3_500_000;
const Packed = z.tuple([
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
]);

/** An environment without the repository, the user's npm and the network. */
function stranger(home: string): NodeJS.ProcessEnv {
  return {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
    HOME: home,
    npm_config_cache: path.join(home, 'npm'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    ERRATA_LENS_DOCS_ORIGIN: 'http://127.0.0.1:9',
  };
}

describe('the npm package', () => {
  let folder = '';
  let packed: z.infer<typeof Packed>[0] | undefined;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-'));
    const printed = execFileSync(
      'npm',
      ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: stranger(folder),
      },
    );
    [packed] = Packed.parse(JSON.parse(printed));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test('is small, and contains everything for users and no sources', () => {
    assert.ok(packed !== undefined && packed.size < MOST_BYTES, `${packed?.size} bytes`);
    const files = packed.files.map((file) => file.path);
    for (const needed of [
      'package.json',
      'README.md',
      'LICENSE',
      'dist/cli.js',
      'dist/THIRD_PARTY_NOTICES.txt',
    ])
      assert.ok(files.includes(needed), needed);
    assert.deepEqual(
      files.filter((file) => !/^(?:dist\/|[A-Z]+(?:\.ja)?\.md$|LICENSE$|package\.json$)/.test(file)),
      [],
    );
  });

  test('scans the incident from an empty folder, offline, with npx', () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    cpSync(path.join(ROOT, 'test/workspaces/incident'), empty, { recursive: true });
    cpSync(path.join(folder, packed?.filename ?? ''), path.join(empty, packed?.filename ?? ''));
    const printed = execFileSync(
      'npx',
      ['--yes', '--prefix', '.', `./${packed?.filename ?? ''}`, 'scan', '.', '--format', 'json'],
      { cwd: empty, encoding: 'utf8', env: stranger(folder), maxBuffer: 16_000_000 },
    );
    const { findings } = z.object({ findings: z.array(z.unknown()) }).parse(JSON.parse(printed));
    assert.ok(findings.length > 0);
  });
});

test('the package of the extension is small, and contains its texts but no pictures of documents', async () => {
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  for (const needed of [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'SUPPORT.md',
    'SECURITY.md',
    'dist/extension.mjs',
    'dist/snapshot/aurora-mysql.json',
  ])
    assert.ok(files.includes(needed), needed);
  assert.deepEqual(
    files.filter((file) => /^(?:src|test|docs|scripts|node_modules)\//.test(file)),
    [],
  );
  assert.deepEqual(
    files.filter((file) => file.startsWith('dist/web/')),
    [],
  );
  assert.ok((await packedFor('desktop')).bytes < MOST_BYTES);
});

test('the package for browsers is small, declared as such, and free of Node', async () => {
  const { bytes, textOf, files } = await packedFor('browser');
  assert.ok(bytes < MOST_BYTES);
  assert.deepEqual(
    files.filter((file) => /^extension\/(?:src|test|docs|scripts|node_modules|dist\/chunks)\//.test(file)),
    [],
  );
  assert.match(textOf('extension.vsixmanifest'), /TargetPlatform="web"/);
  const manifest = z.looseObject({ browser: z.string() }).parse(JSON.parse(textOf('extension/package.json')));
  assert.equal(manifest['main'], undefined);
  // An extension host in a browser loads one CommonJS file, and provides `vscode`.
  const script = textOf(path.posix.join('extension', manifest.browser));
  const names = [...script.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(names)], ['vscode']);
  assert.ok(!/\bimport\(["'`]/.test(script + textOf('extension/dist/web/worker.js')));
});
