import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../../test/support/code/values.ts';
import { linesOf } from '../../lines.ts';
import { FlowReader } from './flow.ts';
import { foldedEnds, NOT_SIMPLE, YamlText } from './text.ts';

const source = (text: string): YamlText => new YamlText(text, linesOf({ file: 'a.yaml', text }));

/** Result, or null for a text that is not simple. */
function simply<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error === NOT_SIMPLE) return null;
    throw error;
  }
}

test('removes quotes and escapes from a text', () => {
  assertRows(
    [
      ['"8.0"', '8.0'],
      [String.raw`"a\"b\\"`, 'a"b\\'],
      ["'it''s'", "it's"],
      ['"one\n  two\n\n  three"', 'one two\nthree'],
      // Not simple: a line left of the value, other escapes, no end.
      ['"one\ntwo"', null],
      [String.raw`"\x41"`, null],
      ['"open', null],
    ],
    (text) => simply(() => source(text).quoted(0, 0, null).text),
  );
});

test('finds line ends and blanks at an offset', () => {
  const text = source('a  b\r\nc');
  assert.deepEqual([text.skipSpaces(1), text.nextLine(1), text.nextLine(6)], [3, 6, 7]);
  assert.deepEqual(
    [1, 3, 4, 5, 7].map((at) => text.isGap(at)),
    [true, false, true, true, true],
  );
});

test('reads a custom tag and the start of its value', () => {
  assert.deepEqual(source('!Ref  Version').tag(0), { tag: '!Ref', next: 6 });
  assert.deepEqual(source('!GetAtt\n').tag(0), { tag: '!GetAtt', next: 7 });
  for (const text of ['!!str a', '!', '!<tag> a'])
    assert.equal(
      simply(() => source(text).tag(0)),
      null,
      text,
    );
});

test('folds a line end to a space, and keeps blank lines', () => {
  assertRows(
    [
      ['\n', ' '],
      ['\n\n', '\n'],
      ['\n\n\n', '\n\n'],
    ],
    foldedEnds,
  );
});

test('ends a list or map in brackets at its own bracket', () => {
  const endOf = (text: string): number | null =>
    simply(() => {
      const reader = new FlowReader(source(text), 0, 0);
      reader.read(null);
      return reader.end;
    });
  assertRows(
    [
      ['[a, b] # c', 6],
      ['{a: [1, 2], "b": x} ', 19],
      ['[]', 2],
      ['[a,\n b]', 7],
      ['[a b, c: d]', null],
      ['[a', null],
      ['{a}', null],
    ],
    endOf,
  );
});
