import type { SourceFile } from '../syntax/index.ts';
import { indentAt, indentUnit, lineEnding, type Change } from './edit.ts';

/** An item of a list, or an entry with a name. */
interface Part {
  name?: string;
  value: unknown;
}

/** Inserts JSON parts before an existing one; each gets its own line if the existing one has its own. */
export function insertJsonBefore(source: SourceFile, at: number, parts: readonly Part[]): Change {
  const behind = `,${separatorAt(source, at)}`;
  const text = parts.map(
    ({ name, value }) => (name === undefined ? '' : `"${name}": `) + jsonText(source, at, value) + behind,
  );
  return { start: at, end: at, text: text.join('') };
}

/** Separator between a part and the one before it: a line ending if the part has its own line. */
export function separatorAt(source: SourceFile, at: number): string {
  return isOwnLine(source, at) ? lineEnding(source.text) + indentAt(source.text, at) : ' ';
}

/** A value as JSON: on several lines if the part at this offset begins its line, else on one. */
export function jsonText(source: SourceFile, at: number, value: unknown): string {
  if (!isOwnLine(source, at)) return JSON.stringify(value);
  const lines = JSON.stringify(value, null, indentUnit(source, '  '));
  return lines.replaceAll('\n', lineEnding(source.text) + indentAt(source.text, at));
}

function isOwnLine({ text }: SourceFile, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
