import { type Assignment, type Part, plainText, type Word } from '../../syntax/shell/index.ts';
import { Budget } from '../budget.ts';
import { maxChoices, maxExpandedWords, maxShellDepth } from '../limits.ts';

/** Words as one way through the decisions of a script gives them. */
type Way = readonly Word[];

/** A variable that stands for words: all elements of an array, or a text that is split. */
interface Standing {
  name: string;
  position: number;
  isArray: boolean;
  fallback: readonly Part[] | null;
}

/** What a name has before the assignment that is followed, for what that assignment takes over. */
interface Self {
  name: string;
  ways: readonly Way[];
}

/** A blank, the end of a line, a comment, or a word with what ends the command behind it. */
const TOKENS = /(?<blank>[^\S\n]+|\\\r?\n)|(?<line>\n)|(?<=\s)#[^\n]*|(?<word>[^\s;]+|;)/g;
const ENDS: ReadonlySet<string> = new Set([';', '&&', '||', '|', '&']);
const IN_QUOTES = /^(["'])(.+)\1$/;
/** `New-RDSDBCluster @settings` */
const SPLATTED = /^@(\w+)$/;
/** Programs that run what they are given, as a shell does. */
const RUNS: ReadonlySet<string> = new Set(['eval', 'bash', 'sh', 'zsh', 'ksh', 'ssh', 'su']);

/** Takes apart what stands for several words: arrays, options and whole commands in variables. */
export class Expansion {
  readonly #before: (name: string, position: number) => readonly Assignment[];
  readonly #known = new Map<string, readonly Way[]>();
  readonly #budget = new Budget({ steps: maxExpandedWords, depth: maxShellDepth });

  /** @param before the assignments of a name that can be in force at a position, the first one first */
  constructor(before: (name: string, position: number) => readonly Assignment[]) {
    this.#before = before;
  }

  /** The commands that some words are, in each way in which decisions set their variables. */
  commandsOf(words: readonly Word[]): readonly Way[] {
    const isRun = words.some((word) => RUNS.has(plainText(word) ?? ''));
    if (!isRun && !words.some((word) => standingIn(word) !== null)) return [words];
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

  /** Null for what stands for itself; so does a variable of one word, which is followed as a value. */
  #standingFor(word: Word, self: Self | null): readonly Way[] | null {
    const standing = standingIn(word);
    if (standing === null || !this.#budget.enter()) return null;
    const ways = standing.name === self?.name ? self.ways : this.#waysOfVariable(standing);
    this.#budget.leave();
    return ways.some(isOptions) ? ways : null;
  }

  #waysOfVariable({ name, position, isArray, fallback }: Standing): readonly Way[] {
    const set = this.#before(name, position);
    const key = `${name} ${set.at(-1)?.nameRange.start ?? position} ${set.length} ${isArray}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A variable that leads to itself has no words from there.
    this.#known.set(key, []);
    let ways: readonly Way[] = [];
    for (const { values, isConditional, isAdded } of set) {
      const words = isArray ? values : values.slice(0, 1).flatMap((value) => split(value));
      const own = this.#waysOf(words, { name, ways });
      if (isAdded === true) ways = crossed(ways.length === 0 ? [[]] : ways, own);
      else if (isConditional && !words.some((word) => standingIn(word)?.name === name))
        ways = [...ways, ...own].slice(-maxChoices);
      else ways = own;
    }
    if (set.length === 0 && fallback !== null)
      ways = this.#waysOf(split({ parts: fallback, start: position, end: position }), null);
    this.#known.set(key, ways);
    return ways;
  }
}

function crossed(ways: readonly Way[], next: readonly Way[]): Word[][] {
  return ways.flatMap((way) => next.map((words) => [...way, ...words])).slice(0, maxChoices);
}

function isOptions(way: Way): boolean {
  return way.length > 1 || way.some((word) => plainText(word)?.startsWith('-') === true);
}

/** `$options` without quotes, `"${options[@]}"`, `${name:+--option}`, `@options`; null for any other word. */
function standingIn({ parts, start }: Word): Standing | null {
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

/** The words of a text, each in its place. Where it is run the end of a line ends a command, too. */
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

/** The commands between what ends one. */
function sectionsOf(way: Way): Way[] {
  const sections: Word[][] = [[]];
  for (const word of way) {
    if (ENDS.has(plainText(word) ?? '')) sections.push([]);
    else sections.at(-1)?.push(word);
  }
  return sections;
}
