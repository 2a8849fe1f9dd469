import { text } from '../../../l10n/index.ts';
import type { BugMatch, Catalogue, KnownBug, Text, VersionCoverage } from '../../../model/index.ts';
import { lineageOf, productName, productOf, type Lineage } from '../../../products/index.ts';
import type { FeatureStates } from '../../features.ts';
import { containedAmong } from '../known-bugs.ts';
import { leftOutReason, type LeftOutReason } from '../upstream/left-out.ts';
import { upstreamNotes } from '../upstream/contained.ts';
import type { VersionAnswer } from './version-answer.ts';

/** Answer to "is this bug in that version?". */
export type Standing = 'in' | 'off' | 'undetermined' | 'left-out' | 'fixed' | 'elsewhere';

export interface BugStanding {
  bug: KnownBug;
  standing: Standing;
  /** The fact that decides. */
  reason: Text;
  url: string | null;
  /** Pages for the reason, as in `BugMatch`. */
  pages?: readonly string[];
  /** The bug in the version's list; absent if it is not there. */
  match?: BugMatch;
  leftOut?: LeftOutReason;
}

/** Parts of a version's answer that decide about its bugs. */
export interface ListedBugs extends Pick<VersionAnswer, 'matches' | 'upstream'> {
  covered: Pick<VersionCoverage, 'product' | 'versions'>;
}

/**
 * Standing of the bugs that a number names, in one version or in all versions of a range: the product's own first, then
 * those of the upstream that it contains. Empty if no notes name the number, and for a version without known bugs.
 * @param number a CVE, or the id of a bug as lists show it; in any case
 */
export function bugStandings(
  catalogue: Catalogue,
  answer: ListedBugs,
  number: string,
  states: FeatureStates,
): readonly BugStanding[] {
  const { product } = answer.covered;
  const known = catalogue.bugs.filter((bug) => bug.product === product);
  const upstream = product === answer.upstream?.product ? [] : (answer.upstream?.known ?? []);
  const matches = [...answer.matches, ...(answer.upstream?.matches ?? [])];
  const standingsOf = (bugs: readonly KnownBug[]): readonly BugStanding[] =>
    bugs.flatMap((bug) => {
      const match = matches.find((each) => each.bug.id === bug.id);
      if (match !== undefined) return standingWith(match);
      return answer.covered.versions.length === 0 ? [] : standingWithout(catalogue, answer, bug, states);
    });
  const named = [...known, ...upstream].filter((bug) => isNamed(bug, number.toLowerCase()));
  const asked = standingsOf(named);
  // The product's own notes decide on the CVE of such an item, whose id they do not know.
  const cves = new Set(named.flatMap((bug) => bug.cves));
  const isLeftToOwn = asked.length > 0 && asked.every(({ leftOut }) => leftOut === 'own-notes');
  const standings = isLeftToOwn
    ? standingsOf(known.filter((bug) => bug.cves.some((cve) => cves.has(cve))))
    : asked;
  const own = standings.filter(({ bug }) => bug.product === product);
  const isDecided = own.some(({ standing }) => standing !== 'elsewhere');
  const deciding = standings.filter(({ bug, standing, leftOut }) => {
    // Notes about other lines say nothing where another entry decides.
    if (standing === 'elsewhere') return false;
    return bug.product === product || leftOut === undefined || (!isDecided && leftOut !== 'own-notes');
  });
  if (deciding.length > 0) return deciding;
  return own.length > 0 ? own : standings;
}

function isNamed({ id, aliases, cves }: KnownBug, number: string): boolean {
  return [id, ...aliases, ...cves].some((each) => each.toLowerCase() === number);
}

function standingWith(match: BugMatch): BugStanding {
  const { bug, applies, confidence, reason, nearestFix, url, pages } = match;
  const standing = applies === 'off' ? 'off' : confidence === 'low' ? 'undetermined' : 'in';
  const isFixNamed = 'fix' in reason.args || nearestFix === null;
  return {
    bug,
    standing,
    reason: isFixNamed ? reason : text('standing.reason', { reason, release: nearestFix }),
    url,
    ...(pages && { pages }),
    match,
  };
}

