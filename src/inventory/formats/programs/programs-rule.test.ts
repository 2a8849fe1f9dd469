import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { programs } from './format.ts';
import { buildAssets } from '../../resources/assets.ts';
import { readUnit } from '../../../../test/support/code/format.ts';

// Rule for values of programs (docs/programs.md): the notations that it lists are read, all others are unknown.

before(() => programs.prepare?.(['a.ts', 'a.js', 'a.py', 'A.java', 'A.kt', 'a.go', 'A.cs']));

const FILES = {
  'lib/config.ts': `export const RELEASE = '8.0.mysql_aurora.3.04.0';
export const config = { db: { release: '8.0.mysql_aurora.3.04.0' } };
export class Releases { static readonly ORDERS = '8.0.mysql_aurora.3.04.0'; }
export enum Release { Orders = '8.0.mysql_aurora.3.04.0' }`,
  'lib/whole.ts': `export default { release: '8.0.mysql_aurora.3.04.0' };`,
  'lib/whole.js': `module.exports = { release: '8.0.mysql_aurora.3.04.0' };`,
  'lib/config.json': `{ "release": "8.0.mysql_aurora.3.04.0" }`,
  'lib/settings.py': `RELEASE = "8.0.mysql_aurora.3.04.0"\nCONFIG = {"release": "8.0.mysql_aurora.3.04.0"}\n`,
  'cdk.json': `{ "context": { "release": "8.0.mysql_aurora.3.04.0", "db": { "release": "8.0.mysql_aurora.3.04.0" } } }`,
};

/** Version of the cluster A, or the reason of an unknown one. */
function versionOf(file: string, code: string): string | null | undefined {
  const { drafts } = readUnit(programs, file, { ...FILES, [file]: code });
  const cluster = buildAssets(drafts).find(({ name }) => name === 'CfnDBCluster.A');
  return cluster?.version ?? cluster?.reason?.key;
}

const script = (before: string, value: string): string =>
  `import * as rds from 'aws-cdk-lib/aws-rds';\n${before}\nnew rds.CfnDBCluster(this, 'A', { engine: 'aurora-mysql', engineVersion: ${value} });`;
const python = (before: string, value: string): string =>
  `from aws_cdk import aws_rds as rds\n${before}\nrds.CfnDBCluster(self, "A", engine="aurora-mysql", engine_version=${value})\n`;
const VERSION = '8.0.mysql_aurora.3.04.0';

const READ_IN_SCRIPTS: Readonly<Record<string, readonly [before: string, value: string]>> = {
  'a literal': ['', `'${VERSION}'`],
  'a template literal without expressions': ['', `\`${VERSION}\``],
  'a member of the CDK': ['', 'rds.AuroraMysqlEngineVersion.VER_3_04_0.auroraMysqlFullVersion'],
  'a member of a local enumeration': [`enum Release { Orders = '${VERSION}' }`, 'Release.Orders'],
  'a constant': [`const RELEASE = '${VERSION}';`, 'RELEASE'],
  'a constant of a constant': [`const A = '${VERSION}'; const B = A;`, 'B'],
  'a static field': [`class R { static readonly A = '${VERSION}'; }`, 'R.A'],
  'a field of an object': [`const c = { db: { release: '${VERSION}' } };`, 'c.db.release'],
  'a field in brackets': [`const c = { prod: '${VERSION}' } as const;`, `c['prod']`],
  'a destructured field': [`const { release } = { release: '${VERSION}' };`, 'release'],
  'a field of a spread object': [
    `const base = { release: '${VERSION}' }; const c = { ...base };`,
    'c.release',
  ],
  'the default of a parameter': [`function f(release = '${VERSION}') {`, 'release'],
  'the default of a property': [
    `function f(props: P) { const { release = '${VERSION}' } = props;`,
    'release',
  ],
  'a property with a default': ['', `props.release ?? '${VERSION}'`],
  'the environment with a default': ['', `process.env.RELEASE || '${VERSION}'`],
  'a constant with a fallback': [`const V = process.env.RELEASE ?? '${VERSION}';`, 'V'],
  'the context': ['', `this.node.tryGetContext('release')`],
  'the context before a default': ['', `this.node.tryGetContext('release') ?? '8.0.mysql_aurora.3.05.2'`],
  'a field of the context': ['', `app.node.tryGetContext('db').release`],
  'an import': [`import { RELEASE } from './config';`, 'RELEASE'],
  'an import with an alias': [`import { RELEASE as R } from './config';`, 'R'],
  'a field of an import': [`import { config } from './config';`, 'config.db.release'],
  'a static field of an import': [`import { Releases } from './config';`, 'Releases.ORDERS'],
  'an enumeration of an import': [`import { Release } from './config';`, 'Release.Orders'],
  'a namespace import': [`import * as all from './config';`, 'all.config.db.release'],
  'a default export': [`import whole from './whole';`, 'whole.release'],
  'a JSON file': [`import settings from './config.json';`, 'settings.release'],
  'a required module': [`const { release } = require('./config.json');`, 'release'],
};
const READ_IN_PYTHON: typeof READ_IN_SCRIPTS = {
  'a literal': ['', `"${VERSION}"`],
  'a constant': [`RELEASE = "${VERSION}"`, 'RELEASE'],
  'a field of a dictionary': [`C = {"db": {"release": "${VERSION}"}}`, `C["db"]["release"]`],
  'a spread dictionary': [`B = {"release": "${VERSION}"}\nC = {**B}`, `C["release"]`],
  'a member of an enumeration': [`class R(Enum):\n    ORDERS = "${VERSION}"`, 'R.ORDERS.value'],
  'a constant of a class': [`class R:\n    ORDERS = "${VERSION}"`, 'R.ORDERS'],
  'the environment with a default': ['', `os.environ.get("RELEASE", "${VERSION}")`],
  'os.getenv with a default': ['', `os.getenv("RELEASE", "${VERSION}")`],
  'the environment or a default': ['', `os.environ.get("RELEASE") or "${VERSION}"`],
  'the context': ['', `self.node.try_get_context("release")`],
  'an import': ['from .settings import RELEASE', 'RELEASE'],
  'a module': ['from . import settings', 'settings.RELEASE'],
  'a field of an import': ['from .settings import CONFIG', `CONFIG["release"]`],
};
const COMPUTED_IN_SCRIPTS: typeof READ_IN_SCRIPTS = {
  'a parameter': [`function f(release: string) {`, 'release'],
  'a property': ['', 'props.release'],
  'a conditional': ['', `prod ? '${VERSION}' : '8.0.mysql_aurora.3.05.2'`],
  'a call of a function': [`const f = () => '${VERSION}';`, 'f()'],
  'a field that a constructor sets': [`class S { constructor(v) { this.v = v; }\nmake() {`, 'this.v'],
  'a row with a variable key': [`const c = { prod: '${VERSION}' };`, 'c[stage]'],
  'an item of a loop': [`for (const v of ['${VERSION}']) {`, 'v'],
  'a variable with two values': [`let v = '${VERSION}'; if (old) v = '8.0.mysql_aurora.3.05.2';`, 'v'],
  'a changed object': [`const c = { v: '${VERSION}' }; c.v = old;`, 'c.v'],
  'a file read at run time': ['', `JSON.parse(readFileSync('lib/config.json')).release`],
  'an import of a package': [`import { RELEASE } from '@shop/releases';`, 'RELEASE'],
};

