import path from 'node:path';
import ignore from 'ignore';
import { disk } from './disk.ts';
import type { TrackedFiles } from './git-index.ts';
import { textOfRegularFile } from './text-of.ts';
import type { Disk } from './types.ts';
import { getOrInsert } from '../model/index.ts';

/**
 * Limits of an ignore file: its bytes, its lines, and the `*` in one segment. People write a hundredth of each, and two
 * `*`.
 */
const MAX_IGNORE_FILE_BYTES = 1024 * 1024;
const MAX_PATTERNS = 10_000;
const MAX_STARS = 3;
/** Maximum length of a pattern: no path is longer, and compiling patterns of tens of thousands of characters fails. */
const MAX_PATTERN_LENGTH = 4096;

/** Ignore file of Git. It does not exclude files that Git tracks. */
const GIT_FILE = '.gitignore';
/** Ignore files with this syntax; a later one wins. */
const IGNORE_FILES = [GIT_FILE, '.ignore', '.errata-lensignore'];

/** Patterns of one folder, for use in that folder or below it. */
interface Rules {
  all: Patterns;
  /** Patterns of all ignore files except Git's; null if there are none. */
  others: Patterns | null;
  /** Path from their folder to the current one, with a slash at its end; empty for their own. */
  path: string;
  /** Indices of the patterns that can match a segment of the path to the current folder. */
  candidates: readonly number[];
}

/** Rules for a folder, those of the nearest folder first. */
export type RuleChain = readonly Rules[];

export function isIgnoreFile({ name }: { name: string }): boolean {
  return IGNORE_FILES.includes(name);
}

/** Rules for a folder from the folders above it, up to the root of its Git repository. */
export function rulesAbove(folder: string, from: Disk = disk): RuleChain {
  const above = foldersAbove(folder, from);
  return above.reduce<RuleChain>(
    (rules, parent, nth) =>
      rulesBelow(addOwnRules(parent, null, rules, from), path.basename(above[nth + 1] ?? folder)),
    [],
  );
}

/** The same rules for a subfolder. */
export function rulesBelow(rules: RuleChain, name: string): RuleChain {
  if (rules.length === 0) return rules;
  return rules.map(({ all, others, path, candidates }) => ({
    ...{ all, others, path: `${path}${name}/` },
    candidates: all.matchSegment(name, candidates),
  }));
}

/** Folders above a folder, from the root of its Git repository downwards; none outside of a repository. */
function foldersAbove(folder: string, from: Disk): string[] {
  const root = repositoryAround(folder, from);
  const above: string[] = [];
  if (root === null) return above;
  for (let current = folder; current !== root; current = path.dirname(current))
    above.unshift(path.dirname(current));
  return above;
}

/** Adds the rules of a folder itself. `entries` are all names in it, or those with a leading dot; null if unknown. */
export function addOwnRules(
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
    candidates: NOTHING,
  };
}

/**
 * Wildcards for one character or for any number. A bracket expression that is not plain counts with everything after
 * it.
 */
