import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isUnknownSetting, type Asset } from '../../../model/index.ts';
import { programs } from './format.ts';
import { buildAssets } from '../../resources/assets.ts';
import { assetsOf, readUnit } from '../../../../test/support/code/format.ts';

// Values that cannot be followed are unknown; arguments of a construct are read.

before(() => programs.prepare?.(['a.ts', 'a.py', 'A.java', 'a.go', 'A.cs']));

/** Cluster with a conditional engine, exports and class, in each language. */
const CHOSEN: Readonly<Record<string, string>> = {
  'a.ts': `
let kind = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 });
let exported = ['postgresql'];
if (flag) {
  kind = rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 });
  exported = ['slowquery'];
}
new rds.DatabaseCluster(this, 'Stock', {
  engine: kind,
  cloudwatchLogsExports: exported,
  iamAuthentication: true,
  deletionProtection: true,
});`,
  'a.py': `
kind = rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_16_4)
exported = ["postgresql"]
if flag:
    kind = rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_08_0)
    exported = ["slowquery"]
rds.DatabaseCluster(self, "Stock", engine=kind, cloudwatch_logs_exports=exported,
    iam_authentication=True, deletion_protection=True)
`,
  'A.java': `
class Stock {
  void make() {
    IClusterEngine kind = DatabaseClusterEngine.auroraPostgres(
      AuroraPostgresClusterEngineProps.builder().version(AuroraPostgresEngineVersion.VER_16_4).build());
    List<String> exported = List.of("postgresql");
    if (flag) {
      kind = DatabaseClusterEngine.auroraMysql(
        AuroraMysqlClusterEngineProps.builder().version(AuroraMysqlEngineVersion.VER_3_08_0).build());
      exported = List.of("slowquery");
    }
    DatabaseCluster.Builder.create(this, "Stock")
      .engine(kind).cloudwatchLogsExports(exported).iamAuthentication(true).deletionProtection(true).build();
  }
}`,
  'A.cs': `
class Stock {
  void Make() {
    var kind = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_16_4 });
    var exported = new [] { "postgresql" };
    if (flag) {
      kind = DatabaseClusterEngine.AuroraMysql(new AuroraMysqlClusterEngineProps { Version = AuroraMysqlEngineVersion.VER_3_08_0 });
      exported = new [] { "slowquery" };
    }
    new DatabaseCluster(this, "Stock", new DatabaseClusterProps {
      Engine = kind, CloudwatchLogsExports = exported, IamAuthentication = true, DeletionProtection = true
    });
  }
}`,
  'a.go': `package main
func stock() {
	kind := awsrds.DatabaseClusterEngine_AuroraPostgres(&awsrds.AuroraPostgresClusterEngineProps{Version: awsrds.AuroraPostgresEngineVersion_VER_16_4()})
	exported := jsii.Strings("postgresql")
	if flag {
		kind = awsrds.DatabaseClusterEngine_AuroraMysql(&awsrds.AuroraMysqlClusterEngineProps{Version: awsrds.AuroraMysqlEngineVersion_VER_3_08_0()})
		exported = jsii.Strings("slowquery")
	}
	awsrds.NewDatabaseCluster(stack, jsii.String("Stock"), &awsrds.DatabaseClusterProps{
		Engine: kind, CloudwatchLogsExports: exported, IamAuthentication: jsii.Bool(true), DeletionProtection: jsii.Bool(true),
	})
}`,
};

for (const [file, code] of Object.entries(CHOSEN)) {
  test(`leaves the engine of a cluster with a choice unknown, and reads its arguments (${file})`, () => {
    const clusters = buildAssets(readUnit(programs, file, { [file]: code }).drafts);
    const [stock] = clusters.filter(({ name }) => name === 'DatabaseCluster.Stock');
    assert.deepEqual([stock?.product, stock?.version, stock?.reason?.key], [null, null, 'inventory.inCode']);
    assert.ok(stock);
    assert.equal(stock.settings['iamDatabaseAuthenticationEnabled'], true);
    assert.equal(stock.settings['deletionProtection'], true);
    assert.ok(isUnknownSetting(stock, 'enabledCloudwatchLogsExports'), 'one of two lists');
    // Both constants are pins at their own place.
    assert.deepEqual(clusters.flatMap(({ version }) => version ?? []).sort(), ['16.4', '3.08.0']);
  });
}

