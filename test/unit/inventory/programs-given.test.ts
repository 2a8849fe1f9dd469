import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isFileLocation } from '../../../src/model/index.ts';
import { scanFiles } from '../../support/workspace.ts';

async function told(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const { assets } = await scanFiles(t, files);
  return assets.map(({ name, engineVersion, location }) =>
    [name, engineVersion, isFileLocation(location) && `${location.file}:${location.line}`].join(' '),
  );
}

const CONSTRUCT = `import { CfnDBCluster } from 'aws-cdk-lib/aws-rds';
export class Orders extends Construct {
  constructor(scope: Construct, id: string, props: { release: string; dbVersion: string }) {
    super(scope, id);
    new CfnDBCluster(this, 'Cluster', { engine: 'aurora-postgresql', engineVersion: props.dbVersion });
  }
}
`;

test('a program that says nothing of databases gives a class of another file its version', async (t) => {
  const caller = `import { Orders } from '../lib/orders';
new Orders(app, 'Dev', { dbVersion: '15.4' });
new Orders(app, 'Prod', { dbVersion: '15.8' });
`;
  assert.deepEqual(await told(t, { 'lib/orders.ts': CONSTRUCT, 'bin/shop.ts': caller }), [
    'Orders.Dev.CfnDBCluster.Cluster 15.4 bin/shop.ts:2',
    'Orders.Prod.CfnDBCluster.Cluster 15.8 bin/shop.ts:3',
  ]);
  const python = `import pulumi_aws as aws
class Orders:
    def __init__(self, name, db_version):
        aws.rds.Cluster("c", engine="aurora-postgresql", engine_version=db_version)
`;
  assert.deepEqual(
    await told(t, {
      'shop/orders.py': python,
      'shop/__main__.py': 'from orders import Orders\nOrders("live", db_version="15.4")\n',
    }),
    ['Orders.live.Cluster.c 15.4 shop/__main__.py:2'],
  );
});

test('a version that the class does not take for the database is none', async (t) => {
  const caller = `import { Orders } from '../lib/orders';
new Orders(app, 'Dev', { release: 'v1', appVersion: '15.4' });
`;
  assert.deepEqual(await told(t, { 'lib/orders.ts': CONSTRUCT, 'bin/shop.ts': caller }), [
    'CfnDBCluster.Cluster  lib/orders.ts:5',
  ]);
});

const settings = (version: string) => `{ "db": { "release": "${version}" },\n  "plain": "${version}" }`;

test('settings in JSON whose name the deployment completes are an environment each', async (t) => {
  const stack = (read: string, value: string) => `import * as fs from 'fs';
import * as path from 'path';
import { CfnDBCluster } from 'aws-cdk-lib/aws-rds';
const settings = ${read};
new CfnDBCluster(app, 'Db', { engine: 'aurora-postgresql', engineVersion: settings.${value} });
`;
  const files = { 'config/dev.json': settings('15.4'), 'config/prod.json': settings('15.8') };
  for (const read of [
    "JSON.parse(fs.readFileSync(`config/${stage}.json`, 'utf8'))",
    'require(`../config/${stage}.json`)',
    "JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'config', `${stage}.json`)).toString())",
  ]) {
    const { assets } = await scanFiles(t, { 'lib/stack.ts': stack(read, 'db.release'), ...files });
    assert.deepEqual(
      assets.map(({ engineVersion, environment, location }) => [
        engineVersion,
        environment,
        isFileLocation(location) && `${location.file}:${location.line}:${location.column}`,
      ]),
      [
        ['15.4', 'dev', 'config/dev.json:1:23'],
        ['15.8', 'prod', 'config/prod.json:1:23'],
      ],
      read,
    );
  }
  assert.deepEqual(
    await told(t, { 'lib/stack.ts': stack("require('../config/prod.json')", 'plain'), ...files }),
    ['CfnDBCluster.Db 15.8 config/prod.json:2'],
  );
  const imported = stack('given', 'plain').replace(
    'import',
    "import given from '../config/dev.json';\nimport",
  );
  assert.deepEqual(await told(t, { 'lib/stack.ts': imported, ...files }), [
    'CfnDBCluster.Db 15.4 config/dev.json:2',
  ]);
});

const APP = `{ "app": "npx ts-node bin/shop.ts",
  "context": { "@aws-cdk/core:flag": true, "dbVersion": "15.4",
    "dev": { "db": { "release": "15.8" } }, "prod": { "db": { "release": "16.4" } } } }`;

