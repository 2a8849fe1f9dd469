import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { buildAssets } from '../../resources/assets.ts';
import { programs } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

before(() => programs.prepare?.(['a.ts', 'a.tsx', 'a.py', 'A.java', 'a.go', 'A.cs']));

/** `name: text at the place (resolution)` of every asset with a version. */
function pins(file: string, text: string, kind: Asset['kind'] = 'database'): string[] {
  const files = { [file]: text };
  return buildAssets(readUnit(programs, file, files).drafts)
    .filter((asset) => asset.kind === kind)
    .map((asset) => `${asset.name}: ${textAt(files, asset.location)} (${asset.version ?? asset.resolution})`);
}

test('ignores the name of an object that receives a version', () => {
  const given = (name: string, made: string) =>
    pins('a.ts', `const ${name} = ${made}rds.AuroraMysqlEngineVersion.VER_3_04_0 });`).length;
  assert.equal(given('sourceDbStack', "new DbStack(app, 'source', { version: "), 1);
  assert.equal(given('targetDbStack', "new DbStack(app, 'target', { version: "), 1);
  for (const holder of ['Object.freeze({ main: ', 'rds.DatabaseClusterEngine.auroraMysql({ version: '])
    assert.equal(given('oldVersions', holder), 0, holder);
});

describe('constructs of the AWS CDK in each language', () => {
  const expected = [
    'DatabaseCluster.Db: VER_3_04_0 (3.04.0)',
    'DatabaseCluster.Of: 8.0.mysql_aurora.3.06.0 (3.06.0)',
    'CfnDBCluster.L1: 8.0.mysql_aurora.3.05.2 (3.05.2)',
  ];
  const texts: Record<string, string> = {
    'a.ts': `const VERSION = '8.0.mysql_aurora.3.05.2';
      new rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_04_0 }) });
      new rds.DatabaseCluster(this, 'Of', { engine: rds.DatabaseClusterEngine.auroraMysql({
        version: rds.AuroraMysqlEngineVersion
          .of(
            '8.0.mysql_aurora.3.06.0',
            '8.0',
          ),
      }) });
      new rds.CfnDBCluster(this, 'L1', { engine: 'aurora-mysql', engineVersion: VERSION });`,
    'a.py': `VERSION = "8.0.mysql_aurora.3.05.2"
rds.DatabaseCluster(self, "Db", engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_04_0))
rds.DatabaseCluster(self, "Of", engine=rds.DatabaseClusterEngine.aurora_mysql(
    version=rds.AuroraMysqlEngineVersion.of("8.0.mysql_aurora.3.06.0", "8.0")))
rds.CfnDBCluster(self, "L1", engine="aurora-mysql", engine_version=VERSION)
`,
    'A.java': `class A { static final String VERSION = "8.0.mysql_aurora.3.05.2"; void f() {
      DatabaseCluster.Builder.create(this, "Db").engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder().version(AuroraMysqlEngineVersion.VER_3_04_0).build())).build();
      DatabaseCluster.Builder.create(this, "Of").engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder().version(AuroraMysqlEngineVersion.of("8.0.mysql_aurora.3.06.0", "8.0")).build())).build();
      CfnDBCluster.Builder.create(this, "L1").engine("aurora-mysql").engineVersion(VERSION).build();
    } }`,
    'a.go': `package main
const version = "8.0.mysql_aurora.3.05.2"
func f() {
	awsrds.NewDatabaseCluster(stack, jsii.String("Db"), &awsrds.DatabaseClusterProps{Engine: awsrds.DatabaseClusterEngine_AuroraMysql(&awsrds.AuroraMysqlClusterEngineProps{Version: awsrds.AuroraMysqlEngineVersion_VER_3_04_0()})})
	awsrds.NewDatabaseCluster(stack, jsii.String("Of"), &awsrds.DatabaseClusterProps{Engine: awsrds.DatabaseClusterEngine_AuroraMysql(&awsrds.AuroraMysqlClusterEngineProps{Version: awsrds.AuroraMysqlEngineVersion_Of(jsii.String("8.0.mysql_aurora.3.06.0"), jsii.String("8.0"))})})
	awsrds.NewCfnDBCluster(stack, jsii.String("L1"), &awsrds.CfnDBClusterProps{Engine: jsii.String("aurora-mysql"), EngineVersion: jsii.String(version)})
}
`,
    'A.cs': `class A { const string Version = "8.0.mysql_aurora.3.05.2"; void F() {
      new DatabaseCluster(this, "Db", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AuroraMysql(new AuroraMysqlClusterEngineProps { Version = AuroraMysqlEngineVersion.VER_3_04_0 }) });
      new DatabaseCluster(this, "Of", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AuroraMysql(new AuroraMysqlClusterEngineProps { Version = AuroraMysqlEngineVersion.Of("8.0.mysql_aurora.3.06.0", "8.0") }) });
      new CfnDBCluster(this, "L1", new CfnDBClusterProps { Engine = "aurora-mysql", EngineVersion = Version });
    } }`,
  };
  for (const [file, text] of Object.entries(texts)) {
    test(`have versions in ${file}`, () => assert.deepEqual(pins(file, text), expected));
    test(`have versions in ${file} with CRLF, after an emoji`, () => {
      const comment = file.endsWith('.py') ? '# 🚀' : '// 🚀';
      assert.deepEqual(pins(file, `${comment}\n${text}`.replaceAll('\n', '\r\n')), expected);
    });
  }
});

