import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { cloudformation } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

const SECTIONS = `
Parameters:
  Stage: { Type: String, Default: prod }
  Size: { Type: String }
  Patch: { Type: String, Default: 3.05.2 }
  Whole: { Type: String, Default: '8.0.mysql_aurora.3.08.0' }
  Both: { Type: CommaDelimitedList, Default: '8.0.mysql_aurora.3.04.0, 8.0.mysql_aurora.3.04.2' }
  FromSsm: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /team/db/version }
  Chosen: { Type: String, Default: Aurora-MySQL-3.04.0-MySQL8.0.28 }
Mappings:
  Stages:
    dev: { Version: 8.0.mysql_aurora.3.10.1 }
    prod: { Version: 8.0.mysql_aurora.3.10.0 }
  Regions:
    eu-west-1: { Same: 5.7.mysql_aurora.2.12.3, Differs: 5.7.mysql_aurora.2.12.4 }
    us-east-1: { Same: 5.7.mysql_aurora.2.12.3, Differs: 5.7.mysql_aurora.2.12.5 }
  Catalogue:
    Aurora-MySQL-3.04.0-MySQL8.0.28: { Engine: aurora-mysql, Version: 8.0.mysql_aurora.3.04.0 }
    Aurora-MySQL-2.11.5-MySQL5.7.12: { Engine: aurora-mysql, Version: 5.7.mysql_aurora.2.11.5 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsBig: !Equals [!Ref Size, big]
  NotProd: !Not [!Condition IsProd]
  Either: !Or [!Condition NotProd, Condition: IsProd]
  BothOfThem: !And [!Condition IsProd, !Condition IsBig]
  Endless: !Not [!Condition Endless]
`;

/** Template with one cluster of the version `expression`. */
function template(expression: string): string {
  const body = expression.includes('\n') ? expression : ` ${expression}\n`;
  return `${SECTIONS}Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion:${body}`;
}

function cluster(expression: string): Asset {
  const asset = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': template(expression) }).get('Db');
  assert.ok(asset);
  return asset;
}

function written(expression: string): string {
  return textAt({ 'a.yaml': template(expression) }, cluster(expression).location);
}

describe('a resolvable version in CloudFormation', () => {
  const cases: [expression: string, version: string, resolution: string, where: string][] = [
    ['8.0.mysql_aurora.3.04.0', '3.04.0', 'literal', '8.0.mysql_aurora.3.04.0'],
    ['!Ref Whole', '3.08.0', 'default', '8.0.mysql_aurora.3.08.0'],
    ['{ Ref: Whole }', '3.08.0', 'default', '8.0.mysql_aurora.3.08.0'],
    ['!FindInMap [Stages, !Ref Stage, Version]', '3.10.0', 'mapping', '8.0.mysql_aurora.3.10.0'],
    ["{ 'Fn::FindInMap': [Stages, dev, Version] }", '3.10.1', 'mapping', '8.0.mysql_aurora.3.10.1'],
    ['!FindInMap [Catalogue, !Ref Chosen, Version]', '3.04.0', 'mapping', '8.0.mysql_aurora.3.04.0'],
    ['!FindInMap [Regions, !Ref AWS::Region, Same]', '2.12.3', 'mapping', '5.7.mysql_aurora.2.12.3'],
    [
      '!FindInMap [Stages, none, Version, DefaultValue: 8.0.mysql_aurora.3.09.0]',
      '3.09.0',
      'literal',
      '8.0.mysql_aurora.3.09.0',
    ],
    ['!If [IsProd, 8.0.mysql_aurora.3.04.1, !Ref Whole]', '3.04.1', 'literal', '8.0.mysql_aurora.3.04.1'],
    ['!If [NotProd, 8.0.mysql_aurora.3.04.1, !Ref Whole]', '3.08.0', 'default', '8.0.mysql_aurora.3.08.0'],
    ['!If [Either, 8.0.mysql_aurora.3.04.1, !Ref Whole]', '3.04.1', 'literal', '8.0.mysql_aurora.3.04.1'],
    ['!If [IsBig, 8.0.mysql_aurora.3.08.0, !Ref Whole]', '3.08.0', 'literal', '8.0.mysql_aurora.3.08.0'],
    ["!Sub '${Whole}'", '3.08.0', 'default', '8.0.mysql_aurora.3.08.0'],
    ["!Sub '8.0.mysql_aurora.${Patch}'", '3.05.2', 'default', '3.05.2'],
    ["!Sub ['8.0.mysql_aurora.${P}', { P: 3.06.0 }]", '3.06.0', 'literal', '3.06.0'],
    ["!Sub ['8.0.mysql_aurora.${P}.1', { P: 3.06 }]", '3.06.1', 'literal', '3.06'],
    ["!Join ['', ['8.0.mysql_aurora.', 3.04.2]]", '3.04.2', 'literal', '3.04.2'],
    ['!Sub 8.0.mysql_aurora.3.04.3', '3.04.3', 'literal', '8.0.mysql_aurora.3.04.3'],
    ["!Join ['.', [8.0.mysql_aurora, !Ref Patch]]", '3.05.2', 'default', '3.05.2'],
    ["!Join ['', [!Ref Whole]]", '3.08.0', 'default', '8.0.mysql_aurora.3.08.0'],
    ['!Select [1, [a, 8.0.mysql_aurora.3.04.2]]', '3.04.2', 'literal', '8.0.mysql_aurora.3.04.2'],
    ["!Select ['1', !Ref Both]", '3.04.2', 'default', '8.0.mysql_aurora.3.04.2'],
    [
      "!Select [1, !Split ['|', 'a|8.0.mysql_aurora.3.07.1']]",
      '3.07.1',
      'literal',
      '8.0.mysql_aurora.3.07.1',
    ],
  ];
  for (const [expression, version, resolution, where] of cases) {
    test(`resolves ${expression}`, () => {
      const asset = cluster(expression);
      assert.equal(asset.version, version);
      assert.equal(asset.resolution, resolution);
      assert.equal(written(expression), where);
    });
  }
});

