/** Offsets into the script's text; the end is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of a word. `fallback` replaces an unset value, as in `${VERSION:-8.0}`. */
export type Part = Range &
  (
    | { kind: 'text'; text: string }
    | {
        kind: 'variable';
        name: string;
        /** Key or number of an array element, `@` for all, `?` for an unknown one; null without an array. */
        item: string | null;
        assigns: boolean;
        fallback: readonly Part[] | null;
      }
    /** Output of a command; `fallback` is the output of its last `echo`. `alternative`: that of `${name:+…}`. */
    | { kind: 'output'; fallback: readonly Part[] | null; alternative?: readonly Part[] }
  );

export interface Word extends Range {
  parts: readonly Part[];
  /** Key of an array element: `[key]=…`. */
  key?: string;
}

export interface Assignment {
  name: string;
  nameRange: Range;
  /** One word, or the elements of an array. */
  values: readonly Word[];
  /** True if it may not happen: inside `if`, `case`, a loop or a function. */
  isConditional: boolean;
  /** True for one of the values of a loop: all of them are in use. */
  isLooped?: boolean;
  /** True for `+=`, which appends. */
  isAdded?: boolean;
}

/** A compound command: an `if`, a `case`, a loop, or the body of a function. */
export interface Block {
  /** Its opening word; the name of a function. */
  word: string;
  isFunction: boolean;
}

/** A block around a command, and the command's position: in its test, or in its body. */
export interface BlockPart {
  block: Block;
  part: 'test' | 'body' | 'else';
}

export interface Command {
  words: readonly Word[];
  assignments: readonly Assignment[];
  /** Output files. */
  targets: readonly Word[];
  /** Lines of its heredocs. */
  heredocs: readonly Range[];
  /** True inside a substitution, which inserts its output. */
  isSubstituted?: boolean;
  /** Blocks around it, outermost first. Braces alone are not a block. */
  inside?: readonly BlockPart[];
  /** Operator between it and the previous command, unless a line end or `;`. */
  after?: '&&' | '||' | '|';
}

/** Text of a word without variables; null otherwise. */
export function plainText(word: Word | undefined): string | null {
  if (word === undefined) return null;
  let text = '';
  for (const part of word.parts) {
    if (part.kind !== 'text') return null;
    text += part.text;
  }
  return text;
}

/** Program of a command, without its folder. */
export function commandName(words: readonly Word[]): string {
  const written = plainText(words[0]) ?? '';
  return written.slice(written.lastIndexOf('/') + 1);
}

/** Rest of a word after the first `length` characters of its first part. */
export function withoutStart(word: Word, length: number): Word {
  const [first, ...rest] = word.parts;
  if (first?.kind !== 'text') return word;
  const start = first.start + length;
  const part = { ...first, text: first.text.slice(length), start };
  return { parts: part.text === '' ? rest : [part, ...rest], start, end: word.end };
}
