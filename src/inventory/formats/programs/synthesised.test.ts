import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { scanWorkspace } from '../../index.ts';
import { isFileLocation, type Asset, type Inventory } from '../../../model/index.ts';
import { temporaryFolder, textAt } from '../../../../test/support/workspace.ts';

// Templates that the CDK synthesised contain values that the program computes.

const PROGRAM = `import * as rds from 'aws-cdk-lib/aws-rds';
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id);
    new rds.CfnDBCluster(this, 'Orders', {
      engine: 'aurora-mysql', engineVersion: props.version, deletionProtection: props.isLive, backupRetentionPeriod: 3 });
  }
}
`;

/** Template with one cluster and one instance. */
function templateOf(stack: string, version: string): string {
  return JSON.stringify({
    Resources: {
      Orders: {
        Type: 'AWS::RDS::DBCluster',
        Properties: {
          Engine: 'aurora-mysql',
          EngineVersion: version,
          DeletionProtection: true,
          BackupRetentionPeriod: 14,
        },
        Metadata: { 'aws:cdk:path': `${stack}/Orders/Resource` },
      },
      Writer: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { Engine: 'aurora-mysql', DBClusterIdentifier: { Ref: 'Orders' } },
        Metadata: { 'aws:cdk:path': `${stack}/Orders/Writer/Resource` },
      },
    },
  });
}

function manifestOf(...stacks: readonly string[]): string {
  const artifacts: Record<string, object> = {};
  for (const stack of stacks)
    artifacts[stack] = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: `${stack}.template.json` },
    };
  return JSON.stringify({ version: '36.0.0', artifacts });
}

interface Written {
  files: Record<string, string>;
  /** Age of the program relative to the templates, in seconds. */
  age: number;
}

async function scan(t: TestContext, { files, age }: Written): Promise<Inventory> {
  const all: Record<string, string> = {
    'cdk.json': '{"app": "npx tsx bin/app.ts"}',
    'lib/shop.ts': PROGRAM,
    ...files,
  };
  const folder = temporaryFolder(t, all);
  for (const file of Object.keys(all)) {
    const at = file.startsWith('cdk.out/') ? 2_000_000_000 : 2_000_000_000 - age;
    utimesSync(path.join(folder, file), at, at);
  }
  return await scanWorkspace([folder]);
}

const ONE = {
  'cdk.out/manifest.json': manifestOf('Live'),
  'cdk.out/Live.template.json': templateOf('Live', '8.0.mysql_aurora.3.04.0'),
};

function describeAsset(
  { name, version, environment, settings, location }: Asset,
  files: Record<string, string>,
): unknown[] {
  assert.ok(isFileLocation(location));
  return [
    name,
    version,
    environment,
    settings['deletionProtection'],
    settings['backupRetentionPeriod'],
    textAt(files, location),
  ];
}

test('fills computed versions from a newer template, located in the code', async (t) => {
  for (const ignored of [{ '.gitignore': 'cdk.out\n' }, {}]) {
    const { assets, problems } = await scan(t, { files: { ...ONE, ...ignored }, age: 60 });
    assert.deepEqual(
      assets.map((asset) => describeAsset(asset, { 'lib/shop.ts': PROGRAM })),
      [['CfnDBCluster.Orders', '3.04.0', null, true, 14, 'props.version']],
    );
    assert.deepEqual(problems, []);
  }
});

test('reports a template older than the program, and uses the program', async (t) => {
  const { assets, problems } = await scan(t, { files: ONE, age: -60 });
  assert.deepEqual(
    assets.map((asset) => describeAsset(asset, { 'lib/shop.ts': PROGRAM })),
    [['CfnDBCluster.Orders', null, null, undefined, 3, 'props.version']],
  );
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [['cdk.out/Live.template.json', 'problem.staleTemplate']],
  );
});

test('lists a construct once per stack if each stack sets its own version', async (t) => {
  const files = {
    ...ONE,
    'cdk.out/manifest.json': manifestOf('Live', 'Trial'),
    'cdk.out/Trial.template.json': templateOf('Trial', '8.0.mysql_aurora.3.08.0'),
  };
  const { assets } = await scan(t, { files, age: 60 });
  assert.deepEqual(
    assets.map(({ version, environment }) => [version, environment]),
    [
      ['3.04.0', 'Live'],
      ['3.08.0', 'Trial'],
    ],
  );
});

test('reads resources from a template if no program creates them', async (t) => {
  const files = { ...ONE, 'lib/shop.ts': "export const name = 'aurora-mysql';\n" };
  const { assets } = await scan(t, { files, age: 60 });
  assert.deepEqual(
    assets.map(({ name }) => name),
    ['Orders', 'Writer'],
  );
});
