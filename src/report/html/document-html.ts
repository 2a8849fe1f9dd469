import type { Language } from '../../l10n/index.ts';
import { fragment, trusted, type Html, type Part } from './html.ts';
import { isSafeLink } from '../markdown.ts';
import { pageHtml } from './page-html.ts';

/**
 * A Markdown document of this product as one HTML file. Understands only the Markdown that it writes itself; the rest is
 * text.
 * @param filter of the rows, below the title
 */
export function documentHtml(markdown: string, language: Language, filter: Html | null = null): string {
  // A page needs a heading of level one, also of a document whose title is a section of a comment.
  const lines = markdown.trimEnd().replace(/^#+ /, '# ').split('\n');
  const title = (lines[0] ?? '').replace(/^#+ /, '').replace(ESCAPED, '$1');
  const [heading = null, ...others] = blocksOf(lines);
  return pageHtml({ language, title, header: null, main: [heading, filter, others] });
}

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** A kind of block, recognised by its first line. */
interface BlockKind {
  begins: RegExp;
  /** Index of the line after the block that begins at `from`. */
  end: (lines: readonly string[], from: number) => number;
  html: (lines: readonly string[]) => Html;
}

const FENCE = /^ {0,3}(`{3,})/;
const BULLET = /^- /;
const STEP_NUMBER = /^\d{1,3}\. /;

const KINDS: readonly BlockKind[] = [
  { begins: /^\s*$/, end: (_, from) => from + 1, html: () => fragment`` },
  {
    begins: FENCE,
    end(lines, from) {
      const fence = FENCE.exec(lines[from] ?? '')?.[1];
      return endOfLines(lines, from + 1, (line) => line.trim() !== fence) + 1;
    },
    html: (lines) => fragment`<pre><code>${lines.slice(1, -1).map((line) => [line, LINE_END])}</code></pre>`,
  },
  { begins: /^#{1,3} /, end: (_, from) => from + 1, html: ([line = '']) => headingOf(line) },
  {
    begins: /^\|/,
    end: (lines, from) => endOfLines(lines, from, (line) => line.startsWith('|')),
    html: tableOf,
  },
  {
    begins: /^> /,
    end: (lines, from) => endOfLines(lines, from, (line) => line.startsWith('>')),
    html: (lines) =>
      fragment`<blockquote>${blocksOf(lines.map((line) => line.replace(/^> ?/, '')))}</blockquote>`,
  },
  { begins: BULLET, end: endOfList(BULLET), html: (lines) => fragment`<ul>${itemsOf(lines, BULLET)}</ul>` },
  {
    begins: STEP_NUMBER,
    end: endOfList(STEP_NUMBER),
    html: (lines) => fragment`<ol>${itemsOf(lines, STEP_NUMBER)}</ol>`,
  },
  {
    begins: /^<details><summary>/,
    end: (lines, from) => endOfLines(lines, from, (line) => line !== '</details>') + 1,
    html([first = '', ...lines]) {
      const summary = first.replace(/^<details><summary>(.*)<\/summary>$/, '$1');
      return fragment`<details><summary>${inline(summary)}</summary>${blocksOf(lines.slice(0, -1))}</details>`;
    },
  },
];

const PARAGRAPH: BlockKind = {
  begins: /^/,
  end: (lines, from) => endOfLines(lines, from + 1, (line) => !KINDS.some(({ begins }) => begins.test(line))),
  html: (lines) => fragment`<p>${inline(joinLines(lines))}</p>`,
};

const LINE_END = trusted('\n');

function blocksOf(lines: readonly string[]): Part[] {
  const blocks: Part[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at] ?? '';
    const kind = KINDS.find(({ begins }) => begins.test(first)) ?? PARAGRAPH;
    const end = kind.end(lines, at);
    blocks.push(kind.html(lines.slice(at, end)), LINE_END);
    at = end;
  }
  return blocks;
}

/** Index of the first line from `from` on that is not part of a block. */
function endOfLines(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && belongs(lines[at] ?? '')) at++;
  return at;
}

/** Returns the end of a list for its item mark: indented lines are part of its items, trailing blank lines are not. */
function endOfList(mark: RegExp): BlockKind['end'] {
  return (lines, from) => {
    let end = endOfLines(lines, from, (line) => mark.test(line) || /^(?: {2}|\s*$)/.test(line));
    while (lines[end - 1]?.trim() === '') end--;
    return end;
  };
}

function itemsOf(lines: readonly string[], mark: RegExp): Html[] {
  const starts = lines.flatMap((line, nth) => (mark.test(line) ? [nth] : []));
  return starts.map((start, nth) => {
    const [first = '', ...below] = lines.slice(start, starts[nth + 1]);
    const own = endOfLines(below, 0, (line) => line.startsWith('  ') && !/^ {2}(?:- |`{3})/.test(line));
    const words = joinLines([first.replace(mark, ''), ...below.slice(0, own)]);
    const blocks = blocksOf(below.slice(own).map((line) => line.replace(/^ {2}/, '')));
    return fragment`<li>${inline(words)}${blocks}</li>`;
  });
}

