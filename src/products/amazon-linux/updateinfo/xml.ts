import { Parser } from 'htmlparser2';
import { text } from '../../../l10n/index.ts';
import { FetchFailure } from '../../pages/failure.ts';

/** What is told of a document while it is read, in order. `path` are the names of the open elements, the innermost last. */
export interface XmlHandler {
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  /** `content` is the text in the element itself. */
  close(path: readonly string[], content: string): void;
}

/** Advisories and indexes of repositories have six levels. */
const maxDepth = 16;
/** The longest description of an advisory has some 40,000 characters. */
const maxTextLength = 1_000_000;

/**
 * Reads a document piece by piece, so that it is never in memory as a whole. Entities that a document declares are not
 * known, so none can grow.
 * @throws {FetchFailure} for elements that are not closed in their order, and for a document that is too deep or has no
 * element
 */
export async function readXml(
  pieces: AsyncIterable<string> | Iterable<string>,
  handler: XmlHandler,
): Promise<void> {
  const path: string[] = [];
  const contents: string[] = [];
  let roots = 0;
  let isEnding = false;
  /** Nothing came since the last element was opened: it closes itself (`<a/>`) if it is closed now without an end tag. */
  let isJustOpen = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (path.length === 0) roots += 1;
        if (path.length >= maxDepth || roots > 1) throw tooLarge('catalogue.page.tooDeep', maxDepth);
        path.push(name);
        contents.push('');
        handler.open(path, attributes);
        isJustOpen = true;
      },
      ontext(words) {
        isJustOpen = false;
        const last = contents.length - 1;
        if (last < 0) return;
        const content = (contents[last] ?? '') + words;
        if (content.length > maxTextLength) throw tooLarge('catalogue.page.tooLong', maxTextLength);
        contents[last] = content;
      },
      onclosetag(name, isImplied) {
        if (isImplied && (isEnding || !isJustOpen)) throw brokenOff(name);
        isJustOpen = false;
        handler.close(path, contents.pop() ?? '');
        path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of pieces) parser.write(piece);
  isEnding = true;
  parser.end();
  if (roots === 0) throw brokenOff(null);
}

function tooLarge(key: 'catalogue.page.tooDeep' | 'catalogue.page.tooLong', limit: number): FetchFailure {
  return new FetchFailure('too-large', text(key, { limit }));
}

function brokenOff(element: string | null): FetchFailure {
  return new FetchFailure(
    'truncated',
    element === null ? text('catalogue.xml.brokenOff.none') : text('catalogue.xml.brokenOff', { element }),
  );
}
