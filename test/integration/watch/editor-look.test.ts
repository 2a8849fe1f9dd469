import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  answerExchange,
  createFolderStore,
  loadCatalogue,
  refreshCatalogue,
} from '../../../src/catalogue/index.ts';
import { KEPT_SCAN_FILE } from '../../../src/extension/accounts/stored-scan-file.ts';
import { writeKeptScan } from '../../../src/extension/accounts/kept-scan.ts';
import { lookForNews, type LookResult } from '../../../src/extension/watch/look/look.ts';
import { newsFile, placeOf, type News } from '../../../src/extension/watch/news/news.ts';
import { say } from '../../../src/l10n/index.ts';
import { runningCluster, scanOf } from '../../support/accounts/account-scan.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const FIRST: SiteRelease = { date: '2030-11-05', fixes: ['Corrected a label in the gamma view.'] };
const PATCH: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue where the writer restarts while a partition of a zebra table is renamed.'],
};
const DAYS = {
  '2031-01-10': { releases: { '2.31.0': FIRST } },
  '2031-02-10': { releases: { '2.31.0': FIRST, '2.31.1': PATCH } },
};

function cluster(name: string): Record<string, string> {
  return {
    'main.tf': `
resource "aws_rds_cluster" "${name}" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.31.0"
}
`,
  };
}

interface Desk {
  mirror: Mirror;
  cache: string;
  look: (signal?: AbortSignal, onAsk?: () => void) => Promise<LookResult>;
  news: () => Promise<News>;
}

async function deskFor(t: TestContext, folders: readonly string[]): Promise<Desk> {
  const mirror = await startMirror(auroraSite(DAYS));
  t.after(() => mirror.close());
  const cache = temporaryFolder(t);
  return {
    mirror,
    cache,
    look(signal = new AbortController().signal, onAsk = () => undefined) {
      const order = { cacheFolder: cache, folders, docsOrigin: mirror.origin, builtBy: 'test' };
      // Plain data, as it crosses between threads.
      const ask = async (request: Parameters<typeof answerExchange>[0]) => {
        const reply = answerExchange(structuredClone(request), signal);
        onAsk();
        return structuredClone(await reply);
      };
      return lookForNews(order, ask, signal);
    },
    news: () => newsFile(createFolderStore(cache)).read(),
  };
}

test('adds published changes to the news once, with the affected resources', async (t) => {
  const folders = [temporaryFolder(t, cluster('shop')), temporaryFolder(t, cluster('shop'))];
  const { mirror, look, news, cache } = await deskFor(t, folders);
  mirror.moveTo('2031-01-10');
  assert.equal((await look()).outcome, 'read');
  assert.deepEqual((await news()).items, []);
  mirror.moveTo('2031-02-10');
  assert.deepEqual(await look(), { outcome: 'read', unreadable: [], unreadPages: [], found: 1, urgent: 0 });
  assert.equal((await look()).found, 0);
  const { items, lastLook } = await news();
  assert.deepEqual(
    items.map(({ kind, release }) => `${kind} ${release ?? ''}`),
    ['new-release 2.31.1'],
  );
  // Both folders have the same file and name; neither hides the other.
  const files = items.flatMap(({ resources }) =>
    resources.map(({ location }) => ('file' in location ? path.resolve(location.file) : '')),
  );
  assert.deepEqual(files.sort(), folders.map((folder) => path.join(folder, 'main.tf')).sort());
  assert.equal(lastLook?.asOf, new Date().toISOString().slice(0, 10));
  const known = await loadCatalogue(cache);
  assert.ok(known.releases.some(({ version }) => version === '2.31.1'));
});

