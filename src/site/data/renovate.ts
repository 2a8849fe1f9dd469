import type { ProductPageData } from '../product-pages.ts';
import type { SiteBuild } from '../pages/page.ts';
import { siteAddresses } from '../places.ts';

/** Releases for Renovate's custom datasource, with dates so that users can set a minimum age. */
export function renovateReleases({ product, releases }: ProductPageData, { address }: SiteBuild): object {
  return {
    homepage: new URL(siteAddresses.product(product.id), address).href,
    releases: releases.map(({ release: { version, date, status } }) => ({
      version,
      releaseTimestamp: `${date}T00:00:00.000Z`,
      changelogUrl: new URL(siteAddresses.release(product.id, version), address).href,
      ...(status.includes('deprecated') && { isDeprecated: true }),
      ...(status.includes('beta') && { isStable: false }),
    })),
  };
}