describe('a cluster of the AWS CDK', () => {
  const text = `const ENGINE = rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 });
    const group = new rds.ParameterGroup(this, 'Group', { engine: ENGINE, parameters: { slow_query_log: '1' } });
    this.orders = new rds.DatabaseCluster(this, 'Orders', {
      engine: ENGINE,
      parameterGroup: group,
      writer: rds.ClusterInstance.provisioned('w'),
      readers: [rds.ClusterInstance.provisioned('r')],
      backtrackWindow: Duration.hours(2),
      iamAuthentication: true,
      cloudwatchLogsExports: ['error', 'slowquery'],
      deletionProtection: props.isProd,
    });`;

  test('has settings, parameter group and uses of its version', () => {
    const assets = assetsOf(programs, 'a.ts', { 'a.ts': text });
    const cluster = assets.get('DatabaseCluster.Orders');
    assert.equal(cluster?.resolution, 'constant');
    assert.deepEqual(cluster.settings, {
      slow_query_log: '1',
      instanceCount: 2,
      instanceClasses: [],
      backtrackWindow: 7200,
      iamDatabaseAuthenticationEnabled: true,
      enabledCloudwatchLogsExports: ['error', 'slowquery'],
      dbClusterParameterGroupName: 'ParameterGroup.Group',
    });
    assert.deepEqual(cluster.unknownSettings, ['deletionProtection']);
    assert.equal(assets.get('ParameterGroup.Group')?.settings.dbParameterGroupFamily, 'aurora-mysql8.0');
  });

  test('counts a version of its parameter group as a use, and of a lone group as a pin', () => {
    const group = (version: string) =>
      `new rds.ParameterGroup(this, 'G', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.${version} }) });\n`;
    assert.deepEqual(pins('a.ts', group('VER_2_11_1')), ['ParameterGroup.G.engine: VER_2_11_1 (2.11.1)']);
    const files = { 'a.ts': text + group('VER_3_08_0') };
    const cluster = assetsOf(programs, 'a.ts', files).get('DatabaseCluster.Orders');
    assert.deepEqual(
      cluster?.uses.map((use) => textAt(files, use.location)),
      ['ENGINE', 'VER_3_08_0'],
    );
  });

  test('takes the family of its group in each language if it has no version', () => {
    const made: Record<string, string> = {
      'a.ts': `const group = new rds.ParameterGroup(this, 'G', { engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_15_5 }) });
        new rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.AURORA_POSTGRESQL, parameterGroup: group });`,
      'a.py': `group = rds.ParameterGroup(self, "G", engine=rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.of("15.5", "15")))
rds.DatabaseCluster(self, "Db", engine=rds.DatabaseClusterEngine.AURORA_POSTGRESQL, parameter_group=group)
`,
      'A.cs': `class A { void F() {
        var group = new ParameterGroup(this, "G", new ParameterGroupProps { Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_15_5 }) });
        new DatabaseCluster(this, "Db", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AURORA_POSTGRESQL, ParameterGroup = group }); } }`,
    };
    for (const [file, text] of Object.entries(made)) {
      const clusters = [...assetsOf(programs, file, { [file]: text }).values()].filter(
        ({ kind }) => kind === 'database',
      );
      assert.deepEqual(
        clusters.map(({ name, versionPrefix, engineVersion }) => [name, versionPrefix, engineVersion]),
        [['DatabaseCluster.Db', '15', null]],
        file,
      );
    }
  });

  test('resolves defaults, choices and partial versions, and leaves others unknown', () => {
    const of = (version: string) =>
      `new rds.CfnDBCluster(this, 'A', { engine: 'aurora-mysql', engineVersion: ${version} });`;
    const files = { 'a.ts': of(`process.env.V ?? '8.0.mysql_aurora.3.04.1'`) };
    assert.equal(assetsOf(programs, 'a.ts', files).get('CfnDBCluster.A')?.resolution, 'default');
    const choice = `prod ? '8.0.mysql_aurora.3.04.1' : '8.0.mysql_aurora.3.10.0'`;
    assert.deepEqual(pins('a.ts', of(choice)), [
      `CfnDBCluster.A: ${choice} (unknown)`,
      'engineVersion: 8.0.mysql_aurora.3.04.1 (3.04.1)',
      'engineVersion: 8.0.mysql_aurora.3.10.0 (3.10.0)',
    ]);
    assert.deepEqual(pins('a.ts', of(`'8.0'`)), ['CfnDBCluster.A: 8.0 (partial)']);
    assert.deepEqual(pins('a.ts', of('props.version')), ['CfnDBCluster.A: props.version (unknown)']);
    assert.deepEqual(
      pins(
        'a.ts',
        `new rds.DatabaseCluster(this, 'A', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_5_7_12 }) })`,
      ),
      ['DatabaseCluster.A: VER_5_7_12 (partial)'],
    );
  });
});

