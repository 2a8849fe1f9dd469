import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const url = (file: string): string => JSON.stringify(pathToFileURL(path.join(ROOT, file)).href);

/** Flags hold for a whole process: it is one of its own. */
const TUNED = `
  import vm from 'node:vm';
  import { tuneEngine } from ${url('src/cli/engine.ts')};
  import { startThreadsBy, Thread } from ${url('src/threads/index.ts')};
  startThreadsBy(await tuneEngine(['scan']));
  const thread = new Thread({ entry: new URL(${url('test/support/node-parts-thread.ts')}) });
  const source = 'function one() { return 1; } one();';
  const compiled = new vm.Script(source).createCachedData();
  const takes = await thread.call('takes', source, compiled);
  console.log(JSON.stringify({ takes, anew: await thread.call('compiledAnew') }));
  await thread.close();
`;

test('a thread of a tuned program is tuned, and comes up from the parts of Node as they are kept', (t) => {
  const caches = mkdtempSync(path.join(tmpdir(), 'errata-lens-engine-'));
  t.after(() => rmSync(caches, { recursive: true }));
  const args = ['--expose-internals', '--no-warnings', '--eval', TUNED];
  const env = { ...process.env, XDG_CACHE_HOME: caches };
  const told = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
  const { takes, anew } = JSON.parse(told) as { takes: boolean; anew: string[] };
  assert.equal(takes, true);
  assert.deepEqual(
    anew.filter((part) => /^internal\/(?:bootstrap|main|worker)\b/.test(part)),
    [],
  );
});
