import { type Assignment, type Part, plainText, type Word } from '../../syntax/shell/index.ts';
import { Budget } from '../budget.ts';
import { maxChoices, maxExpandedWords, maxShellDepth } from '../limits.ts';

/** Words for one combination of a script's decisions. */
type WordList = readonly Word[];

/** A variable that expands to words: all elements of an array, or a text that is split. */
interface ExpandedVariable {
  name: string;
  position: number;
  isArray: boolean;
  fallback: readonly Part[] | null;
}

/** Previous value of a name, for an assignment that includes it. */
interface SelfReference {
  name: string;
  variants: readonly WordList[];
}

/** A blank, a line end, a comment, a word, or the end of a command. */
const TOKENS = /(?<blank>[^\S\n]+|\\\r?\n)|(?<line>\n)|(?<=\s)#[^\n]*|(?<word>[^\s;]+|;)/g;
const SEPARATORS: ReadonlySet<string> = new Set([';', '&&', '||', '|', '&']);
const IN_QUOTES = /^(["'])(.+)\1$/;
/** `New-RDSDBCluster @settings` */
const SPLATTED_VARIABLE = /^@(\w+)$/;
/** Programs that execute their arguments like a shell. */
const EXECUTES_ARGUMENTS: ReadonlySet<string> = new Set(['eval', 'bash', 'sh', 'zsh', 'ksh', 'ssh', 'su']);

/** Expands variables with several words: arrays, options and whole commands. */
export class Expansion {
  readonly #assignmentsBefore: (name: string, position: number) => readonly Assignment[];
  readonly #known = new Map<string, readonly WordList[]>();
  readonly #budget = new Budget({ steps: maxExpandedWords, depth: maxShellDepth });

  /** @param before the assignments of a name that can be in effect at a position, in order */
  constructor(before: (name: string, position: number) => readonly Assignment[]) {
    this.#assignmentsBefore = before;
  }

  /** Commands in a list of words, for each combination of decisions about their variables. */
  commandsOf(words: readonly Word[]): readonly WordList[] {
    const isRun = words.some((word) => EXECUTES_ARGUMENTS.has(plainText(word) ?? ''));
    if (!isRun && !words.some((word) => expandedVariableIn(word) !== null)) return [words];
    const given = isRun ? words.flatMap((word) => splitWords(word, isRun)) : words;
    return this.#variantsOf(given, null).flatMap(commandsAmong);
  }

  #variantsOf(words: readonly Word[], self: SelfReference | null): Word[][] {
    let variants: Word[][] = [[]];
    for (const word of words) {
      const variable = this.#variantsOfWord(word, self);
      const own = variable !== null && this.#budget.spend(variable.flat().length) ? variable : [[word]];
      const [only = [], ...others] = own;
      if (others.length === 0) for (const variant of variants) variant.push(...only);
      else variants = combined(variants, own);
    }
    return variants;
  }

  /**
   * Lists of words that the variable in a word can expand to. Null if there is no variable, or if each list is a single
   * word other than an option: such a variable is evaluated as a value.
   */
  #variantsOfWord(word: Word, self: SelfReference | null): readonly WordList[] | null {
    const variable = expandedVariableIn(word);
    if (variable === null || !this.#budget.enter()) return null;
    const variants = variable.name === self?.name ? self.variants : this.#variantsOfVariable(variable);
    this.#budget.leave();
    return variants.some(isOptions) ? variants : null;
  }

  #variantsOfVariable({ name, position, isArray, fallback }: ExpandedVariable): readonly WordList[] {
    const set = this.#assignmentsBefore(name, position);
    const key = `${name} ${set.at(-1)?.nameRange.start ?? position} ${set.length} ${isArray}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A variable that references itself has no words at that point.
    this.#known.set(key, []);
    let variants: readonly WordList[] = [];
    for (const { values, isConditional, isAppended } of set) {
      const words = isArray ? values : values.slice(0, 1).flatMap((value) => splitWords(value));
      const own = this.#variantsOf(words, { name, variants });
      if (isAppended === true) variants = combined(variants.length === 0 ? [[]] : variants, own);
      else if (isConditional && !words.some((word) => expandedVariableIn(word)?.name === name))
        variants = [...variants, ...own].slice(-maxChoices);
      else variants = own;
    }
    if (set.length === 0 && fallback !== null)
      variants = this.#variantsOf(splitWords({ parts: fallback, start: position, end: position }), null);
    this.#known.set(key, variants);
    return variants;
  }
}

function combined(variants: readonly WordList[], next: readonly WordList[]): Word[][] {
  return variants.flatMap((variant) => next.map((words) => [...variant, ...words])).slice(0, maxChoices);
}

function isOptions(variant: WordList): boolean {
  return variant.length > 1 || variant.some((word) => plainText(word)?.startsWith('-') === true);
}

/**
 * Variable in `$options` without quotes, `"${options[@]}"`, `${name:+--option}`, `@options`; null for any other word.
 */
function expandedVariableIn({ parts, start }: Word): ExpandedVariable | null {
  const [part, another] = parts;
  if (part === undefined || another !== undefined) return null;
  const isQuoted = start !== part.start;
  if (part.kind === 'output') {
    const { alternative = [] } = part;
    const isArray = alternative.length === 1 && alternative.some(isWholeArray);
    if (alternative.length === 0 || (isQuoted && !isArray)) return null;
    return { name: '', position: part.start, isArray: false, fallback: alternative };
  }
  if (part.kind === 'text') {
    const name = SPLATTED_VARIABLE.exec(part.text)?.[1];
    return name === undefined ? null : { name, position: start, isArray: true, fallback: null };
  }
  const { name, item, fallback } = part;
  const isArray = isWholeArray(part);
  if (!isArray && (item !== null || isQuoted)) return null;
  return { name, position: part.start, isArray, fallback };
}

function isWholeArray(part: Part): boolean {
  return part.kind === 'variable' && part.item === '@';
}

/** Words of a text, each with its place. In an executed text, a line end also ends a command. */
function splitWords({ parts }: Word, isRun = false): Word[] {
  const words: Word[] = [];
  let open: Part[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined)
      words.push({ parts: open, start: first.start, end: last.end });
    open = [];
  };
  for (const part of parts) {
    if (part.kind !== 'text') {
      open.push(part);
      continue;
    }
    for (const { 0: written, index, groups } of part.text.matchAll(TOKENS)) {
      const start = part.start + index;
      const text = { kind: 'text', text: written, start, end: start + written.length } as const;
      const isEnd = written === ';' || (isRun && groups?.['line'] !== undefined);
      if (groups?.['word'] === undefined || isEnd) close();
      if (isEnd) words.push({ parts: [{ ...text, text: ';' }], start, end: start });
      else if (groups?.['word'] !== undefined) open.push(withoutQuotes(text));
    }
  }
  close();
  return words;
}

function withoutQuotes(part: Part & { kind: 'text' }): Part {
  const inner = IN_QUOTES.exec(part.text)?.[2];
  return inner === undefined ? part : { ...part, text: inner, start: part.start + 1, end: part.end - 1 };
}

/** Commands between separators. */
function commandsAmong(variant: WordList): WordList[] {
  const sections: Word[][] = [[]];
  for (const word of variant) {
    if (SEPARATORS.has(plainText(word) ?? '')) sections.push([]);
    else sections.at(-1)?.push(word);
  }
  return sections;
}
