import type { ProductId } from '../model/index.ts';
import { productOf } from '../products/index.ts';
import type { VersionGroup } from './versions/version-groups.ts';
import {
  refreshedReleases,
  unreadReleases,
  type FreshCatalogue,
  type Publications,
} from './publications/publications.ts';

/** Products and pages that a look has read, limited to versions in use. */
export interface LookCoverage {
  /** Products that were read. A product in use counts only if one of its lines in use was read. */
  readable: readonly ProductId[];
  /** Pages about readable products in use that could not be read completely: their news is unknown. */
  unreadPages: readonly string[];
  /** True if none of the products in use could be read (no product at all if none is in use): the look does not count. */
  isUnread: boolean;
  /** True if the products in use were read for the first time, which sets the baseline. */
  isFirst: boolean;
}

/**
 * Decides which products a look covers. The first reading of each product is its baseline, whatever else the same look
 * could read.
 */
export function coverageOfLook(
  fresh: FreshCatalogue,
  before: Publications,
  inUse: readonly VersionGroup[],
): LookCoverage {
  const readable = readableProducts(fresh, inUse);
  const published = new Set([...before.products, ...fresh.releases.map(({ product }) => product)]);
  // An upstream alone is no reading of the products that contain it.
  const own = inUse.filter(({ runs }) => runs === undefined).map(({ product }) => product);
  const run = own.filter((product) => published.has(product));
  const expected = run.length > 0 ? run : [...published];
  return {
    readable,
    unreadPages: pagesNotRead(
      fresh,
      inUse.filter(({ product }) => readable.includes(product)),
    ),
    isUnread: !expected.some((product) => readable.includes(product)),
    isFirst: !expected.some((product) => before.products.includes(product)),
  };
}

function readableProducts(fresh: FreshCatalogue, inUse: readonly VersionGroup[]): ProductId[] {
  const refreshed = refreshedReleases(fresh);
  const branches = new Set(refreshed.map(branchKey));
  const known = new Set(fresh.releases.map(branchKey));
  const isRead = (entry: VersionGroup): boolean =>
    branches.has(branchOf(entry)) || !known.has(branchOf(entry));
  return [...new Set(refreshed.map(({ product }) => product))].filter((product) => {
    const run = inUse.filter((entry) => entry.product === product);
    return run.length === 0 || run.some(isRead);
  });
}

function branchOf({ product, version }: Pick<VersionGroup, 'product' | 'version'>): string {
  return branchKey({ product, branch: productOf(product).versions.branch(version) });
}

function branchKey({ product, branch }: { product: ProductId; branch: string }): string {
  return `${product} ${branch}`;
}

function pagesNotRead(fresh: FreshCatalogue, inUse: readonly VersionGroup[]): string[] {
  const { unreadExtraPages, problems, releases } = fresh;
  const run = new Set(inUse.map(({ product }) => product));
  const folders = new Set(releases.filter(({ product }) => run.has(product)).map(({ url }) => folderOf(url)));
  const unread = unreadReleases(fresh).filter(({ product }) => run.has(product));
  // A page that was never read has no release, so its folder gives the product.
  const neverRead = problems.filter(
    ({ source, text: { key } }) => key === 'catalogue.update.unread' && folders.has(folderOf(source)),
  );
  const otherPages = unreadExtraPages.filter(({ product }) => run.has(product));
  return [
    ...new Set([
      ...[...unread, ...otherPages].map(({ url }) => url),
      ...neverRead.map(({ source }) => source),
    ]),
  ];
}

function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/'));
}
