import assert from 'node:assert/strict';
import test from 'node:test';
import { TemplateCode } from '../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { Budget } from '../budget.ts';

const CODE = new TemplateCode(`
Parameters:
  Version: { Type: String, Default: 8.0 }
  Open: { Type: String }
Conditions:
  IsOpen: !Equals [!Ref Open, prod]
Resources:
  Cluster: { Type: AWS::RDS::DBCluster }
  Topic: { Type: AWS::SNS::Topic }
`);

const NODES: readonly [code: string, result: Sketch][] = [
  ['8.0', 8],
  ['"8.0"', '8.0'],
  ['[a, !Ref Version]', ['a', 8]],
  // A resource represents itself in a list; any other undecided item makes the list open.
  ['[a, !Ref Topic]', ['a', 'Topic']],
  ['[a, !Ref Open]', '?'],
  ['[a, !Ref AWS::NoValue]', ['a']],
  ['[!Sub "arn:${AWS::Partition}:iam::aws:policy/x"]', ['arn:aws:iam::aws:policy/x']],
  ['{ a: 1, b: !Ref Topic, c: !Ref Open, d: !Ref AWS::NoValue }', { a: 1, b: 'Topic', c: null }],
  ['!Ref AWS::NoValue', 'nothing'],
  ['!ImportValue shared-version', '?'],
  ['!Cidr [a, 1]', '?'],
  ['!Ref [a]', '?'],
  ['{ Fn::Base64: "text" }', 'text'],
  ['{ Fn::Sub: "v${Version}" }', 'v8.0'],
  ['{ Ref: Version, Other: 1 }', { Ref: 'Version', Other: 1 }],
  ['"{{resolve:ssm:/aws/service/ami/x:3}}"', '/aws/service/ami/x:3'],
  ['"{{resolve:ssm:/own/version}}"', '?'],
  ['"{{resolve:secretsmanager:db:SecretString:password}}"', '?'],
];

test('evaluates plain data and functions', () => {
  assertRows(NODES, (code) => sketch(CODE.valueOf(code)));
});

test('locates a public parameter at its path', () => {
  const value = CODE.valueOf('"{{resolve:ssm:/aws/service/ami/x}}"');
  assert.equal(value?.kind === 'scalar' && CODE.written(value.span), '/aws/service/ami/x');
});

test('leaves a deeply nested value unknown', () => {
  const deep = `${'{ Fn::Base64: '.repeat(100)}a${' }'.repeat(100)}`;
  assert.equal(sketch(CODE.valueOf(deep)), '?');
});

test('leaves values unknown after the budget of a template is spent', () => {
  const code = new TemplateCode('Resources: {}\nAWSTemplateFormatVersion: "2010-09-09"', {
    budget: new Budget({ steps: 10, depth: 100 }),
  });
  assert.equal(sketch(code.valueOf(`[${'a, '.repeat(20)}b]`)), '?');
});
