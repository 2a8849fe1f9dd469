import assert from 'node:assert/strict';
import test from 'node:test';
import { clustersNamed, incidentOf, supportPackOf } from '../../../src/analysis/index.ts';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { LANGUAGES, say } from '../../../src/l10n/index.ts';
import { supportPackMarkdown } from '../../../src/report/index.ts';
import { apiAsset, CATALOGUE, TODAY } from '../../support/checklist.ts';

const OPTIONS = { symptom: '', now: '2026-11-24T18:00:00.000Z', today: TODAY };
const inventory = await scanWorkspace(['test/workspaces/incident/terraform']);
const group = inventory.assets.find(({ kind }) => kind === 'auto-scaling-group');
const [cluster] = clustersNamed(inventory, 'shop');
assert.ok(group && cluster);

test('the emergency card names real names, side effects and the way back', () => {
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

test('from the group it finds the database, ranks its bugs, and says what expires when', () => {
  const { clusters, databases, evidence } = incidentOf(CATALOGUE, inventory, group, {
    ...OPTIONS,
    symptom: 'Aborted connection',
  });
  assert.deepEqual(clusters, [cluster]);
  assert.equal(databases[0]?.fitting[0]?.bug.id, 'surge');
  const told = evidence.map(({ kept }) => say(kept, 'en')).join('\n');
  assert.match(told, /instances of shop-web: gone with each instance/);
  assert.match(told, /“audit” is not written: server_audit_logging is off/);
  assert.match(told, /RDS events of shop: 14 days/);
});

test('a support case is complete in both languages and holds no secret', () => {
  const withSecret = {
    ...inventory,
    assets: inventory.assets.map((asset) =>
      asset.kind === 'launch-template'
        ? { ...asset, settings: { ...asset.settings, userData: 'export PASSWORD=hunter2' } }
        : asset,
    ),
  };
  for (const language of LANGUAGES) {
    const pack = supportPackOf(CATALOGUE, withSecret, cluster, OPTIONS);
    const document = supportPackMarkdown(pack, { language, timeZone: 'Asia/Tokyo' });
    assert.match(document, /5\.7\.mysql_aurora\.2\.11\.1/);
    assert.match(document, /aws rds describe-events --source-type db-cluster --source-identifier shop/);
    assert.doesNotMatch(document, /hunter2|db_password|pack\.|incident\./);
  }
});

test('an account gives a timeline in order, each entry with the day on which it is forgotten', () => {
  const database = apiAsset('aurora-cluster', 'db', {
    recentEvents: [
      { date: '2026-11-20T02:10:00Z', message: 'Started failover', eventCategories: ['failover'] },
    ],
  });
  const web = apiAsset('auto-scaling-group', 'web', {
    scalingActivities: [{ startTime: '2026-11-20T02:05:00Z', cause: 'health check failure' }],
  });
  const account = { assets: [database, web], suppressions: [], problems: [] };
  const { timeline } = supportPackOf(CATALOGUE, account, database, OPTIONS);
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
