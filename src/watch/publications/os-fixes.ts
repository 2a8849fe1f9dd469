import { digestOf, packageFamily, type KnownBug } from '../../model/index.ts';

/**
 * Keys of an operating system fix: each CVE with its package family, else the advisory. Pages and the security center list
 * one fix in several ways, and move it between releases.
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

/** Feed of all advisories: its content is no news when it is read for the first time. */
export const FEED = /\/alas\.rss$/;
