import { Parser } from 'htmlparser2';
import { text } from '../../../l10n/index.ts';
import { FetchFailure } from '../../pages/failure.ts';

/**
 * Receives a document's elements while it is read, in order. `path` is the names of the open elements, innermost last.
 */
export interface XmlHandler {
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  /** `content` is the text directly inside the element. */
  close(path: readonly string[], content: string): void;
}

/** Depth limit; advisories and indexes of repositories have six levels. */
const maxDepth = 16;
/** Length limit; the longest description of an advisory has some 40,000 characters. */
const maxTextLength = 1_000_000;

/**
 * Reads a document in chunks, so that it is never in memory as a whole. Entities that the document declares are
 * ignored, so they cannot expand.
 * @throws {FetchFailure} if elements are not closed in order, or the document is too deep or empty
 */
export async function readXml(
  pieces: AsyncIterable<string> | Iterable<string>,
  handler: XmlHandler,
): Promise<void> {
  const path: string[] = [];
  const contents: string[] = [];
  let roots = 0;
  let isEnding = false;
  /** True right after an opening tag: an element that closes now without an end tag is `<a/>`. */
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
        if (isImplied && (isEnding || !isJustOpen)) throw truncated(name);
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
  if (roots === 0) throw truncated(null);
}

function tooLarge(key: 'catalogue.page.tooDeep' | 'catalogue.page.tooLong', limit: number): FetchFailure {
  return new FetchFailure('too-large', text(key, { limit }));
}

function truncated(element: string | null): FetchFailure {
  return new FetchFailure(
    'truncated',
    element === null ? text('catalogue.xml.brokenOff.none') : text('catalogue.xml.brokenOff', { element }),
  );
}
