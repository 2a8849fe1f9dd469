import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf, readAnyJson, readSimpleJson } from '../../src/syntax/index.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';

const WRITTEN = `{
  "Parameters": { "a": "with \\"escapes\\" \\u00e9\\n", "b": [], "c": {} },
\t"list": [ 1, -2.50, 3e+4, true, false, null, "", { "x": [[ "y" ]] } ],
  "list": "twice"
}
`;
const SNIPPETS = [
  ...['"', ',', '{', '}', '[', ']', ':', '// x\n', '/* */', '1', '-', '.5', 'e', 'true', 'nul', '0', '01'],
  ...['\\', '\\u00', '\t', '\r\n', '"a": ', '\u0001', '\uFEFF', '"b"', '1.', 'E5'],
];

/** Where it is read at all. A key's place is all that is kept of it. */
function assertSame(text: string): void {
  const source = { file: 'a.json', text };
  const lines = linesOf(source);
  const simple = readSimpleJson(text, lines);
  if (simple === null) return;
  const { root, errors } = readAnyJson(source, lines);
  assert.deepEqual([shown(simple), []], [shown(root), errors], JSON.stringify(text));
}

function shown(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: { start: number; end: number }) =>
      key === 'keySpan' ? [value.start, value.end] : value,
    ),
  );
}

test('JSON as the standard has it is read in one pass', () => {
  assert.notEqual(readSimpleJson(WRITTEN, linesOf({ file: 'a.json', text: WRITTEN })), null);
  assertSame(WRITTEN);
});

test('it is read as the parser reads it that goes on after mistakes, or not at all', () => {
  fc.assert(fc.property(mutationsOf([WRITTEN], SNIPPETS), assertSame), RUNS);
});
