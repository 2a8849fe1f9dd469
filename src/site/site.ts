import { notesDays } from '../analysis/index.ts';
import { LANGUAGES } from '../l10n/index.ts';
import { notesDay, type Catalogue } from '../model/index.ts';
import { browserData } from './data/browser.ts';
import { catalogueData, catalogueSchema } from './data/catalogue.ts';
import { atomFeed, jsonFeed } from './data/feeds.ts';
import { osvId, osvRecord } from './data/osv.ts';
import { renovateReleases } from './data/renovate.ts';
import { collectProducts, type ProductPages } from './product-pages.ts';
import { bugPages } from './pages/bug.ts';
import { comparisonPage, changePage } from './pages/changes.ts';
import { dataPage } from './pages/data.ts';
import { homePage } from './pages/home.ts';
import { matrixPage } from './pages/matrix.ts';
import { renderPage, type SiteEdition, type PageDraft } from './pages/page.ts';
import { linesWithBugs, productPage } from './pages/product.ts';
import { releasePages } from './pages/release.ts';
import { searchPage } from './pages/search.ts';
import { files, inLanguage, siteAddresses } from './places.ts';

export interface SiteFile {
  /** Path within the site, with forward slashes. */
  path: string;
  text: string;
}

/** Generates the pages and data files of the site one by one. Scripts and styles are built with the package. */
export function* siteFiles(catalogue: Catalogue, edition: SiteEdition): Generator<SiteFile> {
  const products = collectProducts(catalogue, edition.day);
  for (const draft of pagesOf(products, catalogue, edition)) {
    for (const language of LANGUAGES)
      yield { path: inLanguage(draft.place, language), text: renderPage(draft, language, edition) };
  }
  yield json(files.catalogue, catalogueData(products, catalogue, edition));
  yield json(files.schema, catalogueSchema());
  const bugs = products.flatMap((productPages) =>
    productPages.bugs
      .filter(({ id }) => productPages.affectedReleases.has(id))
      .map((bug) => ({ bug, productPages })),
  );
  const own = ({ product }: ProductPages): SiteEdition => ({
    ...edition,
    asOf: notesDay(catalogue, product.id),
  });
  for (const { bug, productPages } of bugs)
    yield json(files.osv(osvId(bug)), osvRecord(bug, productPages, own(productPages)));
  yield json(
    files.osvIndex,
    bugs.map(({ bug, productPages }) => ({
      id: osvId(bug),
      modified: `${own(productPages).asOf}T00:00:00Z`,
    })),
  );
  for (const productPages of products) yield* filesOfProduct(productPages, catalogue, own(productPages));
}

function* filesOfProduct(
  productPages: ProductPages,
  catalogue: Catalogue,
  edition: SiteEdition,
): Generator<SiteFile> {
  const { id } = productPages.product;
  yield { path: files.browserData(id), text: browserData(catalogue, id) };
  yield json(files.renovate(id), renovateReleases(productPages, edition));
  for (const language of LANGUAGES) {
    yield {
      path: inLanguage(siteAddresses.atom(id), language),
      text: atomFeed(productPages, language, edition),
    };
    yield json(inLanguage(siteAddresses.jsonFeed(id), language), jsonFeed(productPages, language, edition));
  }
}

function* pagesOf(
  products: readonly ProductPages[],
  catalogue: Catalogue,
  edition: SiteEdition,
): Generator<PageDraft> {
  const asOf = notesDays(
    catalogue,
    products.map(({ product }) => product.id),
  ).words;
  for (const draft of [homePage(products, catalogue, edition), searchPage(products), dataPage(products)])
    yield { ...draft, asOf };
  for (const productPages of products) {
    const ownDay = notesDay(catalogue, productPages.product.id);
    const drafts = pagesOfProduct(productPages, catalogue, { ...edition, asOf: ownDay });
    for (const draft of drafts) yield { ...draft, asOf: ownDay };
  }
}

function* pagesOfProduct(
  productPages: ProductPages,
  catalogue: Catalogue,
  edition: SiteEdition,
): Generator<PageDraft> {
  yield productPage(productPages, catalogue, edition);
  for (const line of linesWithBugs(productPages)) yield matrixPage(productPages, line);
  for (const bug of productPages.bugs) yield* bugPages(productPages, bug);
  const made: { from: string; to: string }[] = [];
  for (const release of productPages.releases) {
    const { pages, target } = releasePages(productPages, release, catalogue, edition);
    yield* pages;
    const to = productPages.releases.find((other) => other.release.version === target);
    const page = to === undefined ? null : changePage(productPages, release, to);
    if (to === undefined || page === null) continue;
    made.push({ from: release.release.version, to: to.release.version });
    yield page;
  }
  yield comparisonPage(productPages, made);
}

function json(path: string, value: unknown): SiteFile {
  return { path, text: `${JSON.stringify(value)}\n` };
}
