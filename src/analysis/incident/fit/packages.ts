import { text } from '../../../l10n/index.ts';
import { packageFamily, type BugMatch, type Text } from '../../../model/index.ts';
import type { Concept } from '../../../catalogue/index.ts';
import type { Fit } from './fit.ts';
import type { SymptomQuery } from './query.ts';

/** Packages that a trouble passes through, the nearest first: advisories tell no symptoms. */
const PASSES_THROUGH: readonly (readonly [readonly Concept[], readonly string[]])[] = [
  [
    ['connection-lost', 'connection-fails', 'before-established', 'surge', 'network'],
    ['kernel', 'openssl', 'glibc', 'curl'],
  ],
  [['tls'], ['openssl', 'ca-certificates', 'curl']],
  [['hostname-lookup'], ['glibc', 'bind']],
  [
    ['out-of-memory', 'memory-declines'],
    ['kernel', 'glibc', 'systemd'],
  ],
  [['semaphore-wait', 'lock-wait', 'local-storage'], ['kernel']],
];

/** Bugs of the packages that the symptom names, else of those it may involve; each package once before any twice. */
export function fittingPackages(symptom: string, query: SymptomQuery, matches: readonly BugMatch[]): Fit[] {
  const words = new Set(symptom.toLowerCase().split(/[^a-z0-9.+-]+/));
  const listed = matches.filter(({ applies }) => applies !== 'off');
  const nameOf = ({ bug }: BugMatch): string => bug.os?.package ?? '';
  const named = listed.filter((match) => words.has(nameOf(match)) || words.has(packageFamily(nameOf(match))));
  if (named.length > 0) {
    return diverse(named).map((match) =>
      fitOf(match, text('symptom.why.packageNamed', { name: nameOf(match) })),
    );
  }
  const families = PASSES_THROUGH.flatMap(([concepts, packages]) =>
    concepts.some((concept) => query.concepts.includes(concept)) ? packages : [],
  );
  const near = families.flatMap((family) =>
    listed.filter((match) => packageFamily(nameOf(match)) === family),
  );
  return diverse([...new Set(near)]).map((match) =>
    fitOf(match, text('symptom.why.package', { name: nameOf(match) })),
  );
}

function fitOf(listed: BugMatch, why: Text): Fit {
  return { listed, match: 'strong', words: [], why, isUndetermined: false };
}

function diverse(matches: readonly BugMatch[]): BugMatch[] {
  const groups = [...Map.groupBy(matches, ({ bug }) => packageFamily(bug.os?.package ?? '')).values()];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => groups.flatMap((group) => group[round] ?? [])).flat();
}
