import { text } from '../../l10n/index.ts';
import {
  memoize,
  type BugMatch,
  type BugPart,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type Release,
  type UpdateTask,
} from '../../model/index.ts';
import { lineageOf, productName, productOf, type Product } from '../../products/index.ts';
import { keyOfStates, stateFor, type FeatureStates } from '../features.ts';
import { bugsOfVersion, isReported } from './known-bugs.ts';
import { urgentAmong } from './urgent-among.ts';

/** Why a bug of the upstream is not counted: a part that is not run, or see below. */
type LeftOutReason = BugPart | 'extension' | 'feature-off' | 'own-notes';

/** Known bugs of the product that another one contains. They have a count of their own and decide nothing. */
export interface UpstreamAnswer {
  product: ProductId;
  /** `PostgreSQL` */
  name: string;
  /** The release that is contained. */
  version: string;
  /** The releases above it whose notes are known, from the first to the last; null where it is the newest. */
  later: { from: string; to: string } | null;
  /** Those that it is known to have first, each part the most urgent first; undetermined ones have low confidence. */
  matches: readonly BugMatch[];
  /** Those of extensions that neither code nor settings name: not counted, and told to who names the extension. */
  ofExtensions: readonly BugMatch[];
  counts: { listed: number; urgent: number; undetermined: number };
  leftOut: readonly { reason: LeftOutReason; count: number }[];
  /** All bugs of its notes: they tell which words are rare. */
  known: readonly KnownBug[];
  /** What the later releases ask for after an update, the newest first. */
  afterUpdate: readonly { version: string; url: string; tasks: readonly UpdateTask[] }[];
}

/**
 * What is known of the upstream's bugs in a version of a product. Null where the product contains no other one, where its
 * notes do not say which release, and where that one's notes are not known.
 * @param versions releases; of several the one with the oldest upstream counts
 */
export function upstreamAnswer(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  states: FeatureStates,
): UpstreamAnswer | null {
  const { upstream } = productOf(product);
  const notes = upstream && notesOf(catalogue, upstream.product);
  const first = versions[0];
  if (upstream === undefined || notes === undefined || first === undefined) return null;
  const contained = oldestContained(catalogue, product, versions);
  if (contained === null) return null;
  return answerOf({ catalogue, notes, product: productOf(product), version: first, contained, states });
}

/** The catalogue that has a product's notes: those that stand apart, or all in one. */
function notesOf(catalogue: Catalogue, product: ProductId): Catalogue | undefined {
  return catalogue.upstream?.() ?? (hasReleases(catalogue, product) ? catalogue : undefined);
}

function hasReleases({ releases }: Catalogue, product: ProductId): boolean {
  return releases.some((release) => release.product === product);
}

function oldestContained(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
): string | null {
  const { upstream } = productOf(product);
  if (upstream === undefined) return null;
  const { compare } = productOf(upstream.product).versions;
  const lineage = lineageOf(catalogue, product);
  const contained = versions.map((version) => {
    const release = lineage.release(version) ?? lineage.onBranch(version)[0];
    return release === undefined ? null : upstream.releaseOf(release);
  });
  const known = contained.filter((each) => each !== null).sort(compare);
  return known.length < contained.length ? null : (known[0] ?? null);
}

/**
 * What the upstream's releases ask for that a step brings, the newest first. Into another major version these are its releases
 * since the old one: what came before, the old major version has asked for as well.
 */
export function upstreamTasks(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
): UpstreamAnswer['afterUpdate'] {
  const { upstream } = productOf(product);
  const notes = upstream && notesOf(catalogue, upstream.product);
  const old = oldestContained(catalogue, product, [from]);
  const now = oldestContained(catalogue, product, [to]);
  if (upstream === undefined || notes === undefined || old === null || now === null) return [];
  const { compare, branch } = productOf(upstream.product).versions;
  const lineage = lineageOf(notes, upstream.product);
  const since = lineage.release(old)?.date;
  const isLater = ({ version, date }: Release): boolean =>
    branch(version) === branch(old) ? compare(version, old) > 0 : since !== undefined && date > since;
  return tasksOf(
    lineage.onBranch(branch(now)).filter((release) => isLater(release) && compare(release.version, now) <= 0),
  );
}

function tasksOf(releases: readonly Release[]): UpstreamAnswer['afterUpdate'] {
  return releases
    .flatMap(({ version, url, afterUpdate: tasks }) => (tasks === undefined ? [] : [{ version, url, tasks }]))
    .toReversed();
}

interface Question {
  catalogue: Catalogue;
  notes: Catalogue;
  product: Product;
  version: string;
  contained: string;
  states: FeatureStates;
}

