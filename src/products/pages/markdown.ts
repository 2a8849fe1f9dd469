import { trimTrailing } from '../../model/index.ts';
import { makeCell, type Block, type Cell, type DocumentPage, type Inline } from './blocks.ts';
import { readMarkdownInline } from './markdown-inline.ts';

/** Lists and items while they are read; the result is the read-only `List` of blocks.ts. */
interface OpenList {
  kind: 'list';
  ordered: boolean;
  inNote: boolean;
  items: OpenItem[];
}
interface OpenItem {
  parts: (Inline | OpenList)[];
}
interface Level {
  /** Column of the bullet. */
  indent: number;
  list: OpenList;
}

/** Maximum depth of nested lists; no page has half of it. */
const MAX_LIST_DEPTH = 20;

const ANCHORS_ONLY = /^\s*(?:<a\b[^>]*>\s*<\/a>\s*)+$/;
const HEADING = /^(#{1,6})\s(.*)$/s;
const ITEM = /^(\s*)([-+*]|\d{1,9}[.)])(?:\s(.*))?$/s;
const TABLE_ROW = /^\s*\|(.*)\|\s*$/;
const TABLE_RULE = /^[\s|:-]+$/;

/** Reads the Markdown twin of an HTML page into the same blocks as the HTML. */
export function readMarkdown(source: string): DocumentPage {
  const reader = createReader();
  for (const line of source.split(/\r?\n/)) reader.readLine(line);
  const blocks = reader.finish();
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  return { title: title?.kind === 'heading' ? title.text : '', blocks, redirect: null };
}

function createReader(): { readLine(line: string): void; finish(): Block[] } {
  const blocks: Block[] = [];
  const levels: Level[] = [];
  let paragraph: string[] = [];
  /** Destination of the lines of `paragraph`: an item, or a block of their own. */
  let target: OpenItem | null = null;
  let rows: Cell[][] = [];
  let afterBlank = false;

  function flushParagraph(): void {
    const inline = readMarkdownInline(paragraph.join(' '));
    paragraph = [];
    if (inline.text === '') return;
    if (target) target.parts.push(inline);
    else blocks.push({ kind: 'paragraph', inline });
  }

  function flushTable(): void {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  }

  function closeLists(): void {
    levels.length = 0;
    target = null;
  }

  function openItem(indent: number, ordered: boolean, words: string): void {
    while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) > indent) levels.pop();
    let level = levels.at(-1);
    const isNested = level !== undefined && indent > level.indent + 1 && levels.length < MAX_LIST_DEPTH;
    if (level === undefined || isNested || level.list.ordered !== ordered) {
      const list: OpenList = { kind: 'list', ordered, inNote: false, items: [] };
      if (level && !isNested) levels.pop();
      const parent = levels.at(-1)?.list.items.at(-1);
      if (parent) parent.parts.push(list);
      else blocks.push(list);
      level = { indent, list };
      levels.push(level);
    }
    target = { parts: [] };
    level.list.items.push(target);
    paragraph = [words];
  }

  function readText(line: string): void {
    const indent = line.length - line.trimStart().length;
    if (afterBlank) {
      flushParagraph();
      while (levels.length > 0 && indent <= (levels.at(-1)?.indent ?? 0)) levels.pop();
      target = levels.at(-1)?.list.items.at(-1) ?? null;
    }
    paragraph.push(line.trim());
  }

  function readLine(raw: string): void {
    const line = raw.replace(/^\s*>\s?/, '');
    const row = TABLE_ROW.exec(line);
    if (row) {
      flushParagraph();
      closeLists();
      if (!TABLE_RULE.test(line)) rows.push(cellsOf(row[1] ?? ''));
      return;
    }
    flushTable();
    if (line.trim() === '') {
      afterBlank = true;
      return;
    }
    if (ANCHORS_ONLY.test(line)) return;
    const heading = HEADING.exec(line);
    const item = heading ? null : ITEM.exec(line);
    if (heading) {
      flushParagraph();
      closeLists();
      const text = readMarkdownInline(trimTrailing((heading[2] ?? '').trim(), '#').trim()).text;
      if (text !== '') blocks.push({ kind: 'heading', level: (heading[1] ?? '').length, text });
    } else if (item) {
      flushParagraph();
      openItem((item[1] ?? '').length, /\d/.test(item[2] ?? ''), (item[3] ?? '').trimStart());
    } else {
      readText(line);
    }
    afterBlank = false;
  }

  return {
    readLine,
    finish: () => {
      flushParagraph();
      flushTable();
      return blocks;
    },
  };
}

/** Cells of a row. A list in a cell is on one line, with bullets after `<br />`; its words suffice here. */
function cellsOf(row: string): Cell[] {
  return row.split(/(?<!\\)\|/).map((cell) => makeCell([readMarkdownInline(cell.trim())]));
}
