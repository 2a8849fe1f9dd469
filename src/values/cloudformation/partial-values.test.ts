import test from 'node:test';
import { TemplateCode } from '../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { partialValue } from './partial-values.ts';

const CODE = new TemplateCode(`
Parameters: { Open: { Type: String }, Version: { Type: String, Default: "8.0" } }
Conditions: { IsOpen: !Equals [!Ref Open, prod], Yes: !Equals [a, a] }
Resources: { Cluster: { Type: AWS::RDS::DBCluster } }
`);

const VALUES: readonly [code: string, result: Sketch][] = [
  ['{ a: !Ref Version, b: !Ref Open }', { a: '8.0', b: '?' }],
  ['[a, !Ref Open, !Ref AWS::NoValue]', ['a', '?']],
  ['!If [IsOpen, { a: 1 }, { a: 2 }]', { either: [{ a: 1 }, { a: 2 }] }],
  ['!If [Yes, { a: 1 }, { a: 2 }]', { a: 1 }],
  ['!If [IsOpen, { a: 1 }, !Ref AWS::NoValue]', { either: [{ a: 1 }, {}] }],
  ['[!If [IsOpen, a, b], c]', [{ either: ['a', 'b'] }, 'c']],
  ['{ a: 1, Fn::Transform: { Name: AWS::Include } }', { a: 1, '…': [] }],
  ['!Ref AWS::NoValue', 'nothing'],
];

test('evaluates each part of an object or a list', () => {
  assertRows(VALUES, (code) => sketch(partialValue(CODE.node(code), CODE.scope())));
});