test('applies suppressions of one folder to no other with resources of the same names', async (t) => {
  const ignore =
    'ignore:\n  - rule: known-bugs\n    resource: aws_rds_cluster.shop\n    reason: replaced in spring\n';
  const quiet = temporaryFolder(t, { ...cluster('shop'), '.errata-lens.yaml': `version: 1\n${ignore}` });
  const loud = temporaryFolder(t, cluster('shop'));
  const { mirror, look, news } = await deskFor(t, [quiet, loud]);
  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  await look();
  const { items } = await news();
  const files = items.flatMap(({ resources }) =>
    resources.map(({ location }) => ('file' in location ? path.resolve(location.file) : '')),
  );
  assert.deepEqual(files, [path.join(loud, 'main.tf')]);
});

test('sends only conditional requests on an unchanged day, also through another thread', async (t) => {
  const { mirror, look } = await deskFor(t, [temporaryFolder(t, cluster('shop'))]);
  mirror.moveTo('2031-01-10');
  await look();
  mirror.forget();
  await look();
  assert.ok(mirror.requests.length > 0);
  assert.deepEqual(mirror.bodies(), []);
});

test('reports an unreachable vendor as a problem of the look, and keeps earlier alerts', async (t) => {
  const { mirror, look, news } = await deskFor(t, [temporaryFolder(t, cluster('shop'))]);
  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  await look();
  const readAt = (await news()).lastLook?.at;
  mirror.misbehave(/./, { kind: 'status', status: 403 });
  assert.deepEqual(await look(), {
    outcome: 'unread',
    unreadable: ['aurora-mysql'],
    unreadPages: [],
    found: 0,
    urgent: 0,
  });
  const { items, lastLook } = await news();
  assert.equal(items.length, 1);
  assert.deepEqual([lastLook?.outcome, lastLook?.asOf, lastLook?.lastRead], ['unread', null, readAt]);
  assert.ok((lastLook?.problemCount ?? 0) > 0);
});

test('rejects and records nothing when it is stopped', async (t) => {
  const { mirror, look, news } = await deskFor(t, [temporaryFolder(t, cluster('shop'))]);
  mirror.misbehave(/./, { kind: 'hang' });
  const stop = new AbortController();
  await assert.rejects(look(stop.signal, () => stop.abort()));
  assert.deepEqual(await news(), { items: [], lastLook: null });
});

/** Places of affected resources in each alert. */
async function placesOf(news: Desk['news']): Promise<string[]> {
  const { items } = await news();
  return items
    .flatMap(({ resources }) => resources.map((each) => `${each.name} ${say(placeOf(each), 'en')}`))
    .sort();
}

test('names assets of accounts in an alert, and prefers a running version to the declared one', async (t) => {
  const shop = cluster('shop')['main.tf']?.replace('{', '{\n  cluster_identifier = "shop"') ?? '';
  const { mirror, look, news, cache } = await deskFor(t, [temporaryFolder(t, { 'main.tf': shop })]);
  const running = [
    runningCluster('shop', '2.31.1'),
    ...['b', 'a'].map((name) => runningCluster(name, '2.31.0')),
  ];
  writeFileSync(path.join(cache, KEPT_SCAN_FILE), writeKeptScan(scanOf(running)));
  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  assert.equal((await look()).found, 1);
  // The code still declares 2.31.0, and its cluster runs 2.31.1 already.
  assert.deepEqual(await placesOf(news), [
    'a 111111111111 eu-west-1, as scanned on 2026-11-24',
    'b 111111111111 eu-west-1, as scanned on 2026-11-24',
  ]);
});

test('names both the code and its running resource if both have the bug', async (t) => {
  const shop = cluster('shop')['main.tf']?.replace('{', '{\n  cluster_identifier = "shop"') ?? '';
  const { mirror, look, news, cache } = await deskFor(t, [temporaryFolder(t, { 'main.tf': shop })]);
  writeFileSync(path.join(cache, KEPT_SCAN_FILE), writeKeptScan(scanOf([runningCluster('shop', '2.31.0')])));
  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  await look();
  assert.deepEqual(await placesOf(news), [
    'aws_rds_cluster.shop main.tf:5',
    'shop 111111111111 eu-west-1, as scanned on 2026-11-24',
  ]);
  const { items } = await news();
  assert.match(
    items.map(({ message }) => say(message, 'en')).join(),
    /2\.31\.0, which 1 of your clusters runs/,
  );
});

