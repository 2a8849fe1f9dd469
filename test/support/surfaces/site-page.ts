import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { today, type Catalogue } from '../../../src/model/index.ts';
import { catalogueData } from '../../../src/site/data/catalogue.ts';
import { renderPage, type SiteEdition } from '../../../src/site/pages/page.ts';
import { releasePages } from '../../../src/site/pages/release.ts';
import { siteAddresses } from '../../../src/site/places.ts';
import { collectProducts, type ProductPages } from '../../../src/site/product-pages.ts';

interface SiteContent {
  catalogue: Catalogue;
  products: readonly ProductPages[];
  edition: SiteEdition;
}

/** Content of all pages of today's site: computed once, since it takes seconds. */
let content: Promise<SiteContent> | undefined;

async function collectContent(): Promise<SiteContent> {
  const catalogue = await loadCatalogue(null);
  const edition = { day: today(), asOf: catalogue.asOf, address: 'https://example.com/' };
  return { catalogue, products: collectProducts(catalogue, edition.day), edition };
}

function contentOfSite(): Promise<SiteContent> {
  content ??= collectContent();
  return content;
}

/** Markup of the English page of a release. Writing the whole site, 14,000 pages, takes half a minute of the processor. */
export async function sitePage(product: string, version: string): Promise<string> {
  const { catalogue, products, edition } = await contentOfSite();
  const known = products.find((each) => each.product.id === product);
  const release = known?.releases.find((each) => each.release.version === version);
  if (known === undefined || release === undefined)
    throw new Error(`The site has no page of ${product} ${version}.`);
  const place = siteAddresses.release(known.product.id, version);
  const page = releasePages(known, release, catalogue, edition).pages.find((each) => each.place === place);
  if (page === undefined) throw new Error(`${place} is not written.`);
  return renderPage(page, 'en', edition);
}

/** Data file of the catalogue that the site offers. */
export async function siteData(): Promise<unknown> {
  const { catalogue, products, edition } = await contentOfSite();
  return catalogueData(products, catalogue, edition);
}
