import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { WorkerClient } from '../../src/extension/worker-client.ts';
import type { FolderResult } from '../../src/extension/worker/protocol.ts';
import { isClaimed } from '../../src/inventory/index.ts';
import { temporaryFolder } from '../support/cli.ts';
import { forge, keptFiles } from '../support/kept.ts';
import { everyForm } from '../support/forms.ts';
import { writeFiles } from '../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const THREAD = pathToFileURL(path.join(ROOT, 'dist/worker.js'));
/** Milliseconds: after that a later change of a file shows in its times. */
const SETTLED = 2500;
const MOST_TRIES = 150;

function session(t: TestContext, cacheFolder: string | null): WorkerClient {
  const client = new WorkerClient(THREAD, { cacheFolder }, () => 20_000);
  t.after(() => client.dispose());
  return client;
}

/** What another session finds that knows nothing. */
async function judged(t: TestContext, folder: string): Promise<string> {
  const client = session(t, null);
  const result = await client.call('scanFolder', folder);
  await client.dispose();
  return told(result);
}

/** Files that a format claims matter whether or not they are named. */
function told({ namedFiles, ...result }: FolderResult): string {
  return JSON.stringify({ ...result, namedFiles: namedFiles.filter((file) => !isClaimed(file)).sort() });
}

async function isKept(cache: string): Promise<void> {
  // What is still written has another name a moment later.
  const isWhole = (file: string): boolean => !file.endsWith('.tmp');
  const hasResult = (): boolean =>
    existsSync(path.join(cache, 'scans')) &&
    keptFiles(cache).some((file) => isWhole(file) && readFileSync(file, 'utf8').includes('"details"'));
  for (let tries = 0; !hasResult(); tries++) {
    assert.ok(tries < MOST_TRIES, 'the result was not kept');
    await delay(100);
  }
}

test('the next session shows what judging gives, and judges nothing for it', async (t) => {
  const folder = await temporaryFolder(t);
  const cache = await temporaryFolder(t);
  cpSync(path.join(ROOT, 'test/workspaces'), folder, { recursive: true });
  writeFiles(folder, everyForm());
  await delay(SETTLED);
  const first = session(t, cache);
  const cold = told(await first.call('scanFolder', folder));
  const { length } = (JSON.parse(cold) as FolderResult).findings;
  assert.ok(length > 100, String(length));
  await isKept(cache);
  await first.dispose();

  const second = session(t, cache);
  const warm = await second.call('scanFolder', folder);
  assert.ok(told(warm) === cold);
  assert.ok(cold === (await judged(t, folder)));
  // What is asked next is answered from what is read then.
  assert.ok((await second.call('rowsOf', folder)).length > 0);
  assert.ok(told(await second.call('analyseFolder', folder)) === cold);
  await second.dispose();

  forge(cache, (part: { texts?: unknown[] }) =>
    part.texts === undefined
      ? part
      : { ...part, texts: part.texts.map(() => ({ key: 'bug.title', args: { title: 'kept', ja: null } })) },
  );
  const third = session(t, cache);
  const { findings } = await third.call('scanFolder', folder);
  assert.ok(findings.every(({ message }) => message.args['title'] === 'kept'));
  const file = 'new.tf';
  const text =
    'resource "aws_rds_cluster" "new" {\n  engine         = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n';
  const edited = await third.call('setDocument', folder, file, text);
  const own = edited.findings.filter(({ location }) => 'file' in location && location.file === file);
  assert.ok(own.length > 0);
  assert.ok(edited.findings.every(({ message }) => message.args['title'] !== 'kept'));
  const again = await third.call('scanFolder', folder);
  assert.ok(told(again) === told(edited));
});
