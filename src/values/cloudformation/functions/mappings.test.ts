import assert from 'node:assert/strict';
import test from 'node:test';
import { TemplateCode } from '../../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../../test/support/code/values.ts';

const CODE = new TemplateCode(`
Parameters:
  Env: { Type: String }
  Default: { Type: String, Default: prod }
Mappings:
  Versions:
    dev: { mysql: 8.0, size: 1 }
    prod: { mysql: "5.7", size: 1 }
  Engines:
    mysql: { version: "8.0" }
    postgres: { version: "16" }
  Included:
    Fn::Transform: { Name: AWS::Include }
Resources:
  Cluster: { Type: AWS::RDS::DBCluster }
`);

const LOOKUPS: readonly [code: string, result: Sketch][] = [
  ['!FindInMap [Versions, prod, mysql]', '5.7'],
  ['!FindInMap [Versions, !Ref Default, mysql]', '5.7'],
  ['!FindInMap [Versions, !Ref Env, mysql]', '?'],
  // Each row has the same value for `size`.
  ['!FindInMap [Versions, !Ref Env, size]', 1],
  ['!FindInMap [Versions, !Ref AWS::Region, size]', 1],
  ['!FindInMap [Versions, test, mysql]', '?'],
  ['!FindInMap [Versions, test, mysql, { DefaultValue: "8.4" }]', '8.4'],
  ['!FindInMap [Nowhere, prod, mysql]', '?'],
  ['!FindInMap [Included, prod, mysql]', '?'],
  ['!FindInMap [!Ref Env, prod, mysql]', '?'],
  ['!FindInMap [Versions, prod]', '?'],
];

test('looks up a cell of a mapping if its keys are known or all rows agree', () => {
  assertRows(LOOKUPS, (code) => sketch(CODE.valueOf(code)));
});

function decisionOf(code: string): readonly string[] | null {
  const value = CODE.valueOf(code);
  const decision = value?.kind === 'unknown' ? value.decidedBy : undefined;
  return decision === undefined ? null : [decision.name, ...decision.choices];
}

test('reports a parameter as a choice of environments, but not of engines', () => {
  assert.deepEqual(decisionOf('!FindInMap [Versions, !Ref Env, mysql]'), ['Env', 'dev', 'prod']);
  assert.deepEqual(decisionOf('!FindInMap [Versions, !Ref Env, mysql, { DefaultValue: x }]'), [
    ...['Env', 'dev', 'prod'],
    'DefaultValue',
  ]);
  assert.equal(decisionOf('!FindInMap [Engines, !Ref Env, version]'), null);
});

test('locates a cell of a mapping where the template writes it', () => {
  const value = CODE.valueOf('!FindInMap [Versions, dev, mysql]');
  assert.equal(value?.kind, 'scalar');
  assert.deepEqual([CODE.written(value.span), value.origin, value.text], ['8.0', 'mapping', '8.0']);
});
