import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { mayHaveTopLevelKey, mayHaveScalar, readJson } from './json.ts';
import { textOf, valueOf } from './node.ts';

const read = (text: string) => readJson({ file: 'a.json', text });

test('locates a value where the file writes it', () => {
  const text = '{\r\n  "a": { "b": "8.0" }\r\n}';
  const { root, errors } = read(text);
  assert.deepEqual(errors, []);
  const value = valueOf(valueOf(root, 'a'), 'b');
  assert.equal(textOf(value), '8.0');
  assert.equal(value === null ? '' : text.slice(value.start, value.end), '8.0');
});

test('reports an error for a text other than JSON, and never throws', () => {
  for (const text of ['{', '{"a": }', '', '[1,,2]', '{"a": 1} {"b": 2}', '\uFEFF{', '['.repeat(20_000)])
    assert.ok(read(text).errors.length > 0, text.slice(0, 20));
});

test('reads comments and trailing commas', () => {
  const { root } = read('{ // why\n "a": "1", /* b */ "c": "2", }');
  assert.equal(textOf(valueOf(root, 'c')), '2');
});

test('searches JSON for a key, anywhere or at the top', () => {
  assertRows(
    [
      ['{"Resources": {}}', true],
      ['{"a": {"Resources": {}}}', false],
      ['1', false],
      // A list may hold such documents, and a text that is not plain JSON anything.
      ['["a"]', true],
      ['{', true],
    ],
    (text) => mayHaveTopLevelKey(text, 'Resources'),
  );
  assert.equal(
    mayHaveScalar('{"a": {"engine": "mysql"}}', (key) => key === 'engine'),
    true,
  );
  assert.equal(
    mayHaveScalar('{"a": {"motor": "mysql"}}', (key) => key === 'engine'),
    false,
  );
});
