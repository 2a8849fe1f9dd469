import { lineAt, type Lines } from '../lines.ts';
import { moved } from '../moved.ts';
import type { ParsedDocument } from '../node.ts';

/** What several places of a document may share. */
const ANCHOR = /(?:^|[\s[{,])&[^\s&]/;

/** A text of which lines end with CRLF says what it says without the returns, each of which moves what follows. */
export function readWithReturns<Other extends string | null>(
  text: string,
  lines: Lines,
  read: (plain: string) => ParsedDocument[] | Other,
): ParsedDocument[] | Other | null {
  const plain = text.replaceAll('\r\n', '\n');
  if (plain.includes('\r') || ANCHOR.test(text)) return null;
  const documents = read(plain);
  if (!Array.isArray(documents)) return documents;
  const returns = Array.from(text.matchAll(/\r\n/g), ({ index }, nth) => index - nth + 1);
  const starts = [0, ...returns];
  const move = (offset: number): number => offset + lineAt(starts, offset);
  return documents.map((document) => ({
    ...document,
    root: document.root && moved(document.root, move, lines),
  }));
}
