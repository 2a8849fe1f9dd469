import { lineAt, linesOf, type Lines } from '../lines.ts';
import { moved } from '../moved.ts';
import type { ParsedDocument } from '../node.ts';

/** What several places of a document may share. */
const ANCHOR = /(?:^|[\s[{,])&[^\s&]/;

/** A text whose lines all end with CRLF says what it says without the returns, each of which moves what follows. */
export function readWithReturns<Other extends string | null>(
  text: string,
  lines: Lines,
  read: (plain: string) => ParsedDocument[] | Other,
): ParsedDocument[] | Other | null {
  const plain = text.replaceAll('\r\n', '\n');
  const { starts } = linesOf({ file: '', text: plain });
  const isEverywhere = plain.length + starts.length - 1 === text.length && !plain.includes('\r');
  if (!isEverywhere || ANCHOR.test(text)) return null;
  const documents = read(plain);
  if (!Array.isArray(documents)) return documents;
  const move = (offset: number): number => offset + lineAt(starts, offset);
  return documents.map(({ root, ...rest }) => ({ ...rest, root: root && moved(root, move, lines) }));
}
