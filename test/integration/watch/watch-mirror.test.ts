import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { featureStates } from '../../../src/analysis/index.ts';
import { refreshCatalogue } from '../../../src/catalogue/index.ts';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { compareSeverity, type Catalogue } from '../../../src/model/index.ts';
import { createWebhook } from '../../../src/watch/channels/webhook.ts';
import type { Alert, AlertKind, WatchOptions, WatchRun } from '../../../src/watch/index.ts';
import { embeddedNotesOf } from '../../support/catalogue/embedded.ts';
import { mirrorDays, type LaterDate } from '../../support/mirror/mirror-days.ts';
import { mirrorOracle, type Cluster } from '../../support/mirror/mirror-oracle.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { startReceiver, type Received } from '../../support/watch/receiver.ts';
import { killWatcher } from '../../support/watch/run-watcher.ts';
import { needsShared } from '../../support/shared.ts';
import { look } from '../../support/watch/watch.ts';
import type { Stage, WatcherArgs } from '../../support/watch/watcher.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const FIRST = '2023-03-31';
const LAST = '2025-04-09';
/** Days on which no page can be read for more than a week. */
const OUTAGES = ['2024-08-01', '2024-08-09'];
/** Days without publications, on which support dates approach. */
const QUIET = ['2024-05-20', '2024-10-02', '2024-11-02', '2024-12-02'];

const MOVED: LaterDate = { from: '2024-05-20', now: 'October 31, 2024', before: 'October 31, 2025' };
const BULLETS = [
  { file: 'AuroraMySQL.Updates.3031.html', from: '2023-06-20', before: null },
  { file: 'AuroraMySQL.Updates.2120.html', from: '2024-01-10', before: reworded },
  { file: 'AuroraMySQL.Updates.3042.html', from: '2025-01-15', before: null },
];
const ENDS = [
  { branch: '2.11', date: '2024-10-31', moved: { ...MOVED, now: '2024-10-31', before: '2025-10-31' } },
  { branch: '2.11', date: '2024-12-01' }, // Extended Support begins to cost
];

function reworded(bullet: string): string {
  return bullet.replace('Fixed', 'Corrected');
}

const [LEGACY, OLD, NEW] = [
  { name: 'legacy', version: '2.07.8' },
  { name: 'old', version: '2.11.1' },
  { name: 'new', version: '3.03.0' },
];

/** Clusters of the team, which adds one and upgrades another. */
function clustersOn(day: string): Cluster[] {
  const moved = { name: 'moved', version: day < '2023-12-01' ? '3.02.2' : '3.05.1' };
  const added = day < '2023-08-01' ? [] : [{ name: 'lts', version: '3.04.0' }];
  return [LEGACY, OLD, NEW, moved, ...added];
}

function codeOf(clusters: readonly Cluster[]): string {
  return clusters
    .map(({ name, version }) => {
      const engine = `${version.startsWith('2') ? '5.7' : '8.0'}.mysql_aurora.${version}`;
      return `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  engine_version = "${engine}"\n}\n`;
    })
    .join('');
}

async function withStates(clusters: readonly Cluster[], workspace: string): Promise<Cluster[]> {
  const { assets } = await scanWorkspace([workspace]);
  return clusters.map((cluster) => {
    const asset = assets.find(({ name }) => name === `aws_rds_cluster.${cluster.name}`);
    assert.ok(asset);
    return { ...cluster, states: featureStates(asset, []) };
  });
}

const DAY_MS = 86_400_000;
const SECRET = 'for tests';
const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'];
const STAGES: Stage[] = ['fetching', 'fetched', 'recorded', 'delivering', 'delivered'];
const KINDS = ['changed-notes', 'new-bug', 'new-release', 'source-unreadable', 'support-date', 'withdrawn'];
const UNAVAILABLE = { kind: 'status', status: 503, retryAfter: '3600' } as const;

interface Message {
  id: string;
  alerts: Pick<Alert, 'id' | 'kind' | 'severity' | 'versions' | 'assetIds' | 'bugs'>[];
}

