/**
 * A page of documentation as a flat sequence of headings, paragraphs, lists and tables, from HTML or Markdown. Ids,
 * classes and wrappers are removed: readers of a page rely on the words and their order alone.
 */
export interface DocumentPage {
  title: string;
  blocks: readonly Block[];
  /** Target of an immediate redirect, or null. */
  redirect: string | null;
}

export type Block = Heading | Paragraph | List | Table;

export interface Heading {
  kind: 'heading';
  /** 1 to 6. */
  level: number;
  text: string;
}

export interface Paragraph {
  kind: 'paragraph';
  inline: Inline;
}

export interface List {
  kind: 'list';
  ordered: boolean;
  /** True inside a note, which explains something and is not a point of the page. */
  inNote: boolean;
  items: readonly ListItem[];
}

/** Words of a list item and its nested lists, in the order of the page. */
export interface ListItem {
  parts: readonly (Inline | List)[];
}

export interface Table {
  kind: 'table';
  rows: readonly (readonly Cell[])[];
}

/** Words of a cell, including those of its lists, and the parts that they come from. */
export interface Cell extends Inline, ListItem {}

/** A run of words on one line, with white space collapsed and without footnote digits. */
export interface Inline {
  kind: 'inline';
  text: string;
  /** True if all of it is bold, except for a colon. */
  bold: boolean;
  links: readonly Link[];
  /** Texts in code ticks. */
  code: readonly string[];
}

export interface Link {
  text: string;
  href: string;
}

/** Text with every run of white space replaced by one blank. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Inline for a text. Punctuation outside the bold words does not count: `<b>New features</b>:` is bold. */
export function makeInline(
  words: string,
  boldWords: string,
  links: readonly Link[] = [],
  code: readonly string[] = [],
): Inline {
  const letters = (text: string): string => text.replace(/[\s:.,;]+/g, '');
  const bold = letters(boldWords) !== '' && letters(boldWords) === letters(words);
  return { kind: 'inline', text: collapseWhitespace(words), bold, links, code };
}

/** Words of an item without its nested lists. */
export function ownText(item: ListItem): string {
  return joinSentences(inlinesOf(item).map(({ text }) => text));
}

/** Words of an item with its nested lists. */
export function fullText(item: ListItem): string {
  return joinSentences(
    item.parts.map((part) => (part.kind === 'inline' ? part.text : joinSentences(part.items.map(fullText)))),
  );
}

export function inlinesOf(item: ListItem): Inline[] {
  return item.parts.filter((part) => part.kind === 'inline');
}

export function nestedLists(item: ListItem): List[] {
  return item.parts.filter((part) => part.kind === 'list');
}

/** Links of an item, including those of its nested lists. */
export function linksOf(item: ListItem): Link[] {
  return item.parts.flatMap((part) => (part.kind === 'inline' ? part.links : part.items.flatMap(linksOf)));
}

/** Texts in code ticks of an item, including those of its nested lists. */
export function codeOf(item: ListItem): string[] {
  return item.parts.flatMap((part) => (part.kind === 'inline' ? part.code : part.items.flatMap(codeOf)));
}

/** Joins parts of a text, with a semicolon after a part without punctuation at its end. */
export function joinSentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => {
      if (text === '') return part;
      return /[.:;,!?)]$/.test(text) || part.startsWith('(') ? `${text} ${part}` : `${text}; ${part}`;
    }, '');
}

/** Makes a cell from its parts; the words of lists in it are separated as in an item. */
export function makeCell(parts: ListItem['parts']): Cell {
  const item = { parts };
  const bold = inlinesOf(item);
  return {
    kind: 'inline',
    text: fullText(item),
    bold: bold.length > 0 && bold.length === parts.length && bold.every((part) => part.bold),
    links: linksOf(item),
    code: codeOf(item),
    parts,
  };
}