function clusterOf(file: string, code: string): Asset {
  const [cluster] = assetsOf(programs, file, { [file]: code }).values();
  assert.ok(cluster);
  return cluster;
}

test('leaves every setting unknown for a version without a visible use', () => {
  const pin = clusterOf('a.ts', 'export const VERSION = rds.AuroraMysqlEngineVersion.VER_3_08_0;');
  assert.equal(pin.version, '3.08.0');
  for (const setting of ['deletionProtection', 'enabledCloudwatchLogsExports', 'dbClusterParameterGroupName'])
    assert.ok(isUnknownSetting(pin, setting), setting);
});

test('a constant has the engine of its enumeration', () => {
  const productOf = (type: string) => clusterOf('a.ts', `export const V = rds.${type}.VER_13_20;`).product;
  assert.equal(productOf('PostgresEngineVersion'), 'rds-postgresql');
  assert.equal(productOf('AuroraPostgresEngineVersion'), 'aurora-postgresql');
});

const ENGINE =
  'engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 })';

test('leaves a list unknown if the program extends it later', () => {
  const inTypeScript = `const logs = ['error'];
logs.push('slowquery');
new rds.DatabaseCluster(this, 'Stock', { ${ENGINE}, cloudwatchLogsExports: logs });`;
  const inPython = `logs = ["error"]
logs += ["slowquery"]
rds.DatabaseCluster(self, "Stock", engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_08_0),
    cloudwatch_logs_exports=logs)
`;
  for (const cluster of [clusterOf('a.ts', inTypeScript), clusterOf('a.py', inPython)])
    assert.ok(isUnknownSetting(cluster, 'enabledCloudwatchLogsExports'));
  const unchanged = clusterOf('a.ts', inTypeScript.replace("logs.push('slowquery')", 'show(logs.length)'));
  assert.deepEqual(unchanged.settings['enabledCloudwatchLogsExports'], ['error']);
});

test('leaves the version of a command unknown if the program adds words', () => {
  const made: Readonly<Record<string, string>> = {
    'a.py': `command = ["aws", "rds", "create-db-cluster", "--engine", "aurora-postgresql"]
command += ["--engine-version", release]
`,
    'a.go': `package a
func f() {
	args := []string{"rds", "create-db-cluster", "--engine", "aurora-postgresql"}
	args = append(args, "--engine-version", "15.7")
}
`,
  };
  for (const [file, code] of Object.entries(made)) {
    const { product, version, reason } = clusterOf(file, code);
    assert.deepEqual([product, version, reason?.key], ['aurora-postgresql', null, 'inventory.inCode'], file);
  }
});

test('leaves other parameters unknown if the program adds some by name', () => {
  const group = clusterOf(
    'a.ts',
    `const values: any = { slow_query_log: '1' };
values['long_query_time'] = '1';
new rds.ParameterGroup(this, 'Own', { ${ENGINE}, parameters: values });`,
  );
  assert.equal(group.settings['slow_query_log'], '1');
  assert.ok(group.unknownSettings.includes('parameters'));
});

test('leaves other settings unknown if the program changes a construct outside its arguments', () => {
  const made = `const stock = new rds.DatabaseCluster(this, 'Stock', { ${ENGINE}, iamAuthentication: true });\n`;
  for (const change of [
    'const cfn = stock.node.defaultChild as rds.CfnDBCluster; cfn.deletionProtection = true;',
    "stock.addPropertyOverride('DeletionProtection', true);",
  ]) {
    const cluster = clusterOf('a.ts', made + change);
    assert.ok(isUnknownSetting(cluster, 'deletionProtection'), change);
    assert.equal(cluster.settings['iamDatabaseAuthenticationEnabled'], true);
  }
  assert.ok(
    !isUnknownSetting(
      clusterOf('a.ts', `${made}stock.connections.allowDefaultPortFrom(web);`),
      'deletionProtection',
    ),
  );
});

