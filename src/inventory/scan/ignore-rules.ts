import path from 'node:path';
import ignore from 'ignore';
import { disk, textOfRegularFile } from '../../files/index.ts';

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
  const matcher = ignore({ allowRelativePaths: false }).add(patterns);
  return [...above, { folder: withSlashes(folder), matcher }];
}

export function isIgnored(absolute: string, isFolder: boolean, rules: RuleChain): boolean {
  if (rules.length === 0) return false;
  const target = withSlashes(absolute);
  for (const { folder, matcher } of rules.toReversed()) {
    const { ignored, unignored } = matcher.test(target.slice(folder.length, isFolder ? undefined : -1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

function withSlashes(absolute: string): string {
  return `${absolute.replaceAll(path.sep, '/').replace(/\/$/, '')}/`;
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