describe('values of programs', () => {
  for (const [what, [before, value]] of Object.entries(READ_IN_SCRIPTS))
    test(`are read from ${what} in TypeScript`, () => {
      assert.equal(versionOf('lib/a.ts', script(before, value)), '3.04.0');
    });
  for (const [what, [before, value]] of Object.entries(READ_IN_PYTHON))
    test(`are read from ${what} in Python`, () => {
      assert.equal(versionOf('lib/a.py', python(before, value)), '3.04.0');
    });
  test('are read from module.exports in JavaScript', () => {
    const code = script(`const whole = require('./whole');`, 'whole.release');
    assert.equal(versionOf('lib/b.js', code), '3.04.0');
  });
});

describe('computed values of programs', () => {
  for (const [what, [before, value]] of Object.entries(COMPUTED_IN_SCRIPTS))
    test(`leave the version unknown: ${what}`, () => {
      assert.equal(versionOf('lib/a.ts', script(before, value)), 'inventory.inCode');
    });
});

test('reads Kotlin like Java, with positions of the Kotlin file', () => {
  const code = `import software.amazon.awscdk.services.rds.*
class Shop(scope: Construct, id: String, props: ShopProps? = null) : Stack(scope, id, props) {
    // AuroraMysqlEngineVersion.VER_2_08_1
    init {
        val orders = DatabaseCluster.Builder.create(this, "Orders") // "one"
            .engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder()
                .version(AuroraMysqlEngineVersion.VER_3_04_0).build()))
            .build()
        val stock = DatabaseCluster(this, "Stock", DatabaseClusterProps.builder()
            .engine(props!!.engine).build())
        CfnDBCluster.Builder.create(this, "Carts").engine("aurora-mysql").engineVersion(props?.v ?: "8.0.mysql_aurora.3.05.2").build()
        Instance.Builder.create(this, "Web").machineImage(MachineImage.latestAmazonLinux2023()).build()
    }
    companion object {
        private val RELEASE: AuroraMysqlEngineVersion = AuroraMysqlEngineVersion.VER_3_08_0
    }
}
`;
  const { drafts } = readUnit(programs, 'Shop.kt', { 'Shop.kt': code });
  const found = drafts.map(({ name, version }) => {
    const { line = 0, column = 0, endColumn = 0 } = version?.at ?? {};
    return `${name}: ${version?.state === 'known' ? code.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) : version?.state}`;
  });
  assert.deepEqual(found.sort(), [
    'CfnDBCluster.Carts: 8.0.mysql_aurora.3.05.2',
    'DatabaseCluster.Orders: VER_3_04_0',
    'DatabaseCluster.Stock: unknown',
    'Instance.Web.image: MachineImage.latestAmazonLinux2023',
    'RELEASE: VER_3_08_0',
  ]);
});

