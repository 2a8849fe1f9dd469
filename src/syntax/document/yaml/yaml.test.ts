import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows, writtenAt } from '../../../../test/support/code/values.ts';
import { linesOf } from '../lines.ts';
import { entriesOf, textOf, type Node } from '../node.ts';
import { parseAnyYaml, readYaml } from './yaml.ts';

type Plain = string | null | Plain[] | { [key: string]: Plain };

function plain(node: Node | null): Plain {
  if (node?.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  return node?.kind === 'list' ? node.items.map(plain) : textOf(node);
}

/** Documents of a text, read by the library alone. */
function documentsOf(text: string): Plain[] {
  const lines = linesOf({ file: 'a.yaml', text });
  return parseAnyYaml(text, text, lines).map(({ root }) => plain(root));
}

test('reads anchors, merges, tags and explicit styles', () => {
  assertRows(
    [
      ['a: &v 8.0\nb: *v\n', [{ a: '8.0', b: '8.0' }]],
      ['a: *unknown\n', [{ a: null }]],
      ['a: &a [*a]\n', [{ a: [null] }]],
      ['? a\n: b\n', [{ a: 'b' }]],
      ['a: |2\n   x\n', [{ a: ' x\n' }]],
      ['a: !!str 8.0\n', [{ a: '8.0' }]],
      ["a: 'it''s'\r\nb: \"\\u00e9\"\r\n", [{ a: "it's", b: 'é' }]],
      ['a: 1\n---\nb: 2\n...\n', [{ a: '1' }, { b: '2' }]],
      ['', []],
    ],
    documentsOf,
  );
});

test('locates a value at its token, without quotes and margins', () => {
  const text = 'a: "8.0"\nb: |\n  x\n  y\n\nc: {d: 1} # one\n';
  const lines = linesOf({ file: 'a.yaml', text });
  const [document] = parseAnyYaml(text, text, lines);
  const written = entriesOf(document?.root ?? null).map(({ value }) => writtenAt(text, value));
  assert.deepEqual(written, ['8.0', 'x\n  y', '{d: 1}']);
});

test('locates an alias at its name', () => {
  const text = 'a: &v 8.0\nb: *v\n';
  const [document] = readYaml({ file: 'a.yaml', text });
  const alias = entriesOf(document?.root ?? null)[1]?.alias;
  assert.equal(alias && writtenAt(text, alias), '*v');
});

test('reads a file as a template if it is valid YAML only as one', () => {
  const text = '{{- if .Values.on }}\nversion: {{ .Values.version }}\n{{- end }}\nengine: mysql\n';
  const [document] = readYaml({ file: 'a.yaml', text });
  assert.ok(document?.isTemplate === true);
  assert.deepEqual(document.errors, []);
  assert.deepEqual(plain(document.root), { version: '{{ .Values.version }}', engine: 'mysql' });
  const version = entriesOf(document.root)[0]?.value;
  assert.equal(version?.kind === 'scalar' && version.isTemplated, true);
});

test('reports an error with its line, and reads the rest', () => {
  const [document] = readYaml({ file: 'a.yaml', text: 'a: 1\nb: "open\n' });
  assert.ok(document !== undefined);
  assert.equal(document.errors.length, 1);
  assert.ok((document.errors[0]?.line ?? 0) >= 2);
  assert.deepEqual(Object.keys(plain(document.root) as object), ['a', 'b']);
});

test('reports brackets nested too deeply, and stops reading', () => {
  const [document] = readYaml({ file: 'a.yaml', text: '['.repeat(10_000) });
  assert.deepEqual([document?.root, document?.errors.length], [null, 1]);
});
