import { withoutEnd } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { FetchFailure } from '../../products/index.ts';

/** Where pages are really asked. Pages go by the vendor's own URLs; a host may have a stand-in (a mirror, a test server). */
export interface Addresses {
  /** Where a vendor's page is asked. Throws a FetchFailure for a host that is not allowed. */
  requestUrl(pageUrl: URL): URL;
  /** The vendor's page behind an address, or null when the address belongs to no allowed host. */
  pageUrl(requestUrl: URL): URL | null;
}

/** An `http:` or `https:` address to ask in a host's place, or null when the text is no such address. */
export function readOrigin(written: string): URL | null {
  const url = URL.parse(written.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isPlain ? url : null;
}

/**
 * Vendors are asked by https at their own hosts only. A stand-in may be http, because the user named it; it may have a
 * path, below which the vendor's paths are looked up. Throws when a stand-in is no address (`readOrigin` tells before).
 */
export function createAddresses(
  hosts: readonly string[],
  standIns: Readonly<Record<string, string>>,
): Addresses {
  const bases = Object.entries(standIns).map(([host, written]) => {
    const base = readOrigin(written);
    if (base === null) throw new Error(`The stand-in for ${host} is not an http or https address`);
    return { host, origin: base.origin, path: withoutEnd(base.pathname, '/') };
  });

  function isAllowed(url: URL): boolean {
    return url.protocol === 'https:' && url.username === '' && hosts.includes(url.host);
  }

  return {
    requestUrl(pageUrl) {
      if (!isAllowed(pageUrl)) {
        throw new FetchFailure('refused', text('catalogue.fetch.hostRefused', { host: pageUrl.host }));
      }
      const base = bases.find(({ host }) => host === pageUrl.host);
      if (base === undefined) return pageUrl;
      return new URL(base.origin + base.path + pageUrl.pathname + pageUrl.search);
    },
    pageUrl(requestUrl) {
      for (const { host, origin, path } of bases) {
        if (requestUrl.origin !== origin || !requestUrl.pathname.startsWith(`${path}/`)) continue;
        return new URL(`https://${host}${requestUrl.pathname.slice(path.length)}${requestUrl.search}`);
      }
      return isAllowed(requestUrl) ? requestUrl : null;
    },
  };
}
