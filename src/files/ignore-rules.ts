import path from 'node:path';
import ignore from 'ignore';
import { disk } from './disk.ts';
import type { TrackedFiles } from './git-index.ts';
import { textOfRegularFile } from './text-of.ts';
import { madeOnce } from '../model/index.ts';

/** Bytes of an ignore file, its lines, and its `*` in one part of a path: a person's have a hundredth of it, and two. */
const LARGEST = 1024 * 1024;
const MOST_PATTERNS = 10_000;
const MOST_STARS = 3;
/** Characters of a pattern: no path is longer, and of tens of thousands no regular expression can be made. */
const LONGEST_PATTERN = 4096;

/** Says what Git does not track; what it tracks all the same is committed. */
const GIT_FILE = '.gitignore';
/** Files with patterns in this form; a later one wins. */
const IGNORE_FILES = [GIT_FILE, '.ignore', '.errata-lensignore'];

/** Patterns of one folder. */
interface Rules {
  /** Absolute, with forward slashes and a slash at the end. */
  folder: string;
  all: Patterns;
  /** Of all files but Git's; null where there are none. */
  others: Patterns | null;
}

/** The rules that hold in a folder, the nearest folder's first. */
export type RuleChain = readonly Rules[];

export function isIgnoreFile({ name }: { name: string }): boolean {
  return IGNORE_FILES.includes(name);
}

/** The rules of the folders above a folder, up to the root of its Git repository. */
export function rulesAbove(folder: string): RuleChain {
  return foldersAbove(folder).reduce<RuleChain>((rules, parent) => withRulesOf(parent, null, rules), []);
}

/** What they are made of, as it is written. */
export function writtenAbove(folder: string): readonly (readonly [folder: string, patterns: string[]])[] {
  return foldersAbove(folder).map((parent) => [
    parent,
    IGNORE_FILES.flatMap((name) => readPatterns(parent, name)),
  ]);
}

/** Up to the root of its Git repository, that first; none outside of any. */
function foldersAbove(folder: string): string[] {
  const root = repositoryAround(folder);
  const above: string[] = [];
  if (root === null) return above;
  for (let current = folder; current !== root; current = path.dirname(current))
    above.unshift(path.dirname(current));
  return above;
}

/** Adds a folder's own rules; `entries` are what is in it, or what of it begins with a dot; null when that is not known. */
export function withRulesOf(
  folder: string,
  entries: readonly { name: string }[] | null,
  above: RuleChain,
): RuleChain {
  const files = IGNORE_FILES.filter((file) => entries?.some(({ name }) => name === file) ?? true);
  const patterns = files.flatMap((name) => readPatterns(folder, name));
  if (patterns.length === 0) return above;
  const others = files.filter((name) => name !== GIT_FILE).flatMap((name) => readPatterns(folder, name));
  return [rulesOf(folder, patterns, others), ...above];
}

export function rulesOf(
  folder: string,
  patterns: readonly string[],
  others: readonly string[] = patterns,
): Rules {
  return {
    folder: withSlashes(folder),
    all: new Patterns(patterns),
    others: others.length === 0 ? null : new Patterns(others),
  };
}

