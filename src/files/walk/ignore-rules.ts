import path from 'node:path';
import ignore from 'ignore';
import { disk } from '../disk/disk.ts';
import type { TrackedFiles } from './git-index.ts';
import { textOfRegularFile } from '../disk/regular-file-text.ts';
import type { Disk } from '../disk/types.ts';
import { getOrInsert } from '../../model/index.ts';

/**
 * Limits of an ignore file: bytes, lines, and `*` per path segment. Real files have at most a hundredth of the bytes
 * and lines, and at most two `*` per segment.
 */
const MAX_IGNORE_FILE_BYTES = 1024 * 1024;
const MAX_PATTERNS = 10_000;
const MAX_STARS = 3;
/** Maximum length of a pattern. No path is longer, and much longer patterns do not compile. */
const MAX_PATTERN_LENGTH = 4096;

/** Git's own ignore file. It does not apply to tracked files. */
const GITIGNORE = '.gitignore';
/** Ignore files in Git's syntax. A later one takes precedence. */
const IGNORE_FILES = [GITIGNORE, '.ignore', '.errata-lensignore'];

/** Patterns of one folder, as they apply to that folder or a subfolder. */
interface Rules {
  all: Patterns;
  /** Patterns of all ignore files except Git's own; null if there are none. */
  withoutGitignore: Patterns | null;
  /** Path of the current folder relative to the patterns' folder: empty, or ending with a slash. */
  path: string;
  /** Indices of the patterns that can match a segment of `path`. */
  candidates: readonly number[];
}

/** Rules that apply in a folder, nearest folder first. */
export type RuleChain = readonly Rules[];

export function isIgnoreFile({ name }: { name: string }): boolean {
  return IGNORE_FILES.includes(name);
}

/** Rules that a folder inherits, from its parent up to the root of its Git repository. */
export function inheritedRules(folder: string, from: Disk = disk): RuleChain {
  const above = ancestorsInRepository(folder, from);
  return above.reduce<RuleChain>(
    (rules, parent, nth) =>
      rulesForSubfolder(withOwnRules(parent, null, rules, from), path.basename(above[nth + 1] ?? folder)),
    [],
  );
}

/** Rules that a subfolder inherits. */
export function rulesForSubfolder(rules: RuleChain, name: string): RuleChain {
  if (rules.length === 0) return rules;
  return rules.map(({ all, withoutGitignore, path, candidates }) => ({
    ...{ all, withoutGitignore, path: `${path}${name}/` },
    candidates: all.addCandidates(name, candidates),
  }));
}

/** Ancestors of a folder within its Git repository, root first; empty outside a repository. */
function ancestorsInRepository(folder: string, from: Disk): string[] {
  const root = repositoryRoot(folder, from);
  const above: string[] = [];
  if (root === null) return above;
  for (let current = folder; current !== root; current = path.dirname(current))
    above.unshift(path.dirname(current));
  return above;
}

/**
 * Adds the rules of a folder's own ignore files.
 * @param entries names in the folder (at least those with a leading dot); null if unknown
 */
export function withOwnRules(
  folder: string,
  entries: readonly { name: string }[] | null,
  above: RuleChain,
  from: Disk = disk,
): RuleChain {
  const files = IGNORE_FILES.filter((file) => entries?.some(({ name }) => name === file) ?? true);
  const patterns = files.flatMap((name) => readPatterns(folder, name, from));
  if (patterns.length === 0) return above;
  const others = files
    .filter((name) => name !== GITIGNORE)
    .flatMap((name) => readPatterns(folder, name, from));
  return [rulesOf(patterns, others), ...above];
}

export function rulesOf(patterns: readonly string[], others: readonly string[] = patterns): Rules {
  return {
    all: new Patterns(patterns),
    withoutGitignore: others.length === 0 ? null : new Patterns(others),
    path: '',
    candidates: NO_CANDIDATES,
  };
}

/**
 * Parts of a pattern that are not literal. Group 1 is a wildcard for a single character. After an unusual bracket
 * expression, nothing counts as literal.
 */