test('reads clusters of Pulumi', () => {
  const text = `import * as aws from '@pulumi/aws';
const cluster = new aws.rds.Cluster('orders', { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.05.2' });
new aws.rds.ClusterInstance('one', { clusterIdentifier: cluster.id, engine: cluster.engine, instanceClass: 'db.r6g.large' });
new aws.rds.GlobalCluster('world', { engine: aws.rds.EngineType.AuroraMysql, engineVersion: '8.0.mysql_aurora.3.04.1' });
new alicloud.rds.Instance('other', { engine: 'MySQL', engineVersion: '8.0' });
new aws.docdb.Cluster('papers', { engine: 'docdb', engineVersion: '5.0.0' });
`;
  const assets = assetsOf(programs, 'index.ts', { 'index.ts': text });
  assert.deepEqual(
    [...assets.values()].map(({ name, version, source }) => `${source} ${name} ${version}`),
    [
      'pulumi Cluster.orders 3.05.2',
      'pulumi ClusterInstance.one 3.05.2',
      'pulumi GlobalCluster.world 3.04.1',
    ],
  );
  assert.equal(assets.get('Cluster.orders')?.settings.instanceCount, 1);
  const go = `package main
import "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/rds"
func f() { rds.NewCluster(ctx, "orders", &rds.ClusterArgs{ Engine: pulumi.String("aurora-mysql"), EngineVersion: pulumi.String("8.0.mysql_aurora.3.05.2") }) }
`;
  assert.deepEqual(pins('main.go', go), ['Cluster.orders: 8.0.mysql_aurora.3.05.2 (3.05.2)']);
});

test('reads versions outside a construct', () => {
  const config = `export const config = {
    prod: { engine: 'aurora-mysql', engineVersion: '8.0' },
    dev: { engineVersion: '8.0.mysql_aurora.3.08.0' },
  };`;
  assert.deepEqual(pins('config.ts', config), [
    'config.prod.engineVersion: 8.0 (partial)',
    'config.dev.engineVersion: 8.0.mysql_aurora.3.08.0 (3.08.0)',
  ]);
  assert.deepEqual(pins('deploy.py', `cmd += ['--engine-version', '8.0.mysql_aurora.3.06.0']\n`), [
    'cmd: 8.0.mysql_aurora.3.06.0 (3.06.0)',
  ]);
});

test('ignores comments, docstrings, comparisons, choices, other engines and assertions', () => {
  const text = `/** \`AuroraMysqlEngineVersion.VER_3_01_0\` */
// engineVersion: '8.0.mysql_aurora.3.01.0'
import { AuroraMysqlEngineVersion } from 'aws-cdk-lib/aws-rds';
const allowedVersions = ['8.0.mysql_aurora.3.01.0', '8.0.mysql_aurora.3.02.0'];
if (version === '8.0.mysql_aurora.3.01.0' || v === AuroraMysqlEngineVersion.VER_3_01_0) stop();
const notes = \`
  engine_version = "8.0.mysql_aurora.3.01.0"
\`;
const pg = { engine: 'postgres', engineVersion: '8.0' };
const names = { '8.0.mysql_aurora.3.01.0': 'old' };
`;
  assert.deepEqual(pins('a.ts', text), []);
  const other = `new rds.DatabaseCluster(this, 'P', { engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_13_4 }) });`;
  assert.deepEqual(pins('a.ts', other), ['DatabaseCluster.P: VER_13_4 (13.4)']);
  const expectation = `template.hasResourceProperties('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.01.0' });`;
  assert.deepEqual(pins('test/stack.test.ts', expectation), []);
  assert.deepEqual(pins('a.py', '"""\nAuroraMysqlEngineVersion.VER_3_01_0\n"""\nx = 1\n'), []);
});

