import { digestOf, packageFamily, type KnownBug } from '../model/index.ts';

/**
 * By what it is known that a fix of an operating system was told of: each CVE in its family of packages, else the
 * advisory. Pages and the security center tell of one fix in several ways, and move it between releases.
 */
export function fixKeys({
  product,
  os,
  cves,
  id,
}: Pick<KnownBug, 'product' | 'os' | 'cves' | 'id'>): string[] {
  if (os === undefined) return [];
  const names = cves.length === 0 ? [os.advisory ?? id] : cves;
  const family = packageFamily(os.package);
  return names.map((name) => digestOf([product, family, name].join(' ')));
}

/** The feed of all advisories: what it tells when it can be read for the first time is no news. */
export const FEED = /\/alas\.rss$/;
