import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { entriesOf, locate, readDocuments, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { withoutUnreadResources } from '../../../values/cloudformation/index.ts';
import { CLOUDFORMATION_TYPES } from '../../../vocabulary/index.ts';
import { RUNS } from '../../../../test/support/hostile/fuzz.ts';

const kept = (text: string): string => withoutUnreadResources({ file: 'a.yaml', text });

test('replaces properties of irrelevant resources with a comment, and keeps every offset', () => {
  const skipped = '    Properties: { BucketName: x }\r\n# a comment in the first column\n\n';
  const text = [
    'Parameters:',
    '  Version: { Type: String }',
    'Resources: # all of them',
    '  Bucket:',
    '    Type: AWS::DynamoDB::Table',
    skipped,
    '  Db:',
    '    Type: AWS::RDS::DBCluster',
    '    Properties: { Engine: aurora-mysql }',
    'Outputs:',
    '  X: { Value: !Ref Bucket }',
  ].join('\n');
  assert.equal(kept(text), text.replace(skipped, '#'.padEnd(skipped.length)));
});

test('locates parsed values at their original position', () => {
  const text =
    'Resources:\n  A:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      B: 1\n  Db:\n    Type: AWS::RDS::DBCluster\n';
  const source = { file: 'a.yaml', text };
  const [document] = readDocuments(source, withoutUnreadResources(source));
  const type = valueOf(document?.root ?? null, 'Resources', 'Db', 'Type');
  assert.ok(type !== null);
  assert.deepEqual([locate(type).line, locate(type).column], [7, 11]);
  assert.deepEqual(document?.errors, []);
});

test('reads a template with extreme indentation', () => {
  const far = ' '.repeat(1_000_000);
  const text = `Resources:\n${far}Db:\n${far} Type: AWS::RDS::DBCluster\n${far}Bucket:\n${far} Type: AWS::DynamoDB::Table\n`;
  assert.equal(kept(text), text);
});

test('leaves a file unchanged if indentation alone does not decide', () => {
  for (const line of [
    '    Properties: &shared { A: 1 }',
    '    <<: *shared',
    '    Name: {{ .Name }}',
    '\tName: x',
  ]) {
    const text = `Resources:\n  Bucket:\n    Type: AWS::DynamoDB::Table\n${line}\n`;
    assert.equal(kept(text), text);
  }
  const json = '{ "Resources": { "Bucket": { "Type": "AWS::DynamoDB::Table" } } }';
  assert.equal(kept(json), json);
});

test('keeps resources that create other resources', () => {
  for (const word of ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']) {
    const text = `Resources:\n  Nested:\n    Type: ${word}\n    Properties:\n      TemplateURL: ./a.yaml\n`;
    assert.equal(kept(text), text);
  }
});

const BETWEEN = ['', '\n', '  \n', '# a comment\n', '      # one further in\n\n', '\n\n'];
const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Outputs', 'Metadata'];
const BODIES = [
  ['Type: AWS::DynamoDB::Table'],
  [
    'Type: AWS::DynamoDB::Table',
    'Properties:',
    '  Name: |',
    '    Type: no',
    '',
    '    more',
    '  Tags:',
    '  - Key: a',
  ],
  ['DependsOn: Other', "Type: 'AWS::EC2::SecurityGroup' # why", 'Properties: {', '  A: 1', '}'],
  ['Type: AWS::RDS::DBCluster', 'Properties:', '  Engine: aurora-mysql', '  EngineVersion: !Ref V'],
  ['Type: AWS::EC2::Instance', 'Properties:', '  UserData: |', '    # a script', '', '    Outputs: none', ''],
];
const indented = (width: number, lines: readonly string[]): string =>
  lines.map((line) => (line === '' ? '\n' : `${' '.repeat(width)}${line}\n`)).join('');

const entries = fc.array(
  fc.record({ body: fc.constantFrom(...BODIES), after: fc.constantFrom(...BETWEEN), isFlow: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);
const width = fc.constantFrom(1, 2, 4);
const resources = fc.record({ entries, width, inner: width }).map((section) =>
  section.entries
    .map(({ body, after, isFlow }, i) => {
      const key = `${' '.repeat(section.width)}R${i}:`;
      const inner = section.width + section.inner;
      const value = isFlow
        ? ` { Type: AWS::DynamoDB::Table,\n${' '.repeat(inner)}Properties: { A: 1 } }\n`
        : `\n${indented(inner, body)}`;
      return key + value + after;
    })
    .join(''),
);
const section = fc
  .record({ width, after: fc.constantFrom(...BETWEEN) })
  .map((each) => indented(each.width, ['V:', '  Type: String', '  Default: x']) + each.after);
const template = fc
  .record({
    names: fc.shuffledSubarray(SECTIONS),
    before: fc.nat(3),
    sections: fc.array(section, { minLength: 5, maxLength: 5 }),
    heading: fc.constantFrom('Resources:\n', 'Resources: # all\n', 'Resources:\n\n# first\n'),
    resources,
    isCrlf: fc.boolean(),
    isEnded: fc.boolean(),
  })
  .map(({ names, before, sections, heading, resources: own, isCrlf, isEnded }) => {
    const others = names.map((name, i) => `${name}:\n${sections[i] ?? ''}`);
    const whole = others.toSpliced(before, 0, heading + own).join('');
    const text = isEnded ? whole : whole.trimEnd();
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  });

/** Relevant content of a template: everything except metadata and properties of irrelevant resources. */
const OTHERS = ['Resources', 'Metadata'];
function shownValue(text: string, shown: string): unknown {
  const [document] = readDocuments({ file: 'a.yaml', text }, shown);
  const root = document?.root ?? null;
  const plain = (node: Node): unknown =>
    node.kind === 'scalar'
      ? [node.text, node.tag, node.start, node.end]
      : node.kind === 'list'
        ? node.items.map(plain)
        : node.entries.map(({ key, value }) => [key, plain(value)]);
  return {
    errors: document?.errors,
    sections: entriesOf(root).map(({ key, value }) => [key, OTHERS.includes(key) ? null : plain(value)]),
    resources: entriesOf(valueOf(root, 'Resources')).map(({ key, value }) => {
      const type = textOf(valueOf(value, 'Type'));
      return [key, type, CLOUDFORMATION_TYPES.test(type ?? '') ? plain(value) : null];
    }),
  };
}

test('keeps the meaning of a shortened template for relevant resources', () => {
  fc.assert(
    fc.property(template, (text) => {
      const shortened = kept(text);
      assert.equal(shortened.length, text.length);
      assert.deepEqual(shownValue(text, shortened), shownValue(text, text));
    }),
    RUNS,
  );
});
