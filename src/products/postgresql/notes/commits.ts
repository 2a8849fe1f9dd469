import { lastDays, type FixCommits } from '../../../model/index.ts';
import type { Link } from '../../pages/blocks.ts';
import { majorOf } from '../versions.ts';

/** `Branch: REL_16_STABLE Release: REL_16_2 [66cf26b9e] 2026-05-11 05:13:49 -0700`, `Branch: master [b63f25bdd] …`. */
const COMMIT_LINE =
  /^[ \t]*Branch: (master|REL_?\d[\d_]*STABLE)(?: Release: \S{1,40})? \[([0-9a-f]{7,40})\] (\d{4}-\d{2}-\d{2})/gm;
/** Remark above an item: `note: no actual bug in v15 and later`. */
const NO_BUG = /\bno (?:actual|live) bug\b[^\n]{0,20} in v(\d+) (?:and later|or HEAD|and HEAD)/i;
/** Length of a hash in the notes, in hexadecimal digits. */
const DIGITS = 9;
/** Upper bound; no item has as many. */
const MAX_COMMITS = 2000;

/** Commits in the comment above an item; undefined if it names none. */
export function commitsIn(comment: string): FixCommits | undefined {
  const lines = [...comment.matchAll(COMMIT_LINE)]
    .slice(0, MAX_COMMITS)
    .map(([, branch = '', hash = '', day = '']) => ({
      major: branch === 'master' ? null : lineOf(branch),
      hash: hash.slice(0, DIGITS),
      day,
    }));
  if (lines.length === 0) return undefined;
  const main = lines.filter(({ major }) => major === null);
  const harmlessFrom = NO_BUG.exec(comment)?.[1];
  return {
    main: unique(main.map(({ hash }) => hash)).sort(),
    all: unique(lines.map(({ hash }) => hash)).sort(),
    lines: unique(lines.flatMap(({ major }) => major ?? [])).sort((a, b) => Number(a) - Number(b)),
    ...lastDays(
      lines.map((line) => line.day),
      main.map((line) => line.day),
    ),
    ...(harmlessFrom !== undefined && { harmlessFrom }),
  };
}

/** Commits that a page links to, which are only those of its own branch. */
export function commitsOfLinks(links: readonly Link[], version: string): FixCommits | undefined {
  const hashes = links.flatMap(({ href }) => /\bpostgr\.es\/c\/([0-9a-f]{7,40})/.exec(href)?.[1] ?? []);
  if (hashes.length === 0) return undefined;
  const all = unique(hashes.slice(0, MAX_COMMITS).map((hash) => hash.slice(0, DIGITS))).sort();
  return { main: [], all, lines: [majorOf(version)], day: null };
}

/** `16` for REL_16_STABLE, `9.6` for REL9_6_STABLE. */
function lineOf(branch: string): string {
  return branch
    .replace(/^REL_?/, '')
    .replace(/_STABLE$/, '')
    .replaceAll('_', '.');
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
