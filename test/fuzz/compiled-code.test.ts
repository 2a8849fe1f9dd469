import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../src/files/compile-cache.ts')).href;

const TELL = `console.log(process.getBuiltinModule('module').getCompileCacheDir() ?? '')`;
/** Code that prints its cache folder from a thread. */
const THREAD_TELLS = `new (process.getBuiltinModule('worker_threads').Worker)(${JSON.stringify(TELL)}, { eval: true, env: compileCacheEnvironment() })`;

describe('compiled code', () => {
  let caches = '';
  beforeEach(() => (caches = mkdtempSync(path.join(tmpdir(), 'errata-lens-code-'))));
  afterEach(() => rmSync(caches, { recursive: true }));

  /** Cache folder of a separate process, because the setting holds until its end; empty without a cache. */
  function keep(version: string, tell = TELL): string {
    const given = JSON.stringify([caches, version]);
    const script = `import { enableCompileCache, compileCacheEnvironment } from '${MODULE}'; enableCompileCache(...${given}); ${tell}`;
    const env = { ...process.env, NODE_COMPILE_CACHE: undefined };
    return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env,
    }).trim();
  }

  test('is deleted when another version starts', () => {
    assert.ok(keep('1').startsWith(path.join(caches, 'code', '1')));
    assert.ok(keep('2').startsWith(path.join(caches, 'code', '2')));
    assert.deepEqual(readdirSync(path.join(caches, 'code')), ['2']);
  });

  test('is shared with threads', () => {
    assert.equal(keep('1', THREAD_TELLS), keep('1'));
  });

  test('is not kept in a folder that others can write to', { skip: process.platform === 'win32' }, () => {
    mkdirSync(path.join(caches, 'code/1'), { recursive: true });
    chmodSync(path.join(caches, 'code'), 0o777);
    assert.equal(keep('1'), '');
    chmodSync(path.join(caches, 'code'), 0o755);
    assert.ok(keep('1').startsWith(path.join(caches, 'code', '1')));
  });
});
