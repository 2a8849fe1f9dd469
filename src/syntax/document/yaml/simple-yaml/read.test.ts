import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../../test/support/code/values.ts';
import { linesOf } from '../../lines.ts';
import type { ParsedDocument } from '../../node.ts';
import { parseAnyYaml } from '../yaml.ts';
import { readSimpleYaml } from './read.ts';

function simple(text: string): ParsedDocument[] | null {
  return readSimpleYaml(text, linesOf({ file: 'a.yaml', text }));
}

/** Documents without the object of their lines, which differs between readers. */
const comparable = (documents: readonly ParsedDocument[] | null): string =>
  JSON.stringify(documents, (key: string, value: unknown) => (key === 'lines' ? undefined : value));

const SIMPLE: readonly string[] = [
  'Resources:\n  Cluster:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      EngineVersion: 8.0.mysql_aurora.3.04.0\n',
  'a: 1\r\nb:\r\n  - x\r\n  - y: 2\r\n    z: 3\r\n',
  'a: !Ref Version\nb: !Sub "${A}-b"\nc: !If [On, 1, !Ref B]\n',
  "a: 'it''s'\nb: \"x\\ty\"\n",
  'a: [1, "two", {b: c}]\n',
  'a: [\n  1,\n  2\n]\nb: {x: 1,\n  y: 2}\n',
  'a: |\n  one\n\n  two\nb: >-\n  one\n  two\n\n  three\n',
  'a: one\n  two\n\n  three\n',
  '- a\n-\n  b: 1\n- - c\n',
  '# one\na: 1 # two\n\n---\nb: größe\n--- # three\nc:\n',
  'a:\n- 1\n- 2\nb: ~\n',
  'url: http://example.com/a#b\n',
  'a: "one\n  two"\n',
];

test('reads simple documents like the YAML library', () => {
  assertRows(
    SIMPLE.map(
      (text) => [text, comparable(parseAnyYaml(text, text, linesOf({ file: 'a.yaml', text })))] as const,
    ),
    (text) => comparable(simple(text)),
  );
});

test('leaves other documents to the YAML library', () => {
  const others = [
    'a: &anchor 1\nb: *anchor\n',
    'a:\t1\n',
    'a: 1\rb: 2\r',
    '%YAML 1.2\n---\na: 1\n',
    'a: |2\n   x\n',
    'a: !!str 1\n',
    '<<: {a: 1}\n',
    'a: "open\n',
    'a: [1, 2\n',
    ' a: 1\nb: 2\n',
    'a: b: c\n',
    'a: 1\n...\n',
    '\uFEFFa: 1\n',
  ];
  assertRows(
    others.map((text) => [text, null] as const),
    simple,
  );
});

test('limits nesting', () => {
  assert.equal(simple(`a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`), null);
  assert.equal(simple('- '.repeat(1000) + 'a\n'), null);
});
