import assert from 'node:assert/strict';
import test from 'node:test';
import {
  answerSymptom,
  bugsOfVersion,
  casesNamed,
  incidentOf,
  incidentOfVersion,
  isReported,
  supportPackOf,
  SYMPTOMS,
  wordsOf,
} from '../index.ts';
import { loadSnapshot } from '../../catalogue/snapshot/index.ts';
import { scanWorkspace } from '../../inventory/index.ts';
import { LANGUAGES, say } from '../../l10n/index.ts';
import { incidentMarkdown, supportPackMarkdown } from '../../report/index.ts';
import { bugOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';
import { apiAsset, CATALOGUE, TODAY } from '../../../test/support/checks/checklist.ts';

const OPTIONS = { symptom: '', now: '2026-11-24T18:00:00.000Z', today: TODAY };
const inventory = await scanWorkspace(['test/workspaces/incident/terraform']);
const group = inventory.assets.find(({ kind }) => kind === 'auto-scaling-group');
const cluster = casesNamed(inventory, 'shop')[0]?.cluster;
assert.ok(group && cluster);

test('fills the emergency card with real names, side effects and undo commands', () => {
  const { brake } = incidentOf(CATALOGUE, inventory, group, OPTIONS);
  assert.deepEqual(
    brake.map(({ command, undo }) => [command, undo]),
    [
      [
        'aws autoscaling suspend-processes --auto-scaling-group-name shop-web --scaling-processes ReplaceUnhealthy',
        'aws autoscaling resume-processes --auto-scaling-group-name shop-web --scaling-processes ReplaceUnhealthy',
      ],
      [
        'aws autoscaling enter-standby --auto-scaling-group-name shop-web --instance-ids INSTANCE_ID --should-decrement-desired-capacity',
        'aws autoscaling exit-standby --auto-scaling-group-name shop-web --instance-ids INSTANCE_ID',
      ],
      [
        'aws autoscaling update-auto-scaling-group --auto-scaling-group-name shop-web --health-check-type EC2',
        'aws autoscaling update-auto-scaling-group --auto-scaling-group-name shop-web --health-check-type ELB --health-check-grace-period 0',
      ],
    ],
  );
  const effects = brake.map(({ effect }) => say(effect, 'en')).join('\n');
  assert.match(effects, /Ends the loop:.*The next apply of the code reverts it\./);
});

test('finds the database of a group, ranks its bugs and lists expiry dates of evidence', () => {
  const { clusters, databases, evidence } = incidentOf(CATALOGUE, inventory, group, {
    ...OPTIONS,
    symptom: 'Aborted connection',
  });
  assert.deepEqual(clusters, [cluster]);
  assert.equal(databases[0]?.answer?.fits[0]?.listed.bug.id, 'surge');
  const sentences = evidence.map(({ kept }) => say(kept, 'en')).join('\n');
  assert.match(sentences, /instances of shop-web: lost with each replaced instance/);
  assert.match(sentences, /“audit” is not written: server_audit_logging is off/);
  assert.match(sentences, /RDS events of shop: 14 days/);
});

test("finds a bug for each listed symptom, and the incident's bug first", async () => {
  const snapshot = await loadSnapshot();
  const matches = bugsOfVersion(snapshot, 'aurora-mysql', '2.11.1').filter(isReported);
  const answers = SYMPTOMS.map((symptom) => answerSymptom(wordsOf(symptom), matches, snapshot.bugs));
  assert.equal(answers[0]?.fits[0]?.listed.bug.id, 'cc37f5e2b0');
  for (const { fits, urgent } of answers) assert.ok(fits.length + urgent.length > 0);
  assert.equal(answers[SYMPTOMS.indexOf('restart')]?.verdict, 'nothing');
});

test('answers symptoms of an operating system', () => {
  const kernel = bugOf('k1', ['2.0.20240101'], {
    product: 'amazon-linux-2',
    os: { package: 'kernel', advisory: 'k1', assigned: 'by version', date: '2024-01-01' },
  });
  const match = bugsOfVersion(CATALOGUE, 'aurora-mysql', '2.11.1')[0];
  assert.ok(match);
  const ask = (symptom: string) => answerSymptom(symptom, [{ ...match, bug: kernel }], []);
  assert.equal(ask('restart').verdict, 'nothing');
  assert.equal(ask('replication stops').verdict, 'nothing');
  assert.match(
    say(ask('Out of memory: Killed process 812').fits[0]?.why ?? { key: '', args: {} }, 'en'),
    /kernel/,
  );
});

test('ranks advisories by package, the named one first, and repeats packages last', () => {
  const advisory = (id: string, name: string) =>
    bugOf(id, ['2.0.20240101'], {
      product: 'amazon-linux-2',
      impact: 'security',
      title: `${name}: CVE`,
      os: { package: name, advisory: id, assigned: 'by version', date: '2024-01-01' },
    });
  const bugs = [
    advisory('k1', 'kernel'),
    advisory('k2', 'kernel'),
    advisory('o1', 'openssl'),
    advisory('c1', 'curl'),
    advisory('v1', 'vim'),
  ];
  const release = {
    ...releaseOf('2.0.20240101', '2024-01-01'),
    product: 'amazon-linux-2' as const,
    line: '2',
    branch: '2',
  };
  const catalogue = { ...CATALOGUE, bugs, releases: [...CATALOGUE.releases, release] };
  const systemsFor = (symptom: string): string[] => {
    const { systems } = incidentOf(catalogue, inventory, group, { ...OPTIONS, symptom });
    return systems[0]?.answer?.fits.map(({ listed }) => listed.bug.id) ?? [];
  };
  assert.deepEqual(systemsFor('connections aborted'), ['k1', 'o1', 'c1']);
  assert.equal(systemsFor('curl: (35) connection reset')[0], 'c1');
  assert.deepEqual(systemsFor('replication'), []);
});

test('counts dates from the question, and names oldest evidence and the instance to keep', () => {
  const { evidence } = incidentOf(CATALOGUE, inventory, cluster, OPTIONS);
  const events = evidence.find(({ kept }) => kept.key === 'incident.evidence.events');
  assert.equal(events?.expires, '2026-12-08T18:00:00.000Z');
  assert.equal(events.oldest, null);
  const order = evidence.map(({ lasts, expires }) => expires ?? lasts);
  assert.deepEqual(order.slice(0, 3), ['moment', 'instance', 'engine']);
  const dates = evidence.flatMap(({ expires }) => expires ?? []);
  assert.deepEqual(dates, [...dates].sort());

  const database = apiAsset('database', 'db', {
    dbClusterIdentifier: 'db',
    enabledCloudwatchLogsExports: ['error'],
    recentEvents: [{ date: '2026-11-20T02:10:00Z', message: 'x' }],
  });
  const logs = apiAsset('log-group', 'error', {
    logGroupName: '/aws/rds/cluster/db/error',
    retentionInDays: 90,
    createdAt: '2025-02-01T00:00:00.000Z',
  });
  const web = apiAsset('auto-scaling-group', 'web', {
    autoScalingGroupName: 'web',
    healthCheckType: 'ELB',
    instances: [
      { instanceId: 'i-healthy', healthStatus: 'Healthy' },
      { instanceId: 'i-ill', healthStatus: 'Unhealthy' },
    ],
  });
  const account = { assets: [database, logs, web], suppressions: [], problems: [] };
  const live = incidentOf(CATALOGUE, account, database, OPTIONS);
  assert.match(live.brake[1]?.command ?? '', /--instance-ids i-ill /);
  const oldest = live.evidence.find(({ kept }) => kept.key === 'incident.evidence.events')?.oldest;
  assert.deepEqual(oldest, { at: '2026-11-20T02:10:00.000Z', expires: '2026-12-04T02:10:00.000Z' });
  const page = incidentMarkdown(live, { language: 'en', timeZone: 'Asia/Tokyo' });
  assert.match(
    page,
    /\*\*until 2027-02-22 18:00 UTC \(2027-02-23 03:00 GMT\+9\)\*\*: The log “error” is in CloudWatch Logs \(\/aws\/rds\/cluster\/db\/error, since 2025-02-01\)/,
  );
  assert.match(page, /The oldest, of 2026-11-20 02:10 UTC .* expires 2026-12-04 02:10 UTC/);
});

test('fills commands with placeholders for a version alone', () => {
  const incident = incidentOfVersion(CATALOGUE, '2.11.1', { ...OPTIONS, symptom: 'aborted connections' });
  for (const language of LANGUAGES) {
    const page = incidentMarkdown(incident, { language, timeZone: 'UTC' });
    assert.match(
      page,
      /suspend-processes --auto-scaling-group-name GROUP --scaling-processes ReplaceUnhealthy/,
    );
    assert.match(page, /\*\*Connections are dropped in a surge\*\*/);
    assert.match(page, /describe-events --source-type db-cluster --source-identifier CLUSTER/);
    assert.doesNotMatch(page, /incident\.|lasting\.|symptom\./);
  }
  const newer = incidentOfVersion(CATALOGUE, '3.99.0', OPTIONS);
  assert.match(
    say(newer.databases[0]?.remarks[0] ?? { key: '', args: {} }, 'en'),
    /newer than the catalogue/,
  );
});

test('explains where to find a name that AWS has chosen', async () => {
  const template = await scanWorkspace(['test/workspaces/incident/cloudformation']);
  const unnamed = template.assets.find(({ kind }) => kind === 'auto-scaling-group');
  assert.ok(unnamed);
  const { placeholders } = incidentOf(CATALOGUE, template, unnamed, OPTIONS);
  assert.equal(placeholders[0]?.word, 'GROUP');
  assert.match(placeholders[0].command, /describe-stack-resource .*--logical-resource-id WebServers /);
});

test('completes a support case in both languages without secrets', () => {
  const withSecret = {
    ...inventory,
    assets: inventory.assets.map((asset) =>
      asset.kind === 'launch-template'
        ? { ...asset, settings: { ...asset.settings, userData: 'export PASSWORD=hunter2' } }
        : asset.kind === 'database'
          ? {
              ...asset,
              settings: { ...asset.settings, masterUserPassword: 'hunter2', init_connect: 'hunter2' },
            }
          : asset,
    ),
  };
  for (const language of LANGUAGES) {
    const pack = supportPackOf(CATALOGUE, withSecret, { cluster, subject: cluster }, OPTIONS);
    const document = supportPackMarkdown(pack, { language, timeZone: 'Asia/Tokyo' });
    assert.match(document, /5\.7\.mysql_aurora\.2\.11\.1/);
    assert.match(document, /aws rds describe-events --source-type db-cluster --source-identifier shop/);
    assert.doesNotMatch(document, /hunter2|db_password|pack\.|incident\./);
  }
});

test('orders the timeline of an account, with the expiry day of each entry', () => {
  const database = apiAsset('database', 'db', {
    recentEvents: [
      { date: '2026-11-20T02:10:00Z', message: 'Started failover', eventCategories: ['failover'] },
    ],
  });
  const web = apiAsset('auto-scaling-group', 'web', {
    scalingActivities: [{ startTime: '2026-11-20T02:05:00Z', cause: 'health check failure' }],
  });
  const account = { assets: [database, web], suppressions: [], problems: [] };
  const { timeline } = supportPackOf(CATALOGUE, account, { cluster: database, subject: database }, OPTIONS);
  assert.deepEqual(timeline, [
    {
      at: '2026-11-20T02:05:00.000Z',
      what: 'web: health check failure',
      expires: '2027-01-01T02:05:00.000Z',
      isAbout: true,
    },
    {
      at: '2026-11-20T02:10:00.000Z',
      what: 'db: Started failover',
      expires: '2026-12-04T02:10:00.000Z',
      isAbout: false,
    },
  ]);
});

test("finds a support case by the group's name, with the group's brake", () => {
  const [named] = casesNamed(inventory, 'shop-web');
  assert.ok(named);
  assert.equal(named.cluster, cluster);
  assert.equal(named.subject, group);
  const { brake } = supportPackOf(CATALOGUE, inventory, named, OPTIONS);
  assert.match(brake[0]?.command ?? '', /--auto-scaling-group-name shop-web/);
  assert.deepEqual(casesNamed(inventory, 'nothing'), []);
});

test('separates contained fixes of a symptom from open bugs', () => {
  const symptom = 'connections are aborted during a connection surge';
  const catalogue = {
    ...CATALOGUE,
    bugs: [
      ...CATALOGUE.bugs,
      bugOf('old-surge', ['2.11.1'], { title: 'Connections are aborted during a connection surge' }),
    ],
  };
  const { databases } = incidentOf(catalogue, inventory, group, { ...OPTIONS, symptom });
  assert.deepEqual(
    databases.flatMap(({ fixedHere }) => fixedHere).map(({ bug, fixedIn }) => [bug.id, fixedIn]),
    [['old-surge', ['2.11.1']]],
  );
  const { databases: without } = incidentOf(catalogue, inventory, group, OPTIONS);
  assert.deepEqual(
    without.flatMap(({ fixedHere }) => fixedHere),
    [],
  );
});

test('states the day of the notes for each product', () => {
  const late = {
    ...CATALOGUE,
    asOf: '2030-06-01T00:00:00Z',
    readOn: { 'aurora-mysql': '2030-01-01T00:00:00Z' },
  };
  const days = '2030-06-01 (Aurora MySQL: 2030-01-01)';
  assert.equal(incidentOf(late, inventory, cluster, OPTIONS).asOf, days);
  assert.equal(supportPackOf(late, inventory, { cluster, subject: cluster }, OPTIONS).asOf, days);
});
