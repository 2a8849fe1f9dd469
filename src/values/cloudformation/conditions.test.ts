import assert from 'node:assert/strict';
import test from 'node:test';
import { itemsOf } from '../../syntax/index.ts';
import { TemplateCode } from '../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { branchesOf, existenceConditions, neverExists } from './conditions.ts';
import { decisionKey } from './template/scope.ts';

const CODE = new TemplateCode(`
Parameters:
  Size: { Type: String, Default: 2.0 }
  On: { Type: String, Default: True }
  Open: { Type: String }
Conditions:
  Yes: !Equals [!Ref Size, "2.0"]
  No: !Not [Condition: Yes]
  Written: !Equals [!Ref On, "true"]
  Open: !Equals [!Ref Open, prod]
  Other: !Equals [!Ref Open, dev]
  Closed: !Not [!Condition Open]
  Both: !And [!Condition Open, !Condition Other]
  Either: !Or [!Condition Open, !Condition Other]
  Neither: !Not [!Condition Either]
  BothYes: !And [!Condition Open, !Condition Yes]
  BothNo: !And [!Condition Open, !Condition No]
  EitherYes: !Or [!Condition Open, !Condition Yes]
  Loop: !Not [!Condition Loop]
  One: !Condition Two
  Two: !Condition One
  Broken: !Equals [a]
  Never: !Equals [a, b]
  Always: !Not [!Condition Never]
  NeverBoth: !And [!Condition Open, !Condition Never]
  Perhaps: !Or [!Condition Open, !Condition Never]
Resources:
  Cluster: { Type: AWS::RDS::DBCluster }
`);

const BRANCHES: readonly [code: string, result: Sketch][] = [
  ['!If [Yes, a, b]', 'a'],
  ['!If [No, a, b]', 'b'],
  ['!If [Written, a, b]', 'a'],
  ['!If [EitherYes, a, b]', 'a'],
  ['!If [BothNo, a, b]', 'b'],
  ['!If [Open, a, b]', '?'],
  // Both branches have the same value.
  ['!If [Open, a, a]', 'a'],
  ['!If [Open, !Ref AWS::NoValue, !Ref AWS::NoValue]', 'nothing'],
  ['!If [Open, a, !Ref AWS::NoValue]', '?'],
  ['!If [Nowhere, a, b]', '?'],
  ['!If [Loop, a, b]', '?'],
  ['!If [One, a, b]', '?'],
  ['!If [Broken, a, b]', '?'],
  ['!If [Yes, a]', '?'],
];

test('chooses a branch of Fn::If only where default values decide the condition', () => {
  assertRows(BRANCHES, (code) => sketch(CODE.valueOf(code)));
});

test('names the condition and both values of an undecided Fn::If', () => {
  const value = CODE.valueOf('!If [Open, a, b]');
  assert.equal(value?.kind, 'unknown');
  assert.deepEqual(value.decidedBy, { kind: 'condition', name: 'Open', choices: ['true', 'false'] });
  const branches = (value.branches ?? []).map(({ result, conditions = [] }) => [
    sketch(result),
    ...conditions.map(({ name, holds }) => `${holds} ${name}`),
  ]);
  assert.deepEqual(branches, [
    ['a', 'true Open'],
    ['b', 'false Open'],
  ]);
});

test('decides Fn::If by an assumed condition', () => {
  const assumed = new Map([[decisionKey(CODE.stack, 'condition', 'Open'), 'true']]);
  assert.deepEqual(
    ['!If [Open, a, b]', '!If [Closed, a, b]', '!If [BothYes, a, b]', '!If [Both, a, b]'].map((code) =>
      sketch(CODE.valueOf(code, assumed)),
    ),
    ['a', 'b', 'a', '?'],
  );
});

const EXISTENCE: readonly [condition: string | null, conditions: string[] | null][] = [
  [null, []],
  ['Yes', []],
  ['No', null],
  ['Open', ['Open']],
  ['Closed', ['not Open']],
  ['Both', ['Open', 'Other']],
  ['Either', ['Either']],
  ['Neither', ['not Open', 'not Other']],
  ['BothYes', ['Open']],
  ['BothNo', null],
  ['EitherYes', []],
  ['Nowhere', ['Nowhere']],
];

test('lists conditions of a resource that only a deployment decides', () => {
  assertRows(EXISTENCE, (condition) => {
    const found = existenceConditions({ condition }, CODE.stack);
    return found && found.map(({ name, holds }) => (holds ? name : `not ${name}`));
  });
});

const NEVER: readonly [condition: string | null, never: boolean][] = [
  [null, false],
  ['Never', true],
  ['Always', false],
  ['NeverBoth', true],
  ['Perhaps', false],
  ['No', false],
  ['BothNo', false],
  ['Open', false],
  ['Loop', false],
  ['Nowhere', false],
];

test('knows conditions that no parameter can fulfil', () => {
  assertRows(NEVER, (condition) => neverExists({ condition }, CODE.stack));
});

test('adds the condition of the parent to resources of a nested stack', () => {
  const parent = new TemplateCode(`
Parameters: { Open: { Type: String } }
Conditions: { Outer: !Equals [!Ref Open, prod] }
Resources: { Db: { Type: AWS::CloudFormation::Stack, Condition: Outer } }
`);
  const stack = {
    ...CODE.stack,
    prefix: 'Db.',
    parent: { stack: parent.stack, logicalId: 'Db', parameters: null },
  };
  const found = existenceConditions({ condition: 'Open' }, stack) ?? [];
  assert.deepEqual(
    found.map(({ key }) => key),
    ['template.yaml#Outer', 'template.yaml#Db.Open'],
  );
});

test('returns the chosen branch of Fn::If, or both if undecided', () => {
  const branches = (code: string) =>
    branchesOf(CODE.node(code), CODE.scope()).map((branch) => CODE.written(branch));
  assert.deepEqual(branches('[Yes, a, b]'), ['a']);
  assert.deepEqual(branches('[No, a, b]'), ['b']);
  assert.deepEqual(branches('[Open, a, b]'), ['a', 'b']);
  assert.equal(itemsOf(CODE.node('[Open, a, b]')).length, 3);
});
