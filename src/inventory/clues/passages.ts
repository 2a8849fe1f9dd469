import { commentsOf, type SourceFile } from '../../syntax/index.ts';

/** A sentence of a document, or a command or line of a script, with the text that introduces it. */
export interface Passage {
  text: string;
  /** Offset of the text in the file. */
  start: number;
  /** The heading above, and the sentence that leads up to a command. */
  heading: string;
  lead: string;
}

const DOCUMENT = /\.(?:md|mdx|markdown|txt|adoc|asciidoc|rst|org)$/i;
const FENCE = /^\s{0,12}(?:```|~~~)/;
const FENCE_OF_ASCIIDOC = /^(?:----|\.\.\.\.)\s*$/;
const HEADING = /^\s{0,3}(?:#{1,6}|={1,6}|\*{1,6}(?=\s\S+$))\s(.*)$/;
const ITEM = /^\s*(?:[-*+•]|\d+[.)]|[(（]\d+[)）]|\|)\s*/;
/** The end of a sentence, in English or Japanese. */
const SENTENCE = /[^.!?。！？\n]*(?:[.!?](?!\s|$)[^.!?。！？\n]*)*[.!?。！？\n]?/g;

export function isProse(file: string): boolean {
  return DOCUMENT.test(file);
}

/** The passages of a file, without its comments. */
export function passagesOf(source: SourceFile): Passage[] {
  return isProse(source.file) ? passagesOfDocument(source) : passagesOfCode(source);
}

/** Commands and lines; a backslash joins two. */
function passagesOfCode(source: SourceFile): Passage[] {
  return joinedLines(withoutCommentLines(commentsOf(source).code)).map(({ text, start }) => ({
    text,
    start,
    heading: '',
    lead: '',
  }));
}

function passagesOfDocument({ file, text: written }: SourceFile): Passage[] {
  const isAsciidoc = /\.(?:adoc|asciidoc)$/i.test(file);
  const found: Passage[] = [];
  // Text in HTML comments, or struck out.
  const text = written.replace(/<!--[\s\S]*?(?:-->|$)|~~[^~\n]+~~/g, blanked);
  let heading = '';
  let lead = '';
  let isCode = false;
  let paragraph: { text: string; start: number } | null = null;
  const flush = (): void => {
    if (paragraph === null) return;
    for (const { 0: sentence, index } of paragraph.text.matchAll(SENTENCE)) {
      if (sentence.trim() === '') continue;
      found.push({ text: sentence, start: paragraph.start + index, heading, lead });
      lead = sentence;
    }
    paragraph = null;
  };
  for (const line of joinedLines(text)) {
    if (FENCE.test(line.text) || (isAsciidoc && FENCE_OF_ASCIIDOC.test(line.text))) {
      flush();
      isCode = !isCode;
      continue;
    }
    const isIndented = /^(?:\t| {4,})\S/.test(line.text) && paragraph === null;
    if (isCode || isIndented) {
      flush();
      if (line.text.trim() !== '' && !/^\s*#/.test(line.text)) found.push({ ...line, heading, lead });
      continue;
    }
    const title = HEADING.exec(line.text)?.[1]?.trim();
    if (title !== undefined || line.text.trim() === '') {
      flush();
      if (title === undefined) continue;
      heading = title;
      lead = '';
      continue;
    }
    if (ITEM.test(line.text)) flush();
    // Lines of one paragraph form one text, with the same length as before.
    paragraph =
      paragraph === null
        ? { ...line }
        : {
            start: paragraph.start,
            text: `${text.slice(paragraph.start, line.start - 1).replaceAll('\n', ' ')} ${line.text}`,
          };
  }
  flush();
  return found;
}

/**
 * Lines with their offsets. A line that ends with a backslash is joined with the next one; blanks replace the line
 * break.
 */
function joinedLines(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  let isOpen = false;
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const words = line.replace(/[\\`]\s*$/, blanked);
    if (isOpen && last !== undefined) last.text += ` ${words}`;
    else lines.push({ text: words, start });
    isOpen = /\\\s*$/.test(line);
    start += line.length + 1;
  }
  return lines;
}

function withoutCommentLines(code: string): string {
  return code.replace(/^[ \t]*(?:#|\/\/).*$/gm, blanked);
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
