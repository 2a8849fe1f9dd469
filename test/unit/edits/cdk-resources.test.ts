import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits, fixFor } from '../../../src/edits/index.ts';
import { checklistRows, SHOPS, type FailingShop } from '../../support/failing.ts';

const shopOf = (tool: string): FailingShop => {
  const shop = SHOPS.find((each) => each.tool === tool);
  assert.ok(shop);
  return shop;
};
const TYPESCRIPT = shopOf('CDK TypeScript');
const PYTHON = shopOf('CDK Python');

/** The text with the fix of a check of the asset whose name ends so; null where there is the command. */
async function mended(shop: FailingShop, text: string, id: string, asset: string): Promise<string | null> {
  const inventory = await shop.read(text);
  const row = checklistRows(inventory).find((each) => each.id === id && each.assetId.endsWith(`.${asset}`));
  assert.ok(row?.fix, `${id} of ${asset} has a fix: ${row?.answer ?? 'no row'}`);
  const source = { file: shop.file, text };
  const offer = fixFor(row, inventory.assets, () => source);
  return offer !== null && 'edits' in offer
    ? applyEdits(
        text,
        offer.edits.flatMap(({ edits }) => edits),
      )
    : null;
}

/** The lines that a text has more than another. */
function added(after: string | null, before: string): string {
  const lines = before.split('\n');
  return (after ?? '')
    .split('\n')
    .filter((line) => !lines.includes(line))
    .join('\n');
}

test('TypeScript: an alarm behind a cluster that nothing kept, its topic before it', async () => {
  const after = await mended(TYPESCRIPT, TYPESCRIPT.text, 'aurora-alarm-restart', 'Shop');
  assert.equal(
    added(after, TYPESCRIPT.text),
    `import * as sns from 'aws-cdk-lib/aws-sns';
    // Subscribe whoever is on call: a topic without subscriptions tells nobody.
    const shopDatabaseAlerts = new sns.Topic(this, 'ShopDatabaseAlerts');
    const shop = new rds.DatabaseCluster(this, 'Shop', {
    new cloudwatch.CfnAlarm(this, 'ShopEngineUptimeAlarm', {
      namespace: 'AWS/RDS',
      metricName: 'EngineUptime',
      statistic: 'Minimum',
      comparisonOperator: 'LessThanOrEqualToThreshold',
      threshold: 0,
      evaluationPeriods: 2,
      datapointsToAlarm: 2,
      treatMissingData: 'breaching',
      alarmActions: [shopDatabaseAlerts.topicArn],
      dimensions: [
        { name: 'DBClusterIdentifier', value: shop.clusterIdentifier },
        { name: 'Role', value: 'WRITER' },
      ],`,
  );
});

test('Python: subscriptions with keyword arguments, and the topic that the first fix made', async () => {
  const first = await mended(PYTHON, PYTHON.text, 'aurora-alarm-restart', 'Ledger');
  assert.ok(first !== null);
  const second = await mended(PYTHON, first, 'rds-event-subscription', 'Ledger');
  assert.match(
    added(second, first),
    /^ {8}rds\.CfnEventSubscription\(\n {12}"LedgerDbClusterEvents",\n {12}sns_topic_arn=ledger_database_alerts\.topic_arn,/,
  );
  assert.equal(second?.match(/sns\.Topic\(/g)?.length, 1);
});

test('an alarm on what two other constructs make stands behind all of them', async () => {
  const after = (await mended(TYPESCRIPT, TYPESCRIPT.text, 'asg-alarms', 'WebServers')) ?? '';
  const at = (code: string): number => after.indexOf(code);
  assert.ok(at('webServersGroupAlerts = new') < at('const servers'));
  assert.ok(at('const servers') < at("'WebServersUnHealthyHostCountAlarm'"));
  assert.match(after, /value: targets\.targetGroupFullName \}/);
});

test('what a program computes, returns or names already is left to the command', async () => {
  const cluster = "new rds.DatabaseCluster(this, 'Orders', {";
  for (const [was, is] of [
    [cluster, cluster.replace("'Orders'", '`Orders${stage}`')],
    [cluster, `const { clusterIdentifier } = ${cluster}`],
    [cluster, cluster.replace('new', 'return new')],
    [cluster, `const orders = 1;\n    ${cluster}`],
  ] as const) {
    const text = TYPESCRIPT.text.replace(was, is);
    const name = is.includes('`') ? 'DatabaseCluster' : 'Orders';
    const inventory = await TYPESCRIPT.read(text);
    const rows = checklistRows(inventory).filter(({ id }) => id === 'aurora-alarm-restart');
    const row = rows.find(({ assetId }) => assetId.endsWith(name));
    const source = { file: TYPESCRIPT.file, text };
    const offer = row?.fix ? fixFor(row, inventory.assets, () => source) : null;
    assert.ok(offer === null || 'command' in offer, is);
  }
});
