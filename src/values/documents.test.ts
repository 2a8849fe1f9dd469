import assert from 'node:assert/strict';
import test from 'node:test';
import { valueOf, type ScalarNode } from '../syntax/index.ts';
import { nodeOf } from '../../test/support/code/template-code.ts';
import { assertRows, sketch, writtenAt, type Sketch } from '../../test/support/code/values.ts';
import {
  chartDefault,
  chartValue,
  definitionsIn,
  groupDefault,
  isDefinition,
  isInsideDefinition,
  literalText,
  propertyName,
  schemaDefault,
  valueOfNode,
  writtenText,
} from './documents.ts';
import { scalarAt } from './value/value.ts';

/** Scalar of a document with one key. */
function scalarIn(text: string): ScalarNode {
  const node = valueOf(nodeOf(text), 'value');
  assert.ok(node?.kind === 'scalar');
  return node;
}

const DOCUMENTS: readonly [text: string, result: Sketch][] = [
  ['{ a: [1, x, true, null], b: { c: 8.0 } }', { a: [1, 'x', true, null], b: { c: 8 } }],
  ['{ a: !Ref X, b: "{{ x }}" }', { a: '?', b: '{{ x }}' }],
  ['a: {{ .Values.x }}', { a: '?' }],
  ['{ __proto__: 1, a: &x [1], b: *x }', JSON.parse('{ "__proto__": 1, "a": [1], "b": [1] }') as Sketch],
];

test('evaluates a document, and leaves templates and custom tags unknown', () => {
  assertRows(DOCUMENTS, (text) => sketch(valueOfNode(nodeOf(text))));
});

test('leaves a document unknown below the depth limit', () => {
  const deep = JSON.stringify(sketch(valueOfNode(nodeOf(`${'[ '.repeat(50)}1${' ]'.repeat(50)}`))));
  assert.match(deep, /^\[+"\?"\]+$/);
});

test('uses scalars that the caller has computed', () => {
  const value = valueOfNode(nodeOf('[a, b]'), (scalar) =>
    scalar.text === 'a' ? scalarAt('x', scalar) : null,
  );
  assert.deepEqual(sketch(value), ['x', 'b']);
});

test('keeps the digits of a version without quotes', () => {
  const fact = literalText(scalarIn('value: 5.70'));
  assert.equal(fact.state === 'known' && fact.value, '5.70');
  assert.equal(literalText(scalarIn('value: !Ref X')).state, 'unknown');
  assert.equal(writtenText(scalarIn('value: !Sub "x${y}"')).value, 'x${y}');
});

const CHART = nodeOf('db: { version: 8.0, empty: , list: [a] }', 'values.yaml');
const CHART_VALUES: readonly [expression: string, text: string | null][] = [
  ['{{ .Values.db.version }}', '8.0'],
  ['{{- .Values.db.version | quote -}}', '8.0'],
  ['{{ quote .Values.db.version }}', '8.0'],
  ['{{ required "x" .Values.db.version }}', '8.0'],
  ['{{ .Values.db.version | default "5.7" | toString }}', '8.0'],
  ['{{ .Values.db.none }}', null],
  ['{{ .Values.db.empty }}', null],
  ['{{ .Values.db.list }}', null],
  ['{{ .Values.db.version | trunc 3 }}', null],
  ['v{{ .Values.db.version }}', null],
];

test('resolves values of a Helm chart to its values files', () => {
  assertRows(CHART_VALUES, (text) => chartValue({ ...scalarIn('value: x'), text }, [CHART])?.text ?? null);
});

test('locates the default of a Helm value where the template writes it', () => {
  const text = 'value: {{ .Values.version | default "5.7" }}';
  const fallback = chartDefault(scalarIn(text));
  assert.deepEqual(fallback && [fallback.value, fallback.origin, writtenAt(text, fallback.span)], [
    '5.7',
    'default',
    '5.7',
  ]);
  assert.equal(chartDefault(scalarIn('value: x')), null);
});

const GROUP_SCHEMA = nodeOf(`
spec: { version: 'string | default="16.6" required=true', size: integer | default=20, name: string, zones: [] }`);
const GROUP_DEFAULTS: [string, string | null][] = [
  ['${schema.spec.version}', '16.6'],
  ['${ schema.spec.size }', '20'],
  ['${schema.spec.name}', null],
  ['${schema.spec.zones}', null],
  ['${schema.spec.none}', null],
  ['v${schema.spec.version}', null],
  ['${store.status.version}', null],
];

test("resolves fields of a group's schema to their defaults", () => {
  assertRows(
    GROUP_DEFAULTS,
    (text) => groupDefault({ ...scalarIn('value: x'), text }, GROUP_SCHEMA)?.text ?? null,
  );
  assert.equal(groupDefault({ ...scalarIn('value: x'), text: '${schema.spec.version}' }, null), null);
});

test('reads default values of the schema of a custom resource', () => {
  const definition = nodeOf(`
kind: CompositeResourceDefinition
spec:
  names: { kind: Database }
  versions:
    - schema: { openAPIV3Schema: { properties: { spec: { properties: { version: { default: "8.0" } } } } } }
`);
  const schema = definitionsIn([definition, null]).get('Database');
  assert.equal(schemaDefault(schema, 'spec.version')?.text, '8.0');
  assert.equal(schemaDefault(schema, 'spec.none'), null);
  assert.equal(schemaDefault(undefined, 'spec.version'), null);
});

test('recognises API descriptions, which deploy nothing', () => {
  const documents: readonly [text: string, isDescription: boolean][] = [
    ['kind: CustomResourceDefinition', true],
    ['openapi: 3.0.0', true],
    ['{ $schema: x, properties: {} }', true],
    ['{ $schema: x, engine: mysql }', false],
    ['kind: Deployment', false],
  ];
  assertRows(documents, (text) => isDefinition(nodeOf(text)));
  const paths: readonly [path: string, isDescription: boolean][] = [
    ['definitions.db.default', true],
    ['spec.versions.0.schema.openAPIV3Schema.properties', true],
    ['my_definitions.db', false],
    ['db.version', false],
  ];
  assertRows(paths, (path) => isInsideDefinition(path.split('.')));
});

test('names the property to which a default belongs', () => {
  assert.equal(propertyName(['parameters', 'properties', 'version', 'default']), 'version');
  assert.equal(propertyName(['db', 'default']), 'default');
  assert.equal(propertyName([]), '');
});
