import assert from 'node:assert/strict';
import test from 'node:test';
import { locate, valueOf } from '../../../src/inventory/workspace/document/node.ts';
import { readDocuments } from '../../../src/inventory/workspace/document/read.ts';
import { withoutOtherResources } from '../../../src/inventory/workspace/cloudformation/other-resources.ts';

const kept = (text: string): string => withoutOtherResources({ file: 'a.yaml', text });

test('properties of resources that nobody reads become a comment, and every offset stays', () => {
  const skipped = '    Properties: { BucketName: x }\r\n# a comment in the first column\n';
  const text = [
    'Parameters:',
    '  Version: { Type: String }',
    'Resources: # all of them',
    '  Bucket:',
    '    Type: AWS::S3::Bucket',
    skipped,
    '  Db:',
    '    Type: AWS::RDS::DBCluster',
    '    Properties: { Engine: aurora-mysql }',
    'Outputs:',
    '  X: { Value: !Ref Bucket }',
  ].join('\n');
  assert.equal(kept(text), text.replace(skipped, '#'.padEnd(skipped.length)));
});

test('what is parsed is found where the file has it', () => {
  const text =
    'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      B: 1\n  Db:\n    Type: AWS::RDS::DBCluster\n';
  const source = { file: 'a.yaml', text };
  const [document] = readDocuments(source, withoutOtherResources(source));
  const type = valueOf(document?.root ?? null, 'Resources', 'Db', 'Type');
  assert.ok(type !== null);
  assert.deepEqual([locate(type).line, locate(type).column], [7, 11]);
  assert.deepEqual(document?.errors, []);
});

test('files in which indentation does not tell everything stay as they are', () => {
  for (const line of [
    '    Properties: &shared { A: 1 }',
    '    <<: *shared',
    '    Name: {{ .Name }}',
    '\tName: x',
  ]) {
    const text = `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n${line}\n`;
    assert.equal(kept(text), text);
  }
  const json = '{ "Resources": { "Bucket": { "Type": "AWS::S3::Bucket" } } }';
  assert.equal(kept(json), json);
});

test('what makes resources of its own is kept', () => {
  for (const word of ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']) {
    const text = `Resources:\n  Nested:\n    Type: ${word}\n    Properties:\n      TemplateURL: ./a.yaml\n`;
    assert.equal(kept(text), text);
  }
});
