import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { programs } from './format.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

before(() => programs.prepare?.(['a.ts', 'a.py', 'A.java', 'a.go', 'A.cs']));

/** Assets of a CDK program with one cluster: its engine and `properties`. */
function cdk(properties: string, more = ''): Map<string, Asset> {
  const text = `${more}
new rds.DatabaseCluster(this, 'Orders', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_0 }),
  ${properties}
});`;
  return assetsOf(programs, 'a.ts', { 'a.ts': text });
}

const CLUSTER = 'DatabaseCluster.Orders';

function settingsOf(assets: Map<string, Asset>, name = CLUSTER): Asset['settings'] {
  const asset = assets.get(name);
  assert.ok(asset, [...assets.keys()].join());
  return asset.settings;
}

test('reads settings of a cluster in the units of the service', () => {
  const cluster = settingsOf(
    cdk(`deletionProtection: true,
      storageEncrypted: true,
      iamAuthentication: true,
      cloudwatchLogsExports: ['error', 'slowquery'],
      cloudwatchLogsRetention: logs.RetentionDays.ONE_MONTH,
      backtrackWindow: cdk.Duration.hours(2),
      backup: { retention: cdk.Duration.days(14), preferredWindow: '03:00-04:00' },
      monitoringInterval: Duration.seconds(60),
      databaseInsightsMode: rds.DatabaseInsightsMode.ADVANCED,
      performanceInsightRetention: rds.PerformanceInsightRetention.MONTHS_15,
      enableClusterLevelEnhancedMonitoring: true,
      parameters: { slow_query_log: '1', long_query_time: 2, 'gtid-mode': 'ON' },`),
  );
  assert.deepEqual(cluster, {
    deletionProtection: true,
    storageEncrypted: true,
    iamDatabaseAuthenticationEnabled: true,
    enabledCloudwatchLogsExports: ['error', 'slowquery'],
    cloudwatchLogsRetention: 30,
    backtrackWindow: 7200,
    backupRetentionPeriod: 14,
    preferredBackupWindow: '03:00-04:00',
    monitoringInterval: 60,
    databaseInsightsMode: 'advanced',
    performanceInsightsRetentionPeriod: 465,
    performanceInsightsEnabled: true,
    slow_query_log: '1',
    long_query_time: '2',
    'gtid-mode': 'ON',
  });
});

test('reads writer and readers of a cluster as its instances', () => {
  const assets = cdk(
    `writer: rds.ClusterInstance.provisioned('one', {
        enablePerformanceInsights: true,
        autoMinorVersionUpgrade: false,
        caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.MEMORY6_GRAVITON, ec2.InstanceSize.XLARGE2),
        parameterGroup: own,
      }),
      readers: [rds.ClusterInstance.serverlessV2('two', { promotionTier: 1 }), rds.ClusterInstance.provisioned('three', props.reader)],`,
    `const own = new rds.ParameterGroup(this, 'Own', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_0 }),
      parameters: { slow_query_log: '1' },
    });`,
  );
  assert.deepEqual(settingsOf(assets, `${CLUSTER}.writer`), {
    slow_query_log: '1',
    performanceInsightsEnabled: true,
    autoMinorVersionUpgrade: false,
    caCertificateIdentifier: 'rds-ca-rsa2048-g1',
    dbInstanceClass: 'db.r6g.2xlarge',
  });
  assert.deepEqual(settingsOf(assets, `${CLUSTER}.readers[0]`), {
    promotionTier: 1,
    dbInstanceClass: 'db.serverless',
  });
  assert.deepEqual(assets.get(`${CLUSTER}.readers[1]`)?.unknownSettings, ['*']);
  assert.equal(settingsOf(assets)['instanceCount'], 3);
});

test('reads number and properties of instances in the older notation', () => {
  const assets = cdk('instances: 3, instanceProps: { vpc, enablePerformanceInsights: true },');
  assert.equal(settingsOf(assets)['instanceCount'], 3);
  assert.equal(settingsOf(assets, `${CLUSTER}.instances`)['performanceInsightsEnabled'], true);
  const two = cdk('instanceProps: { vpc },');
  assert.equal(settingsOf(two)['instanceCount'], 2);
  const some = cdk('instances: props.count, instanceProps: props.instance,');
  assert.ok(some.get(CLUSTER)?.unknownSettings.includes('instanceCount'));
  assert.deepEqual(some.get(`${CLUSTER}.instances`)?.unknownSettings, ['*']);
});