test('reads machine images', () => {
  const text = `new ec2.Instance(this, 'Web', { machineImage: ec2.MachineImage.latestAmazonLinux2023() });
const lookup = ec2.MachineImage.lookup({ name: 'amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2' });
const old = ec2.MachineImage.latestAmazonLinux({ generation: ec2.AmazonLinuxGeneration.AMAZON_LINUX_2 });
const fixed = ec2.MachineImage.genericLinux({ 'eu-west-1': 'ami-0123456789abcdef0' });
const tasks = ecs.EcsOptimizedImage.amazonLinux2023();
const runner = ecs.ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0');
const parameter = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
// ec2.MachineImage.latestAmazonLinux2()
const needles = ['amazonlinux', 'see /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'];
`;
  assert.deepEqual(pins('a.ts', text, 'operating-system').sort(), [
    'Instance.Web.image: latestAmazonLinux2023 (floating)',
    'fixed.image: ec2.MachineImage.genericLinux (unknown)',
    'lookup.image: 2.0.20230307.0 (2.0.20230307.0)',
    'old.image: AmazonLinuxGeneration.AMAZON_LINUX_2 (floating)',
    'parameter.image: al2023-ami-kernel-default-x86_64 (floating)',
    'runner.image: 2023.4.20240416.0 (2023.4.20240416)',
    'tasks.image: EcsOptimizedImage.amazonLinux2023 (floating)',
  ]);
  assert.deepEqual(pins('image.test.ts', `read('amazonlinux:2');`, 'operating-system'), []);
  assert.deepEqual(pins('a.py', 'x = ec2.MachineImage.latest_amazon_linux2023()\n', 'operating-system'), [
    'x.image: latest_amazon_linux2023 (floating)',
  ]);
});

describe('names in programs', () => {
  test('resolve in the innermost function, class or file', () => {
    const text = `const V = '8.0.mysql_aurora.3.04.0';
      class A { constructor(props: P) { const { v = V } = props; new rds.CfnDBCluster(this, 'A', { engine: 'aurora-mysql', engineVersion: v }); } }
      class B { constructor(props: P) { const { v } = props; new rds.CfnDBCluster(this, 'B', { engine: 'aurora-mysql', engineVersion: v }); } }
      class C { v = '5.7.12'; make() { new rds.CfnDBCluster(this, 'C', { engine: 'aurora-mysql', engineVersion: this.v }); } }`;
    assert.deepEqual(pins('a.ts', text), [
      'CfnDBCluster.A: 8.0.mysql_aurora.3.04.0 (3.04.0)',
      'CfnDBCluster.B: v (unknown)',
      'CfnDBCluster.C: 5.7.12 (partial)',
    ]);
  });

  test('resolve a parameter to its default, whatever its callers pass', () => {
    const make = `function make(v = '5.7.12') { new rds.CfnDBCluster(this, 'A', { engine: 'aurora-mysql', engineVersion: v }); }\n`;
    const byDefault = 'CfnDBCluster.A: 5.7.12 (partial)';
    assert.deepEqual(pins('a.ts', make), [byDefault]);
    assert.deepEqual(pins('a.ts', `${make}make('5.6.10a');`), [byDefault]);
  });

  test('resolve to nothing if they have several values', () => {
    const make = (between: string) =>
      `function f() { let v = '5.7.12'; ${between} new rds.CfnDBCluster(this, 'A', { engine: 'aurora-mysql', engineVersion: v }); }`;
    assert.deepEqual(pins('a.ts', make('')), ['CfnDBCluster.A: 5.7.12 (partial)']);
    assert.deepEqual(pins('a.ts', make("if (old) { v = '5.6.10a'; }")), ['CfnDBCluster.A: v (unknown)']);
  });
});