test('takes the version that a lookup of Pulumi asks for, and none from a lookup without one', () => {
  const code = `import pulumi_aws as aws
asked = aws.rds.get_engine_version_output(engine="postgres", version="15.4")
newest = aws.rds.get_engine_version(engine="postgres")
aws.rds.Instance("a", engine=asked.engine, engine_version=asked.version)
aws.rds.Instance("b", engine="postgres", engine_version=newest.version)
`;
  const assets = buildAssets(readUnit(programs, 'a.py', { 'a.py': code }).drafts);
  assert.deepEqual(
    assets.map(({ name, product, engineVersion, reason }) => [name, product, engineVersion ?? reason?.key]),
    [
      ['Instance.a', 'rds-postgresql', '15.4'],
      ['Instance.b', 'rds-postgresql', 'inventory.inCode'],
    ],
  );
});

describe('constructs with an unread engine or version', () => {
  const read = (file: string, code: string): string[] =>
    buildAssets(readUnit(programs, file, { [file]: code }).drafts).map(
      ({ name, product, reason }) => `${name} ${product} ${reason?.key}`,
    );
  const rds = `import * as rds from 'aws-cdk-lib/aws-rds';\n`;

  test('have an unknown version if their engine is an argument, in each language', () => {
    const made: Readonly<Record<string, string>> = {
      'a.ts': `${rds}new rds.DatabaseCluster(this, 'A', { engine: props.engine });`,
      'a.py': `from aws_cdk import aws_rds as rds\nrds.DatabaseCluster(self, "A", engine=engine)\n`,
      'A.java': `import software.amazon.awscdk.services.rds.*;
class A { void f() { DatabaseCluster.Builder.create(this, "A").engine(props.getEngine()).build(); } }`,
      'A.cs': `using Amazon.CDK.AWS.RDS;
class A { void F() { new DatabaseCluster(this, "A", new DatabaseClusterProps { Engine = props.Engine }); } }`,
      'a.go': `package a
func f() { awsrds.NewDatabaseCluster(stack, jsii.String("A"), &awsrds.DatabaseClusterProps{Engine: props.Engine}) }`,
    };
    for (const [file, code] of Object.entries(made))
      assert.deepEqual(read(file, code), ['DatabaseCluster.A null inventory.inCode'], file);
  });

  test('have an unknown version if all their properties are an argument', () => {
    assert.deepEqual(read('a.ts', `${rds}new rds.DatabaseCluster(this, 'A', props);`), [
      'DatabaseCluster.A null inventory.inCode',
    ]);
    assert.deepEqual(read('a.ts', `${rds}new rds.DatabaseInstance(this, 'A', { ...props });`), [
      'DatabaseInstance.A null inventory.inCode',
    ]);
  });

  test('are ignored if their engine or service is of another product', () => {
    const maria = `${rds}new rds.DatabaseInstance(this, 'A', { engine: rds.DatabaseInstanceEngine.mariaDb({ version: v }) });`;
    assert.deepEqual(
      read('a.ts', maria).filter((line) => line.includes('inCode')),
      [],
    );
    const papers = `import * as docdb from 'aws-cdk-lib/aws-docdb';\nnew docdb.DatabaseCluster(this, 'A', props);`;
    assert.deepEqual(read('a.ts', papers), []);
  });

  test('have an unknown version if the image of a machine is an argument', () => {
    const image = (value: string): string[] =>
      read(
        'a.ts',
        `import * as ec2 from 'aws-cdk-lib/aws-ec2';
const own = imageFor(stage);
new ec2.Instance(this, 'A', { machineImage: ${value} });`,
      );
    const unknown = ['Instance.A.image null inventory.inCode'];
    for (const value of ['props.image', 'own', 'ec2.MachineImage.fromSsmParameter(props.name)'])
      assert.deepEqual(image(value), unknown, value);
    for (const value of [
      'ec2.MachineImage.latestWindows(ec2.WindowsVersion.WINDOWS_SERVER_2022_ENGLISH_FULL_BASE)',
      `ec2.MachineImage.lookup({ name: 'ubuntu-noble-*' })`,
    ])
      assert.deepEqual(image(value), [], value);
    const pulumi = (before: string, ami: string): string[] =>
      read(
        'a.ts',
        `import * as aws from '@pulumi/aws';\n${before}\nnew aws.ec2.Instance('a', { ami: ${ami} });`,
      );
    assert.deepEqual(
      pulumi('', `config.require('ami')`),
      unknown.map((line) => line.replace('A', 'a')),
    );
    const found = `const found = aws.ec2.getAmi({ filters: [{ name: 'name', values: ['al2023-ami-*'] }] });`;
    assert.equal(pulumi(found, 'found.then((each) => each.id)').length, 1);
  });
});
