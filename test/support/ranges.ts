import assert from 'node:assert/strict';
import type { Asset, FileLocation } from '../../src/model/index.ts';

/** The text of a range; fails where the range is not in the file, or begins or ends within the end of a line. */
export function textOf(
  text: string,
  { line, column, endLine, endColumn }: FileLocation,
  name: string,
): string {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = plain.split(/(?<=\r\n|\n|\r(?!\n))/);
  for (const [at, col] of [
    [line, column],
    [endLine, endColumn],
  ] as const) {
    const written = lines[at - 1];
    // The end of the text is behind the end of its last line.
    assert.ok(written !== undefined || (at === lines.length + 1 && col === 1), `${name}: line ${at}`);
    const length = (written ?? '').replace(/[\r\n]+$/, '').length;
    assert.ok(col >= 1 && col <= length + 1, `${name}: column ${col} of line ${at}`);
  }
  const start = lines.slice(0, line - 1).join('').length + column - 1;
  const end = lines.slice(0, endLine - 1).join('').length + endColumn - 1;
  assert.ok(start <= end, `${name}: ends before it begins`);
  return plain.slice(start, end);
}

/** Whether a text is the version of an asset, a part of it, an expression that comes to it, or data in base64 that hold it. */
export function holdsVersion(text: string, { engineVersion, version }: Asset): boolean {
  if (engineVersion === null || text.trim() !== text || text === '') return engineVersion === null;
  const plain = text.replace(/\s+/g, ' ');
  const written = engineVersion.replace(/\s+/g, ' ');
  if (/^[\w+/=]{16,}$/.test(text) && Buffer.from(text, 'base64').includes(engineVersion)) return true;
  return (
    engineVersion.includes(text) ||
    (version !== null && plain.includes(version)) ||
    written.includes(plain) ||
    plain.includes(written) ||
    /[${}()[\].,'"%]|^\w+$/.test(text)
  );
}
