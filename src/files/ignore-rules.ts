import path from 'node:path';
import ignore from 'ignore';
import { disk } from './disk.ts';
import { textOfRegularFile } from './text-of.ts';

/** Bytes of an ignore file, its lines, and its `*` in one part of a path: a person's have a hundredth of it, and two. */
const LARGEST = 1024 * 1024;
const MOST_PATTERNS = 10_000;
const MOST_STARS = 3;
/** Characters of a pattern: no path is longer, and of tens of thousands no regular expression can be made. */
const LONGEST_PATTERN = 4096;

/** Files with patterns in the form of `.gitignore`; a later one wins. */
const IGNORE_FILES = ['.gitignore', '.ignore', '.errata-lensignore'];

/** Patterns of one folder. */
interface Rules {
  /** Absolute, with forward slashes and a slash at the end. */
  folder: string;
  matcher: ignore.Ignore;
  /** What a path has in it that a pattern can match. Most paths have nothing of it, and need no more than this one look. */
  trace: RegExp;
}

/** The rules that hold in a folder, the nearest folder's last. */
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
  const above: string[] = [];
  for (let current = folder; !disk.exists(path.join(current, '.git'));) {
    const parent = path.dirname(current);
    if (parent === current) return [];
    above.unshift(parent);
    current = parent;
  }
  return above;
}

/** Adds a folder's own rules; `entries` are what is in it, null when that is not known. */
export function withRulesOf(
  folder: string,
  entries: readonly { name: string }[] | null,
  above: RuleChain,
): RuleChain {
  const names = entries?.filter(({ name }) => name.startsWith('.')).map(({ name }) => name);
  const patterns = IGNORE_FILES.filter((name) => names?.includes(name) ?? true).flatMap((name) =>
    readPatterns(folder, name),
  );
  if (patterns.length === 0) return above;
  return [...above, rulesOf(folder, patterns)];
}

export function rulesOf(folder: string, patterns: readonly string[]): Rules {
  const matcher = ignore({ allowRelativePaths: false }).add(patterns);
  return { folder: withSlashes(folder), matcher, trace: traceOf(patterns) };
}

/** Characters that stand for others, with all that follows the bracket of a choice. */
const WILD = /\[.*|\\.?|[*?/\s!]/;
/** Patterns, and characters of each, that are looked for. */
const MOST_TRACES = 500;
const LONGEST_TRACE = 20;

/** A part of each pattern that is written as it is: a path that the pattern matches has it somewhere. */
function traceOf(patterns: readonly string[]): RegExp {
  const written = patterns.filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
  if (written.length > MOST_TRACES) return /(?:)/;
  const parts = written.map((pattern) =>
    pattern
      .split(WILD)
      .reduce((a, b) => (b.length > a.length ? b : a))
      .slice(0, LONGEST_TRACE)
      .replace(/[.+^${}()|\]]/g, '\\$&'),
  );
  return new RegExp(parts.join('|'), 'i');
}

export function isIgnored(absolute: string, isFolder: boolean, rules: RuleChain): boolean {
  if (rules.length === 0) return false;
  const target = withSlashes(absolute);
  for (const { folder, matcher, trace } of rules.toReversed()) {
    const inFolder = target.slice(folder.length, isFolder ? undefined : -1);
    if (!trace.test(inFolder)) continue;
    const { ignored, unignored } = matcher.test(inFolder);
    if (ignored || unignored) return ignored;
  }
  return false;
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
  const parts = pattern.split('/');
  const anyDepth = parts.filter((part) => part.includes('**')).length;
  return anyDepth <= MOST_STARS && parts.every((part) => part.split(/\*+/).length <= MOST_STARS + 1);
}
