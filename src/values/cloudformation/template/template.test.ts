import assert from 'node:assert/strict';
import test from 'node:test';
import { textOf, valueOf } from '../../../syntax/index.ts';
import { nodeOf } from '../../../../test/support/code/template-code.ts';
import { isNestedStack, sectionEntry, templateOf } from './template.ts';

const CLUSTER = 'Type: AWS::RDS::DBCluster\nProperties: { Engine: aurora-mysql }\n';

/** Resources of parts, by name. */
function resourcesOf(...parts: string[]) {
  return [
    ...(templateOf(
      parts.map((part) => nodeOf(part, 'part.yml')),
      false,
    )?.resources.values() ?? []),
  ];
}

test('reads whole templates and parts that a service includes', () => {
  const names = (...parts: string[]) => resourcesOf(...parts).map(({ logicalId }) => logicalId);
  assert.deepEqual(names(`Resources: { A: { Type: AWS::X::Y } }`), ['A']);
  assert.deepEqual(names(`A: { Type: AWS::X::Y }\nB: { Type: Custom::X }\nC: { Type: X }`), ['A', 'B']);
  assert.deepEqual(names(CLUSTER), ['part']);
  assert.deepEqual(names('Resources: { A: { Type: AWS::X::Y } }', 'Resources: { B: { Type: AWS::X::Y } }'), [
    'A',
    'B',
  ]);
});

test('rejects other documents', () => {
  for (const text of ['a: b', '[a]', 'Resources: {}', 'Resources: { A: { Type: 1 } }', 'Type: AWS::X::Y'])
    assert.equal(templateOf([nodeOf(text)], false), null, text);
  assert.notEqual(templateOf([nodeOf('AWSTemplateFormatVersion: "2010-09-09"')], false), null);
});

test('counts copies of a resource in Fn::ForEach if the template lists them', () => {
  const loop = (items: string) =>
    `Resources:\n  Fn::ForEach::All:\n    - Name\n    - ${items}\n    - "Db\${Name}": { Type: AWS::RDS::DBCluster }`;
  const counts = (items: string) =>
    resourcesOf(loop(items)).map(({ logicalId, count }) => [logicalId, count]);
  assert.deepEqual(counts('[a, b]'), [['Db${Name}', 2]]);
  assert.deepEqual(counts('!Ref Names'), [['Db${Name}', null]]);
});

test('reads the condition of a resource', () => {
  const [resource] = resourcesOf('Resources: { A: { Type: AWS::X::Y, Condition: IsProd } }');
  assert.equal(resource?.condition, 'IsProd');
});

test('reads repeated keys of a text template as alternatives', () => {
  const text =
    'Resources:\n  A:\n    Type: AWS::X::Y\n    Properties:\n      V: "1"\n      V: "2"\n      W: x\n';
  const versions = (isTextTemplate: boolean) =>
    templateOf([nodeOf(text)], isTextTemplate)
      ?.resources.get('A')
      ?.alternatives.map((properties) => [
        textOf(valueOf(properties, 'V')),
        textOf(valueOf(properties, 'W')),
      ]);
  assert.deepEqual(versions(true), [
    ['1', 'x'],
    ['2', 'x'],
  ]);
  assert.deepEqual(versions(false), [['2', 'x']]);
});

test('finds an entry of a section in any part of a template', () => {
  const parts = ['Resources: { A: { Type: AWS::X::Y } }', 'Parameters: { P: { Default: 1 } }'];
  const template = templateOf(
    parts.map((part) => nodeOf(part)),
    false,
  );
  assert.ok(template !== null);
  assert.equal(sectionEntry(template, 'Parameters', 'P')?.key, 'P');
  assert.equal(sectionEntry(template, 'Parameters', 'A'), null);
  assert.equal(sectionEntry(template, 'Outputs', 'P'), null);
});

test('recognises resource types of nested stacks', () => {
  assert.deepEqual(
    ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application', 'AWS::X::Y'].map(isNestedStack),
    [...[true, true], false],
  );
});
