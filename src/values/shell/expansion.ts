import { type Assignment, type Part, plainText, type Word } from '../../syntax/shell/index.ts';
import { Budget } from '../budget.ts';
import { maxChoices, maxExpandedWords, maxShellDepth } from '../limits.ts';

/** Words for one combination of a script's decisions. */
type Variant = readonly Word[];

/** A variable that expands to words: all elements of an array, or a text that is split. */
interface ExpandedVariable {
  name: string;
  position: number;
  isArray: boolean;
  fallback: readonly Part[] | null;
}

/** Previous value of a name, for an assignment that includes it. */
interface Self {
  name: string;
  ways: readonly Variant[];
}

/** A blank, the end of a line, a comment, or a word with the command's end behind it. */
const TOKENS = /(?<blank>[^\S\n]+|\\\r?\n)|(?<line>\n)|(?<=\s)#[^\n]*|(?<word>[^\s;]+|;)/g;
const ENDS: ReadonlySet<string> = new Set([';', '&&', '||', '|', '&']);
const IN_QUOTES = /^(["'])(.+)\1$/;
/** `New-RDSDBCluster @settings` */
const SPLATTED = /^@(\w+)$/;
/** Programs that execute their arguments like a shell. */
const RUNS: ReadonlySet<string> = new Set(['eval', 'bash', 'sh', 'zsh', 'ksh', 'ssh', 'su']);

/** Expands variables with several words: arrays, options and whole commands. */
export class Expansion {
  readonly #before: (name: string, position: number) => readonly Assignment[];
  readonly #known = new Map<string, readonly Variant[]>();
  readonly #budget = new Budget({ steps: maxExpandedWords, depth: maxShellDepth });

  /** @param before the assignments of a name that can be in effect at a position, in order */
  constructor(before: (name: string, position: number) => readonly Assignment[]) {
    this.#before = before;
  }

  /** Commands in a list of words, for each combination of decisions about their variables. */
  commandsOf(words: readonly Word[]): readonly Variant[] {
    const isRun = words.some((word) => RUNS.has(plainText(word) ?? ''));
    if (!isRun && !words.some((word) => expandedVariableIn(word) !== null)) return [words];
    const given = isRun ? words.flatMap((word) => split(word, isRun)) : words;
    return this.#waysOf(given, null).flatMap(sectionsOf);
  }

  #waysOf(words: readonly Word[], self: Self | null): Word[][] {
    let ways: Word[][] = [[]];
    for (const word of words) {
      const standing = this.#standingFor(word, self);
      const own = standing !== null && this.#budget.spend(standing.flat().length) ? standing : [[word]];
      const [only = [], ...others] = own;
      if (others.length === 0) for (const way of ways) way.push(...only);
      else ways = crossed(ways, own);
    }
    return ways;
  }

  /** Null for a word that is not expanded, including a variable of one word, which is evaluated as a value. */
  #standingFor(word: Word, self: Self | null): readonly Variant[] | null {
    const standing = expandedVariableIn(word);
    if (standing === null || !this.#budget.enter()) return null;
    const ways = standing.name === self?.name ? self.ways : this.#waysOfVariable(standing);
    this.#budget.leave();
    return ways.some(isOptions) ? ways : null;
  }

  #waysOfVariable({ name, position, isArray, fallback }: ExpandedVariable): readonly Variant[] {
    const set = this.#before(name, position);
    const key = `${name} ${set.at(-1)?.nameRange.start ?? position} ${set.length} ${isArray}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A variable that references itself has no words at that point.
    this.#known.set(key, []);
    let ways: readonly Variant[] = [];
    for (const { values, isConditional, isAdded } of set) {
      const words = isArray ? values : values.slice(0, 1).flatMap((value) => split(value));
      const own = this.#waysOf(words, { name, ways });
      if (isAdded === true) ways = crossed(ways.length === 0 ? [[]] : ways, own);
      else if (isConditional && !words.some((word) => expandedVariableIn(word)?.name === name))
        ways = [...ways, ...own].slice(-maxChoices);
      else ways = own;
    }
    if (set.length === 0 && fallback !== null)
      ways = this.#waysOf(split({ parts: fallback, start: position, end: position }), null);
    this.#known.set(key, ways);
    return ways;
  }
}

function crossed(ways: readonly Variant[], next: readonly Variant[]): Word[][] {
  return ways.flatMap((way) => next.map((words) => [...way, ...words])).slice(0, maxChoices);
}

function isOptions(way: Variant): boolean {
  return way.length > 1 || way.some((word) => plainText(word)?.startsWith('-') === true);
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
    const name = SPLATTED.exec(part.text)?.[1];
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

/** Words of a text, each with its place. In an executed text a line end ends a command, too. */
function split({ parts }: Word, isRun = false): Word[] {
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
function sectionsOf(way: Variant): Variant[] {
  const sections: Word[][] = [[]];
  for (const word of way) {
    if (ENDS.has(plainText(word) ?? '')) sections.push([]);
    else sections.at(-1)?.push(word);
  }
  return sections;
}