describe('an unknown version in CloudFormation', () => {
  const cases: [expression: string, reason: string][] = [
    ['!Ref Size', 'inventory.noDefault'],
    ['!Ref FromSsm', 'inventory.cfn.ssm'],
    ['!Ref Nowhere', 'inventory.cfn.undefined'],
    ["!Ref 'AWS::Region'", 'inventory.cfn.pseudo'],
    ['!If [IsBig, !Ref Size, !Ref Size]', 'inventory.cfn.condition'],
    ['!FindInMap [Catalogue, !Ref Size, Version]', 'inventory.cfn.mapKey'],
    ['!FindInMap [Stages, test, Version]', 'inventory.cfn.mapMissing'],
    ['!ImportValue db-version', 'inventory.cfn.import'],
    ['!GetAtt Global.EngineVersion', 'inventory.cfn.resource'],
    ["'{{resolve:ssm:/team/db/version:3}}'", 'inventory.cfn.ssm'],
    ["'{{resolve:secretsmanager:db:SecretString:version}}'", 'inventory.cfn.secret'],
    ["!Sub '8.0.mysql_aurora.${Size}'", 'inventory.noDefault'],
    ['!Transform { Name: Pick }', 'inventory.cfn.function'],
    ['[8.0.mysql_aurora.3.04.1]', 'inventory.notAVersion'],
    ["!Ref 'AWS::NoValue'", 'inventory.notWritten'],
  ];
  for (const [expression, reason] of cases) {
    test(`states a reason for ${expression}`, () => {
      const asset = cluster(expression);
      assert.equal(asset.version, null);
      assert.equal(asset.reason?.key, reason);
    });
  }
});

describe('a version that the deployment decides', () => {
  const cases: [expression: string, versions: string[]][] = [
    ['!If [IsBig, 8.0.mysql_aurora.3.04.1, !Ref Whole]', ['IsBig 3.04.1', '!IsBig 3.08.0']],
    ['!If [BothOfThem, 8.0.mysql_aurora.3.04.1, !Ref Whole]', ['BothOfThem 3.04.1', '!BothOfThem 3.08.0']],
    ['!If [Endless, 8.0.mysql_aurora.3.04.1, !Ref Whole]', ['Endless 3.04.1', '!Endless 3.08.0']],
    ['!If [IsBig, 8.0.mysql_aurora.3.04.1, !Ref AWS::NoValue]', ['IsBig 3.04.1']],
    ['!FindInMap [Stages, !Ref Size, Version]', ['dev 3.10.1', 'prod 3.10.0']],
    ['!FindInMap [Regions, !Ref AWS::Region, Differs]', ['eu-west-1 2.12.4', 'us-east-1 2.12.5']],
    [
      '!If [IsBig, !FindInMap [Regions, !Ref AWS::Region, Differs], 8.0.mysql_aurora.3.04.1]',
      ['IsBig.eu-west-1 2.12.4', 'IsBig.us-east-1 2.12.5', '!IsBig 3.04.1'],
    ],
  ];
  for (const [expression, versions] of cases) {
    test(`lists each possible version of ${expression}`, () => {
      const files = { 'a.yaml': template(expression) };
      const found = [...assetsOf(cloudformation, 'a.yaml', files, 'id').values()];
      assert.deepEqual(
        found.map(({ environment, version }) => `${environment} ${version}`),
        versions,
      );
    });
  }
});