test('reads parameters of a Pulumi group from a list of names and values', () => {
  const text = `import * as aws from '@pulumi/aws';
const logs = [{ name: 'slow_query_log', value: '1' }, { name: 'long_query_time', value: 2 }];
new aws.rds.ParameterGroup('own', { family: 'aurora-mysql8.0', parameters: logs });
new aws.rds.ParameterGroup('other', { family: 'aurora-mysql8.0', parameters: [...logs, { name: 'binlog_format', value: format }] });`;
  const groups = assetsOf(programs, 'a.ts', { 'a.ts': text });
  assert.deepEqual(settingsOf(groups, 'ParameterGroup.own'), {
    dbParameterGroupFamily: 'aurora-mysql8.0',
    slow_query_log: '1',
    long_query_time: '2',
  });
  assert.deepEqual(groups.get('ParameterGroup.other')?.unknownSettings, ['parameters']);
});

test('reads parameters that calls add to a group', () => {
  const group = (calls: string): Asset | undefined =>
    cdk(
      'parameterGroup: own,',
      `const own = new rds.ParameterGroup(this, 'Own', {
        engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_0 }),
      });
      ${calls}`,
    ).get(CLUSTER);
  assert.equal(group("own.addParameter('binlog_format', 'ROW');")?.settings['binlog_format'], 'ROW');
  assert.deepEqual(group('own.addParameter(name, value);')?.unknownSettings, ['parameters']);
  assert.deepEqual(group("other.addParameter('binlog_format', 'ROW');")?.unknownSettings, []);
});

test('reads a group with raw CloudFormation properties', () => {
  const text = `const own = new rds.CfnDBClusterParameterGroup(this, 'Own', {
    family: 'aurora-mysql8.0', description: 'own', parameters: { binlog_format: 'ROW' } });
  new rds.CfnDBClusterParameterGroup(this, 'Other', { family: 'docdb5.0', parameters: {} });
  new rds.CfnDBCluster(this, 'Orders', { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.10.0', dbClusterParameterGroupName: own.ref });`;
  const assets = assetsOf(programs, 'a.ts', { 'a.ts': text });
  assert.deepEqual([...assets.keys()], ['CfnDBClusterParameterGroup.Own', 'CfnDBCluster.Orders']);
  assert.deepEqual(settingsOf(assets, 'CfnDBClusterParameterGroup.Own'), {
    binlog_format: 'ROW',
    dbParameterGroupFamily: 'aurora-mysql8.0',
    description: 'own',
  });
  assert.equal(settingsOf(assets, 'CfnDBCluster.Orders')['binlog_format'], 'ROW');
});

test('reads a Pulumi group with the range of its family, and ignores other services', () => {
  const text = `import * as aws from '@pulumi/aws';
const own = new aws.rds.ClusterParameterGroup('own', { family: 'aurora-mysql5.7' });
new aws.docdb.ClusterParameterGroup('other', { family: 'docdb5.0' });
new aws.rds.Cluster('orders', { engine: 'aurora-mysql', dbClusterParameterGroupName: own.name });`;
  const assets = assetsOf(programs, 'a.ts', { 'a.ts': text });
  assert.deepEqual([...assets.keys()], ['ClusterParameterGroup.own', 'Cluster.orders']);
  assert.equal(assets.get('Cluster.orders')?.versionPrefix, '2');
});

test('leaves spread, computed and external settings unknown', () => {
  const unknownOf = (properties: string, more = ''): readonly string[] | undefined =>
    cdk(properties, more).get(CLUSTER)?.unknownSettings;
  assert.deepEqual(unknownOf('...props.cluster,'), ['*']);
  assert.deepEqual(unknownOf('...(isProd && { deletionProtection: true }),'), ['*']);
  assert.deepEqual(unknownOf('...common,', 'const common = { deletionProtection: true };'), []);
  assert.deepEqual(unknownOf('parameters: props.parameters,'), ['parameters']);
  assert.deepEqual(unknownOf('parameters: { ...props.parameters, binlog_format: "ROW" },'), ['parameters']);
  assert.deepEqual(unknownOf('parameters: {},'), []);
  assert.deepEqual(unknownOf('cloudwatchLogsExports: props.logs,'), ['enabledCloudwatchLogsExports']);
  assert.deepEqual(unknownOf('monitoringInterval: isProd ? Duration.seconds(60) : undefined,'), [
    'monitoringInterval',
  ]);
  assert.deepEqual(unknownOf("cloudwatchLogsExports: ['error', ...props.logs],"), [
    'enabledCloudwatchLogsExports',
  ]);
  const readers = cdk('readers: zones.map((zone) => rds.ClusterInstance.provisioned(zone)),');
  assert.ok(readers.get(CLUSTER)?.unknownSettings.includes('instanceCount'));
});

