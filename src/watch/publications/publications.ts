import {
  digestOf,
  type Catalogue,
  type Release,
  type SupportPeriod,
  type ProductId,
} from '../../model/index.ts';
import { fixKeys } from './os-fixes.ts';

/** An item in the vendor's words, without our labels: a better classifier is no news. */
export interface PublishedItem {
  digest: string;
  /** Null if only the snapshot contained the item. */
  text: string | null;
}

/** A release with the vendor's facts. */
export interface PublishedRelease {
  product: ProductId;
  version: string;
  /** YYYY-MM-DD. */
  date: string;
  lts: boolean;
  url: string;
  items: readonly PublishedItem[];
}

/** Reasons why a release can no longer be a target. */
export const WITHDRAWALS = ['deprecated', 'gone', 'unlisted', 'recalled'] as const;
export type WithdrawalReason = (typeof WITHDRAWALS)[number];

export interface Withdrawal {
  product: ProductId;
  version: string;
  reason: WithdrawalReason;
}

/**
 * The vendor's publications at one look. Contains only facts of the vendor, so that a new version of this program
 * causes no news.
 */
export interface Publications {
  /** Products that have been read; the first reading of a product has no news. */
  products: readonly ProductId[];
  releases: readonly PublishedRelease[];
  support: readonly SupportPeriod[];
  withdrawn: readonly Withdrawal[];
  /** Digest of the bytes of every page that was read, by URL. */
  pages: Readonly<Record<string, string>>;
  /** Pages that existed at the first look but could not be read. Their first content is no news. */
  unread: readonly string[];
  /** Keys of all operating system fixes that were ever listed; null: not recorded yet. */
  fixes: readonly string[] | null;
}

export const NO_PUBLICATIONS: Publications = {
  products: [],
  releases: [],
  support: [],
  withdrawn: [],
  pages: {},
  unread: [],
  fixes: null,
};

/** The parts of a refreshed catalogue that the watch needs. */
export interface FreshCatalogue extends Catalogue {
  kept: readonly { product: ProductId; version: string; url: string; reason: string }[];
  /** Pages about no release, such as calendars and advisories, that could not be read completely. */
  unreadExtraPages: readonly { product: ProductId; url: string }[];
  pages: ReadonlyMap<string, string>;
}

/**
 * Publications after a refresh. Unread pages keep their earlier state. Excludes items that only an earlier catalogue or
 * the snapshot contains, so that they are new on the day on which the vendor lists them.
 */
export function publicationsOf(
  fresh: FreshCatalogue,
  before: Publications,
  readable: readonly ProductId[],
): Publications {
  const products = [...new Set([...before.products, ...readable])];
  const unreadNow = unreadPages(fresh);
  const wasRead = ({ product }: { product: ProductId }): boolean => products.includes(product);
  const refreshed = refreshedReleases(fresh).filter(wasRead);
  const releases = new Map(
    [...before.releases, ...refreshed.map(publishedRelease)].map((entry) => [releaseKey(entry), entry]),
  );
  const withdrawals = [
    ...before.withdrawn,
    ...markedWithdrawals(refreshed),
    ...removedReleases(fresh, before),
  ];
  const withdrawn = new Map(withdrawals.map((entry) => [withdrawalKey(entry), entry]));
  const pages = [...fresh.pages].filter(([url]) => !unreadNow.has(url));
  return {
    products,
    releases: [...releases.values()],
    support: fresh.support.filter(wasRead),
    withdrawn: [...withdrawn.values()],
    pages: { ...before.pages, ...Object.fromEntries(pages) },
    unread: stillUnread(fresh, before, readable, unreadNow),
    fixes: [...new Set([...(before.fixes ?? []), ...fresh.bugs.filter(wasRead).flatMap(fixKeys)])],
  };
}

/** Releases that were read in this refresh. */
export function refreshedReleases({ releases, kept }: FreshCatalogue): Release[] {
  const keys = new Set(kept.map(releaseKey));
  return releases.filter((release) => !keys.has(releaseKey(release)));
}

/** Pages that failed at a product's first look and have not been read since. */
function stillUnread(
  fresh: FreshCatalogue,
  before: Publications,
  readable: readonly ProductId[],
  unreadNow: ReadonlySet<string>,
): string[] {
  const waiting = before.unread.filter((url) => unreadNow.has(url));
  const isFirstLook = readable.some((product) => !before.products.includes(product));
  return isFirstLook ? [...new Set([...waiting, ...unreadNow])] : waiting;
}

/** Reasons for keeping a release whose page may have changed. */
const UNREAD_REASONS: readonly string[] = ['unreadable', 'not-understood', 'shrunk'];

/** Releases that were kept because their page could not be read. */
export function unreadReleases({ kept }: FreshCatalogue): FreshCatalogue['kept'] {
  return kept.filter(({ reason }) => UNREAD_REASONS.includes(reason));
}

/**
 * Pages with problems and without a release, and those of releases whose notes stand in a file for several of them. A
 * release with a page of its own may just not be published yet.
 */
function unreadPages(fresh: FreshCatalogue): Set<string> {
  const read = new Set(refreshedReleases(fresh).map(({ url }) => url));
  const files = new Map(unreadReleases(fresh).map((release) => [releaseKey(release), release.url]));
  const own = fresh.releases.map((release) => ({ url: release.url, file: files.get(releaseKey(release)) }));
  const ofFiles = own.flatMap(({ url, file }) => (file === undefined || file === url ? [] : [url]));
  const sources = fresh.problems
    .filter(({ text: { key } }) => key !== 'catalogue.update.supportKept') // its page was read
    .map(({ source }) => source);
  return new Set([...sources, ...ofFiles].filter((source) => URL.canParse(source) && !read.has(source)));
}

function publishedRelease({ product, version, date, lts, url, items }: Release): PublishedRelease {
  return {
    product,
    version,
    date,
    lts,
    url,
    items: items.map(({ digest, text }) => ({ digest: text === null ? digest : digestOf(text), text })),
  };
}

/** Releases that the vendor marked as deprecated or recalled. */
function markedWithdrawals(releases: readonly Release[]): Withdrawal[] {
  return releases.flatMap(({ product, version, status, items }): Withdrawal[] => {
    const reasons: WithdrawalReason[] = [];
    if (status.includes('deprecated')) reasons.push('deprecated');
    if (items.some(({ topic }) => topic === 'recalled')) reasons.push('recalled');
    return reasons.map((reason) => ({ product, version, reason }));
  });
}

/** Releases of earlier looks whose page, or entry in an index, is gone. */
function removedReleases({ kept }: FreshCatalogue, before: Publications): Withdrawal[] {
  const published = new Set(before.releases.map(releaseKey));
  return kept.flatMap(({ product, version, reason }): Withdrawal[] => {
    const isRemoved = reason === 'gone' || reason === 'unlisted';
    return isRemoved && published.has(keyOf(product, version)) ? [{ product, version, reason }] : [];
  });
}

export function withdrawalKey({ product, version, reason }: Withdrawal): string {
  return `${product} ${version} ${reason}`;
}

function releaseKey({ product, version }: { product: ProductId; version: string }): string {
  return keyOf(product, version);
}

export function keyOf(product: ProductId, version: string): string {
  return `${product} ${version}`;
}
