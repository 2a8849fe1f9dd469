/**
 * A page of documentation as a flat run of headings, paragraphs, lists and tables, whether it came as HTML or as
 * Markdown. Ids, classes and wrappers are gone: what understands a page works on the words and their order alone.
 */
export interface DocumentPage {
  title: string;
  blocks: readonly Block[];
  /** Where the page sends its reader on at once, or null. */
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
  /** Inside a note: explains the note, and is not a point of the page. */
  inNote: boolean;
  items: readonly ListItem[];
}

/** The words of a list item and its nested lists, in the order of the page. */
export interface ListItem {
  parts: readonly (Inline | List)[];
}

export interface Table {
  kind: 'table';
  rows: readonly (readonly Cell[])[];
}

/** The words of a cell, those of its lists included, and the parts that they come from. */
export interface Cell extends Inline, ListItem {}

/** A run of words on one line: white space collapsed, footnote digits left out. */
export interface Inline {
  kind: 'inline';
  text: string;
  /** Whether all of it is bold, a colon apart. */
  bold: boolean;
  links: readonly Link[];
  /** Texts in code ticks. */
  code: readonly string[];
}

export interface Link {
  text: string;
  href: string;
}

/** White space of every kind becomes one blank. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Punctuation outside of the bold words does not count: `<b>New features</b>:` is bold. */
export function makeInline(
  words: string,
  boldWords: string,
  links: readonly Link[] = [],
  code: readonly string[] = [],
): Inline {
  const letters = (text: string): string => text.replace(/[\s:.,;]+/g, '');
  const bold = letters(boldWords) !== '' && letters(boldWords) === letters(words);
  return { kind: 'inline', text: collapse(words), bold, links, code };
}

/** The words of an item without its nested lists. */
export function ownText(item: ListItem): string {
  return joinSentences(inlinesOf(item).map(({ text }) => text));
}

/** The words of an item with its nested lists. */
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

/** Links of an item, those of its nested lists included. */
export function linksOf(item: ListItem): Link[] {
  return item.parts.flatMap((part) => (part.kind === 'inline' ? part.links : part.items.flatMap(linksOf)));
}

/** Texts in code ticks of an item, those of its nested lists included. */
export function codeOf(item: ListItem): string[] {
  return item.parts.flatMap((part) => (part.kind === 'inline' ? part.code : part.items.flatMap(codeOf)));
}

/** Parts of a text in a row; a semicolon where a part has no punctuation at its end. */
export function joinSentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => {
      if (text === '') return part;
      return /[.:;,!?)]$/.test(text) || part.startsWith('(') ? `${text} ${part}` : `${text}; ${part}`;
    }, '');
}

/** A cell as its parts say: the words of its lists are set apart from each other as in an item. */
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
