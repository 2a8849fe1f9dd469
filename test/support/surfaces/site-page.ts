import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { today, type ProductId } from '../../../src/model/index.ts';
import { productOf } from '../../../src/products/index.ts';
import { catalogueData } from '../../../src/site/data/catalogue.ts';
import { renderPage } from '../../../src/site/pages/page.ts';
import { releasePages } from '../../../src/site/pages/release.ts';
import { siteAddresses } from '../../../src/site/places.ts';
import { collectProduct, type ProductPageData } from '../../../src/site/product-pages.ts';

/** Content of one release on today's site: that of all, 14,000 pages, takes half a minute of the processor. */
async function contentOf(product: ProductId, version: string) {
  const catalogue = await loadCatalogue(null);
  const edition = { day: today(), asOf: catalogue.asOf, address: 'https://example.com/' };
  const own = catalogue.releases.filter((each) => each.product === product && each.version === version);
  const pages: ProductPageData = collectProduct(productOf(product), own, catalogue, edition.day);
  const [release] = pages.releases;
  if (release === undefined) throw new Error(`The site has no page of ${product} ${version}.`);
  return { catalogue, edition, pages, release };
}

/** Markup of the English page of a release. */
export async function sitePage(product: ProductId, version: string): Promise<string> {
  const { catalogue, edition, pages, release } = await contentOf(product, version);
  const place = siteAddresses.release(product, version);
  const page = releasePages(pages, release, catalogue, edition).pages.find((each) => each.place === place);
  if (page === undefined) throw new Error(`${place} is not written.`);
  return renderPage(page, 'en', edition);
}

/** The catalogue that the site offers as data, with one release. */
export async function siteData(product: ProductId, version: string): Promise<unknown> {
  const { catalogue, edition, pages } = await contentOf(product, version);
  return catalogueData([pages], catalogue, edition);
}