test('applies a suppression of a declaration to its running resource', async (t) => {
  const asked = '  # errata-lens:ignore known-bugs -- replaced in spring\n';
  const shop = cluster('shop')['main.tf'] ?? '';
  const quiet = shop
    .replace('{', `{\n  cluster_identifier = "shop"`)
    .replace('  engine_version', `${asked}  engine_version`);
  const { mirror, look, news, cache } = await deskFor(t, [temporaryFolder(t, { 'main.tf': quiet })]);
  const running = ['shop', 'orders'].map((name) => runningCluster(name, '2.31.0'));
  writeFileSync(path.join(cache, KEPT_SCAN_FILE), writeKeptScan(scanOf(running)));
  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  await look();
  assert.deepEqual(await placesOf(news), ['orders 111111111111 eu-west-1, as scanned on 2026-11-24']);
});

test('does not report findings in the baseline of a folder for that folder', async (t) => {
  const quiet = temporaryFolder(t, cluster('shop'));
  const loud = temporaryFolder(t, cluster('shop'));
  const { mirror, look, news, cache } = await deskFor(t, [quiet, loud]);
  writeFileSync(path.join(cache, KEPT_SCAN_FILE), writeKeptScan(scanOf([runningCluster('shop', '2.31.0')])));
  mirror.moveTo('2031-02-10');
  // The scan uses a catalogue with the bug that the patch fixes.
  const ahead = temporaryFolder(t);
  await refreshCatalogue({ cache: ahead, docsOrigin: mirror.origin, builtBy: 'test' });
  const scan = await runCli(['scan', '.', '--format', 'json', '--offline', '--cache-dir', ahead], {
    cwd: quiet,
  });
  assert.equal(scan.code, 0, scan.stderr);
  writeFileSync(path.join(quiet, 'known.json'), scan.stdout);
  writeFileSync(path.join(quiet, '.errata-lens.yaml'), 'baseline: known.json\n');

  mirror.moveTo('2031-01-10');
  await look();
  mirror.moveTo('2031-02-10');
  assert.equal((await look()).found, 1);
  const { items } = await news();
  assert.deepEqual(
    items.flatMap(({ resources }) =>
      resources.map(({ location }) => ('file' in location ? path.resolve(location.file) : location.arn)),
    ),
    [path.join(loud, 'main.tf'), 'arn:aws:rds:eu-west-1:111111111111:cluster:shop'],
  );

  writeFileSync(path.join(quiet, 'known.json'), 'not a scan');
  await look();
  const { lastLook } = await news();
  assert.ok(lastLook?.problems.some(({ source }) => source === 'known.json'));
});

test('ignores a deleted scan, and reports a damaged one as a problem of the look', async (t) => {
  const { mirror, look, news, cache } = await deskFor(t, []);
  const file = path.join(cache, KEPT_SCAN_FILE);
  writeFileSync(file, writeKeptScan(scanOf([runningCluster('orders', '2.31.0')])));
  mirror.moveTo('2031-01-10');
  assert.equal((await look()).outcome, 'read');
  rmSync(file);
  mirror.moveTo('2031-02-10');
  assert.deepEqual(await look(), { outcome: 'read', unreadable: [], unreadPages: [], found: 0, urgent: 0 });
  writeFileSync(file, '{"format": 1, "at": "yester');
  await look();
  const { items, lastLook } = await news();
  assert.deepEqual(items, []);
  const problems = lastLook?.problems.filter(({ source }) => source === KEPT_SCAN_FILE);
  assert.deepEqual(
    problems?.map(({ text }) => text.key),
    ['accounts.damaged'],
  );
});
