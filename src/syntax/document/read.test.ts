import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  entryOf,
  hasRelevantDocument,
  hasTemplating,
  maskTemplating,
  mayHaveScalar,
  readJson,
  readYaml,
  textOf,
  valueOf,
  type Node,
} from '../index.ts';

function yaml(text: string): Node | null {
  return readYaml({ file: 'a.yaml', text })[0]?.root ?? null;
}

describe('YAML', () => {
  test('keeps the text of a scalar beside its typed value', () => {
    const root = yaml("a: 5.70\nb: '5.70'\nc: yes\nd: ~\ne: 2023.1.2\nf: 0x1F\ng: off\nh: !Ref on\ni:\n");
    const read = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => {
      const node = valueOf(root, key);
      return node?.kind === 'scalar' ? [node.text, node.value] : null;
    });
    assert.deepEqual(read, [
      ['5.70', 5.7],
      ['5.70', '5.70'],
      ['yes', true],
      ['~', null],
      ['2023.1.2', '2023.1.2'],
      ['0x1F', '0x1F'],
      ['off', false],
      ['on', 'on'],
      ['', null],
    ]);
  });

  test('takes the last value of a repeated key, in small and large maps', () => {
    assert.equal(textOf(valueOf(yaml('a: 1\na: 2\n'), 'a')), '2');
    const many = Array.from({ length: 40 }, (_, i) => `k${i}: ${i}`).join('\n');
    assert.equal(textOf(valueOf(yaml(`a: 1\n${many}\na: 2\n`), 'a')), '2');
    assert.equal(entryOf(yaml(many), 'missing'), null);
  });

  test('reads every document of a file, with its own anchors', () => {
    const documents = readYaml({ file: 'a.yaml', text: 'a: &x 1\n---\nb: *x\n---\nc: 3\n' });
    assert.equal(documents.length, 3);
    assert.equal(textOf(valueOf(documents[1]?.root ?? null, 'b')), null);
    assert.equal(textOf(valueOf(documents[2]?.root ?? null, 'c')), '3');
  });

  test("does not replace a map's own keys by merged ones", () => {
    const root = yaml('x: &x { a: 1, b: 1 }\ny: &y { b: 2, c: 2 }\nz: { <<: [*x, *y], a: 0 }\n');
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => textOf(valueOf(root, 'z', key))),
      ['0', '1', '2'],
    );
  });

  test('stops at merges of merges', () => {
    const levels = Array.from({ length: 3000 }, (_, i) => `m${i + 1}: &m${i + 1} { <<: *m${i}, k${i}: 1 }`);
    const root = yaml(`m0: &m0 { a: 1 }\n${levels.join('\n')}\nlast: 1\n`);
    assert.equal(textOf(valueOf(root, 'last')), '1');
  });

  test('reports endless nesting as an error', () => {
    for (const text of ['['.repeat(50_000), 'a: {'.repeat(20_000), '- '.repeat(20_000)]) {
      assert.ok(readYaml({ file: 'a.yaml', text }).some((document) => document.errors.length > 0));
      readJson({ file: 'a.json', text });
    }
  });
});