/** Kept, since thousands of assets share a version. */
const answerOf = memoize(
  ({ catalogue, notes, product, contained, states }: Question): UpstreamAnswer | null => {
    const { upstream } = product;
    if (upstream === undefined) return null;
    const lineage = lineageOf(notes, upstream.product);
    if (lineage.release(contained) === undefined) return null;
    const told = toldByOwnNotes(catalogue.bugs, product);
    const leftOut = new Map<LeftOutReason, number>();
    const counted: BugMatch[] = [];
    const undetermined: BugMatch[] = [];
    const ofExtensions: BugMatch[] = [];
    for (const match of bugsOfVersion(notes, upstream.product, contained, states)) {
      const reason = reasonToLeaveOut(match, upstream.lacks, told, states);
      if (reason === 'extension' && isReported(match)) ofExtensions.push(match);
      if (reason !== null) {
        // Of what may not be there at all nobody wants to know why it is not counted.
        if (match.confidence !== 'low') leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      } else if (isReported(match) && !mayBeReplaced(match.bug, upstream.replaces)) counted.push(match);
      else
        undetermined.push(mayBeReplaced(match.bug, upstream.replaces) ? asDoubtful(match, product) : match);
    }
    const { compare, branch } = productOf(upstream.product).versions;
    const later = lineage
      .onBranch(branch(contained))
      .filter(({ version }) => compare(version, contained) > 0);
    const [from, to] = [later[0]?.version, later.at(-1)?.version];
    return {
      product: upstream.product,
      name: productName(upstream.product),
      version: contained,
      later: from === undefined || to === undefined ? null : { from, to },
      matches: [...counted, ...undetermined],
      ofExtensions,
      known: bugsOf(notes.bugs, upstream.product),
      counts: {
        listed: counted.length,
        urgent: urgentAmong(counted).length,
        undetermined: undetermined.length,
      },
      leftOut: REASONS.flatMap((reason) => {
        const count = leftOut.get(reason) ?? 0;
        return count === 0 ? [] : [{ reason, count }];
      }),
      afterUpdate: tasksOf(later),
    };
  },
  ({ catalogue, notes, product, version, contained, states }) => [
    ...[catalogue, notes, product.id, version, contained, keyOfStates(states)],
  ],
);

/** One list for all who ask: the search keeps its index by the list. */
const bugsOf = memoize((bugs: Catalogue['bugs'], product: ProductId): readonly KnownBug[] =>
  bugs.filter((bug) => bug.product === product),
);

const REASONS: readonly LeftOutReason[] = [
  'client',
  'platform',
  'self-managed',
  'storage',
  'extension',
  'feature-off',
  'own-notes',
];

/** CVEs and commits that the product's own notes tell of: these decide whether a version has the bug. */
interface OwnNotes {
  cves: ReadonlySet<string>;
  commits: ReadonlySet<string>;
}

const toldByOwnNotes = memoize((bugs: Catalogue['bugs'], product: Product): OwnNotes => {
  const own = bugs.filter((bug) => bug.product === product.id);
  const pairs = product.upstream?.sameFixes ?? {};
  return {
    cves: new Set(own.flatMap(({ cves }) => cves)),
    commits: new Set(
      own.flatMap(({ id, aliases }) => [id, ...aliases].flatMap((digest) => pairs[digest] ?? [])),
    ),
  };
});

function reasonToLeaveOut(
  { bug, applies }: BugMatch,
  lacks: readonly BugPart[],
  { cves, commits }: OwnNotes,
  states: FeatureStates,
): LeftOutReason | null {
  if (bug.part !== undefined && lacks.includes(bug.part)) return bug.part;
  const isTold = bug.cves.length > 0 ? bug.cves.every((cve) => cves.has(cve)) : false;
  if (isTold || bug.commits?.main.some((commit) => commits.has(commit)) === true) return 'own-notes';
  if (bug.extension !== undefined && !isInUse(bug, bug.extension, states)) return 'extension';
  return applies === 'off' ? 'feature-off' : null;
}

/** Whether code or settings name the extension. */
function isInUse(bug: KnownBug, extension: string, states: FeatureStates): boolean {
  const known = states.get('extensions');
  const plain = productOf(bug.product).features?.extensions?.plainName ?? ((name: string) => name);
  if (typeof known === 'object') return known.some(({ name }) => plain(name) === plain(extension));
  return bug.features.some(
    (feature) => feature !== 'extensions' && stateFor(bug, feature, states)?.state === 'on',
  );
}

function mayBeReplaced({ part, cves }: KnownBug, replaces: readonly BugPart[]): boolean {
  return part !== undefined && cves.length === 0 && replaces.includes(part);
}

/** A bug in a part that the product has of its own: it may not apply. */
function asDoubtful(match: BugMatch, { names }: Product): BugMatch {
  return { ...match, confidence: 'low', reason: text('bug.reason.ownPart', { name: names.display }) };
}
