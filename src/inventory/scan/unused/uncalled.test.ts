import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { scanFiles } from '../../../../test/support/workspace.ts';

const cluster = (version: string): string =>
  `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.${version}"\n}\n`;
const call = (source: string): string => `module "db" {\n  source = "${source}"\n}\n`;
const construct = (name: string, version: string): string => `import { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';
export class ${name} extends Stack {
  constructor(scope, id) {
    super(scope, id);
    new rds.DatabaseCluster(this, 'Db', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_${version} }),
    });
  }
}
`;
const app = (name: string, more = ''): string =>
  `import { App } from 'aws-cdk-lib';\nimport { ${name} } from '../lib/live';\nconst app = new App();\nnew ${name}(app, '${name}');\n${more}`;

/** Versions of unused modules. */
async function uncalled(t: TestContext, files: Record<string, string>): Promise<(string | null)[]> {
  const { assets } = await scanFiles(t, files);
  assert.ok(assets.length > 0);
  return assets.filter(({ isUnselected }) => isUnselected === 'uncalled').map(({ version }) => version);
}

describe('a module without a caller', () => {
  const modules = { 'modules/used/main.tf': cluster('3.04.2'), 'modules/idle/main.tf': cluster('3.04.1') };
  const prod = { 'environments/prod/main.tf': call('../../modules/used') };

  test('is unused if environments call others of its folder', async (t) => {
    assert.deepEqual(await uncalled(t, { ...modules, ...prod }), ['3.04.1']);
  });

  test('is in use if no module of its folder has a caller except examples', async (t) => {
    assert.deepEqual(await uncalled(t, modules), []);
    assert.deepEqual(await uncalled(t, { ...modules, 'examples/a/main.tf': call('../../modules/used') }), []);
  });

  test('is in use if only another module of the folder calls one', async (t) => {
    const inner = { 'modules/outer/main.tf': call('../used') };
    assert.deepEqual(await uncalled(t, { ...modules, ...inner }), []);
  });

  test('is in use if it has a provider, a backend or values of its own', async (t) => {
    for (const [file, text] of [
      ['providers.tf', 'provider "aws" {\n}\n'],
      ['state.tf', 'terraform {\n  backend "s3" {}\n}\n'],
      ['prod.tfvars', 'a = 1\n'],
    ] as const)
      assert.deepEqual(await uncalled(t, { ...modules, ...prod, [`modules/idle/${file}`]: text }), [], file);
  });

  test('is in use even in a folder named legacy, old or archive', async (t) => {
    const names = ['legacy', 'old', 'archive', 'deprecated'];
    const files = Object.fromEntries(names.map((name) => [`${name}/main.tf`, cluster('3.04.1')]));
    assert.deepEqual(await uncalled(t, files), []);
  });
});

describe('a class of constructs without a use', () => {
  const live = { 'lib/live.ts': construct('LiveStack', '3_04_2') };
  const idle = { 'lib/idle.ts': construct('IdleStack', '3_04_1') };

  test('is unused if the app creates other classes, even if a unit test creates it', async (t) => {
    const files = { ...live, ...idle, 'bin/app.ts': app('LiveStack') };
    assert.deepEqual(await uncalled(t, files), ['3.04.1']);
    assert.deepEqual(await uncalled(t, { ...files, 'test/idle.test.ts': 'new IdleStack(app);' }), ['3.04.1']);
  });

  test('is in use without an app, if any file mentions it, or if names are computed', async (t) => {
    assert.deepEqual(await uncalled(t, { ...live, ...idle }), []);
    for (const more of ['new IdleStack(app);', '// IdleStack is made elsewhere', 'new stacks[name](app);'])
      assert.deepEqual(
        await uncalled(t, { ...live, ...idle, 'bin/app.ts': app('LiveStack', more) }),
        [],
        more,
      );
  });
});

describe('the default version of a class of constructs', () => {
  const library = (parameters: string, version: string): string =>
    construct('Db', '3_04_1')
      .replace('rds.AuroraMysqlEngineVersion.VER_3_04_1', version)
      .replace('scope, id)', `scope, id, ${parameters})`);
  const DEFAULT = 'rds.AuroraMysqlEngineVersion.VER_3_04_1';
  const given = (...all: string[]): string =>
    `import { App } from 'aws-cdk-lib';\nimport { Db } from '../lib/db';\nconst app = new App();\n${all
      .map((each) => `new Db(app, 'a', ${each});\n`)
      .join('')}`;
  const OTHER = '{ version: rds.AuroraMysqlEngineVersion.VER_3_10_1 }';

  async function replaced(t: TestContext, files: Record<string, string>): Promise<(string | null)[]> {
    const { assets } = await scanFiles(t, files);
    return assets.filter(({ isUnselected }) => isUnselected === 'replaced').map(({ version }) => version);
  }

  test('is replaced if every program that creates it passes another', async (t) => {
    for (const [parameters, version] of [
      ['props', `props.version ?? ${DEFAULT}`],
      [`{ version = ${DEFAULT} }`, 'version'],
    ] as const) {
      const lib = { 'lib/db.ts': library(parameters, version) };
      assert.deepEqual(await replaced(t, { ...lib, 'bin/app.ts': given(OTHER, '{ version }') }), ['3.04.1']);
      for (const one of ['{}', '{ ...props }', '{ version: undefined }'])
        assert.deepEqual(await replaced(t, { ...lib, 'bin/app.ts': given(OTHER, one) }), [], one);
      assert.deepEqual(await replaced(t, { ...lib, 'examples/app.ts': given(OTHER) }), []);
    }
  });

  test('is in use if it is no default, or if a subclass may set it', async (t) => {
    const app = { 'bin/app.ts': given(OTHER) };
    assert.deepEqual(await replaced(t, { ...app, 'lib/db.ts': library('props', DEFAULT) }), []);
    const lib = { 'lib/db.ts': library('props', `props.version ?? ${DEFAULT}`) };
    const more = 'import { Db } from "./db";\nclass More extends Db {}\n';
    assert.deepEqual(await replaced(t, { ...app, ...lib, 'lib/more.ts': more }), []);
  });
});
