import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFileLocation, type Asset } from '../../../model/index.ts';
import { cloudformation } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

function read(text: string, file = 'stack.yaml'): Map<string, Asset> {
  return assetsOf(cloudformation, file, { [file]: text });
}

function only(text: string, name: string, file = 'stack.yaml'): Asset {
  const asset = read(text, file).get(name);
  assert.ok(asset, `${name} is missing`);
  return asset;
}

/** Range of a version: `line:column-line:column`. */
function place(asset: Asset): string {
  assert.ok(isFileLocation(asset.location));
  const { line, column, endLine, endColumn } = asset.location;
  return `${line}:${column}-${endLine}:${endColumn}`;
}

const YAML = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  DbVersion:
    Type: String
    Default: 8.0.mysql_aurora.3.04.1 # pinned in spring
    AllowedValues: [8.0.mysql_aurora.3.04.1, 8.0.mysql_aurora.3.05.2]
Resources:
  World:
    Type: AWS::RDS::GlobalCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: "5.7.mysql_aurora.2.11.1"
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: !Ref DbVersion
      GlobalClusterIdentifier: !Ref World
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBInstanceClass: db.r6g.large
      DBClusterIdentifier: !Ref Orders
  Other:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: mariadb
      EngineVersion: '15.4'
`;

test('locates a literal at its token, without quotes', () => {
  const world = only(YAML, 'World');
  assert.equal(world.version, '2.11.1');
  assert.equal(world.resolution, 'literal');
  assert.equal(place(world), '12:23-12:46');
});

test('resolves a reference to the default of its parameter, and lists it as a use', () => {
  const orders = only(YAML, 'Orders');
  assert.equal(orders.version, '3.04.1');
  assert.equal(orders.resolution, 'default');
  assert.equal(textAt({ 'stack.yaml': YAML }, orders.location), '8.0.mysql_aurora.3.04.1');
  assert.deepEqual(
    orders.uses.map((use) => [use.name, textAt({ 'stack.yaml': YAML }, use.location)]),
    [['Orders', 'DbVersion']],
  );
});

test('gives an instance the version of its cluster, and links a cluster to its global cluster', () => {
  const assets = read(YAML);
  assert.equal(assets.get('Writer')?.version, '3.04.1');
  assert.deepEqual(assets.get('Orders')?.links, [{ role: 'member-of', assetId: 'stack.yaml#World' }]);
  assert.equal(assets.get('Orders')?.settings.instanceCount, 1);
});

test('ignores allowed values and other engines', () => {
  assert.deepEqual([...read(YAML).keys()], ['World', 'Orders', 'Writer']);
});

test('reads JSON like YAML', () => {
  const json = JSON.stringify({
    Parameters: { V: { Type: 'String', Default: '8.0.mysql_aurora.3.04.1' } },
    Resources: {
      Orders: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine: 'aurora-mysql', EngineVersion: { Ref: 'V' } },
      },
    },
  });
  const orders = only(json, 'Orders', 'stack.json');
  assert.equal(orders.version, '3.04.1');
  assert.equal(textAt({ 'stack.json': json }, orders.location), '8.0.mysql_aurora.3.04.1');
  assert.equal(orders.uses.length, 1);
});

test('reports a broken file with its line, and keeps the readable part', () => {
  const broken = `${YAML}\tBroken: [\n`;
  const { problems, drafts } = readUnit(cloudformation, 'stack.yaml', { 'stack.yaml': broken });
  assert.equal(problems[0]?.source, 'stack.yaml');
  assert.equal(problems[0].text.key, 'problem.syntax');
  assert.equal(problems[0].text.args.line, 30);
  assert.ok(drafts.some((draft) => draft.name === 'World'));
});
