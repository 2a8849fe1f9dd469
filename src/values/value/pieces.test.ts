import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { locationKey } from '../../model/index.ts';
import { writtenAt } from '../../../test/support/code/values.ts';
import { maxTextLength } from '../limits.ts';
import {
  imageOfPieces,
  joinTexts,
  slicePieces,
  textOfPieces,
  versionOfPieces,
  versionPiece,
  withoutMargins,
  type Piece,
} from './pieces.ts';

const TEXT = 'major = "8.0"\naurora = "3.04.0"\nname = "${major}.mysql_aurora.${aurora}"\n';
const lines = linesOf({ file: 'a.tf', text: TEXT });
const WHOLE = { lines, start: TEXT.indexOf('${major}'), end: TEXT.lastIndexOf('"') };

/** Piece of a text that is written once. */
function piece(text: string, written = text): Piece {
  const start = TEXT.indexOf(written);
  return { text, span: { lines, start, end: start + written.length }, origin: 'literal', uses: [] };
}

const VERSION = [piece('8.0'), piece('.mysql_aurora.'), { ...piece('3.04.0'), origin: 'variable' } as const];

test('slices a text, and keeps the places of its pieces', () => {
  const sliced = slicePieces(VERSION, { start: 2, end: 19 });
  assert.deepEqual(
    sliced.map(({ text }) => text),
    ['0', '.mysql_aurora.', '3.'],
  );
  assert.deepEqual(
    sliced.map(({ span }) => writtenAt(TEXT, span)),
    ['0', '.mysql_aurora.', '3.'],
  );
  assert.deepEqual(slicePieces(VERSION, { start: 5, end: 5 }), []);
  assert.deepEqual(slicePieces(VERSION, { start: 50, end: 60 }), []);
});

test('locates an escaped part at its whole piece', () => {
  const [sliced] = slicePieces([piece('é', '\\u00e9'), piece('x')], { start: 0, end: 1 });
  assert.equal(sliced?.text, 'é');
  assert.deepEqual(sliced.span, piece('é', '\\u00e9').span);
});

test('locates a version at its own number', () => {
  const fact = versionOfPieces(VERSION, WHOLE);
  assert.deepEqual(
    [fact.value, locationKey(fact.at), fact.origin],
    ['8.0.mysql_aurora.3.04.0', 'a.tf:2:11-2:17', 'variable'],
  );
  const only = versionOfPieces([piece('8.0')], WHOLE);
  assert.deepEqual([only.value, locationKey(only.at)], ['8.0', 'a.tf:1:10-1:13']);
  const ending = versionOfPieces([piece('8.0'), piece('.mysql_aurora.')], WHOLE);
  assert.equal(locationKey(ending.at), 'a.tf:3:9-3:40');
});

test('finds the piece that contains the version', () => {
  assert.equal(versionPiece(VERSION)?.text, '3.04.0');
  assert.equal(versionPiece([piece('8.0')])?.text, '8.0');
  assert.equal(versionPiece([piece('8.0'), piece('.mysql_aurora.')]), null);
  assert.equal(versionPiece([]), null);
});

test('locates an image name at its version', () => {
  const text = 'al = "al2023-ami-"\nrest = "2023.5.20240805-x86_64"\n';
  const own = linesOf({ file: 'b.tf', text });
  const part = (written: string): Piece => {
    const start = text.indexOf(written);
    return {
      text: written,
      span: { lines: own, start, end: start + written.length },
      origin: 'literal',
      uses: [],
    };
  };
  const whole = { lines: own, start: 0, end: text.length };
  const fact = imageOfPieces([part('al2023-ami-'), part('2023.5.20240805-x86_64')], whole);
  assert.deepEqual([fact.value, fact.at.line], ['al2023-ami-2023.5.20240805-x86_64', 2]);
});

test('excludes surrounding blanks from the place of a value', () => {
  const span = { lines, start: 10, end: 18 };
  assert.deepEqual(withoutMargins('  8.0  \n', span), { lines, start: 12, end: 15 });
  assert.equal(withoutMargins('   ', { ...span, end: 13 }).end, 13);
  assert.equal(withoutMargins(' 8.0', { ...span, end: 30 }).start, 10);
});

test('limits the length of joined texts', () => {
  assert.equal(joinTexts(['a', 'b'], '-'), 'a-b');
  assert.equal(joinTexts([]), '');
  assert.equal(joinTexts(Array.from({ length: 3 }, () => 'x'.repeat(maxTextLength / 2))), null);
  assert.equal(textOfPieces(VERSION), '8.0.mysql_aurora.3.04.0');
});
