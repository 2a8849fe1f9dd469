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

const DOCUMENT_FILE = /\.(?:md|mdx|markdown|txt|adoc|asciidoc|rst|org)$/i;
const CODE_FENCE = /^\s{0,12}(?:```|~~~)/;
const CODE_FENCE_OF_ASCIIDOC = /^(?:----|\.\.\.\.)\s*$/;
const HEADING_LINE = /^\s{0,3}(?:#{1,6}|={1,6}|\*{1,6}(?=\s\S+$))\s(.*)$/;
const LIST_ITEM = /^\s*(?:[-*+•]|\d+[.)]|[(（]\d+[)）]|\|)\s*/;
/** A sentence with its end, in English or Japanese. */
const SENTENCE = /[^.!?。！？\n]*(?:[.!?](?!\s|$)[^.!?。！？\n]*)*[.!?。！？\n]?/g;

export function isProse(file: string): boolean {
  return DOCUMENT_FILE.test(file);
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

function passagesOfDocument({ file, text }: SourceFile): Passage[] {
  const isAsciidoc = /\.(?:adoc|asciidoc)$/i.test(file);
  const isFence = (line: string): boolean =>
    CODE_FENCE.test(line) || (isAsciidoc && CODE_FENCE_OF_ASCIIDOC.test(line));
  return new DocumentReader(withoutDeletedText(text)).read(isFence);
}

/** Divides a document into sentences and commands, with the heading and the sentence before each. */
class DocumentReader {
  readonly #text: string;
  readonly #passages: Passage[] = [];
  #heading = '';
  #lead = '';
  #paragraph: Line | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  read(isFence: (line: string) => boolean): Passage[] {
    let isCode = false;
    for (const line of joinedLines(this.#text)) {
      if (isFence(line.text)) {
        this.#endParagraph();
        isCode = !isCode;
      } else if (isCode || this.#isIndentedCode(line)) this.#addCommand(line);
      else this.#addText(line);
    }
    this.#endParagraph();
    return this.#passages;
  }

  #isIndentedCode({ text }: Line): boolean {
    return this.#paragraph === null && /^(?:\t| {4,})\S/.test(text);
  }

  #addCommand(line: Line): void {
    this.#endParagraph();
    const isComment = /^\s*#/.test(line.text);
    if (line.text.trim() !== '' && !isComment)
      this.#passages.push({ ...line, heading: this.#heading, lead: this.#lead });
  }

  #addText(line: Line): void {
    const title = HEADING_LINE.exec(line.text)?.[1]?.trim();
    const isBlank = line.text.trim() === '';
    if (title !== undefined || isBlank || LIST_ITEM.test(line.text)) this.#endParagraph();
    if (title !== undefined) {
      this.#heading = title;
      this.#lead = '';
    } else if (!isBlank) this.#paragraph = this.#extended(line);
  }

  /** Lines of one paragraph form one text, with the same length as before. */
  #extended(line: Line): Line {
    if (this.#paragraph === null) return { ...line };
    const { start } = this.#paragraph;
    const before = this.#text.slice(start, line.start - 1).replaceAll('\n', ' ');
    return { start, text: `${before} ${line.text}` };
  }

  #endParagraph(): void {
    if (this.#paragraph === null) return;
    const { text, start } = this.#paragraph;
    this.#paragraph = null;
    for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
      if (sentence.trim() === '') continue;
      this.#passages.push({ text: sentence, start: start + index, heading: this.#heading, lead: this.#lead });
      this.#lead = sentence;
    }
  }
}

/** Blanks out HTML comments and text that is struck out. */
function withoutDeletedText(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)|~~[^~\n]+~~/g, blanked);
}

interface Line {
  text: string;
  start: number;
}

/**
 * Lines with their offsets. A line that ends with a backslash is joined with the next one; blanks replace the line
 * break.
 */
function joinedLines(text: string): Line[] {
  const lines: Line[] = [];
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

/** Blanks in place of a text. Line breaks stay. */
function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
