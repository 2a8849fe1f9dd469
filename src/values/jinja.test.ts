import assert from 'node:assert/strict';
import test from 'node:test';
import { valueOf } from '../syntax/index.ts';
import { nodeOf } from '../../test/support/code/template-code.ts';
import { assertRows, sketch, writtenAt, type Sketch } from '../../test/support/code/values.ts';
import { evaluateJinja, variablesAround } from './jinja.ts';
import { optionsOf, type Value } from './value/value.ts';

const VARS = `
version: "8.0"
major: 8.0
empty: ""
db: { version: "5.7", engine: mysql }
list: [a, b]
name: "{{ db.engine }}-{{ version }}"
loop: "{{ loop }}"
secret: !vault abc
raw: !unsafe "{{ x }}"
`;

/** Value of a text of Jinja in a task. */
function valueIn(text: string, vars = VARS): Value {
  const task = nodeOf(`value: ${JSON.stringify(text)}`);
  const node = valueOf(task, 'value');
  assert.ok(node !== null);
  return evaluateJinja(
    { user: 'task', maps: [{ node: nodeOf(vars, 'vars.yml'), origin: 'variable' }] },
    node,
  );
}

const TEXTS: readonly [text: string, result: Sketch][] = [
  ['8.0', '8.0'],
  ['{{ version }}', '8.0'],
  ['{{version}}', '8.0'],
  ['{{- version -}}', '8.0'],
  ['{{ major }}', 8],
  ['{{ db.version }}', '5.7'],
  ['{{ list }}', ['a', 'b']],
  ['{{ none }}', '?'],
  ["{{ none | default('5.7') }}", '5.7'],
  ["{{ none | d('5.7') }}", '5.7'],
  ["{{ none or '5.7' }}", '5.7'],
  ['{{ none | default(version) }}', '8.0'],
  ['{{ none | default(omit) }}', '?'],
  ["{{ version | default('5.7') }}", '8.0'],
  // Only with true a default replaces an empty text.
  ["{{ empty | default('5.7') }}", ''],
  ["{{ empty | default('5.7', true) }}", '5.7'],
  ["{{ empty | default('5.7', boolean=true) }}", '5.7'],
  ["{{ empty or '5.7' }}", '5.7'],
  ["{{ lookup('env', 'VERSION') | default('5.7', true) }}", '5.7'],
  ["{{ lookup('env', 'VERSION') or '5.7' }}", '5.7'],
  ["{{ lookup('env', 'VERSION') }}", '?'],
  ["{{ version | replace('.', '_') }}", '8_0'],
  ["{{ none | default('8.0 ') | trim }}", '8.0'],
  ["{{ list | join('-') }}", 'a-b'],
  ['{{ version | int }}', '?'],
  ['{{ version | upper | unheard_of }}', '?'],
  ['{{ version + 1 }}', '?{{ version + 1 }}'],
  ['{{ name }}', 'mysql-8.0'],
  ['v{{ version }}', 'v8.0'],
  ['{{ db.engine }}-{{ none }}', '?mysql-{{ none }}'],
  ['{{ loop }}', '?'],
  ['{{ secret }}', '?'],
  ['{{ raw }}', '{{ x }}'],
  ['{% if x %}8.0{% endif %}', '?'],
  ['{% if x %}{{ version }}{% endif %}', '?{% if x %}8.0{% endif %}'],
  ['{# comment #}', '{# comment #}'],
];

test('evaluates Jinja expressions', () => {
  assertRows(TEXTS, (text) => sketch(valueIn(text)));
});

test('locates a Jinja default in the text and a variable in its own file', () => {
  const text = "{{ none | default('5.7') }}";
  const [fallback] = optionsOf(valueIn(text));
  assert.ok(fallback?.result.kind === 'scalar');
  assert.equal(writtenAt(`value: ${JSON.stringify(text)}`, fallback.result.span), '5.7');
  assert.equal(fallback.result.origin, 'default');
  const [given] = optionsOf(valueIn('{{ version }}'));
  assert.ok(given?.result.kind === 'scalar');
  assert.deepEqual([given.result.span.lines.file, writtenAt(VARS, given.result.span)], ['vars.yml', '8.0']);
});

test('prefers variables of the nearest scope', () => {
  const [task, play] = ['vars: { v: task }', 'vars: { v: play, w: play }'].map((text) => nodeOf(text));
  assert.ok(task?.kind === 'map' && play?.kind === 'map');
  const maps = variablesAround([task, play]);
  const node = valueOf(nodeOf('value: "{{ v }}-{{ w }}"'), 'value');
  assert.ok(node !== null);
  assert.equal(sketch(evaluateJinja({ user: 'task', maps }, node)), 'task-play');
  assert.deepEqual(variablesAround([]), []);
});

test('reads hostile texts in bounded time', () => {
  for (const text of ['{{'.repeat(5000), `{{ a ${'| b '.repeat(5000)}`, `{{ ${"'".repeat(5001)} }}`])
    valueIn(text);
  const chain = Array.from({ length: 100 }, (_, i) => `v${i}: "{{ v${i + 1} }}"`).join('\n');
  assert.equal(sketch(valueIn('{{ v0 }}', `${chain}\nv100: x`)), '?');
});
