import assert from 'node:assert/strict';
import test from 'node:test';
import { readDocuments, textOf, valueOf } from '../../../syntax/index.ts';
import { withoutUnreadResources } from './unread-resources.ts';

const shortened = (text: string): string => withoutUnreadResources({ file: 'a.yaml', text });

const TEMPLATE = `Metadata:
  Layout: [a, b]
Resources:
  # a bucket
  Files:
    Type: AWS::Lambda::LayerVersion
    Properties:
      LayerName: ünïcödé
      Type: other
    DeletionPolicy: Retain
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      EngineVersion: 8.0.mysql_aurora.3.04.0
Outputs:
  Name: { Value: x }
`;

test('replaces irrelevant parts of a template with comments, and keeps positions of the rest', () => {
  for (const text of [TEMPLATE, TEMPLATE.trimEnd()]) {
    const short = shortened(text);
    assert.equal(short.length, text.length);
    for (const kept of [
      'EngineVersion: 8.0.mysql_aurora.3.04.0',
      'Type: AWS::Lambda::LayerVersion',
      'Name: { Value: x }',
    ])
      assert.equal(short.indexOf(kept), text.indexOf(kept), kept);
    for (const removed of ['Layout', 'LayerName', 'Retain', 'Type: other'])
      assert.ok(!short.includes(removed), removed);
    const [document] = readDocuments({ file: 'a.yaml', text: short });
    assert.deepEqual(document?.errors, []);
    assert.equal(textOf(valueOf(document.root, 'Resources', 'Files', 'Type')), 'AWS::Lambda::LayerVersion');
  }
});

test('keeps positions in files with Windows line endings', () => {
  const text = TEMPLATE.replaceAll('\n', '\r\n');
  const short = shortened(text);
  assert.equal(short.length, text.length);
  const [document] = readDocuments({ file: 'a.yaml', text: short });
  assert.deepEqual(document?.errors, []);
  const version = valueOf(document.root, 'Resources', 'Cluster', 'Properties', 'EngineVersion');
  assert.equal(textOf(version), '8.0.mysql_aurora.3.04.0');
});

test('leaves a text unchanged if a removed part could matter', () => {
  const changes: readonly [string, string][] = [
    ['an anchor', TEMPLATE.replace('ünïcödé', '&name x')],
    ['an alias', TEMPLATE.replace('ünïcödé', '*name')],
    ['a merge', TEMPLATE.replace('LayerName: ünïcödé', '<<: { a: b }')],
    ['a text template', TEMPLATE.replace('ünïcödé', '{{ name }}')],
    ['a complex key', TEMPLATE.replace('LayerName: ünïcödé', '? a\n      : b')],
    ['a tab', TEMPLATE.replace('    Type', '\tType')],
    ['JSON', '{ "Resources": { "A": { "Type": "AWS::X::Y" } } }'],
    ['no resources', 'a: b\n'],
  ];
  for (const [name, text] of changes) assert.equal(shortened(text), text, name);
});

test('keeps resources written in braces, and resources that contain others', () => {
  const text =
    'Resources:\n  A: { Type: AWS::X::Y,\n    Properties: { a: b } }\n  Fn::ForEach::B:\n    - C\n    - [d]\n';
  assert.equal(shortened(text), text);
});
