import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { auroraSite, type SiteDay, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { startMirror, type Fault } from '../../support/mirror/mirror.ts';
import { startReceiver } from '../../support/watch/receiver.ts';
import { assertSchema } from '../../support/surfaces/schema.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const OLD: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const NEW: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue that restarts the writer on zebra tables.'],
};
const DAYS: Record<string, SiteDay> = {
  '2031-01-10': { releases: { '2.31.0': OLD } },
  '2031-02-10': { releases: { '2.31.0': OLD, '2.31.1': NEW } },
};
const MAIN =
  'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.31.0"\n}\n';
const CLI = path.resolve(import.meta.dirname, '../../../dist/cli.js');

async function setUp(t: TestContext) {
  const mirror = await startMirror(auroraSite(DAYS));
  t.after(() => mirror.close());
  mirror.moveTo('2031-01-10');
  const folder = temporaryFolder(t, { 'main.tf': MAIN });
  const cache = temporaryFolder(t);
  const args = ['watch', folder, '--cache-dir', cache, '--docs-origin', mirror.origin];
  const once = (...more: string[]) => runSharedCli([...args, '--once', ...more]);
  return { mirror, cache, args, once };
}

interface Output {
  alerts: {
    id: string;
    kind: string;
    severity: string;
    versions: string[];
    assetIds: string[];
    message: string;
  }[];
}

test('watch --once reports news since the last run, as its schema describes', async (t) => {
  const { mirror, args, once: look } = await setUp(t);
  // The next looks use the state of another process.
  const first = await runCli([...args, '--once', '--format', 'json']);
  assert.equal(first.code, 0, first.stderr);
  assert.deepEqual((JSON.parse(first.stdout) as Output).alerts, []);
  mirror.moveTo('2031-02-10');
  const { stdout, code } = await look('--format', 'json', '--fail-on', 'high');
  assert.equal(code, 1);
  const output = JSON.parse(stdout) as Output;
  assertSchema('watch.schema.json', output);
  const [alert] = output.alerts;
  assert.equal(output.alerts.length, 1);
  assert.deepEqual([alert?.kind, alert?.versions], ['new-release', ['2.31.1', '2.31.0']]);
  assert.deepEqual(alert?.assetIds, ['main.tf#aws_rds_cluster.main']);
  assert.match(
    alert.message,
    /^Aurora MySQL 2\.31\.1 \(2031-02-05\) lists 1 fix for bugs in 2\.31\.0, which 1 of your clusters runs; 1 urgent\. Declared in 1 place\./,
  );
  assert.deepEqual((JSON.parse((await look('--format', 'json')).stdout) as Output).alerts, []);
});

test('watch prints text, Japanese and JSON lines', async (t) => {
  const { mirror, once: look } = await setUp(t);
  assert.match((await look('--lang', 'ja')).stdout, /初回の確認/);
  assert.match((await look('--lang', 'ja')).stdout, /新しい情報はありません/);
  mirror.moveTo('2031-02-10');
  const { stdout } = await look('--format', 'jsonl', '--lang', 'ja');
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Output['alerts'][number]);
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ['new-release'],
  );
  assert.match(lines[0]?.message ?? '', /修正/);
});

/** A server that is down for an hour, longer than any wait. */
const DOWN_503: Fault = { kind: 'status', status: 503, retryAfter: '3600' };

test('watch exits with 2 and keeps no state if every page answers 503, and starts with the next look', async (t) => {
  const { mirror, cache, once: look } = await setUp(t);
  mirror.misbehave(/./, DOWN_503);
  for (const run of [await look(), await look('--format', 'json')]) {
    assert.equal(run.code, 2, run.stderr);
    assert.match(
      run.stderr,
      /The release notes of Aurora MySQL could not be reached.*have not been read yet\.$/m,
    );
    assert.doesNotMatch(run.stdout + run.stderr, /nothing new|first look|baseline\./i);
    assert.equal(existsSync(path.join(cache, 'watch/state.json')), false);
    if (run.stdout !== '') {
      const output = JSON.parse(run.stdout) as object;
      assertSchema('watch.schema.json', output);
      assert.partialDeepStrictEqual(output, { outcome: 'unread', lastRead: null, unread: ['aurora-mysql'] });
    }
  }
  mirror.behave();
  const first = await look();
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^First check: .* UTC are the baseline\./);
  mirror.moveTo('2031-02-10');
  mirror.misbehave(/./, DOWN_503);
  const blind = await look();
  assert.deepEqual([blind.code, blind.stdout], [2, '']);
  assert.match(blind.stderr, /could not be reached.* They were last read \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/m);
  mirror.behave();
  assert.match((await look()).stdout, /2\.31\.1/);
});

