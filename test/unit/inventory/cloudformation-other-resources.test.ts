import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutOtherResources } from '../../../src/inventory/workspace/cloudformation/other-resources.ts';

const kept = (text: string): string => withoutOtherResources({ file: 'a.yaml', text }).text;

test('properties of resources that nobody reads become blanks, and every offset stays', () => {
  const text = [
    'Parameters:',
    '  Version: { Type: String }',
    'Resources: # all of them',
    '  Bucket:',
    '    Type: AWS::S3::Bucket',
    '    Properties: { BucketName: x }\r',
    '# a comment in the first column',
    '',
    '  Db:',
    '    Type: AWS::RDS::DBCluster',
    '    Properties: { Engine: aurora-mysql }',
    'Outputs:',
    '  X: { Value: !Ref Bucket }',
  ].join('\n');
  const result = kept(text);
  assert.equal(result.length, text.length);
  assert.equal(
    result,
    text
      .replace('    Properties: { BucketName: x }', (line) => ' '.repeat(line.length))
      .replace('# a comment in the first column', (line) => ' '.repeat(line.length)),
  );
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