test('reads settings of a cluster in other languages', () => {
  const texts: Record<string, string> = {
    'a.py': `rds.DatabaseCluster(self, "Orders",
    engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_10_0),
    cloudwatch_logs_exports=["error"],
    cloudwatch_logs_retention=logs.RetentionDays.ONE_MONTH,
    monitoring_interval=Duration.seconds(60),
    parameters={"slow_query_log": "1"},
    writer=rds.ClusterInstance.provisioned("one", enable_performance_insights=True),
    readers=[rds.ClusterInstance.serverless_v2("two")])`,
    'A.java': `class A { void a() { DatabaseCluster.Builder.create(this, "Orders")
      .engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder().version(AuroraMysqlEngineVersion.VER_3_10_0).build()))
      .cloudwatchLogsExports(List.of("error"))
      .cloudwatchLogsRetention(RetentionDays.ONE_MONTH)
      .monitoringInterval(Duration.seconds(60))
      .writer(ClusterInstance.provisioned("one", ProvisionedClusterInstanceProps.builder().enablePerformanceInsights(true).build()))
      .readers(List.of(ClusterInstance.serverlessV2("two")))
      .build(); } }`,
    'A.cs': `class A { void B() { new DatabaseCluster(this, "Orders", new DatabaseClusterProps {
      Engine = DatabaseClusterEngine.AuroraMysql(new AuroraMysqlClusterEngineProps { Version = AuroraMysqlEngineVersion.VER_3_10_0 }),
      CloudwatchLogsExports = new [] { "error" },
      CloudwatchLogsRetention = RetentionDays.ONE_MONTH,
      MonitoringInterval = Duration.Seconds(60),
      Parameters = new Dictionary<string, string> { ["slow_query_log"] = "1" },
      Writer = ClusterInstance.Provisioned("one", new ProvisionedClusterInstanceProps { EnablePerformanceInsights = true }),
      Readers = new [] { ClusterInstance.ServerlessV2("two") },
    }); } }`,
    'a.go': `package main
func f() { awsrds.NewDatabaseCluster(stack, jsii.String("Orders"), &awsrds.DatabaseClusterProps{
      Engine: awsrds.DatabaseClusterEngine_AuroraMysql(&awsrds.AuroraMysqlClusterEngineProps{Version: awsrds.AuroraMysqlEngineVersion_VER_3_10_0()}),
      CloudwatchLogsExports: jsii.Strings("error"),
      CloudwatchLogsRetention: awslogs.RetentionDays_ONE_MONTH,
      MonitoringInterval: awscdk.Duration_Seconds(jsii.Number(60)),
      Parameters: &map[string]*string{"slow_query_log": jsii.String("1")},
      Writer: awsrds.ClusterInstance_Provisioned(jsii.String("one"), &awsrds.ProvisionedClusterInstanceProps{EnablePerformanceInsights: jsii.Bool(true)}),
      Readers: &[]awsrds.IClusterInstance{awsrds.ClusterInstance_ServerlessV2(jsii.String("two"), &awsrds.ServerlessV2ClusterInstanceProps{})},
    }) }`,
  };
  for (const [file, text] of Object.entries(texts)) {
    const assets = assetsOf(programs, file, { [file]: text });
    assert.deepEqual(
      settingsOf(assets),
      {
        instanceCount: 2,
        instanceClasses: ['db.serverless'],
        enabledCloudwatchLogsExports: ['error'],
        cloudwatchLogsRetention: 30,
        monitoringInterval: 60,
        ...(file === 'A.java' ? {} : { slow_query_log: '1' }),
      },
      file,
    );
    assert.deepEqual(assets.get(CLUSTER)?.unknownSettings, [], file);
    assert.equal(settingsOf(assets, `${CLUSTER}.writer`)['performanceInsightsEnabled'], true, file);
  }
});

test('recognises Aurora Serverless v1 by the class of the construct', () => {
  const text = `new rds.ServerlessCluster(this, 'Idle', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_2_11_4 }),
});`;
  const assets = assetsOf(programs, 'a.ts', { 'a.ts': text });
  assert.equal(settingsOf(assets, 'ServerlessCluster.Idle')['engineMode'], 'serverless');
  assert.equal(settingsOf(cdk(''))['engineMode'], undefined);
});