test('watch loses only a page that answers 503, whose first reading is no news', async (t) => {
  const { mirror, once: look } = await setUp(t);
  mirror.moveTo('2031-02-10');
  mirror.misbehave(/Updates\.2311\.html/, DOWN_503);
  const first = await look();
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^First check: /);
  assert.match(first.stderr, /Updates\.2311\.html/);
  mirror.behave();
  assert.match((await look()).stdout, /^Nothing new/);
});

test('watch exits with 2 if no channel accepts the alerts', async (t) => {
  const { mirror, args } = await setUp(t);
  const receiver = await startReceiver([403, 403]);
  t.after(() => receiver.close());
  const env = { ERRATA_LENS_WEBHOOK_URL: receiver.url };
  const look = (...more: string[]) =>
    runSharedCli([...args, '--once', '--channel', 'webhook', ...more], { env });
  const quiet = await look();
  assert.equal(quiet.code, 0, quiet.stderr);
  mirror.moveTo('2031-02-10');
  const undelivered = await look();
  assert.equal(undelivered.code, 2);
  assert.match(undelivered.stderr, /Not delivered/);
  // The alert stays in the state, and is printed on request.
  assert.equal((await look('--channel', 'stdout')).code, 0);
});

test('watch sends an alert to a webhook once, and neither prints nor keeps its secrets', async (t) => {
  const { mirror, args } = await setUp(t);
  const receiver = await startReceiver();
  t.after(() => receiver.close());
  const env = { ERRATA_LENS_WEBHOOK_URL: receiver.url, ERRATA_LENS_WEBHOOK_SECRET: 'known-to-both' };
  const look = (run: typeof runCli) => run([...args, '--once', '--channel', 'webhook'], { env });
  await look(runSharedCli);
  mirror.moveTo('2031-02-10');
  const runs = [await look(runCli), await look(runSharedCli)];
  assert.equal(receiver.received.length, 1);
  assert.match(String(receiver.received[0]?.headers['x-errata-lens-signature']), /^sha256=[0-9a-f]{64}$/);
  for (const { stdout, stderr } of runs) assert.doesNotMatch(stdout + stderr, /very-secret|known-to-both/);
  const missing = await runSharedCli([...args, '--once', '--channel', 'slack']);
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /ERRATA_LENS_SLACK_URL/);
});

test('wrong usage of watch ends with one line', async (t) => {
  const { args } = await setUp(t);
  for (const [more, words] of [
    [['--once', '--cron', '0 9 * * *'], /--once or --cron/],
    [['--cron', 'every morning'], /not a cron expression/],
    [['--time-zone', 'Mars/Olympus'], /not a time zone/],
    [['--once', '--channel', 'pigeon'], /not a channel/],
    [['--once', '--format', 'sarif'], /'sarif' is invalid\. Allowed choices are text, json, jsonl/],
  ] as const) {
    const { code, stderr } = await runSharedCli([...args, ...more]);
    assert.equal(code, 2, more.join(' '));
    assert.match(stderr, words);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
  }
});

test('watch stops cleanly on SIGTERM', { skip: process.platform === 'win32' && 'no SIGTERM' }, async (t) => {
  const { args } = await setUp(t);
  const child = spawn(process.execPath, [CLI, ...args, '--cron', '0 0 1 1 *'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (line.startsWith('Next check:')) child.kill('SIGTERM');
  }
  assert.deepEqual(await closed, [0, null]);
  assert.equal(lines.at(-1), 'Stopped.');
});
