import type { KnownBug, OsFix, ProductId, Severity } from '../../model/index.ts';

/** Bug for a security fix of an operating system, in all releases before the one that lists it. */
export function osBug(
  product: ProductId,
  id: string,
  title: string,
  severity: Severity,
  cves: readonly string[],
  version: string,
  { why, os }: { why: string; os: OsFix },
): KnownBug {
  return {
    id,
    product,
    title: title.slice(0, 90),
    impact: 'security',
    severity,
    consequences: ['security'],
    features: [],
    needs: [],
    traits: [],
    cves,
    communityBugs: [],
    listings: [{ version, digest: id }],
    aliases: [],
    bounds: { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false },
    why: [why],
    text: null,
    origin: 'notes',
    os,
  };
}

/** First CVE, and the number of the others. */
export function cvesInShort(cves: readonly string[]): string {
  const [first, ...rest] = cves;
  if (first === undefined) return 'no CVE';
  return rest.length === 0 ? first : `${first} +${rest.length}`;
}
