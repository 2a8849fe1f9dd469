/** Offsets into the script's text; the end is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Part of a word. `fallback` replaces an unset value, as in `${VERSION:-8.0}`. */
export type Part = Range &
  (
    | { kind: 'text'; text: string }
    | {
        kind: 'variable';
        name: string;
        /**
         * Key or index of an array element, `@` for all elements, `?` for an unknown one; null if the variable is not
         * an array.
         */
        item: string | null;
        assigns: boolean;
        fallback: readonly Part[] | null;
      }
    /** Output of a command. `fallback`: output of its last `echo`. `alternative`: text of `${name:+…}`. */
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
  /** True if the assignment may not happen: it is inside `if`, `case`, a loop or a function. */
  isConditional: boolean;
  /** True for one of the values that a loop takes; all of them are in use. */
  isLooped?: boolean;
  /** True for `+=`, which appends. */
  isAppended?: boolean;
}

/** A compound command: an `if`, a `case`, a loop, or the body of a function. */
export interface Block {
  /** Opening word of the block, or the name of the function. */
  word: string;
  isFunction: boolean;
}

/** A block around a command, and the part of the block that the command is in: its test or its body. */
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
  /** True inside a substitution, which is replaced by the command's output. */
  isSubstituted?: boolean;
  /** Blocks around the command, outermost first. Braces alone are not a block. */
  blocksAround?: readonly BlockPart[];
  /** Operator between the previous command and this one, except line ends and `;`. */
  operatorBefore?: '&&' | '||' | '|';
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

/** Program name of a command, without its folder. */
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