const WILDCARDS = /(\?|\[[\w.-]+\])|\[.*|\\.?|[*\s!]/g;
/** Length from which a literal part is rare in names of files. */
const MIN_LITERAL_LENGTH = 5;
/** A whole segment, or its extension. */
const NAME = /^(?:\/[^/]+|\.[^./]+)\/$/;
const NOTHING: readonly number[] = [];

/**
 * Patterns of ignore files, matched together. The library compiles a regular expression for each, so it gets only those
 * that can match.
 */
class Patterns {
  readonly #written: readonly string[];
  /** Indices of patterns by their literal part, if it is a whole segment or an extension. */
  readonly #byLiteral = new Map<string, number[]>();
  readonly #others: (Literal & { nth: number })[] = [];
  readonly #matchers = new Map<string, ignore.Ignore>();

  constructor(patterns: readonly string[]) {
    this.#written = patterns.filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
    for (const [nth, pattern] of this.#written.entries()) {
      const { literal, length } = literalOf(pattern);
      if (NAME.test(literal)) getOrInsert(this.#byLiteral, literal, () => []).push(nth);
      else this.#others.push({ literal, length, nth });
    }
  }

  /**
   * True if the patterns exclude a path, false if they include it again, null if none matches. The path is relative to
   * their folder.
   */
  exclude(path: string, written: string, candidates: readonly number[]): boolean | null {
    if (candidates.length === 0) return null;
    const matcher = getOrInsert(this.#matchers, candidates.join(), () =>
      ignore({ allowRelativePaths: false }).add(candidates.map((nth) => this.#written[nth] ?? '')),
    );
    const { ignored, unignored } = matcher.test(path + written);
    return ignored || unignored ? ignored : null;
  }

  /** Adds to the patterns from the segments above those that can match the segment `name`, in order. */
  matchSegment(name: string, above: readonly number[]): readonly number[] {
    const part = `/${name.toUpperCase()}/`;
    const named = this.#byLiteral.get(part) ?? NOTHING;
    const ending = this.#byLiteral.get(endingOf(part)) ?? NOTHING;
    const others = this.#others.filter(
      ({ literal, length }) => (length === null || name.length === length) && part.includes(literal),
    );
    if (named.length + ending.length + others.length === 0) return above;
    return [...new Set([...above, ...named, ...ending, ...others.map(({ nth }) => nth)])].sort(
      (a, b) => a - b,
    );
  }

  /** Patterns that can match any segment of a path. */
  matchPath(path: string): readonly number[] {
    const parts = path.split('/').filter((name) => name !== '');
    return parts.reduce((candidates, name) => this.matchSegment(name, candidates), NOTHING);
  }
}

interface Literal {
  literal: string;
  /** Length of the segment that contains it; null if the segment can have any length. */
  length: number | null;
}

/**
 * Literal part of a pattern. Every path that the pattern matches contains it, ignoring case and with slashes at both
 * ends of the path. Prefers the last part that is long enough, because the names of upper folders are in many paths.
 */
function literalOf(pattern: string): Literal {
  const written = pattern.replace(/^(?:!|\\(?=#))/, '');
  const parts = written.replace(WILDCARDS, (_, one?: string) => (one === undefined ? '*' : '?')).split('/');
  const traces = parts.flatMap((part) => {
    const length = part.includes('*') ? null : part.length;
    const pieces = `/${part}/`.match(/\/?[^*?/]+\/?/g) ?? [];
    return pieces.map((piece): Literal => ({ literal: piece.toUpperCase(), length }));
  });
  return traces.reduce(
    (a, b) => (b.literal.length >= Math.min(a.literal.length, MIN_LITERAL_LENGTH) ? b : a),
    {
      literal: '',
      length: null,
    },
  );
}

/** Extension, from the last dot on. */
function endingOf(part: string): string {
  return part.slice(part.lastIndexOf('.'));
}

/** True if ignore files exclude a file or folder. For files that Git tracks, ignore files of Git do not count. */
export function isIgnored(
  absolute: string,
  name: string,
  isFolder: boolean,
  rules: RuleChain,
  tracked: Pick<TrackedFiles, 'has'> | null = null,
): boolean {
  if (rules.length === 0) return false;
  const written = isFolder ? `${name}/` : name;
  for (const { all, path, candidates } of rules) {
    const isExcluded = all.exclude(path, written, all.matchSegment(name, candidates));
    if (isExcluded === null) continue;
    return isExcluded && (tracked?.has(absolute) !== true || isExcludedByOthers(written, rules));
  }
  return false;
}

function isExcludedByOthers(written: string, rules: RuleChain): boolean {
  for (const { others, path } of rules) {
    const isExcluded = others?.exclude(path, written, others.matchPath(path + written)) ?? null;
    if (isExcluded !== null) return isExcluded;
  }
  return false;
}

/** Root of the repository around a folder; null outside of one. In a worktree and a submodule `.git` is a file. */
export function repositoryAround(folder: string, from: Disk = disk): string | null {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (from.exists(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return null;
  }
}

/** Patterns of an ignore file. An unreadable one excludes nothing, so that too much is scanned rather than too little. */
function readPatterns(folder: string, name: string, from: Disk): string[] {
  const written = textOfRegularFile(path.join(folder, name), MAX_IGNORE_FILE_BYTES, from);
  return typeof written === 'string' ? written.split(/\r?\n/, MAX_PATTERNS).filter(isQuick) : [];
}

/**
 * True if a pattern can be matched quickly. The library compiles a regular expression, whose time for a long name grows
 * by a further factor with each `*`.
 */
function isQuick(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH) return false;
  if (!pattern.includes('*')) return true;
  const parts = pattern.split('/');
  const anyDepth = parts.filter((part) => part.includes('**')).length;
  return anyDepth <= MAX_STARS && parts.every((part) => part.split(/\*+/).length <= MAX_STARS + 1);
}