/** Characters that stand for others, with all that follows the bracket of a choice that is not plain. */
const WILD = /\[[\w.-]+\]|\[.*|\\.?|[*?\s!]/g;
/** Characters of a trace that few names have. */
const TELLING = 5;
/** All of a part, or its ending. */
const NAME = /^(?:\/[^/]+|\.[^./]+)\/$/;
const NOTHING: readonly number[] = [];

/** Patterns that count together. The library makes a regular expression of each: so it is given those that can match. */
class Patterns {
  readonly #written: readonly string[];
  /** The numbers of patterns by their traces: that a part of a path is, that its name ends with, and all others. */
  readonly #byTrace = new Map<string, number[]>();
  readonly #others: { trace: string; nth: number }[] = [];
  readonly #matchers = new Map<string, ignore.Ignore>();
  /** In the folder that was asked about last: files come folder by folder. */
  #above: { path: string; able: readonly number[] } = { path: '/', able: NOTHING };

  constructor(patterns: readonly string[]) {
    this.#written = patterns.filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
    for (const [nth, pattern] of this.#written.entries()) {
      const trace = traceOf(pattern);
      if (NAME.test(trace)) madeOnce(this.#byTrace, trace, () => []).push(nth);
      else this.#others.push({ trace, nth });
    }
  }

  /** Whether they exclude a path, given with a slash at both ends; null where none says anything. */
  exclude(path: string, isFolder: boolean): boolean | null {
    const able = this.#ableToMatch(path);
    if (able.length === 0) return null;
    const matcher = madeOnce(this.#matchers, able.join(), () =>
      ignore({ allowRelativePaths: false }).add(able.map((nth) => this.#written[nth] ?? '')),
    );
    const { ignored, unignored } = matcher.test(path.slice(1, isFolder ? undefined : -1));
    return ignored || unignored ? ignored : null;
  }

  /** Those of which a part of the path has the trace, in their order. Most paths have nothing of any. */
  #ableToMatch(path: string): readonly number[] {
    const start = path.lastIndexOf('/', path.length - 2);
    const above = path.slice(0, start + 1);
    if (above !== this.#above.path)
      this.#above = { path: above, able: start === 0 ? NOTHING : this.#ableToMatch(above) };
    const { able } = this.#above;
    const part = path.slice(start).toUpperCase();
    const named = this.#byTrace.get(part) ?? NOTHING;
    const ending = this.#byTrace.get(endingOf(part)) ?? NOTHING;
    const others = this.#others.filter(({ trace }) => part.includes(trace));
    if (named.length + ending.length + others.length === 0) return able;
    return [...new Set([...able, ...named, ...ending, ...others.map(({ nth }) => nth)])].sort(
      (a, b) => a - b,
    );
  }
}

/**
 * What of a pattern is written as it is, with the slashes around it: a path with a slash at both ends that the pattern
 * matches has a part with it, in whichever case. The last that tells enough: folders are above many paths.
 */
function traceOf(pattern: string): string {
  const parts = `/${pattern.replace(/^(?:!|\\(?=#))/, '')}/`.replace(WILD, '*').replaceAll('/', '//');
  return (parts.match(/\/?[^*/]+\/?/g) ?? [''])
    .reduce((a, b) => (b.length >= Math.min(a.length, TELLING) ? b : a))
    .toUpperCase();
}

/** From the last dot on. */
function endingOf(part: string): string {
  return part.slice(part.lastIndexOf('.'));
}

/** Whether ignore files exclude a path. What Git tracks, only those that are not Git's do. */
export function isIgnored(
  absolute: string,
  isFolder: boolean,
  rules: RuleChain,
  tracked: Pick<TrackedFiles, 'has'> | null = null,
): boolean {
  if (rules.length === 0 || !isMatched(absolute, isFolder, rules, 'all')) return false;
  return tracked?.has(absolute) !== true || isMatched(absolute, isFolder, rules, 'others');
}

function isMatched(absolute: string, isFolder: boolean, rules: RuleChain, which: 'all' | 'others'): boolean {
  const target = withSlashes(absolute);
  for (const { folder, [which]: patterns } of rules) {
    const excluded = patterns?.exclude(target.slice(folder.length - 1), isFolder) ?? null;
    if (excluded !== null) return excluded;
  }
  return false;
}

/** The root of the repository that a folder is in; null outside of any. A worktree and a submodule have a file `.git`. */
export function repositoryAround(folder: string): string | null {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (disk.exists(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return null;
  }
}

function withSlashes(absolute: string): string {
  const written = path.sep === '/' ? absolute : absolute.replaceAll(path.sep, '/');
  return written.endsWith('/') ? written : `${written}/`;
}

/** An ignore file that cannot be read excludes nothing: more is scanned, not less. */
function readPatterns(folder: string, name: string): string[] {
  const written = textOfRegularFile(path.join(folder, name), LARGEST);
  return typeof written === 'string' ? written.split(/\r?\n/, MOST_PATTERNS).filter(isQuick) : [];
}

/**
 * Whether a name is quickly compared with a pattern. The library makes a regular expression of each: with every `*` more, a
 * long name that does not fit takes as many times longer as it has characters.
 */
function isQuick(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  if (!pattern.includes('*')) return true;
  const parts = pattern.split('/');
  const anyDepth = parts.filter((part) => part.includes('**')).length;
  return anyDepth <= MOST_STARS && parts.every((part) => part.split(/\*+/).length <= MOST_STARS + 1);
}
