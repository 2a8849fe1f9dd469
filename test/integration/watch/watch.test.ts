import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test, type TestContext } from 'node:test';
import { auroraSite, pathOf, type SiteDay, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror, type Fault, type Mirror } from '../../support/mirror/mirror.ts';
import { alertOutline, look, type WatchSetup } from '../../support/watch/watch.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const FIRST: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const OWN: SiteRelease = { date: '2030-11-05', fixes: ['Corrected a label in the gamma view.'] };
const CRASH = 'Fixed an issue where the writer restarts while a partition of a zebra table is renamed.';
const SLOW = 'Fixed an issue that makes walrus queries slower after a failed login.';
const LATE = 'Fixed an issue that can lead to data corruption when a heron column is dropped.';
const PATCH: SiteRelease = { date: '2031-02-05', fixes: [CRASH, SLOW] };

const CALENDAR: SiteDay['calendar'] = [
  ['2.30', 'June 1, 2030', 'December 31, 2035'],
  ['2.31', 'November 5, 2030', 'September 30, 2031'],
];
const START = { '2.30.0': FIRST, '2.30.1': FIRST, '2.31.0': OWN };
const REWORDED = { ...PATCH, fixes: [CRASH.replace('while', 'at the moment when'), SLOW, LATE] };

/** Publications of the made-up vendor by day. */
const DAYS: Record<string, SiteDay> = {
  '2031-01-10': { releases: START, calendar: CALENDAR },
  '2031-02-10': { releases: { ...START, '2.31.1': PATCH }, calendar: CALENDAR },
  '2031-03-10': {
    releases: { ...START, '2.31.1': { ...PATCH, fixes: [...PATCH.fixes, LATE] } },
    calendar: CALENDAR,
  },
  '2031-04-10': { releases: { ...START, '2.31.1': REWORDED }, calendar: CALENDAR },
  '2031-05-10': {
    releases: { ...START, '2.31.1': REWORDED, '2.31.0': { ...OWN, deprecated: true } },
    calendar: CALENDAR,
  },
  '2031-06-10': {
    releases: { ...START, '2.31.1': REWORDED, '2.31.0': { ...OWN, deprecated: true } },
    calendar: CALENDAR,
    gone: ['2.30.1'],
  },
};

/** Alerts of a watch that looks on these days. */
const EXPECTED: Record<string, string[]> = {
  '2031-01-10': [],
  '2031-02-10': ['new-release 2.31.1 medium: new old'],
  '2031-03-10': ['new-bug 2.31.1 critical: new old'],
  '2031-04-10': ['support-date - low: new', 'changed-notes 2.31.1 info: new old'],
  '2031-05-10': ['withdrawn 2.31.0 high: new'],
  '2031-06-10': ['withdrawn 2.30.1 high: old'],
  '2031-06-11': [],
  '2031-07-10': ['support-date - medium: new'],
  '2031-09-10': ['support-date - high: new'],
  '2031-10-10': ['support-date - high: new'],
  '2031-10-11': [],
};

const TERRAFORM = `
resource "aws_rds_cluster" "old" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.30.1"
}
resource "aws_rds_cluster" "new" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.31.0"
}
resource "aws_rds_cluster" "unknown" {
  engine         = "aurora-mysql"
  engine_version = var.nobody_knows
}
`;

const MAINTENANCE: Fault = { kind: 'answer', body: '<html><body>Back soon</body></html>' };

