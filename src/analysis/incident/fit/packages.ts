import { quoted, text } from '../../../l10n/index.ts';
import { packageFamily, type BugMatch } from '../../../model/index.ts';
import type { Fit } from './fit.ts';
import type { Term } from './terms.ts';
import { packagesOfConcept } from './everyday.ts';

/**
 * Advisories that fit a symptom of an operating system, one for each package before a second: those whose CVE it names,
 * else those of the packages that it names, else those of packages that typically cause it. Advisories describe no
 * symptoms, so only a CVE is a strong fit.
 */
export function fittingPackages(
  symptom: string,
  terms: readonly Term[],
  matches: readonly BugMatch[],
): Fit[] {
  const words = new Set(symptom.toLowerCase().split(/[^a-z0-9.+-]+/));
  const listed = matches.filter(({ applies }) => applies !== 'off');
  const ofCve = listed.filter(({ bug }) => bug.cves.some((cve) => words.has(cve.toLowerCase())));
  if (ofCve.length > 0)
    return ofCve.map((match) =>
      fitOf(
        match,
        'strong',
        match.bug.cves.filter((cve) => words.has(cve.toLowerCase())),
      ),
    );
  const isNamed = (match: BugMatch): boolean =>
    words.has(packageOf(match)) || words.has(packageFamily(packageOf(match)));
  const named = listed.filter(isNamed);
  if (named.length > 0)
    return diverse(named).map((match) => fitOf(match, 'nearest', [packageFamily(packageOf(match))]));
  const involved = terms.flatMap(({ key, surface }) =>
    packagesOfConcept(key.replace(/^=/, '')).map((name) => ({ name, surface })),
  );
  const near = involved.flatMap(({ name, surface }) =>
    listed.filter((match) => packageFamily(packageOf(match)) === name).map((match) => ({ match, surface })),
  );
  const surfaces = new Map(near.map(({ match, surface }) => [match, surface]));
  return diverse([...surfaces.keys()]).map((match) => ({
    ...fitOf(match, 'nearest', [surfaces.get(match) ?? '']),
    why: text('symptom.why.package', { name: packageOf(match) }),
  }));
}

function packageOf({ bug }: BugMatch): string {
  return bug.os?.package ?? '';
}

function fitOf(listed: BugMatch, match: Fit['match'], words: readonly string[]): Fit {
  const isUndetermined = listed.confidence === 'low';
  const why = text('symptom.why', { words: words.map(quoted) });
  return { listed, match, share: 0, words, why, isUndetermined };
}

function diverse(matches: readonly BugMatch[]): BugMatch[] {
  const groups = [...Map.groupBy(matches, (match) => packageFamily(packageOf(match))).values()];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => groups.flatMap((group) => group[round] ?? [])).flat();
}
