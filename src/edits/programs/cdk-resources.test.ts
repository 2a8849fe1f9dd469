import assert from 'node:assert/strict';
import test from 'node:test';
import { fixFor, type FixOffer } from '../index.ts';
import { checklistRows, SHOPS, type FailingShop } from '../../../test/support/checks/failing.ts';

const shopOf = (tool: string): FailingShop => {
  const shop = SHOPS.find((each) => each.tool === tool);
  assert.ok(shop);
  return shop;
};
const TYPESCRIPT = shopOf('CDK TypeScript');
const PYTHON = shopOf('CDK Python');

/** Fix of a check of the asset whose name ends with a word. */
async function offerFor(
  shop: FailingShop,
  text: string,
  id: string,
  asset: string,
): Promise<FixOffer | null> {
  const inventory = await shop.read(text);
  const row = checklistRows(inventory).find((each) => each.id === id && each.assetId.endsWith(`.${asset}`));
  assert.ok(row?.fix, `${id} of ${asset} has a fix: ${row?.answer ?? 'no row'}`);
  const source = { file: shop.file, text };
  return fixFor(row, inventory.assets, () => source);
}

async function snippetOf(shop: FailingShop, id: string, asset: string): Promise<string> {
  const offer = await offerFor(shop, shop.text, id, asset);
  assert.ok(offer !== null && 'snippet' in offer, `${id} is a snippet`);
  return offer.snippet;
}

test('TypeScript: writes an alarm, its topic and a comment that names the monitored construct', async () => {
  assert.equal(
    await snippetOf(TYPESCRIPT, 'aurora-alarm-restart', 'Shop'),
    `import * as sns from 'aws-cdk-lib/aws-sns';

// shop: the DatabaseCluster 'Shop'

// Subscribe whoever is on call: a topic without subscriptions tells nobody.
const shopDatabaseAlerts = new sns.Topic(this, 'ShopDatabaseAlerts');
new cloudwatch.CfnAlarm(this, 'ShopEngineUptimeAlarm', {
  namespace: 'AWS/RDS',
  metricName: 'EngineUptime',
  statistic: 'Minimum',
  comparisonOperator: 'LessThanOrEqualToThreshold',
  threshold: 0,
  period: 60,
  evaluationPeriods: 2,
  datapointsToAlarm: 2,
  treatMissingData: 'breaching',
  alarmActions: [shopDatabaseAlerts.topicArn],
  dimensions: [
    { name: 'DBClusterIdentifier', value: shop.clusterIdentifier },
    { name: 'Role', value: 'WRITER' },
  ],
});`,
  );
});

test('Python: writes subscriptions with keyword arguments', async () => {
  assert.match(
    await snippetOf(PYTHON, 'rds-event-subscription', 'Ledger'),
    /^rds\.CfnEventSubscription\(\n {4}self,\n {4}"LedgerDbClusterEvents",\n {4}sns_topic_arn=ledger_database_alerts\.topic_arn,/m,
  );
});

test('names two constructs in the dimensions of one alarm', async () => {
  const snippet = await snippetOf(TYPESCRIPT, 'asg-alarms', 'WebServers');
  assert.match(snippet, /^\/\/ targets: the ApplicationTargetGroup 'WebTargets'$/m);
  assert.equal(snippet.match(/sns\.Topic\(/g)?.length, 1);
  assert.match(snippet, /value: targets\.targetGroupFullName \}/);
});

test('adds no construct to the text of a program', async () => {
  for (const shop of [TYPESCRIPT, PYTHON]) {
    const { assets } = await shop.read(shop.text);
    const source = { file: shop.file, text: shop.text };
    for (const row of checklistRows({ assets, suppressions: [], problems: [] })) {
      const offer = row.fix === null ? null : fixFor(row, assets, () => source);
      if (offer === null || !('edits' in offer)) continue;
      const texts = offer.edits.flatMap(({ edits }) => edits.map(({ newText }) => newText));
      const made = texts.filter((text) => /\bnew \w+\.Cfn|\bCfn[A-Z]\w+\((?:self|this),/.test(text));
      assert.deepEqual(made, [], row.id);
    }
  }
});

test('offers a command or nothing for a construct with a computed identifier', async () => {
  const cluster = "new rds.DatabaseCluster(this, 'Orders', {";
  const text = TYPESCRIPT.text.replace(cluster, cluster.replace("'Orders'", '`Orders${stage}`'));
  const inventory = await TYPESCRIPT.read(text);
  const row = checklistRows(inventory).find(
    ({ id, assetId }) => id === 'aurora-alarm-restart' && assetId.endsWith('DatabaseCluster'),
  );
  const source = { file: TYPESCRIPT.file, text };
  const offer = row?.fix ? fixFor(row, inventory.assets, () => source) : null;
  assert.ok(offer === null || 'command' in offer);
});
