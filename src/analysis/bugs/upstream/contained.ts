import { memoize, type Catalogue, type ProductId, type Release } from '../../../model/index.ts';
import { lineageOf, productOf, type Product } from '../../../products/index.ts';

/** Release of an upstream in a version of a product, with the notes that decide about it. */
interface ContainedRelease {
  notes: Catalogue;
  upstream: NonNullable<Product['upstream']>;
  release: string;
}

/** Upstream release whose notes decide about a version; null if the product has no upstream, or they are unknown. */
export function upstreamReleaseIn(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
): ContainedRelease | null {
  const { upstream } = productOf(product);
  const notes = upstreamNotes(catalogue, product);
  const contained = containedIn(catalogue, product, version);
  if (upstream === undefined || notes === undefined || contained === null) return null;
  const release = releaseWithNotes(notes, upstream.product, contained);
  return release === null ? null : { notes, upstream, release };
}

/**
 * Release whose notes decide for an upstream release: itself, or the newest of its branch if it is newer, since the
 * vendor may offer it before its notes are read. Null for one that is missing between others.
 */
export function releaseWithNotes(notes: Catalogue, upstream: ProductId, version: string): string | null {
  const lineage = lineageOf(notes, upstream);
  if (lineage.release(version) !== undefined) return version;
  const { branch, compare } = productOf(upstream).versions;
  const newest = lineage.newestOnBranch(branch(version))?.version;
  return newest !== undefined && compare(newest, version) < 0 ? newest : null;
}

/** Catalogue with the notes of a product's upstream; undefined if it has none, or they are unknown. */
export function upstreamNotes(catalogue: Catalogue, product: ProductId): Catalogue | undefined {
  const { upstream } = productOf(product);
  return upstream && notesOf(catalogue, upstream.product);
}

/** Catalogue with an upstream's notes: a separate one, or the common one. */
export function notesOf(catalogue: Catalogue, product: ProductId): Catalogue | undefined {
  return catalogue.upstream?.() ?? (hasReleases(catalogue, product) ? catalogue : undefined);
}

// Memoized, like the newest release below: a CVE asks for every release.
const hasReleases = memoize(({ releases }: Catalogue, product: ProductId): boolean =>
  releases.some((release) => release.product === product),
);

/** Upstream release that a version contains; null if the product's notes do not name it. */
export function containedIn(catalogue: Catalogue, product: ProductId, version: string): string | null {
  const lineage = lineageOf(catalogue, product);
  const release = lineage.release(version) ?? lineage.onBranch(version)[0];
  return release === undefined ? null : (productOf(product).upstream?.releaseOf(release) ?? null);
}

/** Releases on a branch of an upstream that releases of products contain, lowest first. */
export function containedOnBranch(
  releases: readonly Release[],
  upstream: ProductId,
  branch: string,
): readonly string[] {
  const { versions } = productOf(upstream);
  return releases
    .flatMap((release) => {
      const contained = productOf(release.product).upstream;
      return (contained?.product === upstream ? contained.releaseOf(release) : null) ?? [];
    })
    .filter((version) => versions.branch(version) === branch)
    .sort(versions.compare);
}

/** Newest release of an upstream's branch that a product contains, if the upstream's notes end before it. */
export const newestUnread = memoize(
  ({ releases }: Catalogue, notes: Catalogue, { id, upstream }: Product, branch: string): string | null => {
    if (upstream === undefined) return null;
    const { versions } = productOf(upstream.product);
    const read = lineageOf(notes, upstream.product).newestOnBranch(branch)?.version;
    const own = releases.filter((release) => release.product === id);
    const newest = containedOnBranch(own, upstream.product, branch).at(-1);
    return newest === undefined || read === undefined || versions.compare(newest, read) <= 0 ? null : newest;
  },
);