describe('text templates', () => {
  test('reads an expression without quotes as a scalar, not as nested maps', () => {
    const value = valueOf(yaml('version: {{ .Values.version }}\nflow: { a: {{ b }} }\n'), 'version');
    assert.ok(value?.kind === 'scalar' && value.isTemplated);
    assert.equal(value.text, '{{ .Values.version }}');
  });

  test('keep every offset under a mask', () => {
    const text =
      "a: {{ .X }}\r\n{{- if .Y }}\r\n  b: '{{ 1 }}'\r\n{% for x in y %}\r\nc: '{{resolve:ssm:/p}}'\r\nd: {{ open";
    const masked = maskTemplating(text);
    assert.equal(masked.length, text.length);
    assert.deepEqual(
      [...masked.matchAll(/\n/g)].map((m) => m.index),
      [...text.matchAll(/\n/g)].map((m) => m.index),
    );
    assert.ok(masked.includes("'{{resolve:ssm:/p}}'"));
    assert.equal(masked.split('\r\n')[1]?.trim(), '');
    assert.ok(hasTemplating(text) && !hasTemplating('a: {b: c}'));
    const script = 'n: {{ .A }}\nb: |\n  echo ${#b[@]} {# c\nd: {{ .E }}\n';
    assert.equal(maskTemplating(script).includes('{{'), false);
    assert.ok(maskTemplating(script).includes('echo ${#b[@]} {# c'));
  });

  test('are read as templates only if they are no valid YAML', () => {
    const [document] = readYaml({ file: 'a.yaml', text: "a: '{{ x }}'\n" });
    assert.equal(document?.isTemplate, false);
    assert.equal(textOf(valueOf(document.root, 'a')), '{{ x }}');
  });

  test('keep their expressions as the text of keys and values', () => {
    const [document] = readYaml({ file: 'a.yaml', text: '{{ .A }}x: pre-{{ .B }}\n' });
    assert.equal(document?.isTemplate, true);
    const value = valueOf(document.root, '{{ .A }}x');
    assert.ok(value?.kind === 'scalar' && value.isTemplated);
    assert.equal(value.text, 'pre-{{ .B }}');
  });

  test('include Terraform directives as conditions of lines', () => {
    const text =
      'a:\n%{ if length({ a = b }) > 0 ~}\n  c: %{ if d }1%{ else }2%{ endif }\n%{ endif }\n  e: "%{http_code}"\n';
    const [document] = readYaml({ file: 'a.yaml.tftpl', text });
    assert.deepEqual(document?.errors, []);
    const value = valueOf(document.root, 'a');
    const decided = valueOf(value, 'c');
    assert.ok(decided?.kind === 'scalar' && decided.isTemplated);
    assert.equal(textOf(valueOf(value, 'e')), '%{http_code}');
    assert.ok(!hasTemplating('curl -w "%{http_code}" %{time_total}'));
  });

  test('keep text between raw and endraw unchanged', () => {
    const secret = "'{% raw %}{{{% endraw %}resolve:ssm:/p{%- raw -%}}}{% endraw %}'";
    const [document] = readYaml({ file: 'a.yaml', text: `{{ .A }}x:\n  b: ${secret}\n  c: {{ .D }}\n` });
    assert.deepEqual(document?.errors, []);
    const value = valueOf(document.root, '{{ .A }}x');
    assert.ok(valueOf(value, 'c')?.kind === 'scalar');
    assert.match(textOf(valueOf(value, 'b')) ?? '', /\{\{ +resolve:ssm:\/p +\}\}/);
    const open = `{% raw %}${'{{ a'.repeat(3)}`;
    assert.equal(maskTemplating(open), open.replace('{% raw %}', '         '));
  });
});

describe('JSON', () => {
  test('reads numbers, words and strings', () => {
    const { root } = readJson({
      file: 'a.json',
      text: '{"a": 5.70, "b": true, "c": null, "d": "\\u0041", "e": [1]}',
    });
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((key) => {
        const node = valueOf(root, key);
        return node?.kind === 'scalar' ? [node.text, node.value] : null;
      }),
      [
        ['5.70', 5.7],
        ['true', true],
        ['null', null],
        ['A', 'A'],
      ],
    );
  });
});

test('searches each document of a file separately', () => {
  const has = (text: string, ...words: string[]): boolean =>
    hasRelevantDocument({ file: 'a.yaml', text }, (document) =>
      words.every((word) => document.includes(word)),
    );
  assert.ok(has('a: 1\nb: 2\n', 'a:', 'b:'));
  assert.ok(!has('a: 1\n---\nb: 2\n', 'a:', 'b:'));
  assert.ok(has('a: 1\n---\nb: 2\na: 3\n', 'a:', 'b:'));
  assert.ok(
    has('%YAML 1.2\n---\na: 1\n---\nb: 2\n', 'a:', 'b:'),
    'directives are of the documents after them',
  );
});

test('searches JSON for a key with a value, without positions', () => {
  const asks = (json: string): boolean =>
    mayHaveScalar(json, (key, written) => key === 'version' && written === '15.4');
  assert.ok(asks('{ "a": [{ "version": 15.4 }] }'));
  assert.ok(asks('{ "version": "15.4" }'));
  assert.ok(!asks('{ "version": { "type": "15.4" }, "15.4": null }'));
  assert.ok(asks('{ // what is no plain JSON may have any\n}'));
  assert.ok(asks('['.repeat(200_000) + ']'.repeat(200_000)));
});
