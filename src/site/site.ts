import { notesDays } from '../analysis/index.ts';
import { LANGUAGES } from '../l10n/index.ts';
import { notesDay, type Catalogue } from '../model/index.ts';
import { browserData } from './data/browser.ts';
import { catalogueData, catalogueSchema } from './data/catalogue.ts';
import { atomFeed, jsonFeed } from './data/feeds.ts';
import { osvId, osvRecord } from './data/osv.ts';
import { renovateReleases } from './data/renovate.ts';
import { collectProducts, type ProductPageData } from './product-pages.ts';
import { bugPages } from './pages/bug.ts';
import { comparisonPage, changePage } from './pages/changes.ts';
import { dataPage } from './pages/data.ts';
import { homePage } from './pages/home.ts';
import { matrixPage } from './pages/matrix.ts';
import { renderPage, type SiteBuild, type PageDraft } from './pages/page.ts';
import { linesWithBugs, productPage } from './pages/product.ts';
import { releasePages } from './pages/release.ts';
import { searchPage } from './pages/search.ts';
import { fileAddresses, addressInLanguage, siteAddresses } from './places.ts';

export interface SiteFile {
  /** Path within the site, with forward slashes. */
  path: string;
  text: string;
}

/** Generates the pages and data files of the site one by one. Scripts and styles are built with the package. */
export function* siteFiles(catalogue: Catalogue, build: SiteBuild): Generator<SiteFile> {
  const products = collectProducts(catalogue, build.day);
  for (const draft of pagesOf(products, catalogue, build)) {
    for (const language of LANGUAGES)
      yield { path: addressInLanguage(draft.place, language), text: renderPage(draft, language, build) };
  }
  yield json(fileAddresses.catalogue, catalogueData(products, catalogue, build));
  yield json(fileAddresses.schema, catalogueSchema());
  const bugs = products.flatMap((productPages) =>
    productPages.bugs
      .filter(({ id }) => productPages.affectedReleases.has(id))
      .map((bug) => ({ bug, productPages })),
  );
  const buildOfProduct = ({ product }: ProductPageData): SiteBuild => ({
    ...build,
    asOf: notesDay(catalogue, product.id),
  });
  for (const { bug, productPages } of bugs)
    yield json(fileAddresses.osv(osvId(bug)), osvRecord(bug, productPages, buildOfProduct(productPages)));
  yield json(
    fileAddresses.osvIndex,
    bugs.map(({ bug, productPages }) => ({
      id: osvId(bug),
      modified: `${buildOfProduct(productPages).asOf}T00:00:00Z`,
    })),
  );
  for (const productPages of products)
    yield* filesOfProduct(productPages, catalogue, buildOfProduct(productPages));
}

function* filesOfProduct(
  productPages: ProductPageData,
  catalogue: Catalogue,
  build: SiteBuild,
): Generator<SiteFile> {
  const { id } = productPages.product;
  yield { path: fileAddresses.browserData(id), text: browserData(catalogue, id) };
  yield json(fileAddresses.renovate(id), renovateReleases(productPages, build));
  for (const language of LANGUAGES) {
    yield {
      path: addressInLanguage(siteAddresses.atom(id), language),
      text: atomFeed(productPages, language, build),
    };
    yield json(
      addressInLanguage(siteAddresses.jsonFeed(id), language),
      jsonFeed(productPages, language, build),
    );
  }
}

function* pagesOf(
  products: readonly ProductPageData[],
  catalogue: Catalogue,
  build: SiteBuild,
): Generator<PageDraft> {
  const asOf = notesDays(
    catalogue,
    products.map(({ product }) => product.id),
  ).words;
  for (const draft of [homePage(products, catalogue, build), searchPage(products), dataPage(products)])
    yield { ...draft, asOf };
  for (const productPages of products) {
    const ownDay = notesDay(catalogue, productPages.product.id);
    const drafts = pagesOfProduct(productPages, catalogue, { ...build, asOf: ownDay });
    for (const draft of drafts) yield { ...draft, asOf: ownDay };
  }
}

function* pagesOfProduct(
  productPages: ProductPageData,
  catalogue: Catalogue,
  build: SiteBuild,
): Generator<PageDraft> {
  yield productPage(productPages, catalogue, build);
  for (const line of linesWithBugs(productPages)) yield matrixPage(productPages, line);
  for (const bug of productPages.bugs) yield* bugPages(productPages, bug);
  const comparisons: { from: string; to: string }[] = [];
  for (const release of productPages.releases) {
    const { pages, target } = releasePages(productPages, release, catalogue, build);
    yield* pages;
    const to = productPages.releases.find((other) => other.release.version === target);
    const page = to === undefined ? null : changePage(productPages, release, to);
    if (to === undefined || page === null) continue;
    comparisons.push({ from: release.release.version, to: to.release.version });
    yield page;
  }
  yield comparisonPage(productPages, comparisons);
}

function json(path: string, value: unknown): SiteFile {
  return { path, text: `${JSON.stringify(value)}\n` };
}