function headingOf(line: string): Html {
  const words = inline(line.replace(/^#+ /, ''));
  if (line.startsWith('### ')) return fragment`<h3>${words}</h3>`;
  return line.startsWith('## ') ? fragment`<h2>${words}</h2>` : fragment`<h1>${words}</h1>`;
}

function tableOf([head = '', , ...rows]: readonly string[]): Html {
  const columns = cellsOf(head).map((cell) => fragment`<th scope="col">${inline(cell)}</th>`);
  const body = rows.map(
    (row) => fragment`<tr>${cellsOf(row).map((cell) => fragment`<td>${inline(cell)}</td>`)}</tr>`,
  );
  return fragment`<div class="scroll"><table><thead><tr>${columns}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Cells of a row. An escaped bar does not separate cells. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/\|((?:\\.|[^\\|])*)(?=\|)/g)].map(([, cell = '']) => cell.trim());
}

/** Joins the lines of a paragraph; two spaces at the end of a line become a line break. */
function joinLines(lines: readonly string[]): string {
  return lines.map((line) => line.trimStart().replace(/ {2}$/, '<br>')).join(' ');
}

const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\`{-~])`,
    '(?<fence>`+)',
    String.raw`\*\*(?<strong>(?:\\.|[^\\*])+)\*\*`,
    String.raw`\[(?<label>(?:\\.|[^\\[\]])*)\]\(<?(?<address>[^()<>\s]*)>?\)`,
    '<br>',
  ].join('|'),
  'g',
);

/** Parses inline marks: escapes, code, bold, links and line breaks. */
function inline(words: string): Part {
  const parts: Part[] = [];
  let from = 0;
  for (const match of words.matchAll(INLINE)) {
    if (match.index < from) continue;
    const { fence } = match.groups ?? {};
    const inside = match.index + match[0].length;
    const end = fence === undefined ? null : endOfCode(words, inside, fence.length);
    parts.push(words.slice(from, match.index));
    parts.push(
      end === null
        ? inlineHtml(match.groups ?? {})
        : fragment`<code>${words.slice(inside, end).trim()}</code>`,
    );
    from = end === null ? inside : end + match[0].length;
  }
  return [...parts, words.slice(from)];
}

/** Index of the next fence of the same length, which ends a code span; null if there is none. */
function endOfCode(words: string, from: number, length: number): number | null {
  for (const { index, 0: fence } of words.slice(from, from + MAX_CODE_SPAN_LENGTH).matchAll(/`+/g))
    if (fence.length === length) return from + index;
  return null;
}

/** Length at which the search for the end of a code span stops. */
const MAX_CODE_SPAN_LENGTH = 20_000;

/** HTML of inline parts. Links are limited to the pages that Markdown may link to. */
function inlineHtml({
  escaped,
  fence,
  strong,
  label,
  address = '',
}: Readonly<Record<string, string | undefined>>): Part {
  if (escaped !== undefined) return escaped;
  if (fence !== undefined) return fence;
  if (strong !== undefined) return fragment`<b>${inline(strong)}</b>`;
  if (label === undefined) return trusted('<br>');
  if (!isSafeLink(address)) return inline(label);
  return fragment`<a href="${address}" rel="noreferrer">${inline(label)}</a>`;
}
