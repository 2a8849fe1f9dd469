import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { startReceiver } from '../../support/watch/receiver.ts';
import { killWatcher } from '../../support/watch/run-watcher.ts';
import { watchOnce } from '../../support/watch/watcher.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const OLD: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const NEW: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue that restarts the writer on zebra tables.'],
};
const MAIN =
  'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.31.0"\n}\n';

for (const { stage, deliveries } of [
  { stage: 'fetched', deliveries: 1 },
  { stage: 'recorded', deliveries: 1 },
  { stage: 'delivering', deliveries: 1 },
  // The message arrived and could not be recorded: it comes again under the same id.
  { stage: 'delivered', deliveries: 2 },
] as const) {
  test(`a watcher killed in stage "${stage}" delivers its message under one id, and nothing more`, async (t) => {
    const days = { '2031-01-10': { '2.31.0': OLD }, '2031-02-10': { '2.31.0': OLD, '2.31.1': NEW } };
    const mirror = await startMirror(
      auroraSite(Object.fromEntries(Object.entries(days).map(([day, releases]) => [day, { releases }]))),
    );
    const receiver = await startReceiver();
    t.after(() => Promise.all([mirror.close(), receiver.close()]));
    const [cache, code] = [temporaryFolder(t), temporaryFolder(t, { 'main.tf': MAIN })];
    const args = [cache, code, mirror.origin, receiver.url] as const;
    const lookOn = (day: string) => watchOnce([...args, day]);

    mirror.moveTo('2031-01-10');
    assert.equal((await lookOn('2031-01-10')).outcome, 'baseline');
    mirror.moveTo('2031-02-10');
    assert.equal(await killWatcher(stage, [...args, '2031-02-10']), null, 'killed');
    for (const day of ['2031-02-10', '2031-02-11']) assert.equal((await lookOn(day)).outcome, 'looked');

    assert.equal(receiver.received.length, deliveries);
    const ids = receiver.received.map(({ headers }) => headers['idempotency-key']);
    assert.equal(new Set(ids).size, 1);
    const bodies = receiver.received.map(
      ({ body }) => JSON.parse(body) as { alerts: { id: string; kind: string }[] },
    );
    for (const { alerts } of bodies)
      assert.deepEqual(
        alerts.map(({ id, kind }) => [id, kind]),
        [[ids[0], 'new-release']],
      );
  });
}
