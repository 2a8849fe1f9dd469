import type { KnownBug } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/**
 * Bugs with the extensions of their CVEs in the upstream's notes, and with the titles from there where the product's own
 * notes name the number alone.
 */
export function withUpstreamTitles(bugs: readonly KnownBug[]): KnownBug[] {
  const byCve = Map.groupBy(bugs, ({ cves }) => (cves.length === 1 ? cves[0] : undefined));
  return bugs.map((bug) => {
    const { title, product, cves } = bug;
    const upstream = productOf(product).upstream?.product;
    if (upstream === undefined || cves.length !== 1) return bug;
    const described = byCve.get(cves[0])?.filter((each) => each.product === upstream) ?? [];
    // Several fixes can share a number: one in the server itself stands for those in extensions.
    const found = described.find(({ part, extension }) => (part ?? extension) === undefined) ?? described[0];
    if (found === undefined) return bug;
    const { extension } = found;
    const isNumberAlone = cves.includes(title);
    return {
      ...bug,
      ...(isNumberAlone && numberedTitle(cves, found)),
      ...(extension !== undefined && { extension }),
    };
  });
}

/** Written title after the numbers of a bug's CVEs, by which people look for it. */
export function numberedTitle(
  cves: readonly string[],
  { title, titleIn }: Pick<KnownBug, 'title' | 'titleIn'>,
): Pick<KnownBug, 'title' | 'titleIn'> {
  const numbered = (words: string): string =>
    cves.length === 0 || words.startsWith('CVE-') ? words : `${cves.join(', ')}: ${words}`;
  return { title: numbered(title), ...(titleIn && { titleIn: { ja: numbered(titleIn.ja) } }) };
}