const NON_LITERAL = /(\?|\[[\w.-]+\])|\[.*|\\.?|[*\s!]/g;
/** Minimum length of a literal that is rare in file names. */
const MIN_LITERAL_LENGTH = 5;
/** A complete path segment, or its extension. */
const SEGMENT_OR_EXTENSION = /^(?:\/[^/]+|\.[^./]+)\/$/;
const NO_CANDIDATES: readonly number[] = [];

/**
 * Patterns of ignore files. The matching library compiles each pattern that it tests, so it only gets those whose
 * literal part is in the path.
 */
class Patterns {
  readonly #written: readonly string[];
  /** Indices of patterns whose literal part is a complete segment or an extension. */
  readonly #byLiteral = new Map<string, number[]>();
  readonly #others: (Literal & { nth: number })[] = [];
  readonly #matchers = new Map<string, ignore.Ignore>();

  constructor(patterns: readonly string[]) {
    this.#written = patterns.filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
    for (const [nth, pattern] of this.#written.entries()) {
      const { literal, length } = literalOf(pattern);
      if (SEGMENT_OR_EXTENSION.test(literal)) getOrInsert(this.#byLiteral, literal, () => []).push(nth);
      else this.#others.push({ literal, length, nth });
    }
  }

  /**
   * True if the patterns exclude a path, false if they include it again, null if none matches.
   * @param path of the parent, relative to the patterns' folder
   * @param name of the file, or of the folder with a slash at its end
   * @param candidates indices of patterns to try
   */
  decide(path: string, name: string, candidates: readonly number[]): boolean | null {
    if (candidates.length === 0) return null;
    const matcher = getOrInsert(this.#matchers, candidates.join(), () =>
      ignore({ allowRelativePaths: false }).add(candidates.map((nth) => this.#written[nth] ?? '')),
    );
    const { ignored, unignored } = matcher.test(path + name);
    return ignored || unignored ? ignored : null;
  }

  /** Adds the patterns that can match a segment to the candidates from its parents, in order. */
  addCandidates(name: string, above: readonly number[]): readonly number[] {
    const part = `/${name.toUpperCase()}/`;
    const named = this.#byLiteral.get(part) ?? NO_CANDIDATES;
    const ending = this.#byLiteral.get(extensionOf(part)) ?? NO_CANDIDATES;
    const others = this.#others.filter(
      ({ literal, length }) => (length === null || name.length === length) && part.includes(literal),
    );
    if (named.length + ending.length + others.length === 0) return above;
    return [...new Set([...above, ...named, ...ending, ...others.map(({ nth }) => nth)])].sort(
      (a, b) => a - b,
    );
  }

  /** Indices of the patterns that can match any segment of a path. */
  candidatesFor(path: string): readonly number[] {
    const parts = path.split('/').filter((name) => name !== '');
    return parts.reduce((candidates, name) => this.addCandidates(name, candidates), NO_CANDIDATES);
  }
}

interface Literal {
  literal: string;
  /** Length of the segment that contains the literal; null if it varies. */
  length: number | null;
}

/**
 * A part of the pattern that every matching path contains, in upper case. Prefers the last one that is long enough,
 * because upper folders are in many paths.
 */
function literalOf(pattern: string): Literal {
  const written = pattern.replace(/^(?:!|\\(?=#))/, '');
  const parts = written.replace(NON_LITERAL, (_, one?: string) => (one === undefined ? '*' : '?')).split('/');
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

/** Extension, starting with the last dot. */
function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.'));
}

/** True if ignore files exclude a file or folder. Git's own ignore files do not apply to tracked files. */
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
    const isExcluded = all.decide(path, written, all.addCandidates(name, candidates));
    if (isExcluded === null) continue;
    return isExcluded && (tracked?.has(absolute) !== true || isExcludedWithoutGitignore(written, rules));
  }
  return false;
}

function isExcludedWithoutGitignore(written: string, rules: RuleChain): boolean {
  for (const { withoutGitignore, path } of rules) {
    const isExcluded =
      withoutGitignore?.decide(path, written, withoutGitignore.candidatesFor(path + written)) ?? null;
    if (isExcluded !== null) return isExcluded;
  }
  return false;
}

/** Root of the repository that contains a folder; null if none does. `.git` can also be a file (worktree, submodule). */
export function repositoryRoot(folder: string, from: Disk = disk): string | null {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (from.exists(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return null;
  }
}

/** Patterns of an ignore file. An unreadable file excludes nothing: scanning too much is safer. */
function readPatterns(folder: string, name: string, from: Disk): string[] {
  const written = textOfRegularFile(path.join(folder, name), MAX_IGNORE_FILE_BYTES, from);
  return typeof written === 'string' ? written.split(/\r?\n/, MAX_PATTERNS).filter(isCheap) : [];
}

/** True if a pattern is cheap to match. With several `*` in a segment, regular expressions take polynomial time. */
function isCheap(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH) return false;
  if (!pattern.includes('*')) return true;
  const parts = pattern.split('/');
  const anyDepth = parts.filter((part) => part.includes('**')).length;
  return anyDepth <= MAX_STARS && parts.every((part) => part.split(/\*+/).length <= MAX_STARS + 1);
}
