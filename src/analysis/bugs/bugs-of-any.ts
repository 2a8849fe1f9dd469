import type { BugMatch } from '../../model/index.ts';
import { compareMatches } from './known-bugs.ts';

/** A bug with the releases that are known to have it; if none is, with those that may have it. */
type MatchOfAny = BugMatch & { inVersions: readonly string[] };

/**
 * Bugs that any of several releases has, the most urgent first: each once, as the release where it is surest and worst.
 * @param bugsAt bugs of a release, including those of low confidence
 */
export function bugsOfAny(
  versions: readonly string[],
  bugsAt: (version: string) => readonly BugMatch[],
): MatchOfAny[] {
  const found = new Map<string, MatchOfAny>();
  for (const version of versions) {
    for (const match of bugsAt(version)) {
      // A number may mean a minor version, some releases of which do not have the bug.
      if (match.inVersions?.includes(version) === false) continue;
      found.set(match.bug.id, withRelease(found.get(match.bug.id), match, version));
    }
  }
  return [...found.values()].sort(compareMatches);
}

function withRelease(known: MatchOfAny | undefined, match: BugMatch, version: string): MatchOfAny {
  const isSure = match.confidence !== 'low';
  if (known === undefined || (isSure && known.confidence === 'low'))
    return { ...match, inVersions: [version] };
  if (!isSure && known.confidence !== 'low') return known;
  const worst = compareMatches(known, match) <= 0 ? known : match;
  return { ...worst, inVersions: [...known.inVersions, version] };
}