test('keeps the digits of an unquoted number', () => {
  const asset = cluster('5.70');
  assert.equal(asset.engineVersion, '5.70');
  assert.equal(cluster('5.7').versionPrefix, '2');
  assert.equal(written('5.7 # number'), '5.7');
});

test('joins both branches of an undecided condition with equal versions', () => {
  const asset = cluster('!If [IsBig, 8.0.mysql_aurora.3.08.0, !Ref Whole]');
  assert.deepEqual(
    asset.uses.map((use) =>
      textAt({ 'a.yaml': template('!If [IsBig, 8.0.mysql_aurora.3.08.0, !Ref Whole]') }, use.location),
    ),
    ['8.0.mysql_aurora.3.08.0'],
  );
});

test('ends at names that depend on each other', () => {
  const text = `Resources:
  A: { Type: AWS::RDS::DBCluster, Properties: { DBClusterIdentifier: !Sub '\${B}\${B}', Engine: aurora-mysql } }
  B: { Type: AWS::RDS::DBCluster, Properties: { DBClusterIdentifier: !Sub '\${A}\${A}', Engine: aurora-mysql } }
`;
  const asset = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).get('A');
  assert.ok(asset?.unknownSettings.includes('dbClusterIdentifier'));
});

test('labels a value with the environment that selects its row of a mapping', () => {
  const environments = (expression: string) =>
    readUnit(cloudformation, 'a.yaml', { 'a.yaml': template(expression) })
      .drafts.filter(({ name }) => name === 'Db')
      .map(({ environment, version }) => [environment, version?.state === 'known' ? version.value : null]);
  assert.deepEqual(environments('!FindInMap [Stages, !If [IsBig, prod, dev], Version]'), [
    ['IsBig', '8.0.mysql_aurora.3.10.0'],
    ['!IsBig', '8.0.mysql_aurora.3.10.1'],
  ]);
  assert.deepEqual(
    environments('!FindInMap [Stages, !Ref Size, Version, DefaultValue: 8.0.mysql_aurora.3.04.0]'),
    [
      ['dev', '8.0.mysql_aurora.3.10.1'],
      ['prod', '8.0.mysql_aurora.3.10.0'],
      ['DefaultValue', '8.0.mysql_aurora.3.04.0'],
    ],
  );
});

test('lists the assembled text as a use of an inserted number', () => {
  const { location, uses } = cluster("!Sub '8.0.mysql_aurora.${Patch}'");
  const files = { 'a.yaml': template("!Sub '8.0.mysql_aurora.${Patch}'") };
  assert.equal(textAt(files, location), '3.05.2');
  assert.deepEqual(
    uses.map((use) => textAt(files, use.location)),
    ['8.0.mysql_aurora.${Patch}'],
  );
});

test('does not report rows as missing that another file adds', () => {
  for (const mappings of [
    "  Rows: { 'Fn::Transform': { Name: 'AWS::Include' } }",
    "  'Fn::Transform': { Name: 'AWS::Include' }",
  ]) {
    const text = template('!FindInMap [Rows, prod, Version]').replace(
      'Mappings:\n',
      `Mappings:\n${mappings}\n`,
    );
    const asset = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).get('Db');
    assert.equal(asset?.reason?.key, 'inventory.cfn.function');
  }
});

test('gives a member of a global cluster the version of the global cluster', () => {
  const text = `Parameters: { Other: { Type: String } }
Resources:
  World:
    Type: AWS::RDS::GlobalCluster
    Properties: { Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.04.1 }
  Near:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, GlobalClusterIdentifier: !Ref World }
  Far:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, GlobalClusterIdentifier: !Ref Other }
`;
  const assets = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text });
  const near = assets.get('Near');
  assert.ok(near);
  assert.equal(near.version, '3.04.1');
  assert.equal(textAt({ 'a.yaml': text }, near.location), '8.0.mysql_aurora.3.04.1');
  assert.equal(assets.get('Far')?.reason?.key, 'inventory.globalMember');
});
