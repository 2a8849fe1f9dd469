import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeOf, TemplateCode } from '../../../../test/support/code/template-code.ts';
import { assertRows, sketch, writtenAt } from '../../../../test/support/code/values.ts';
import { textOf, valueOf, type ScalarNode } from '../../../syntax/index.ts';
import { resolveDynamicReference } from './dynamic-reference.ts';
import { intrinsicOf } from './intrinsic.ts';
import { assumedOf, decisionKey, inStack, scopeFor } from '../template/scope.ts';

test('recognises functions in short and in long form', () => {
  assertRows(
    [
      ['a: !Ref Version', ['Ref', 'Version']],
      ['a: !Sub "${Version}"', ['Fn::Sub', '${Version}']],
      ['a: !Condition On', ['Condition', 'On']],
      ['a: {Ref: Version}', ['Ref', 'Version']],
      ['a: {"Fn::Sub": "${Version}"}', ['Fn::Sub', '${Version}']],
      ['a: {Ref: Version, Fn: x}', null],
      ['a: {Version: x}', null],
      ['a: Version', null],
      ['a: []', null],
    ],
    (written) => {
      const node = valueOf(nodeOf(written), 'a');
      const found = node && intrinsicOf(node);
      return found && [found.name, textOf(found.argument)];
    },
  );
});

test('resolves dynamic references to public parameters, and leaves others unknown', () => {
  const IMAGE = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
  const resolved = (written: string): unknown => {
    const node = valueOf(nodeOf(`a: '${written}'`), 'a') as ScalarNode;
    return sketch(resolveDynamicReference(node, written));
  };
  assertRows(
    [
      [`{{resolve:ssm:${IMAGE}}}`, IMAGE],
      [`{{resolve:ssm:${IMAGE}:3}}`, `${IMAGE}:3`],
      ['{{resolve:ssm:/db/version}}', '?'],
      ['{{resolve:secretsmanager:db:SecretString:version}}', '?'],
      ['8.0.{{resolve:ssm:/db/minor}}', '?'],
      ['8.0', 'nothing'],
      ['{{resolve:', 'nothing'],
    ],
    resolved,
  );
});

test('locates a public parameter at its path', () => {
  const file = "a: '{{resolve:ssm:/aws/service/ecs/recommended}}'";
  const node = valueOf(nodeOf(file), 'a') as ScalarNode;
  const value = resolveDynamicReference(node, node.text);
  assert.equal(value?.kind === 'scalar' && writtenAt(file, value.span), '/aws/service/ecs/recommended');
});

test('applies an assumption only to its own stack', () => {
  const { stack } = new TemplateCode('Resources: {Cluster: {Type: AWS::RDS::DBCluster}}');
  const nested = { ...stack, prefix: 'Db.' };
  const assumed = new Map([[decisionKey(nested, 'parameter', 'Env'), 'prod']]);
  const scope = scopeFor(stack, 'Cluster', assumed);
  assert.equal(assumedOf(scope, 'parameter', 'Env'), undefined);
  assert.equal(assumedOf(inStack(scope, nested), 'parameter', 'Env'), 'prod');
  assert.equal(assumedOf(inStack(scope, nested), 'condition', 'Env'), undefined);
  assert.equal(inStack(scope, nested).user, 'Cluster');
});
