import assert from 'node:assert/strict';
import type { Asset, FileLocation } from '../../../src/model/index.ts';

/** A text with the start and end of each of its lines, without line endings. */
export interface TextLines {
  text: string;
  lines: readonly { start: number; end: number }[];
}

/** Splits a text into lines once, for many ranges. */
export function splitLines(text: string): TextLines {
  const plain = text.replace(/^\uFEFF/, '');
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: ending, index } of plain.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index });
    start = index + ending.length;
  }
  lines.push({ start, end: plain.length });
  return { text: plain, lines };
}

/** Text of a range; fails if the range is outside of the file, or begins or ends inside a line ending. */
export function textOf(
  { text, lines }: TextLines,
  { line, column, endLine, endColumn }: FileLocation,
  name: string,
): string {
  const offsetOf = (at: number, col: number): number => {
    const found = lines[at - 1];
    assert.ok(found !== undefined, `${name}: line ${at}`);
    assert.ok(col >= 1 && found.start + col - 1 <= found.end, `${name}: column ${col} of line ${at}`);
    return found.start + col - 1;
  };
  const start = offsetOf(line, column);
  const end = offsetOf(endLine, endColumn);
  assert.ok(start <= end, `${name}: ends before it begins`);
  return text.slice(start, end);
}

/**
 * True if a text is the version of an asset, a part of it, an expression with that value, or base64 data that contain it.
 */
export function holdsVersion(text: string, { engineVersion, version }: Asset): boolean {
  if (engineVersion === null || text.trim() !== text || text === '') return engineVersion === null;
  const plain = text.replace(/\s+/g, ' ');
  const whole = engineVersion.replace(/\s+/g, ' ');
  if (/^[\w+/=]{16,}$/.test(text) && Buffer.from(text, 'base64').includes(engineVersion)) return true;
  return (
    engineVersion.includes(text) ||
    (version !== null && plain.includes(version)) ||
    whole.includes(plain) ||
    plain.includes(whole) ||
    /[${}()[\].,'"%\\`]|^\w+$/.test(text)
  );
}