describe('the name of a construct', () => {
  const engine =
    'engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_04_0)';
  const names = (file: string, text: string) => [...assetsOf(programs, file, { [file]: text }).keys()];

  test('is its identifier, or else its variable, or else its type', () => {
    const cidr = 'class S:\n    def f(self):\n        self.cidr = "10.0.0.0/16"\n';
    assert.deepEqual(names('a.py', `${cidr}        rds.DatabaseCluster(self, "Orders", ${engine})\n`), [
      'DatabaseCluster.Orders',
    ]);
    assert.deepEqual(
      names('a.py', `${cidr}        self.orders = rds.DatabaseCluster(self, f"Db-{env}", ${engine})\n`),
      ['DatabaseCluster.orders'],
    );
    assert.deepEqual(names('a.py', `rds.DatabaseCluster(scope, name_of(env), ${engine})\n`), [
      'DatabaseCluster',
    ]);
    const go = (variable: string) =>
      `package main\nimport "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/rds"\nfunc f() { ${variable}, err := rds.NewCluster(ctx, fmt.Sprintf("%s-db", env), &rds.ClusterArgs{Engine: pulumi.String("aurora-mysql")}) }\n`;
    assert.deepEqual(names('a.go', go('orders')), ['Cluster.orders']);
    assert.deepEqual(names('a.go', go('_')), ['Cluster']);
  });

  test('is not an argument of an image search', () => {
    const java = (code: string) => names('A.java', `class A { void f() { ${code} } }`);
    const search =
      'GetAmiArgs.builder().filters(GetAmiFilter.builder().name("name").values("amzn2-ami-hvm-*-x86_64-ebs").build()).owners("137112412989").build()';
    assert.deepEqual(java(`final var ami = Ec2Functions.getAmi(${search});`), ['ami.image']);
    assert.deepEqual(
      java(
        'Instance.Builder.create(this, "Web").machineImage(MachineImage.latestAmazonLinux2023()).build();',
      ),
      ['Instance.Web.image'],
    );
  });
});

describe('programs of several files', () => {
  const read = (unit: string, files: Record<string, string>) =>
    buildAssets(readUnit(programs, unit, files).drafts).map(
      (asset) => `${asset.id}: ${textAt(files, asset.location)} (${asset.version ?? asset.resolution})`,
    );
  const cluster = (version: string) =>
    `new rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: ${version} }) });\n`;

  test('resolve a constant of another file', () => {
    const files = {
      'lib/db.ts': `import { versions as all } from '../config';\n${cluster('all.orders')}`,
      'config/index.ts': 'export const versions = { orders: rds.AuroraMysqlEngineVersion.VER_3_04_0 };',
    };
    assert.deepEqual(read('lib/db.ts', files), ['lib/db.ts#DatabaseCluster.Db: VER_3_04_0 (3.04.0)']);
    assert.deepEqual(readUnit(programs, 'lib/db.ts', files).includes, ['config/index.ts']);
  });

  test("leave the version of a class in another file unknown, and pin its caller's constants", () => {
    const files = {
      'lib/orders.ts': `export class Orders { constructor(scope: C, id: string, props: P) { ${cluster('props.version')} } }`,
      'bin/app.ts': `import { Orders } from '../lib/orders';
        new Orders(app, 'prod', { version: rds.AuroraMysqlEngineVersion.VER_3_04_1 });`,
    };
    assert.deepEqual(read('bin/app.ts', files), ['bin/app.ts#version: VER_3_04_1 (3.04.1)']);
    const [alone] = buildAssets(readUnit(programs, 'lib/orders.ts', files).drafts);
    assert.equal(alone?.reason?.key, 'inventory.inCode');
  });

  test('do not follow imports of an imported file', () => {
    const files = {
      'lib/db.ts': `import { VERSION } from '../config';\n${cluster('rds.AuroraMysqlEngineVersion.of(VERSION)')}`,
      'lib/config.ts': `import { RELEASE } from './release';\nexport const VERSION = RELEASE;`,
      'lib/release.ts': `export const RELEASE = '8.0.mysql_aurora.3.04.0';`,
    };
    assert.deepEqual(read('lib/db.ts', files), ['lib/db.ts#DatabaseCluster.Db: VERSION (unknown)']);
  });
});

test('links the family of a node class to the image named beside it', () => {
  const spec = `{ amiFamily: 'AL2023', amiSelectorTerms: [{ alias: 'al2023@v20250715' }] }`;
  const text = `cluster.addManifest('nodes', { kind: 'EC2NodeClass', spec: ${spec} });`;
  const { drafts } = readUnit(programs, 'a.ts', { 'a.ts': text });
  assert.deepEqual(
    drafts.map(({ version, links }) => [version?.state === 'known' && version.value, links.length]),
    [
      ['al2023@v20250715', 0],
      ['AL2023', 1],
    ],
  );
});
