import { collapseWhitespace } from '../../pages/blocks.ts';

/** One item in the notes' source. */
export interface SourceItem {
  /** Titles of its sections, outermost first. */
  sections: readonly string[];
  /** Comment in front of its words, which names its commits. */
  comment: string;
  /** Its paragraphs, including those in nested lists. */
  paragraphs: readonly string[];
}

/** One release in the notes' source. */
export interface SourceRelease {
  title: string;
  /** Paragraphs outside items, with the titles of their sections. */
  paragraphs: readonly { sections: readonly string[]; text: string }[];
  items: readonly SourceItem[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  sect: '',
  mdash: '—',
  ndash: '–',
  hellip: '…',
};
/** Marks around quoted and literal text; no file contains these characters. */
const [OPENS, CLOSES] = ['\u0001', '\u0002'];
const MARKED = /\u0001([^\u0001\u0002]*)\u0002/g;

/** Depth limit; sections, lists and items of the notes are shallower. */
const MAX_DEPTH = 60;

/**
 * Releases in a file of the project's notes, without one within which the file ends. Linear in its length; skips what it
 * does not understand.
 */
export function readSource(text: string): { releases: SourceRelease[]; isCut: boolean } {
  const reader = new SourceReader();
  let place = 0;
  while (place < text.length) {
    const open = text.indexOf('<', place);
    if (open < 0) break;
    reader.words(text.slice(place, open));
    const isComment = text.startsWith('<!--', open);
    const end = text.indexOf(isComment ? '-->' : '>', open);
    if (end < 0) break;
    if (isComment) reader.comment(text.slice(open + 4, end));
    else reader.tag(text.slice(open + 1, end));
    place = end + (isComment ? 3 : 1);
  }
  const { releases, isOpen: isCut } = reader;
  return { releases: isCut ? releases.slice(0, -1) : releases, isCut };
}

interface OpenItem {
  comment: string;
  paragraphs: string[];
}

interface OpenRelease {
  title: string;
  paragraphs: { sections: string[]; text: string }[];
  items: SourceItem[];
}

class SourceReader {
  readonly releases: OpenRelease[] = [];
  /** True within a release. */
  isOpen = false;
  #sections: string[] = [];
  #comment = '';
  #item: OpenItem | null = null;
  /** Number of open items: nested ones are part of the outer one. */
  #depth = 0;
  #words: string[] | null = null;

  words(text: string): void {
    this.#words?.push(text);
  }

  comment(text: string): void {
    if (this.#item === null) return;
    if (this.#item.paragraphs.length === 0) this.#item.comment += text;
  }

  tag(written: string): void {
    const isEnd = written.startsWith('/');
    const name = /^\/?([a-z]+\d?)/i.exec(written.slice(0, 32))?.[1]?.toLowerCase() ?? '';
    if (/^sect\d$/.test(name)) this.#section(Number(name.slice(4)), isEnd);
    else if (name === 'listitem') this.#listItem(isEnd);
    else if (name === 'para' || name === 'title' || name === 'programlisting') this.#text(name, isEnd);
    else if (name === 'member') this.#words?.push(' ');
    else if (name === 'quote' || name === 'literal') this.#words?.push(isEnd ? CLOSES : OPENS);
  }

  #section(level: number, isEnd: boolean): void {
    this.#sections.length = Math.min(this.#sections.length, level - 1);
    this.#item = null;
    this.#depth = 0;
    if (level !== 1) return;
    this.isOpen = !isEnd;
    if (!isEnd) this.releases.push({ title: '', paragraphs: [], items: [] });
  }

  #listItem(isEnd: boolean): void {
    if (isEnd) {
      this.#depth = Math.max(0, this.#depth - 1);
      if (this.#depth > 0 || this.#item === null) return;
      const { comment, paragraphs } = this.#item;
      this.releases.at(-1)?.items.push({ sections: this.#sections.slice(1), comment, paragraphs });
      this.#item = null;
      return;
    }
    if (this.#depth < MAX_DEPTH) this.#depth += 1;
    this.#item ??= { comment: '', paragraphs: [] };
  }

  #text(name: string, isEnd: boolean): void {
    // A paragraph can contain a list: the words before it are a paragraph of their own.
    const text = plainText((this.#words ?? []).join(''));
    this.#words = isEnd ? null : [];
    if (text === '') return;
    if (this.#item !== null) this.#item.paragraphs.push(text);
    else if (name === 'title') this.#title(text);
    else this.releases.at(-1)?.paragraphs.push({ sections: this.#sections.slice(1), text });
  }

  #title(text: string): void {
    const release = this.releases.at(-1);
    // `Release date:` is a title, too.
    if (release === undefined || text.endsWith(':')) return;
    if (release.title === '') release.title = text;
    this.#sections.push(text);
    if (this.#sections.length > MAX_DEPTH) this.#sections.pop();
  }
}

function plainText(text: string): string {
  return collapseWhitespace(
    quoted(text).replace(/&(#?)(\w{1,20});/g, (_, isNumber: string, name: string) => {
      if (isNumber !== '') return numbered(name);
      return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? accented(name);
    }),
  );
}

/** Text in quotes. A message of several words keeps its quotes; a keyword does not. */
function quoted(text: string): string {
  return text
    .replace(MARKED, (_, words: string) =>
      collapseWhitespace(words).split(' ').length < 3 ? words : `“${words}”`,
    )
    .replaceAll(OPENS, '')
    .replaceAll(CLOSES, '');
}

function numbered(name: string): string {
  const code = /^x/i.test(name) ? Number.parseInt(name.slice(1), 16) : Number(name);
  return code > 0 && code < 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

/** Letter with its mark for `&Aacute;`. */
function accented(name: string): string {
  return /^[a-z](?:acute|grave|uml|ring|circ|tilde|cedil|slash|caron)$/i.test(name) ? name.charAt(0) : '';
}
