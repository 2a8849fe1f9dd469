import { trimTrailing } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { FetchFailure } from '../../products/index.ts';
import { parseReplacementOrigin } from './replacement-origin.ts';

/**
 * Mapping between the vendors' URLs and requested addresses; a host may have a replacement (a mirror, a test server).
 */
export interface Addresses {
  /** Requested address of a vendor's page. Throws a FetchFailure for a host that is not allowed. */
  requestUrl(pageUrl: URL): URL;
  /** Vendor's page for a requested address; null if it belongs to no allowed host. */
  pageUrl(requestUrl: URL): URL | null;
}

/**
 * Creates a mapping. Vendors' own hosts are always requested over https. A replacement may use http, because the user
 * named it; it may have a path, which is put before the vendor's paths. Throws for an invalid replacement (check with
 * `parseReplacementOrigin` first).
 */
export function createAddresses(
  hosts: readonly string[],
  standIns: Readonly<Record<string, string>>,
): Addresses {
  const bases = Object.entries(standIns).map(([host, written]) => {
    const base = parseReplacementOrigin(written);
    if (base === null) throw new Error(`The stand-in for ${host} is not an http or https address`);
    return { host, origin: base.origin, path: trimTrailing(base.pathname, '/') };
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
