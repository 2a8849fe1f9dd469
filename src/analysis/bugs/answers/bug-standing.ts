import { text } from '../../../l10n/index.ts';
import type { BugMatch, Catalogue, KnownBug, Text } from '../../../model/index.ts';
import { lineageOf, productOf } from '../../../products/index.ts';
import type { FeatureStates } from '../../features.ts';
import { containedAmong } from '../known-bugs.ts';
import { leftOutReason } from '../upstream/left-out.ts';
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
}

/**
 * Standing of the bugs that a number names, in one version or in all versions of a range: the product's own first, then
 * those of the upstream that it contains. Empty if no notes name the number.
 * @param number a CVE, or the id of a bug as lists show it; in any case
 */
export function bugStandings(
  catalogue: Catalogue,
  answer: VersionAnswer,
  number: string,
  states: FeatureStates,
): readonly BugStanding[] {
  const { product } = answer.covered;
  const own = catalogue.bugs.filter((bug) => bug.product === product);
  const upstream = product === answer.upstream?.product ? [] : (answer.upstream?.known ?? []);
  const matches = [...answer.matches, ...(answer.upstream?.matches ?? [])];
  const standings = [...own, ...upstream]
    .filter((bug) => isNamed(bug, number.toLowerCase()))
    .map((bug) => {
      const match = matches.find((each) => each.bug.id === bug.id);
      return match === undefined ? standingWithout(catalogue, answer, bug, states) : standingWith(match);
    });
  // Notes about other lines say nothing where another entry decides.
  const deciding = standings.filter(({ standing }) => standing !== 'elsewhere');
  return deciding.length > 0 ? deciding : standings;
}

function isNamed({ id, aliases, cves }: KnownBug, number: string): boolean {
  return [id, ...aliases, ...cves].some((each) => each.toLowerCase() === number);
}

function standingWith({ bug, applies, confidence, reason, nearestFix, url, pages }: BugMatch): BugStanding {
  const standing = applies === 'off' ? 'off' : confidence === 'low' ? 'undetermined' : 'in';
  const isFixNamed = 'fix' in reason.args || nearestFix === null;
  return {
    bug,
    standing,
    reason: isFixNamed ? reason : text('standing.reason', { reason, release: nearestFix }),
    url,
    ...(pages && { pages }),
  };
}

/** Standing of a bug that the version's answer does not list. */
function standingWithout(
  catalogue: Catalogue,
  { covered: { product, versions }, upstream }: VersionAnswer,
  bug: KnownBug,
  states: FeatureStates,
): BugStanding {
  const isUpstream = upstream !== null && bug.product === upstream.product;
  const leftOut = isUpstream ? leftOutReason(catalogue, productOf(product), upstream, bug, states) : null;
  const notes = (isUpstream ? upstreamNotes(catalogue, product) : undefined) ?? catalogue;
  const asked = isUpstream ? [upstream.version] : versions;
  const fixes = asked.flatMap((version) => containedAmong(notes, [bug], bug.product, version));
  const [contained] = fixes.length === asked.length ? fixes : [];
  if (contained !== undefined) {
    const [release = ''] = contained.fixedIn;
    const reason = isUpstream
      ? text('standing.containedUpstream', { name: upstream.name, version: upstream.version, release })
      : text('incident.fixedIn', { release });
    return { bug, standing: 'fixed', reason, url: contained.url };
  }
  const releases = bug.listings.map(({ version }) => version);
  const url = lineageOf(notes, bug.product).release(releases.at(-1) ?? '')?.url ?? null;
  if (leftOut !== null) {
    const parts = [text(`bugs.upstream.leftOut.${leftOut}`, { count: 1 })];
    return { bug, standing: 'left-out', reason: text('bugs.upstream.leftOut', { parts }), url };
  }
  return { bug, standing: 'elsewhere', reason: text('standing.elsewhere.reason', { releases }), url };
}
