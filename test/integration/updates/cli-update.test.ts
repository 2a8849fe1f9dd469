import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test, type TestContext } from 'node:test';
import { auroraSite } from '../../support/pages/aurora-site.ts';
import { runCli, temporaryFolder, type CliRun } from '../../support/command-line/cli.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { runSharedCli, cliJson } from '../../support/command-line/one-cli.ts';
import { startProxy } from '../../support/accounts/proxy.ts';
import { assertSchema } from '../../support/surfaces/schema.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const AURORA = '/AmazonRDS/latest/AuroraMySQLReleaseNotes/';
/** The mirror as its folder is today. */
const TODAY = '2026-11-27';
/** Pages of releases of version 2, about half of all. */
const VERSION_2 = /AuroraMySQL\.Updates\.2\d+\.html$/;

interface Update {
  releases: number;
  bugs: number;
  stats: { pages: number; read: number; failed: number; bodies: number; unchanged: number };
  problems: { file: string; message: string }[];
}

interface Status {
  source: string;
  products: { product: string; releases: number; bugs: number }[];
  cveDifferences: { cve: string; versionsOnlyInTable: string[]; versionsOnlyInPages: string[] }[];
  problems: { file: string; message: string }[];
}

describe('catalogue update from a mirror', { skip: needsShared }, () => {
  let mirror: Mirror;
  /** Cache of an update without operating systems; tests start with a copy. */
  let kept: string;
  before(async () => {
    mirror = await startMirror({ folder: sharedPath('docs-mirror/docs.aws.amazon.com') });
    kept = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-test-'));
    withoutSystems();
    assert.equal((await update(kept)).code, 0);
  });
  beforeEach(() => {
    mirror.behave();
    mirror.moveTo(TODAY);
    mirror.forget();
  });
  after(async () => {
    await mirror.close();
    await rm(kept, { recursive: true, force: true });
  });

  async function updated(t: TestContext): Promise<string> {
    withoutSystems();
    const cache = await temporaryFolder(t);
    await cp(kept, cache, { recursive: true });
    return cache;
  }

  function update(cache: string): Promise<CliRun> {
    mirror.forget();
    return runSharedCli([
      'catalogue',
      'update',
      '--docs-origin',
      mirror.origin,
      '--cache-dir',
      cache,
      '--format',
      'json',
    ]);
  }

  /** The pages of Aurora MySQL alone are read quicker. */
  function withoutSystems(): void {
    mirror.misbehave(/^\/(?:AL2|linux)\//, { kind: 'status', status: 404 });
  }

  const statusOf = (cache: string): Promise<Status> => cliJson(['catalogue', 'status', '--cache-dir', cache]);

  test('transfers no page if nothing has changed', async (t) => {
    const cache = await temporaryFolder(t);
    const first = await update(cache);
    assert.equal(first.code, 0, first.stderr);
    const updated = JSON.parse(first.stdout) as Update;
    assertSchema('catalogue-update.schema.json', updated);
    const { stats } = updated;
    assert.ok(stats.read > 200);
    assert.equal(new Set(mirror.bodies()).size, mirror.bodies().length, 'no page twice');
    const known = await statusOf(cache);
    assertSchema('catalogue-status.schema.json', known);
    assert.equal(known.source, 'cache');
    assert.ok(known.cveDifferences.some(({ versionsOnlyInPages }) => versionsOnlyInPages.includes('2.12.6')));

    const second = await update(cache);
    assert.equal(second.code, 0);
    assert.deepEqual(mirror.bodies(), []);
    assert.ok(mirror.requests.every(({ status, conditional }) => status === 404 || conditional));
    const after = JSON.parse(second.stdout) as Update;
    assert.deepEqual([after.stats.bodies, after.stats.read], [0, stats.read]);
  });

  test('transfers only changed pages', async (t) => {
    const cache = await updated(t);
    const name = `${AURORA}AuroraMySQL.Updates.3105.html`;
    mirror.change(name, '<html><body><h1>Maintenance</h1></body></html>', '2026-11-20');
    const { stdout } = await update(cache);
    assert.ok(mirror.bodies().includes(name));
    assert.ok(
      mirror.bodies().every((page) => page.startsWith(`${AURORA}AuroraMySQL.Updates.3105.`)),
      'the page and its twin',
    );
    const { problems } = JSON.parse(stdout) as Update;
    assert.ok(problems.some(({ file }) => file.endsWith('AuroraMySQL.Updates.3105.html')));
  });

  test('reports, skips and repairs a damaged catalogue and damaged pages', async (t) => {
    const cache = await updated(t);
    const catalogue = path.join(cache, 'catalogue.json');
    const size = statSync(catalogue).size;
    truncateSync(catalogue, Math.floor(size / 2));
    const page = readdirSync(path.join(cache, 'pages')).find((name) => name.includes('updates.2111.'));
    assert.ok(page !== undefined);
    truncateSync(path.join(cache, 'pages', page), 100);

    const damaged = await statusOf(cache);
    assert.equal(damaged.source, 'snapshot');
    assert.match(damaged.problems.map(({ message }) => message).join(' '), /stored catalogue is damaged/);
    const bugs = await runSharedCli(['bugs', 'aurora-mysql', '2.11.1', '--cache-dir', cache]);
    assert.equal(bugs.code, 0);
    assert.match(bugs.stdout, /known bugs listed/);
    assert.match(bugs.stderr, /stored catalogue is damaged/);

    const { code } = await update(cache);
    assert.equal(code, 0);
    assert.deepEqual(mirror.bodies(), [`${AURORA}AuroraMySQL.Updates.2111.html`]);
    const mended = await statusOf(cache);
    // The mirror has no notes of PostgreSQL.
    const own = mended.problems.filter(({ file }) => new URL(file).hostname !== 'www.postgresql.org');
    assert.deepEqual([mended.source, own], ['cache', []]);
  });

  test('uses readable pages if half of them fail, names the others and loses nothing', async (t) => {
    const cache = await updated(t);
    const before = await statusOf(cache);
    mirror.misbehave(/Updates\.20\d+\.html$/, { kind: 'status', status: 404 });
    mirror.misbehave(/Updates\.21\d+\.html$/, { kind: 'answer', body: '<html><h1>Sign in</h1></html>' });
    mirror.misbehave(/Updates\.3010\.html$/, { kind: 'redirect', to: 'https://example.com/login' });
    const { code, stdout } = await update(cache);
    assert.equal(code, 0);
    const { stats, problems } = JSON.parse(stdout) as Update;
    assert.ok(stats.failed > 40 && stats.read > 40, JSON.stringify(stats));
    const named = new Set(problems.map(({ file }) => file));
    const failed = mirror.requests.filter(
      ({ path: page }) => VERSION_2.test(page) || page.endsWith('3010.html'),
    );
    for (const { path: page } of failed) assert.ok(named.has(`https://docs.aws.amazon.com${page}`), page);
    assert.deepEqual((await statusOf(cache)).products, before.products);

    mirror.behave();
    withoutSystems();
    assert.equal((await update(cache)).code, 0);
    assert.ok(mirror.bodies().length < 60, 'only what had failed');
  });

  test('exits with 2 and changes nothing if every page is refused', async (t) => {
    mirror.misbehave(/./, { kind: 'status', status: 403 });
    const cache = await temporaryFolder(t);
    const { code, stdout, stderr } = await update(cache);
    assert.equal(code, 2);
    assert.equal((JSON.parse(stdout) as Update).stats.read, 0);
    assert.match(stderr, /HTTP 403/);
    assert.equal((await statusOf(cache)).source, 'snapshot');
  });

  test('sends no request with --offline', async (t) => {
    const cache = await temporaryFolder(t);
    for (const [command, expected] of [
      ['update', 2],
      ['export', 0],
      ['status', 0],
    ] as const) {
      const args = ['catalogue', command, '--offline', '--docs-origin', mirror.origin, '--cache-dir', cache];
      const { code, stderr } = await runSharedCli(args);
      assert.equal(code, expected, command);
      if (expected === 2) assert.equal(stderr.trim().split('\n').length, 1);
    }
    assert.deepEqual(mirror.requests, []);
  });

  test('lets a scan use the update and state its age', async (t) => {
    const cache = await updated(t);
    const args = ['scan', 'test/workspaces/incident', '--cache-dir', cache, '--offline'];
    const { catalogue } = await cliJson<{ catalogue: { source: string; asOf: string } }>(args);
    assert.equal(catalogue.source, 'cache');
    assert.ok(Date.now() - Date.parse(catalogue.asOf) < 3_600_000);
    // The scanned code uses Amazon Linux, whose notes were not read again.
    const { stdout } = await runSharedCli(args);
    assert.match(
      stdout,
      /Notes as of \d{4}-\d{2}-\d{2} \(Amazon Linux 2: \d{4}-\d{2}-\d{2}\) \(last refresh, \d days? old\)/,
    );
    const database = ['scan', 'test/workspaces/incident/terraform/database.tf', ...args.slice(2)];
    assert.match(
      (await runSharedCli(database)).stdout,
      /Notes as of \d{4}-\d{2}-\d{2} \(last refresh, \d days? old\)/,
    );
  });
});

/** A hundred releases of a made-up line. */
const SITE = auroraSite({
  '2031-01-10': {
    releases: Object.fromEntries(
      Array.from({ length: 100 }, (_, patch) => [
        `2.31.${patch}`,
        { date: '2031-01-05', fixes: [`Corrected how quoting of alpha names works, part ${patch}.`] },
      ]),
    ),
  },
});

test('requests of an update go through the proxy of the environment', async (t) => {
  const mirror = await startMirror(SITE);
  const proxy = await startProxy(mirror.origin);
  t.after(() => {
    proxy.close();
    return mirror.close();
  });
  const cache = await temporaryFolder(t);
  const args = ['catalogue', 'update', '--docs-origin', 'http://mirror.invalid', '--cache-dir', cache];
  const { code, stderr } = await runCli(args, {
    env: { HTTP_PROXY: proxy.url, no_proxy: '', NO_PROXY: '' },
  });
  assert.equal(code, 0, stderr);
  assert.ok(proxy.asked.length > 0);
  assert.ok(proxy.asked.every((host) => host === 'mirror.invalid:80'));
  assert.ok(mirror.bodies().length > 100);
});

test('an update without a writable cache reports that, still answers, and exits with 2', async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  const file = path.resolve(import.meta.dirname, '../../../package.json');
  const cache = path.join(file, 'cache');
  const { code, stderr } = await runCli([
    ...['catalogue', 'update', '--docs-origin', mirror.origin],
    ...['--cache-dir', cache],
  ]);
  assert.equal(code, 2);
  assert.match(stderr, /cache cannot be written/);
  assert.match(stderr, /known bugs/);
  assert.ok(existsSync(file));
});