test(
  'two years of real notes: reports each change once, for the right clusters, despite failures',
  { skip: needsShared },
  async (t) => {
    const site = mirrorDays({ bullets: BULLETS, dates: [MOVED] });
    const published = site.releases.map(({ date }) => date).filter((date) => date > FIRST && date <= LAST);
    const changed = [...published, ...BULLETS.map(({ from }) => from), ...OUTAGES, ...QUIET];
    const days = [...new Set(changed)].sort();
    const mirror = await startMirror({ timeline: site.timeline([FIRST, ...days]) });
    const receiver = await startReceiver();
    t.after(() => Promise.all([mirror.close(), receiver.close()]));
    keepTimeZone(t);
    const setup = { cache: temporaryFolder(t), workspace: temporaryFolder(t), docsOrigin: mirror.origin };
    const webhook = createWebhook({
      form: 'webhook',
      url: receiver.url,
      secret: SECRET,
      language: 'en',
      withAccountIds: false,
    });
    const expected = mirrorOracle(site, { bullets: BULLETS, ends: ENDS }, FIRST);
    const stages = [...STAGES];
    const seen = new Map<string, AlertKind>();
    let repeated = 0;

    /** Cache of the last reading only: eighty catalogues in memory make garbage collection slow. */
    let catalogue: Catalogue | null = null;
    const snapshot = await embeddedNotesOf('aurora-mysql');
    const { cache, docsOrigin } = setup;
    const refresh = async (signal?: AbortSignal) => {
      const fresh = await refreshCatalogue({ cache, docsOrigin, builtBy: 'test', signal, snapshot });
      catalogue = fresh;
      return fresh;
    };
    const at = (day: string, more: Partial<WatchOptions> = {}): Promise<WatchRun> =>
      look(setup, day, { channels: [webhook], print: undefined, refresh, ...more });
    /** A watcher in a separate process, killed at a point of its look. */
    async function dieOn(day: string): Promise<void> {
      const [stage] = stages;
      if (stage === undefined) return;
      const args: WatcherArgs = [setup.cache, setup.workspace, setup.docsOrigin, receiver.url, day];
      if ((await killWatcher(stage, args)) === null) stages.shift();
    }

    mirror.moveTo(FIRST);
    writeFileSync(path.join(setup.workspace, 'main.tf'), codeOf(clustersOn(FIRST)));
    assert.equal((await at(FIRST)).outcome, 'baseline');

    for (const [index, day] of days.entries()) {
      const isOutage = OUTAGES.includes(day);
      const clusters = clustersOn(day);
      mirror.moveTo(day);
      writeFileSync(path.join(setup.workspace, 'main.tf'), codeOf(clusters));
      process.env.TZ = ZONES[index % ZONES.length];
      receiver.received.length = 0;

      if (isOutage || index % 12 === 1) mirror.misbehave(/./, UNAVAILABLE);
      if (index % 12 === 1) await at(day);
      if (!isOutage) mirror.behave();
      if (index % 9 === 2) await at(shifted(day, -20)); // the clock was set back
      if (index % 3 === 0) await dieOn(day);
      if (index % 6 === 4) {
        const runs = await Promise.all([at(day), at(day)]);
        const other = isOutage ? 'unread' : 'looked';
        assert.deepEqual(runs.map(({ outcome }) => outcome).sort(), ['busy', other]);
      } else await at(day);
      if (index % 9 === 5) await at(day, { builtBy: 'a later version' });
      if (index % 18 === 7) {
        mirror.forget();
        await at(shifted(day, 1));
        assert.ok(mirror.requests.length > 50);
        assert.deepEqual(mirror.bodies(), [], 'an unchanged day');
      }
      mirror.behave();

      const messages = received(receiver.received);
      repeated += receiver.received.length - messages.length;
      const alerts = messages.flatMap((message) => message.alerts);
      for (const { id, kind } of alerts) {
        assert.ok(!seen.has(id), `${id} again on ${day}`);
        seen.set(id, kind);
      }
      for (const message of messages) assert.ok(isByWeight(message), day);
      assert.ok(catalogue);
      const due = expected({
        day,
        isOutage,
        clusters: await withStates(clusters, setup.workspace),
        catalogue,
      });
      assert.deepEqual(alerts.map(outlineOf).sort(), due.sort(), day);
    }
    assert.deepEqual(stages, [], 'killed at every point');
    // The message arrived and could not be recorded: it came again under the same id.
    assert.ok(repeated <= 1);
    assert.ok(days.length > 30, `${days.length} days`);
    assert.deepEqual([...new Set(seen.values())].sort(), KINDS);
  },
);

/** Messages of deliveries; repetitions under one id must have equal content. */
function received(deliveries: readonly Received[]): Message[] {
  const bodies = new Map<string, string>();
  for (const { headers, body } of deliveries) {
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
    assert.equal(headers['x-errata-lens-signature'], signature);
    const key = String(headers['idempotency-key']);
    assert.equal(bodies.get(key) ?? body, body);
    bodies.set(key, body);
  }
  return [...bodies.values()].map((body) => JSON.parse(body) as Message);
}

function isByWeight({ alerts }: Message): boolean {
  return alerts.every(
    ({ severity }, i) => compareSeverity(alerts[i - 1]?.severity ?? 'critical', severity) <= 0,
  );
}

function outlineOf({ kind, severity, versions, assetIds, bugs }: Message['alerts'][number]): string {
  const isOfNone = kind === 'support-date' || kind === 'source-unreadable';
  const names = assetIds.map((id) => id.split('.').at(-1) ?? id).sort();
  return `${kind} ${isOfNone ? '-' : (versions[0] ?? '-')} ${severity} ${bugs.length}: ${names.join(' ')}`;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function keepTimeZone(t: TestContext): void {
  const zone = process.env.TZ;
  t.after(() => {
    if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env.TZ = zone;
  });
}
