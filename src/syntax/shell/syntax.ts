/** Offsets into the script's text; the end is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of a word. `fallback` is what stands in for a value that is not set, as in `${VERSION:-8.0}`. */
export type Part = Range &
  (
    | { kind: 'text'; text: string }
    | {
        kind: 'variable';
        name: string;
        /** Of an array the key or number of an element, `@` for all, `?` for one that is not known; else null. */
        item: string | null;
        assigns: boolean;
        fallback: readonly Part[] | null;
      }
    /** The output of a command; `fallback` is what its last `echo` prints. `alternative`: that of `${name:+…}`. */
    | { kind: 'output'; fallback: readonly Part[] | null; alternative?: readonly Part[] }
  );

export interface Word extends Range {
  parts: readonly Part[];
  /** Of an element of an array: `[key]=…`. */
  key?: string;
}

export interface Assignment {
  name: string;
  nameRange: Range;
  /** One word, or the elements of an array. */
  values: readonly Word[];
  /** It may not happen: it stands inside `if`, `case`, a loop or a function. */
  isConditional: boolean;
  /** One of the values that a loop goes over: all of them are in use. */
  isLooped?: boolean;
  /** `+=`: it comes behind what the name has. */
  isAdded?: boolean;
}

/** A compound command: an `if`, a `case`, a loop, or the body of a function. */
export interface Block {
  /** The word that opens it; of a function its name. */
  word: string;
  isFunction: boolean;
}

/** A block that a command stands in, and where in it: in what it tests, or in what it runs. */
export interface BlockPart {
  block: Block;
  part: 'test' | 'body' | 'else';
}

export interface Command {
  words: readonly Word[];
  assignments: readonly Assignment[];
  /** Files that output goes to. */
  targets: readonly Word[];
  /** The lines of its heredocs. */
  heredocs: readonly Range[];
  /** It stands in a substitution: what it prints is put in there. */
  isPutIn?: boolean;
  /** The blocks around it, the outermost first. Braces alone are no block. */
  inside?: readonly BlockPart[];
  /** The operator between it and the command before it, where that is not the end of a line or `;`. */
  after?: '&&' | '||' | '|';
}

/** The text of a word that has no variables; null otherwise. */
export function plainText(word: Word | undefined): string | null {
  if (word === undefined) return null;
  let text = '';
  for (const part of word.parts) {
    if (part.kind !== 'text') return null;
    text += part.text;
  }
  return text;
}

/** The program that the words of a command run, without its folder. */
export function commandName(words: readonly Word[]): string {
  const written = plainText(words[0]) ?? '';
  return written.slice(written.lastIndexOf('/') + 1);
}

/** The rest of a word whose first part begins with `length` characters that are not meant. */
export function withoutStart(word: Word, length: number): Word {
  const [first, ...rest] = word.parts;
  if (first?.kind !== 'text') return word;
  const start = first.start + length;
  const part = { ...first, text: first.text.slice(length), start };
  return { parts: part.text === '' ? rest : [part, ...rest], start, end: word.end };
}