test('enables deletion protection for a cluster with a CDK retain policy', () => {
  const kept = (policy: string): Asset =>
    clusterOf('a.ts', `new rds.DatabaseCluster(this, 'Stock', { ${ENGINE}, removalPolicy: ${policy} });`);
  assert.equal(kept('cdk.RemovalPolicy.RETAIN').settings['deletionProtection'], true);
  assert.equal(kept('cdk.RemovalPolicy.DESTROY').settings['deletionProtection'], false);
  assert.ok(isUnknownSetting(kept('props.removal'), 'deletionProtection'));
});

/** Cluster with instances created in a loop, in each language. */
const IN_A_LOOP: Readonly<Record<string, string>> = {
  'a.ts': `import * as aws from "@pulumi/aws";
const stock = new aws.rds.Cluster("stock", { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" });
const all = [0, 1].map((i) => new aws.rds.ClusterInstance(\`stock-\${i}\`, { clusterIdentifier: stock.id, engine: "aurora-mysql" }));`,
  'a.py': `import pulumi_aws as aws
stock = aws.rds.Cluster("stock", engine="aurora-mysql", engine_version="8.0.mysql_aurora.3.08.0")
for i in range(3):
    aws.rds.ClusterInstance(f"stock-{i}", cluster_identifier=stock.id, engine="aurora-mysql")
`,
  'b.ts': `const readers = [];
for (const name of ['a', 'b']) readers.push(rds.ClusterInstance.serverlessV2(name));
new rds.DatabaseCluster(this, 'Stock', { ${ENGINE}, writer: rds.ClusterInstance.serverlessV2('writer'), readers });`,
};

for (const [file, code] of Object.entries(IN_A_LOOP)) {
  test(`leaves the number of instances in a loop unknown (${file})`, () => {
    const cluster = [...assetsOf(programs, file, { [file]: code }).values()].find(
      ({ kind }) => kind === 'database',
    );
    assert.ok(cluster && isUnknownSetting(cluster, 'instanceCount'));
    assert.equal(cluster.settings['instanceCount'], undefined);
  });
}

test('gives an SST cluster its explicit version, or an unknown default', () => {
  const assetOf = (code: string) => {
    const [asset] = buildAssets(readUnit(programs, 'infra/db.ts', { 'infra/db.ts': code }).drafts);
    return asset && [asset.product, asset.engineVersion, asset.reason?.key, asset.settings['engineMode']];
  };
  const unwritten = `new sst.aws.Aurora('Orders', { vpc, engine: 'mysql' });`;
  assert.deepEqual(assetOf(unwritten), ['aurora-mysql', null, 'inventory.toolDefault', undefined]);
  const written = unwritten.replace(`'mysql'`, `'postgres', version: '16.4'`);
  assert.deepEqual(assetOf(written), ['aurora-postgresql', '16.4', undefined, undefined]);
  const rds = `import { RDS } from 'sst/constructs'; new RDS(stack, 'Orders', { engine: 'postgresql11.13' });`;
  assert.deepEqual(assetOf(rds), ['aurora-postgresql', '11.13', undefined, 'serverless']);
  assert.equal(assetOf(rds.replace('sst/constructs', './rds')), undefined);
  assert.equal(assetOf(unwritten.replace('new sst.aws.Aurora', 'sst.aws.Aurora.get')), undefined);
});

