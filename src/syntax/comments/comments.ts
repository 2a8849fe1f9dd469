import { Lexer } from 'yaml';
import { hasTemplating, maskTemplating } from '../document/text/mask.ts';
import type { SourceFile } from '../source.ts';
import { scanCode, type Comment, type ScannedComments, type MultiLineConstruct } from './scan.ts';
import { languageOfFile } from './syntax.ts';

/** A text and its comments. */
export interface CommentedText extends ScannedComments {
  text: string;
  /** Text of the same length, with blanks in place of comments. */
  code: string;
}

/** Comments of text templates in files of other languages, by their closing mark. */
const TEMPLATE_COMMENTS = [
  [/\{\{-?\s{0,20}\/\*/g, '*/', /\s{0,20}-?\}\}/y],
  [/\{#-?(?=\s)/g, '#}', null],
  [/<%#/g, '%>', null],
] as const;
/** A comment in JSON by Terraform's convention: the value of the key `//`. */
const JSON_KEY = /(?<!\\)"\/\/"\s{0,20}:\s{0,20}"(?:[^"\\\r\n]|\\.)*(?<close>"\s{0,20},?)/g;

/** Comments of a file, and the constructs that no comment can enter. Cheap, for files of which nothing else is read. */
export function commentsOf({ file, text }: SourceFile): CommentedText {
  const language = languageOfFile(file, text);
  if (language === 'yaml') {
    const read = hasTemplating(text) ? maskTemplating(text) : text;
    return withScannedComments(text, read, withComments(scanYaml(read), templateComments(text)));
  }
  const scanned = scanCode(text, language);
  if (language === 'json') return withScannedComments(text, text, withComments(scanned, keyComments(text)));
  const isTemplate = language === 'shell' || language === 'lines' || language === 'hcl';
  return withScannedComments(text, text, withComments(scanned, isTemplate ? templateComments(text) : []));
}

/** Like {@link commentsOf}, for a script inside a file, with shell comments. */
export function commentsOfScript(text: string): CommentedText {
  return withScannedComments(text, text, scanCode(text, 'shell'));
}

function withScannedComments(text: string, read: string, scanned: ScannedComments): CommentedText {
  let code = '';
  let kept = 0;
  for (const { start, end } of scanned.comments) {
    if (start < kept) continue;
    code += read.slice(kept, start) + read.slice(start, end).replace(/[^\r\n]/g, ' ');
    kept = end;
  }
  return { ...scanned, text, code: code + read.slice(kept) };
}

function withComments(
  { comments, constructs: wholes }: ScannedComments,
  others: readonly Comment[],
): ScannedComments {
  if (others.length === 0) return { comments, constructs: wholes };
  return { comments: [...comments, ...others].sort((a, b) => a.start - b.start), constructs: wholes };
}

/** In YAML, only the lexer can tell a comment from a `#` inside a text. */
function scanYaml(text: string): ScannedComments {
  const comments: Comment[] = [];
  const wholes: MultiLineConstruct[] = [];
  let start = 0;
  let header: number | null = null;
  for (const token of new Lexer().lex(text)) {
    // Control tokens of the lexer, which stand for no text.
    if (/^[\x02\x18\x1f]$/.test(token)) continue;
    const end = start + token.length;
    const first = token.charAt(0);
    if (/^[|>][-+0-9]*$/.test(token)) header = start;
    else if (first === '#') comments.push({ start, end, wordsEnd: end });
    else if (token.trim() !== '') {
      const trimmed = start + token.trimEnd().length;
      if (header !== null || text.slice(start, trimmed).includes('\n'))
        wholes.push({ start: header ?? start, end: trimmed, isText: true });
      header = null;
    }
    start = end;
  }
  return { comments, constructs: wholes };
}

function templateComments(text: string): Comment[] {
  return TEMPLATE_COMMENTS.flatMap(([open, close, after]) => {
    const found: Comment[] = [];
    let kept = 0;
    for (const { index: start, 0: opener } of text.matchAll(open)) {
      if (start < kept) continue;
      const wordsEnd = text.indexOf(close, start + opener.length);
      if (wordsEnd < 0) break;
      let end = wordsEnd + close.length;
      if (after !== null) {
        after.lastIndex = end;
        end += after.exec(text)?.[0].length ?? 0;
      }
      found.push({ start, end, wordsEnd });
      kept = end;
    }
    return found;
  });
}

function keyComments(text: string): Comment[] {
  return [...text.matchAll(JSON_KEY)].map(({ 0: entry, index, groups }) => {
    const end = index + entry.length;
    return { start: index, end, wordsEnd: end - (groups?.['close']?.length ?? 0) };
  });
}
