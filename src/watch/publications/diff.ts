import { normaliseText, type ProductId } from '../../model/index.ts';
import { FEED } from './os-fixes.ts';
import {
  keyOf,
  withdrawalKey,
  type Publications,
  type PublishedItem,
  type PublishedRelease,
  type Withdrawal,
} from './publications.ts';

/** An item that was added (`before` is null), removed (`after` is null) or reworded. */
export interface NoteChange {
  before: string | null;
  after: string | null;
  /** Digests of the item after and before the change. */
  digests: readonly string[];
}

/** Changes of the vendor's publications between two looks. */
export interface News {
  releases: readonly PublishedRelease[];
  /** Items that were added to earlier notes. */
  added: readonly { release: PublishedRelease; item: PublishedItem }[];
  changed: readonly { release: PublishedRelease; changes: readonly NoteChange[] }[];
  withdrawn: readonly Withdrawal[];
  /** Keys of operating system fixes that are listed for the first time: see os-fixes.ts. */
  fixes: ReadonlySet<string>;
}

export interface DiffOptions {
  /**
   * True if the same version of Errata Lens read both. Otherwise only pages with changed bytes count, and changes that
   * a better parser can cause are ignored.
   */
  sameRules: boolean;
}

/**
 * Changes between two looks. The first look at a product has no news. Compares facts of the vendor (versions, wordings,
 * marks); a page with the same bytes has no news.
 */
export function diff(before: Publications, now: Publications, { sameRules }: DiffOptions): News {
  const known = new Map(before.releases.map((release) => [keyOf(release.product, release.version), release]));
  const wasSeen = (product: ProductId): boolean => before.products.includes(product);
  const news: {
    releases: PublishedRelease[];
    added: News['added'][number][];
    changed: News['changed'][number][];
  } = {
    releases: [],
    added: [],
    changed: [],
  };
  for (const release of now.releases) {
    if (!wasSeen(release.product) || hasNoNews(release.url, before, now)) continue;
    const old = known.get(keyOf(release.product, release.version));
    if (old === undefined || isNameOnly(old)) {
      if (old === undefined || (sameRules && !isNameOnly(release))) news.releases.push(release);
      continue;
    }
    if (!sameRules && before.pages[release.url] === undefined) continue;
    const { added, changes } = compareItems(old.items, release.items);
    news.added.push(...added.map((item) => ({ release, item })));
    if (changes.length > 0) news.changed.push({ release, changes });
  }
  return {
    ...news,
    withdrawn: newlyWithdrawn(before, now),
    fixes: sameRules ? newFixKeys(before, now) : new Set(),
  };
}

function newFixKeys(before: Publications, now: Publications): ReadonlySet<string> {
  const isFirstFeed = before.unread.some((url) => FEED.test(url) && !now.unread.includes(url));
  if (before.fixes === null || isFirstFeed) return new Set();
  return new Set(now.fixes).difference(new Set(before.fixes));
}

/** True if a page has the same bytes as at the last look, or could not be read at the first one. */
function hasNoNews(url: string, before: Publications, now: Publications): boolean {
  if (before.unread.includes(url)) return true;
  const digest = before.pages[url];
  return digest !== undefined && digest === now.pages[url];
}

/** True for a release of which only the name in an index is known, so that missing items mean nothing. */
function isNameOnly({ items }: PublishedRelease): boolean {
  return items.length === 0;
}

function newlyWithdrawn(before: Publications, now: Publications): Withdrawal[] {
  const known = new Set(before.withdrawn.map(withdrawalKey));
  const urls = new Map(now.releases.map(({ product, version, url }) => [keyOf(product, version), url]));
  return now.withdrawn.filter((entry) => {
    const { product, version, reason } = entry;
    if (known.has(withdrawalKey(entry)) || !before.products.includes(product)) return false;
    const isMark = reason === 'deprecated' || reason === 'recalled';
    return !isMark || !hasNoNews(urls.get(keyOf(product, version)) ?? '', before, now);
  });
}

function compareItems(
  before: readonly PublishedItem[],
  now: readonly PublishedItem[],
): { added: PublishedItem[]; changes: NoteChange[] } {
  const digestsBefore = new Set(before.map(({ digest }) => digest));
  const digestsNow = new Set(now.map(({ digest }) => digest));
  const textBefore = joined(before);
  const textNow = joined(now);
  // The joined text stays the same if the page only splits a list differently: nothing is gone, and nothing is new.
  const gone = before.filter(({ digest, text }) => !digestsNow.has(digest) && !contains(textNow, text));
  const fresh = now.filter(({ digest, text }) => !digestsBefore.has(digest) && !contains(textBefore, text));
  const changes: NoteChange[] = [];
  const added: PublishedItem[] = [];
  for (const item of fresh) {
    const reworded = takeReworded(gone, item);
    if (reworded === null) added.push(item);
    else {
      const digests = [item.digest, reworded.digest];
      changes.push({ before: reworded.text, after: item.text, digests });
    }
  }
  for (const { text, digest } of gone) {
    if (text !== null) changes.push({ before: text, after: null, digests: [digest] });
  }
  return { added, changes };
}

function joined(items: readonly PublishedItem[]): string {
  return ` ${items.map(({ text }) => normaliseText(text ?? '')).join(' ')} `;
}

function contains(longer: string, text: string | null): boolean {
  const normalised = normaliseText(text ?? '');
  return normalised !== '' && longer.includes(` ${normalised} `);
}

/** Minimum share of common words for an added item to count as a rewording. */
const MIN_SIMILARITY = 0.5;

/** Finds the earlier item that an added one most probably replaces, and removes it from the list. */
function takeReworded(gone: PublishedItem[], item: PublishedItem): PublishedItem | null {
  const scored = gone.map((old, at) => ({ old, at, likeness: similarity(old.text, item.text) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (nearest, entry) => (nearest === null || entry.likeness > nearest.likeness ? entry : nearest),
    null,
  );
  if (best === null || best.likeness < MIN_SIMILARITY) return null;
  gone.splice(best.at, 1);
  return best.old;
}

/** Share of the words of two texts that both contain, from 0 to 1. */
function similarity(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  const left = new Set(normaliseText(a).split(' '));
  const right = new Set(normaliseText(b).split(' '));
  const common = left.intersection(right).size;
  return common / (left.size + right.size - common);
}