test('reads the major version from a constant, but not from a custom version', () => {
  const versionOf = (version: string) => {
    const text = `import * as rds from 'aws-cdk-lib/aws-rds';
      new rds.CfnDBCluster(this, 'A', { engine: 'aurora-postgresql', engineVersion: rds.${version} });`;
    const [asset] = buildAssets(readUnit(programs, 'a.ts', { 'a.ts': text }).drafts);
    return [asset?.engineVersion, asset?.versionPrefix, asset?.reason?.key];
  };
  const of = (version: string) => versionOf(`AuroraPostgresEngineVersion.${version}`);
  assert.deepEqual(of('VER_13_10.auroraPostgresMajorVersion'), ['13', '13', 'inventory.partial']);
  assert.deepEqual(of('VER_9_6_8.auroraPostgresMajorVersion'), ['9.6', '9.6', 'inventory.partial']);
  assert.deepEqual(of('VER_13_10.auroraPostgresFullVersion'), ['VER_13_10', null, undefined]);
  assert.deepEqual(of(`of('13.10', '13').auroraPostgresMajorVersion`), [
    null,
    null,
    'inventory.computedHere',
  ]);
  assert.deepEqual(of('VER_13_10.other'), [null, null, 'inventory.inCode']);
});

test('ignores constructs that only look a cluster up, and pins their explicit version', () => {
  const made: Record<string, string> = {
    'a.ts': `const old = rds.DatabaseCluster.fromDatabaseClusterAttributes(this, 'Old', { engine: rds.DatabaseClusterEngine.AURORA_POSTGRESQL });
aws.rds.Cluster.get('shop', 'shop-main', { engine: 'aurora-postgresql' }); // @pulumi/aws
new DataAwsRdsCluster(this, 'data', { clusterIdentifier: 'shop' });`,
    'a.py': `rds.DatabaseCluster.from_database_cluster_attributes(self, "Old", engine=rds.DatabaseClusterEngine.AURORA_POSTGRESQL)`,
    'A.java': `class A { void f() { DatabaseCluster.fromDatabaseClusterAttributes(this, "Old",
  DatabaseClusterAttributes.builder().engine(DatabaseClusterEngine.AURORA_POSTGRESQL).build()); } }`,
    'A.cs': `class A { void F() { DatabaseCluster.FromDatabaseClusterAttributes(this, "Old",
  new DatabaseClusterAttributes { Engine = DatabaseClusterEngine.AURORA_POSTGRESQL }); } }`,
    'a.go': `package a
func f() { awsrds.DatabaseCluster_FromDatabaseClusterAttributes(stack, jsii.String("Old"),
  &awsrds.DatabaseClusterAttributes{Engine: awsrds.DatabaseClusterEngine_AURORA_POSTGRESQL()}) }`,
  };
  for (const [file, text] of Object.entries(made))
    assert.deepEqual([...assetsOf(programs, file, { [file]: text }).keys()], [], file);
  const version = 'rds.AuroraPostgresEngineVersion.VER_15_4';
  const written = `rds.DatabaseCluster.fromDatabaseClusterAttributes(this, 'Old', { engine: rds.DatabaseClusterEngine.auroraPostgres({ version: ${version} }) });`;
  const [asset] = assetsOf(programs, 'a.ts', { 'a.ts': written }).values();
  assert.deepEqual([asset?.version, asset?.unknownSettings], ['15.4', ['*']]);
});

test('states an unknown spread object as reason of a missing version', () => {
  const reasonOf = (properties: string, opts = ''): string | undefined => {
    const text = `import * as aws from '@pulumi/aws';
const common = { databaseName: 'shop' };
export const make = (given, opts, from) => new aws.rds.Cluster('shop', { ${properties} }${opts});`;
    const [asset] = buildAssets(readUnit(programs, 'shop.ts', { 'shop.ts': text }).drafts);
    return asset?.reason?.key;
  };
  const engine = "engine: 'aurora-postgresql'";
  const open = [
    `...given, ${engine}`,
    `${engine}, ...load(name)`,
    `${engine}, ...(from && { engineVersion: from })`,
    `${engine}, ...(from ? { storageType: from } : {})`,
  ];
  for (const properties of open) assert.equal(reasonOf(properties), 'inventory.inCode', properties);
  assert.equal(reasonOf(`${engine}, ...common`), 'inventory.notWritten');
  assert.equal(reasonOf(engine, ', opts'), 'inventory.notWritten');
  assert.equal(reasonOf("...given, engine: 'aurora'"), 'inventory.notWritten');
});