test('the context of an app is followed, and a key that the deployment tells is an environment', async (t) => {
  const stack = `import { CfnDBCluster } from 'aws-cdk-lib/aws-rds';
const settings = this.node.tryGetContext(this.node.tryGetContext('stage'));
new CfnDBCluster(app, 'A', { engine: 'aurora-postgresql', engineVersion: settings.db.release });
new CfnDBCluster(app, 'B', {
  engine: 'aurora-postgresql',
  engineVersion: this.node.tryGetContext('dbVersion') ?? '14.6',
});
new CfnDBCluster(app, 'C', { engine: 'aurora-postgresql', engineVersion: this.node.tryGetContext(name) });
`;
  const { assets } = await scanFiles(t, { 'lib/stack.ts': stack, 'cdk.json': APP });
  assert.deepEqual(
    assets.map(({ name, engineVersion, environment, location }) => [
      name,
      engineVersion,
      environment,
      isFileLocation(location) && `${location.file}:${location.line}:${location.column}`,
    ]),
    [
      ['CfnDBCluster.B', '15.4', null, 'cdk.json:2:58'],
      ['CfnDBCluster.A', '15.8', 'dev', 'cdk.json:3:34'],
      ['CfnDBCluster.A', '16.4', 'prod', 'cdk.json:3:75'],
      ['CfnDBCluster.C', null, null, 'lib/stack.ts:8:74'],
    ],
  );
});

test('an app hands its context to a stack, and that to a construct of a third file', async (t) => {
  const stack = `import { Stack } from 'aws-cdk-lib';
import { Orders } from './orders';
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props: { release: string }) {
    super(scope, id);
    new Orders(this, 'Orders', { dbVersion: props.release });
  }
}
`;
  const app = `import { App } from 'aws-cdk-lib';
import { Shop } from '../lib/shop';
const shared = { release: app.node.tryGetContext('dbVersion') };
new Shop(app, 'Live', { ...shared, stackName: 'shop' });
`;
  const files = { 'lib/orders.ts': CONSTRUCT, 'lib/shop.ts': stack, 'cdk.json': APP };
  assert.deepEqual(await told(t, { ...files, 'bin/shop.ts': app }), [
    'Shop.Live.Orders.Orders.CfnDBCluster.Cluster 15.4 cdk.json:2',
  ]);
});

test('what a class makes beside its database is told with it, and what a call leaves to it', async (t) => {
  const stack = `import * as cdk from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { CfnDBCluster } from 'aws-cdk-lib/aws-rds';
export class Orders extends cdk.Stack {
  constructor(scope: Construct, id: string, { release = '15.2' }: { release?: string }) {
    const db = new CfnDBCluster(this, 'Db', { engine: 'aurora-postgresql', engineVersion: release });
    new cloudwatch.Alarm(this, 'Load', { metric: db.metricCPUUtilization(), threshold: 90, evaluationPeriods: 3 });
  }
}
`;
  const app = `import * as cdk from 'aws-cdk-lib';
import { Orders } from '../lib/orders';
new Orders(app, 'Live', { release: '16.4' });
new Orders(app, 'Dev', {});
`;
  const found = await told(t, { 'lib/orders.ts': stack, 'bin/shop.ts': app });
  assert.deepEqual(found.sort(), [
    'Orders.Dev.Alarm.Load  lib/orders.ts:7',
    'Orders.Dev.CfnDBCluster.Db 15.2 lib/orders.ts:5',
    'Orders.Live.Alarm.Load  lib/orders.ts:7',
    'Orders.Live.CfnDBCluster.Db 16.4 bin/shop.ts:3',
  ]);
});

test('a construct of any engine is of the one that it is given', async (t) => {
  const construct = `import { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
export class Shared extends Construct {
  constructor(scope: Construct, id: string, props: { engine: IClusterEngine }) {
    super(scope, id);
    new DatabaseCluster(this, 'Db', { engine: props.engine });
  }
}
`;
  const stack = `import * as rds from 'aws-cdk-lib/aws-rds';
import { Shared } from './shared';
const version = rds.AuroraPostgresEngineVersion.VER_16_4;
new Shared(this, 'Orders', { engine: rds.DatabaseClusterEngine.auroraPostgres({ version }) });
`;
  assert.deepEqual(await told(t, { 'lib/shared.ts': construct, 'lib/shop.ts': stack }), [
    'Shared.Orders.DatabaseCluster.Db VER_16_4 lib/shop.ts:3',
  ]);
});

