import path from 'node:path';
import ignore from 'ignore';
import { disk } from './disk.ts';
import type { TrackedFiles } from './git-index.ts';
import { textOfRegularFile } from './text-of.ts';
import type { Disk } from './types.ts';
import { getOrInsert } from '../model/index.ts';

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

/** Patterns of one folder, as they are asked in it or in a folder below it. */
interface Rules {
  all: Patterns;
  /** Of all files but Git's; null where there are none. */
  others: Patterns | null;
  /** From their folder to that in which they are asked, with a slash at its end; empty for their own. */
  path: string;
  /** Those of all that can match for a part of this path. */
  able: readonly number[];
}

/** The rules as they hold in a folder, the nearest folder's first. */
export type RuleChain = readonly Rules[];

export function isIgnoreFile({ name }: { name: string }): boolean {
  return IGNORE_FILES.includes(name);
}

/** The rules of the folders above a folder, up to the root of its Git repository, as they hold in it. */
export function rulesAbove(folder: string, from: Disk = disk): RuleChain {
  const above = foldersAbove(folder, from);
  return above.reduce<RuleChain>(
    (rules, parent, nth) =>
      rulesBelow(withRulesOf(parent, null, rules, from), path.basename(above[nth + 1] ?? folder)),
    [],
  );
}

/** As they hold in a folder of the folder in which they are asked. */
export function rulesBelow(rules: RuleChain, name: string): RuleChain {
  if (rules.length === 0) return rules;
  return rules.map(({ all, others, path, able }) => ({
    ...{ all, others, path: `${path}${name}/` },
    able: all.ableToMatch(name, able),
  }));
}

/** Up to the root of its Git repository, that first; none outside of any. */
function foldersAbove(folder: string, from: Disk): string[] {
  const root = repositoryAround(folder, from);
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
  from: Disk = disk,
): RuleChain {
  const files = IGNORE_FILES.filter((file) => entries?.some(({ name }) => name === file) ?? true);
  const patterns = files.flatMap((name) => readPatterns(folder, name, from));
  if (patterns.length === 0) return above;
  const others = files
    .filter((name) => name !== GIT_FILE)
    .flatMap((name) => readPatterns(folder, name, from));
  return [rulesOf(patterns, others), ...above];
}

export function rulesOf(patterns: readonly string[], others: readonly string[] = patterns): Rules {
  return {
    all: new Patterns(patterns),
    others: others.length === 0 ? null : new Patterns(others),
    path: '',
    able: NOTHING,
  };
}

/** Characters that stand for one other, or for any, with all that follows the bracket of a choice that is not plain. */
const WILD = /(\?|\[[\w.-]+\])|\[.*|\\.?|[*\s!]/g;
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
  readonly #others: (Trace & { nth: number })[] = [];
  readonly #matchers = new Map<string, ignore.Ignore>();

  constructor(patterns: readonly string[]) {
    this.#written = patterns.filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
    for (const [nth, pattern] of this.#written.entries()) {
      const { trace, length } = traceOf(pattern);
      if (NAME.test(trace)) getOrInsert(this.#byTrace, trace, () => []).push(nth);
      else this.#others.push({ trace, length, nth });
    }
  }

  /** Whether some of them exclude what is in a folder below theirs; null where they say nothing. */
  exclude(path: string, written: string, able: readonly number[]): boolean | null {
    if (able.length === 0) return null;
    const matcher = getOrInsert(this.#matchers, able.join(), () =>
      ignore({ allowRelativePaths: false }).add(able.map((nth) => this.#written[nth] ?? '')),
    );
    const { ignored, unignored } = matcher.test(path + written);
    return ignored || unignored ? ignored : null;
  }

  /**
   * Those that can match for one more part of a path, and those from above, in their order. Most parts have nothing of
   * any.
   */
  ableToMatch(name: string, above: readonly number[]): readonly number[] {
    const part = `/${name.toUpperCase()}/`;
    const named = this.#byTrace.get(part) ?? NOTHING;
    const ending = this.#byTrace.get(endingOf(part)) ?? NOTHING;
    const others = this.#others.filter(
      ({ trace, length }) => (length === null || name.length === length) && part.includes(trace),
    );
    if (named.length + ending.length + others.length === 0) return above;
    return [...new Set([...above, ...named, ...ending, ...others.map(({ nth }) => nth)])].sort(
      (a, b) => a - b,
    );
  }

  /** Those that can match for any part of a path. */
  ableInAny(path: string): readonly number[] {
    const parts = path.split('/').filter((name) => name !== '');
    return parts.reduce((able, name) => this.ableToMatch(name, able), NOTHING);
  }
}

interface Trace {
  trace: string;
  /** Of the part of a path that has it; null where it can have any. */
  length: number | null;
}

/**
 * What of a pattern is written as it is, with the slashes around it: a path with a slash at both ends that the pattern
 * matches has a part with it, in whichever case. The last that tells enough: folders are above many paths.
 */
function traceOf(pattern: string): Trace {
  const written = pattern.replace(/^(?:!|\\(?=#))/, '');
  const parts = written.replace(WILD, (_, one?: string) => (one === undefined ? '*' : '?')).split('/');
  const traces = parts.flatMap((part) => {
    const length = part.includes('*') ? null : part.length;
    const pieces = `/${part}/`.match(/\/?[^*?/]+\/?/g) ?? [];
    return pieces.map((piece): Trace => ({ trace: piece.toUpperCase(), length }));
  });
  return traces.reduce((a, b) => (b.trace.length >= Math.min(a.trace.length, TELLING) ? b : a), {
    trace: '',
    length: null,
  });
}

/** From the last dot on. */
function endingOf(part: string): string {
  return part.slice(part.lastIndexOf('.'));
}

/**
 * Whether ignore files exclude a file or a folder of the folder in which they are asked. What Git tracks, only those that
 * are not Git's do.
 */
export function isIgnored(
  absolute: string,
  name: string,
  isFolder: boolean,
  rules: RuleChain,
  tracked: Pick<TrackedFiles, 'has'> | null = null,
): boolean {
  if (rules.length === 0) return false;
  const written = isFolder ? `${name}/` : name;
  for (const { all, path, able } of rules) {
    const isExcluded = all.exclude(path, written, all.ableToMatch(name, able));
    if (isExcluded === null) continue;
    return isExcluded && (tracked?.has(absolute) !== true || isExcludedByOthers(written, rules));
  }
  return false;
}

function isExcludedByOthers(written: string, rules: RuleChain): boolean {
  for (const { others, path } of rules) {
    const isExcluded = others?.exclude(path, written, others.ableInAny(path + written)) ?? null;
    if (isExcluded !== null) return isExcluded;
  }
  return false;
}

/** The root of the repository that a folder is in; null outside of any. A worktree and a submodule have a file `.git`. */
export function repositoryAround(folder: string, from: Disk = disk): string | null {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (from.exists(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return null;
  }
}

/** An ignore file that cannot be read excludes nothing: more is scanned, not less. */
function readPatterns(folder: string, name: string, from: Disk): string[] {
  const written = textOfRegularFile(path.join(folder, name), LARGEST, from);
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
