import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findingsOf } from '../../../src/analysis/index.ts';
import { scanAccount, type AccountScanOptions } from '../../../src/inventory/index.ts';
import { say } from '../../../src/l10n/index.ts';
import type { Asset } from '../../../src/model/index.ts';
import {
  json,
  on,
  startAwsProxy,
  xml,
  xmlError,
  type AwsProxy,
  type AwsRequest,
  type ProxyAnswer,
  type Rule,
} from '../../support/accounts/aws-proxy.ts';
import { bugOf, catalogueOf } from '../../support/catalogue/catalogue.ts';

const ACCOUNTS = Array.from({ length: 60 }, (_, index) => String(100_000_000_000 + index));
const REGIONS = Array.from({ length: 17 }, (_, index) => `eu-west-${index}`);
const CLUSTERS = 2_000;
const HUB = ACCOUNTS[0] ?? '';

const rowsOf: Record<string, readonly object[]> = {
  'AWS::RDS::DBCluster': Array.from({ length: CLUSTERS }, (_, index) => {
    const [accountId = '', awsRegion = ''] = [ACCOUNTS[index % 60], REGIONS[index % 17]];
    return {
      accountId,
      awsRegion,
      resourceId: `cluster-${index}`,
      resourceName: `orders-${index}`,
      arn: `arn:aws:rds:${awsRegion}:${accountId}:cluster:orders-${index}`,
      configuration: {
        engine: 'aurora-mysql',
        engineVersion: `8.0.mysql_aurora.${index % 2 === 0 ? '3.04.2' : '3.10.4'}`,
        enabledCloudwatchLogsExports: ['error'],
        dbclusterParameterGroup: 'shared',
        deletionProtection: true,
      },
    };
  }),
  'AWS::RDS::DBInstance': [
    {
      accountId: HUB,
      awsRegion: 'eu-west-0',
      resourceName: 'orders-0-1',
      arn: `arn:aws:rds:eu-west-0:${HUB}:db:orders-0-1`,
      configuration: {
        engineVersion: '8.0.mysql_aurora.3.04.2',
        dBInstanceIdentifier: 'orders-0-1',
        dBClusterIdentifier: 'orders-0',
        dBInstanceClass: 'db.r6g.large',
      },
    },
    { awsRegion: 'a row without an account' },
  ],
  'AWS::AutoScaling::AutoScalingGroup': [
    {
      accountId: HUB,
      awsRegion: 'eu-west-0',
      resourceName: 'web',
      arn: `arn:aws:autoscaling:eu-west-0:${HUB}:autoScalingGroup:1:autoScalingGroupName/web`,
      configuration: { healthCheckType: 'ELB', launchTemplate: { launchTemplateId: 'lt-1', version: '1' } },
      supplementaryConfiguration: {
        LifeCycleHooks: [
          { lifecycleHookName: 'save', lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' },
        ],
      },
    },
  ],
  'AWS::EC2::LaunchTemplate': [
    {
      accountId: HUB,
      awsRegion: 'eu-west-0',
      resourceId: 'lt-1',
      arn: `arn:aws:ec2:eu-west-0:${HUB}:launch-template/lt-1`,
      configuration: { LaunchTemplateName: 'web', LaunchTemplateData: { ImageId: 'ami-1' } },
    },
  ],
  'AWS::EC2::Instance': [
    { accountId: HUB, awsRegion: 'eu-west-0', configuration: { imageId: 'ami-1' }, 'COUNT(*)': 4 },
  ],
};

/** AWS Config, page by page. */
const config: Rule = on('config:SelectAggregateResourceConfig', (request) => {
  const {
    ConfigurationAggregatorName,
    Expression,
    Limit,
    NextToken = '0',
  } = request.json as Record<string, string>;
  if (ConfigurationAggregatorName !== 'organisation') {
    return json({ __type: 'NoSuchConfigurationAggregatorException', message: 'no' }, 400);
  }
  const type = /resourceType = '([^']+)'/.exec(Expression ?? '')?.[1] ?? '';
  const from = Number(NextToken);
  const to = from + Number(Limit);
  const rows = rowsOf[type] ?? [];
  const Results = rows.slice(from, to).map((row) => JSON.stringify(row));
  return json(to < rows.length ? { Results, NextToken: String(to) } : { Results });
});

const identity: Rule = on('sts:GetCallerIdentity', ({ action }) =>
  xml(
    action,
    `<Arn>arn:aws:sts::${HUB}:assumed-role/reader/x</Arn><Account>${HUB}</Account><UserId>x</UserId>`,
  ),
);
const images: Rule = on('ec2:DescribeImages', () => ({
  kind: 'answer',
  body: '<DescribeImagesResponse><imagesSet><item><imageId>ami-1</imageId><name>amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2</name></item></imagesSet></DescribeImagesResponse>',
}));
const refused = (request: AwsRequest): ProxyAnswer =>
  request.action.startsWith('rds:')
    ? xmlError('AccessDenied', 403)
    : json({ __type: 'AccessDeniedException' }, 400);