test('Python hands settings that it reads to a class of another file', async (t) => {
  const stack = `from aws_cdk import aws_rds as rds
class Orders(Stack):
    def __init__(self, scope, id, settings):
        version = rds.AuroraPostgresEngineVersion.of(settings["db"]["release"], "15")
        rds.DatabaseCluster(self, "Db", engine=rds.DatabaseClusterEngine.aurora_postgres(version=version))
`;
  for (const read of [
    'with open("settings.json") as file:\n    settings = json.load(file)',
    'settings = json.loads((Path(__file__).parent / "settings.json").read_text())',
    'settings = json.loads(Path("settings.json").read_text())',
  ]) {
    const app = `import json\nimport aws_cdk as cdk\nfrom shop.orders import Orders\n${read}\nOrders(app, "Live", settings)\n`;
    const files = { 'shop/orders.py': stack, 'settings.json': settings('15.4'), 'app.py': app };
    assert.deepEqual(await told(t, files), ['Orders.Live.DatabaseCluster.Db 15.4 settings.json:1'], read);
  }
});

test('what the context gives stands before what it falls back to, also through a function that asks it', async (t) => {
  const cluster = "new CfnDBCluster(app, 'Db', { engine: 'aurora-mysql', engineVersion: version });";
  const [usual, first] = ["'8.0.mysql_aurora.3.04.0'", "import { CfnDBCluster } from 'aws-cdk-lib/aws-rds';"];
  const context = '{ "context": { "release": "8.0.mysql_aurora.3.08.0", "class": "r6g.large" } }';
  const inPython = `ctx = lambda key: settings.get(key) or self.node.try_get_context(key)
size = ctx("class") or "r6g.medium"
version = ctx("release") or "8.0.mysql_aurora.3.04.0"
rds.CfnDBCluster(self, "Db", engine="aurora-mysql", engine_version=version)`;
  const versions = async (files: Record<string, string>): Promise<unknown> =>
    (await told(t, files)).map((each) => each.split(' ').slice(0, 2).join(' '));
  for (const [file, text] of [
    ['app.ts', `${first}\nconst version = this.node.tryGetContext('release') ?? ${usual};\n${cluster}`],
    ['app.ts', `${first}\nconst version = this.node.tryGetContext('release') || ${usual};\n${cluster}`],
    [
      'app.ts',
      `${first}\nconst asked = (key) => this.node.tryGetContext(key);\nconst size = asked('class');\nconst version = asked('release') ?? ${usual};\n${cluster}`,
    ],
    ['app.py', inPython],
  ] as const)
    assert.deepEqual(
      await versions({ [file]: text, 'cdk.json': context }),
      ['CfnDBCluster.Db 8.0.mysql_aurora.3.08.0'],
      text,
    );
  const text = `${first}\nconst version = this.node.tryGetContext('other') ?? ${usual};\n${cluster}`;
  assert.deepEqual(await versions({ 'app.ts': text, 'cdk.json': '{ "context": { "release": "1" } }' }), [
    'CfnDBCluster.Db 8.0.mysql_aurora.3.04.0',
  ]);
});

test('a version in settings that no program reads is possible where all clusters beside have their own', async (t) => {
  const cluster = (version: string): string =>
    `import * as rds from 'aws-cdk-lib/aws-rds';\nnew rds.CfnDBCluster(this, 'Db', { engine: 'aurora-postgresql', engineVersion: ${version} });\n`;
  const settings = '{ "aurora": { "engine": "aurora-postgresql", "engineVersion": "16.6" } }';
  const inUse = async (program: string, more: Record<string, string> = {}): Promise<string[]> => {
    const files = { 'infra/lib/db.ts': program, 'infra/config/settings.json': settings };
    const { assets } = await scanFiles(t, { ...files, ...more });
    return assets
      .map(({ version, isUnselected }) => `${version} ${isUnselected === true ? 'possible' : 'runs'}`)
      .sort();
  };
  assert.deepEqual(await inUse(cluster("'15.5'")), ['15.5 runs', '16.6 possible']);
  // Another cluster may have it.
  assert.deepEqual(await inUse(cluster("'15.5'") + cluster('chosen').replace(/^.*\n/, '')), [
    '15.5 runs',
    '16.6 runs',
    'null runs',
  ]);
  const read = "const given = JSON.parse(readFileSync('infra/config/settings.json', 'utf8'));\n";
  assert.deepEqual(
    await inUse(cluster("'15.5'"), { 'infra/lib/more.ts': read + cluster('given.aurora.engineVersion') }),
    ['15.5 runs', '16.6 runs'],
  );
  assert.deepEqual(await inUse('', { 'shop/db.ts': cluster("'15.5'") }), ['15.5 runs', '16.6 runs']);
});
