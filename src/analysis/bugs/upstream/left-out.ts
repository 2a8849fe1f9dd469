import {
  memoize,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type ProductPart,
} from '../../../model/index.ts';
import { productOf, type Product } from '../../../products/index.ts';
import type { FeatureStates } from '../../features.ts';

/** Reason why an upstream bug is not counted: the part that is not in use, or another reason. */
export type LeftOutReason = ProductPart | 'extension' | 'own-notes';

/** Reasons in the order of sentences. */
const LEFT_OUT_REASONS: readonly LeftOutReason[] = [
  'client',
  'platform',
  'developer-build',
  'self-managed',
  'storage',
  'extension',
  'own-notes',
];

/** Reasons with their counts, in the order of sentences and without zeros. */
export function inOrder(
  counts: ReadonlyMap<LeftOutReason, number>,
): { reason: LeftOutReason; count: number }[] {
  return LEFT_OUT_REASONS.map((reason) => ({ reason, count: counts.get(reason) ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/**
 * True if the known bugs of a product are its upstream's: RDS runs PostgreSQL unchanged. Aurora replaces parts of it
 * and fixes more than its notes list, so the upstream's bugs are counted separately there.
 */
export function runsUpstreamAsPublished(product: ProductId): boolean {
  return productOf(product).upstream?.replaces.length === 0;
}

/** Upstream release in a version of a product, with all bugs of its notes. */
interface ContainedUpstream {
  product: ProductId;
  version: string;
  known: readonly KnownBug[];
}

/** Reason why a bug of the upstream is not counted for a product; null if it is. */
export function leftOutReason(
  catalogue: Catalogue,
  product: Product,
  { product: contained, version, known }: ContainedUpstream,
  bug: KnownBug,
  states: FeatureStates,
): LeftOutReason | null {
  const line = productOf(contained).versions.line(version);
  const ownNotes = ownNotesOf(catalogue.bugs, product, known, line);
  return reasonToLeaveOut(bug, product, ownNotes, states);
}

/** CVEs and commits on which the product's own notes decide. */
export interface OwnNotes {
  /** Bugs of those notes by their CVEs. */
  cves: ReadonlyMap<string, KnownBug>;
  commits: ReadonlySet<string>;
  /** Ids of bugs on which they do not decide, though they list them. */
  undecided: ReadonlySet<string>;
}

/**
 * The product's own notes decide on the bugs that they list. If the product runs the upstream as published, a listing
 * decides for its own line only: fixes in Extended Support of an old line say nothing about newer ones.
 */
export const ownNotesOf = memoize(
  (bugs: Catalogue['bugs'], product: Product, upstream: readonly KnownBug[], line: string): OwnNotes => {
    const pairs = product.upstream?.sameFixes ?? {};
    const commitsOf = ({ id, aliases }: KnownBug): string[] =>
      [id, ...aliases].flatMap((digest) => pairs[digest] ?? []);
    const described = new Set(upstream.flatMap(({ cves }) => cves));
    const isDescribed = (bug: KnownBug): boolean =>
      commitsOf(bug).length > 0 || (bug.cves.length > 0 && bug.cves.every((cve) => described.has(cve)));
    const isOnLine = ({ listings }: KnownBug): boolean =>
      listings.some(({ version }) => product.versions.line(version) === line);
    const own = bugs.filter((bug) => bug.product === product.id);
    const undecided = runsUpstreamAsPublished(product.id)
      ? own.filter((bug) => isDescribed(bug) && !isOnLine(bug))
      : [];
    const deciding = new Set(own).difference(new Set(undecided));
    return {
      cves: new Map([...deciding].flatMap((bug) => bug.cves.map((cve) => [cve, bug] as const))),
      commits: new Set([...deciding].flatMap(commitsOf)),
      undecided: new Set(undecided.map(({ id }) => id)),
    };
  },
);

/** Reason why a bug is not counted; null if it is. */
export function reasonToLeaveOut(
  bug: KnownBug,
  product: Product,
  { cves, commits }: OwnNotes,
  states: FeatureStates,
): LeftOutReason | null {
  const own = bug.cves.flatMap((cve) => cves.get(cve) ?? []);
  const areCvesInOwnNotes = own.length > 0 && own.length === bug.cves.length;
  if (areCvesInOwnNotes || bug.commits?.main.some((commit) => commits.has(commit)) === true)
    return own.some((each) => isUnusedHere(each, states)) ? 'extension' : 'own-notes';
  if (bug.part !== undefined && product.upstream?.lacks.includes(bug.part) === true) return bug.part;
  return isOfUnused(bug, product, states) ? 'extension' : null;
}

/**
 * True for a bug in a product's own notes that concerns an extension not in use. They count like the upstream's where the
 * product runs it as published.
 */
export function isUnusedHere(bug: KnownBug, states: FeatureStates): boolean {
  return runsUpstreamAsPublished(bug.product) && isOfUnused(bug, productOf(bug.product), states);
}

function isOfUnused({ extension }: KnownBug, product: Product, states: FeatureStates): boolean {
  return extension !== undefined && !isInUse(extension, product, states);
}

/** True if code or settings name the extension, the engine loads it by default, or a feature of its own is on. */
function isInUse(extension: string, product: Product, states: FeatureStates): boolean {
  const rules = product.features?.extensions;
  if (rules === undefined) return false;
  const known = states.get('extensions');
  const named = typeof known === 'object' ? known : [];
  const names = [...named.map(({ name }) => name), ...rules.loadedUnlessNamed(named)];
  const isNamed = names.some((name) => rules.plainName(name) === rules.plainName(extension));
  // The feature `extensions` means an unknown one.
  const own = rules.featuresOf(extension).filter((feature) => feature !== 'extensions');
  return isNamed || own.some((feature) => states.get(feature) === 'on');
}