/** A bug that the version's answer does not list, and the releases of the product that its notes are about. */
interface UnlistedBug {
  bug: KnownBug;
  notes: Catalogue;
  lineage: Lineage;
  /** Releases in question: those of the version, or the one that it contains. */
  asked: readonly string[];
  isUpstream: boolean;
  /** Page of its fix. */
  url: string | null;
}

/** Standing of a bug that the version's answer does not list: it is fixed, left out, or in other versions. */
function standingWithout(
  catalogue: Catalogue,
  answer: ListedBugs,
  bug: KnownBug,
  states: FeatureStates,
): BugStanding {
  const unlisted = unlistedBug(catalogue, answer, bug);
  const { url } = unlisted;
  const fixed = fixIn(unlisted);
  if (fixed !== null) return { bug, standing: 'fixed', ...fixed };
  const leftOut = reasonIn(catalogue, answer, unlisted, states);
  return leftOut === null
    ? { bug, standing: 'elsewhere', reason: elsewhereText(unlisted), url }
    : { bug, standing: 'left-out', reason: leftOutText(leftOut, bug), url, leftOut };
}

function unlistedBug(
  catalogue: Catalogue,
  { covered: { product, versions }, upstream }: ListedBugs,
  bug: KnownBug,
): UnlistedBug {
  const isUpstream = upstream !== null && bug.product === upstream.product;
  const notes = (isUpstream ? upstreamNotes(catalogue, product) : undefined) ?? catalogue;
  const lineage = lineageOf(notes, bug.product);
  const asked = isUpstream ? [upstream.version] : versions;
  const { branch } = productOf(bug.product).versions;
  const fix = lineage.fixes(bug).get(branch(asked[0] ?? '')) ?? bug.listings.at(-1)?.version ?? '';
  return { bug, notes, lineage, asked, isUpstream, url: lineage.release(fix)?.url ?? null };
}

/** Fix that all releases in question contain; null if one of them lacks it. */
function fixIn({
  bug,
  notes,
  lineage,
  asked,
  isUpstream,
  url,
}: UnlistedBug): Pick<BugStanding, 'reason' | 'url'> | null {
  const [version] = asked;
  if (version === undefined || !asked.every((each) => lineage.containsFix(each, bug) === 'yes')) return null;
  const [contained] = containedAmong(notes, [bug], bug.product, version);
  const reason = fixedText(bug, version, contained?.nearestFix ?? null, isUpstream);
  return { reason, url: contained?.url ?? url };
}

/** Reason why a bug that a release in question has is not counted; null if none has it, or there is no reason. */
function reasonIn(
  catalogue: Catalogue,
  { covered: { product }, upstream }: ListedBugs,
  { bug, lineage, asked, isUpstream }: UnlistedBug,
  states: FeatureStates,
): LeftOutReason | null {
  if (upstream === null || asked.every((each) => lineage.judgePin(bug, each) === null)) return null;
  if (isUpstream) return leftOutReason(catalogue, productOf(product), upstream, bug, states);
  return upstream.unused.has(bug.id) ? 'extension' : null;
}

/** Fact that a single release lacks the bug, else the releases in which the notes place it. */
function elsewhereText({ bug, lineage, asked }: UnlistedBug): Text {
  const [version, ...others] = asked;
  const releases = bug.listings.map((listing) => listing.version);
  const fact = version !== undefined && others.length === 0 ? lineage.absence?.(bug, version) : undefined;
  return fact ? text('standing.absent', { fact, releases }) : text('standing.elsewhere.reason', { releases });
}

function leftOutText(reason: LeftOutReason, { extension }: KnownBug): Text {
  return reason === 'extension' && extension !== undefined
    ? text('leftOut.oneExtension', { extension })
    : text(`leftOut.${reason}`);
}

/** Sentence about a fix in a version; without a release that lists it and is contained, the branch began with it. */
function fixedText(bug: KnownBug, version: string, release: string | null, isUpstream: boolean): Text {
  const name = productName(bug.product);
  const { branch } = productOf(bug.product).versions;
  if (release === null) return text('standing.fixedBefore', { name, branch: branch(version) });
  if (!isUpstream) return text('incident.fixedIn', { release });
  return text('standing.containedUpstream', { name, version, release });
}