describe('a scan through an aggregator', () => {
  let proxy: AwsProxy;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-aggregator-'));
    proxy = await startAwsProxy('http://127.0.0.1:9');
    writeFileSync(
      path.join(folder, 'config'),
      '[profile hub]\nregion = eu-central-1\naws_access_key_id = AKIAHUBTESTKEY000000\naws_secret_access_key = x\n',
    );
    Object.assign(process.env, {
      AWS_CONFIG_FILE: path.join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'none'),
      AWS_ENDPOINT_URL: proxy.url,
    });
  });
  after(async () => {
    await proxy.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function scan(options: AccountScanOptions, ...rules: Rule[]) {
    proxy.reset(...rules, config, identity, images, refused);
    return await scanAccount({
      profiles: ['hub'],
      aggregator: 'organisation',
      limits: { attempts: 1 },
      ...options,
    });
  }

  test('returns versions and settings of an organisation, and marks the unknown ones', async () => {
    const inventory = await scan({});
    const clusters = inventory.assets.filter(({ kind }) => kind === 'database');
    assert.equal(clusters.length, CLUSTERS);
    assert.equal(new Set(clusters.map(({ location }) => 'account' in location && location.account)).size, 60);
    const cluster = named(inventory.assets, 'orders-0');
    assert.equal(cluster.versions.running, '3.04.2');
    assert.deepEqual(cluster.settings.enabledCloudwatchLogsExports, ['error']);
    assert.equal(cluster.settings.instanceCount, 1);
    for (const unknown of ['iamDatabaseAuthenticationEnabled', 'databaseInsightsMode']) {
      assert.ok(cluster.unknownSettings.includes(unknown), unknown);
    }
    assert.deepEqual(
      named(inventory.assets, 'save').links.map(({ role }) => role),
      ['member-of'],
    );
    const image = inventory.assets.find(({ kind }) => kind === 'operating-system');
    assert.equal(image?.version, '2.0.20230307.0');
    assert.equal(image.settings.instanceCount, 4);
    assert.ok(
      named(inventory.assets, 'web', 'launch-template').links.some(({ assetId }) => assetId === image.id),
    );
    assert.ok(
      inventory.unreadable.some(
        ({ operation, account, reason }) =>
          operation === 'cloudwatch:DescribeAlarms' && account === ACCOUNTS[7] && reason === 'aggregator',
      ),
    );
    const sentences = inventory.problems.map(({ text }) => say(text, 'en'));
    assert.ok(sentences.some((each) => each.startsWith('AWS Config does not record parameter values')));
    assert.ok(sentences.some((each) => each.startsWith('1 row of the aggregator')));
    // 20 pages of clusters and four other queries; no call for a single cluster.
    assert.equal(inventory.calls.byAction['config:SelectAggregateResourceConfig'], 24);
  });

  test('adds unknown settings by direct calls to accounts that a profile can reach', async () => {
    const direct = on('rds:DescribeDBClusters', ({ action, region }) =>
      xml(
        action,
        region === 'eu-west-0'
          ? `<DBClusters><DBCluster><DBClusterIdentifier>orders-0</DBClusterIdentifier><Engine>aurora-mysql</Engine><EngineVersion>8.0.mysql_aurora.3.04.3</EngineVersion><DBClusterParameterGroup>shared</DBClusterParameterGroup><DBClusterArn>arn:aws:rds:eu-west-0:${HUB}:cluster:orders-0</DBClusterArn></DBCluster></DBClusters>`
          : '<DBClusters></DBClusters>',
      ),
    );
    const parameters = on('rds:DescribeDBClusterParameters', ({ action }) =>
      xml(
        action,
        '<Parameters><Parameter><ParameterName>binlog_format</ParameterName><ParameterValue>ROW</ParameterValue></Parameter></Parameters>',
      ),
    );
    const { assets, accounts } = await scan({}, direct, parameters);
    const cluster = named(assets, 'orders-0');
    assert.equal(cluster.version, '3.04.3');
    assert.equal(cluster.settings.binlog_format, 'ROW');
    assert.equal(named(assets, 'orders-1').settings.binlog_format, undefined);
    assert.ok(accounts[0]?.regions.includes('eu-west-0'));
  });

  test('reports a wrong name of the aggregator with the name of the error', async () => {
    const inventory = await scan({ aggregator: 'nobody' });
    assert.deepEqual(inventory.assets, []);
    assert.ok(
      inventory.problems.some(({ text }) =>
        say(text, 'en').startsWith(
          'not readable: config:SelectAggregateResourceConfig (NoSuchConfigurationAggregator)',
        ),
      ),
    );
    assert.equal(inventory.isRefused, true);
  });

  test('judges two thousand clusters without repeated calls', async () => {
    const inventory = await scan({});
    const releases = [
      ['3.04.2', '2024-01-01'],
      ['3.04.3', '2024-06-01'],
      ['3.10.4', '2026-01-01'],
    ] as const;
    const findings = findingsOf(catalogueOf(releases, [bugOf('a', ['3.04.3'])]), inventory, {
      today: '2026-11-24',
    });
    assert.equal(findings.filter(({ ruleId }) => ruleId === 'known-bugs').length, CLUSTERS / 2);
  });
});

function named(assets: readonly Asset[], name: string, kind?: Asset['kind']): Asset {
  const found = assets.find((asset) => asset.name === name && (kind === undefined || asset.kind === kind));
  assert.ok(found, name);
  return found;
}