test('an interrupted update ends with one line, and keeps the known catalogue', async (t) => {
  const cache = await temporaryFolder(t);
  const asked = Promise.withResolvers<undefined>();
  const silent = http.createServer(() => asked.resolve(undefined));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  t.after(() => {
    silent.close();
    silent.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const cli = path.resolve(import.meta.dirname, '../../../dist/cli.js');
  const args = [cli, 'catalogue', 'update', '--docs-origin', origin, '--cache-dir', cache];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const said = text(child.stderr);
  await asked.promise;
  child.kill('SIGINT');
  assert.equal((await said).trim(), 'Interrupted.');
  assert.equal(child.exitCode ?? (await once(child, 'exit'))[0], 2);
  const { source } = await cliJson<Status>(['catalogue', 'status', '--cache-dir', cache]);
  assert.equal(source, 'snapshot');
});

test('an origin that is no address is wrong usage, both as an option and in the environment', async () => {
  for (const origin of ['ftp://127.0.0.1', 'localhost:8080', 'http://user:secret@127.0.0.1/']) {
    const { code, stdout, stderr } = await runSharedCli(['catalogue', 'update', '--docs-origin', origin]);
    assert.deepEqual([code, stdout], [2, ''], origin);
    assert.match(stderr, /An origin is an http or https address/);
  }
  const env = { ERRATA_LENS_DOCS_ORIGIN: 'nowhere' };
  assert.equal((await runSharedCli(['catalogue', 'status'], { env })).code, 2);
  assert.equal(
    (await runSharedCli(['catalogue', 'status'], { env: { ERRATA_LENS_DOCS_ORIGIN: '' } })).code,
    0,
  );
});

describe('with --as-of', () => {
  const asOf = (...args: string[]): Promise<CliRun> =>
    runSharedCli([...args, '--offline', '--as-of', '2023-06-30']);

  async function publishedByThen(cache: string): Promise<Set<string>> {
    const args = ['catalogue', 'export', '--cache-dir', cache];
    const { releases } = await cliJson<{ releases: { version: string; date: string }[] }>(args);
    return new Set(releases.filter(({ date }) => date <= '2023-06-30').map(({ version }) => version));
  }

  test('bugs lists only bugs listed by that day', async (t) => {
    const cache = await temporaryFolder(t);
    const { stdout } = await asOf('bugs', 'aurora-mysql', '2.11.1', '--cache-dir', cache, '--format', 'json');
    const { bugs } = JSON.parse(stdout) as { bugs: { fixedIn: string[]; confidence: string }[] };
    assert.ok(bugs.some(({ fixedIn }) => fixedIn.includes('2.11.2')));
    const published = await publishedByThen(cache);
    for (const version of bugs.flatMap(({ fixedIn }) => fixedIn)) assert.ok(published.has(version), version);
    const text = await asOf('bugs', 'aurora-mysql', '2.11.1', '--cache-dir', cache);
    assert.match(text.stdout, /Notes as of 2023-06-30/);
    const unborn = await asOf('bugs', 'aurora-mysql', '3.04.0', '--cache-dir', cache);
    assert.match(unborn.stdout, /3\.04\.0 is newer than the catalogue/);
  });

  test('scan states that day, and nothing later', async (t) => {
    const cache = await temporaryFolder(t);
    const { stdout, code } = await asOf('scan', 'test/workspaces/incident', '--cache-dir', cache);
    assert.equal(code, 0);
    assert.match(stdout, /Notes as of 2023-06-30/);
    assert.doesNotMatch(stdout, /2\.11\.4|2\.12\.1|standard support ended/);
  });

  test('upgrade recommends only releases of that time', async (t) => {
    const cache = await temporaryFolder(t);
    const { stdout } = await asOf(
      'upgrade',
      'aurora-mysql',
      '2.11.1',
      '--cache-dir',
      cache,
      '--format',
      'json',
    );
    const { targets } = JSON.parse(stdout) as { targets: { version: string }[] };
    assert.ok(targets.some(({ version }) => version === '2.11.3'));
    const published = await publishedByThen(cache);
    for (const { version } of targets) assert.ok(published.has(version), version);
  });

  test('a text that is no day is wrong usage', async () => {
    for (const day of ['2023', '2023-13-01', 'yesterday']) {
      const { code, stderr } = await runSharedCli(['catalogue', 'status', '--as-of', day]);
      assert.equal(code, 2, day);
      assert.match(stderr, /YYYY-MM-DD/);
    }
  });
});