let mirror: Mirror;
describe('the watch of a site', () => {
  beforeEach(async () => {
    mirror = await startMirror(auroraSite(DAYS));
  });
  afterEach(() => mirror.close());

  function setUp(t: TestContext): WatchSetup {
    const workspace = temporaryFolder(t, { 'main.tf': TERRAFORM });
    return { cache: temporaryFolder(t), workspace, docsOrigin: mirror.origin };
  }

  test('reports each alert once, for the right clusters, the most urgent first', async (t) => {
    const setup = setUp(t);
    const ids: string[] = [];
    for (const [day, expected] of Object.entries(EXPECTED)) {
      mirror.moveTo(day);
      const run = await look(setup, day);
      assert.deepEqual(alertOutline(run), expected, day);
      assert.deepEqual(alertOutline(await look(setup, day)), [], `${day} again`);
      ids.push(...run.alerts.map(({ id }) => id));
    }
    assert.equal(new Set(ids).size, ids.length);
  });

  test('reports the news of a long absence in one message, the most serious first', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    assert.equal((await look(setup, '2031-01-10')).outcome, 'baseline');
    mirror.moveTo('2031-06-10');
    const run = await look(setup, '2031-10-10');
    assert.deepEqual(alertOutline(run), [
      'new-release 2.31.1 critical: new old',
      'withdrawn 2.31.0 high: new',
      'withdrawn 2.30.1 high: old',
      'support-date - high: new',
    ]);
    assert.equal(run.printed.length, 1);
  });

  test('sends only conditional requests on an unchanged day', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    await look(setup, '2031-01-10');
    mirror.forget();
    await look(setup, '2031-01-11');
    assert.deepEqual(mirror.bodies(), []);
    const answered = mirror.requests.filter(({ status }) => status !== 404);
    assert.ok(
      answered.length > 0 && answered.every(({ conditional, status }) => conditional && status === 304),
    );
  });

  test('reports nothing and loses nothing on a day of errors', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    await look(setup, '2031-01-10');
    mirror.moveTo('2031-02-10');
    mirror.misbehave(/./, { kind: 'status', status: 503, retryAfter: '0' });
    assert.deepEqual(alertOutline(await look(setup, '2031-02-10')), []);
    mirror.behave();
    assert.deepEqual(alertOutline(await look(setup, '2031-02-11')), EXPECTED['2031-02-10']);
  });

  test('ignores a page at its first reading if it was unreadable at the first look', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-02-10');
    mirror.misbehave(/2311/, MAINTENANCE);
    assert.equal((await look(setup, '2031-02-10')).outcome, 'baseline');
    mirror.behave();
    assert.deepEqual(alertOutline(await look(setup, '2031-02-11')), []);
    mirror.moveTo('2031-03-10');
    assert.deepEqual(alertOutline(await look(setup, '2031-03-10')), EXPECTED['2031-03-10']);
  });

  test('reports a release on the next day if its page fails on the first', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    await look(setup, '2031-01-10');
    mirror.moveTo('2031-02-10');
    mirror.misbehave(new RegExp(pathOf('2.31.1')), MAINTENANCE);
    assert.deepEqual(alertOutline(await look(setup, '2031-02-10')), []);
    mirror.behave();
    assert.deepEqual(alertOutline(await look(setup, '2031-02-11')), EXPECTED['2031-02-10']);
  });

  test('reports from only one of two concurrent watchers', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    await look(setup, '2031-01-10');
    mirror.moveTo('2031-02-10');
    const runs = await Promise.all([1, 2, 3].map(() => look(setup, '2031-02-10')));
    assert.deepEqual(runs.flatMap(alertOutline), EXPECTED['2031-02-10']);
    assert.deepEqual(runs.map(({ outcome }) => outcome).sort(), ['busy', 'busy', 'looked']);
  });

  test('repeats no alert after the clock is set forward and back', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-01-10');
    await look(setup, '2031-01-10');
    assert.deepEqual(alertOutline(await look(setup, '2031-09-10')), ['support-date - high: new']);
    for (const day of ['2031-01-11', '2031-09-10', '2031-09-11']) {
      assert.deepEqual(alertOutline(await look(setup, day)), [], day);
    }
    assert.deepEqual(alertOutline(await look(setup, '2031-10-10')), ['support-date - high: new']);
  });

  test('ignores changes of the workspace and of Errata Lens itself', async (t) => {
    const setup = setUp(t);
    mirror.moveTo('2031-02-10');
    await look(setup, '2031-02-10');
    const moved = temporaryFolder(t, { 'main.tf': TERRAFORM, 'more/main.tf': TERRAFORM });
    const run = await look({ ...setup, workspace: moved }, '2031-02-11', { builtBy: 'a later version' });
    assert.deepEqual([run.outcome, alertOutline(run)], ['looked', []]);
  });
});
