import { text } from '../../l10n/index.ts';
import {
  getOrInsert,
  memoize,
  compareSeverity,
  type Advice,
  type Asset,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type EditorLevel,
  type Finding,
  type FindingSeverity,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { lineageOf, productName, productOf, type Lineage } from '../../products/index.ts';
import { countsByKind, commonFindingParts } from '../judging/finding-parts.ts';
import type { FeatureStates } from '../features.ts';
import { assetCounts } from '../bugs/counts.ts';
import { supportOf, type SupportStatus } from '../support/support.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import { adviceLine } from '../advice/advice-line.ts';
import { countedText } from './counted-text.ts';
import { upstreamCounts } from '../bugs/upstream/counted-bugs.ts';
import { upstreamAnswer } from '../bugs/upstream/upstream.ts';

/** Assets that share one written version: one place, and one finding for each subject, however many assets use it. */
export interface PinnedGroup {
  product: ProductId;
  version: string;
  assets: readonly [Asset, ...Asset[]];
  /** Counted bugs of all assets, each with its strongest result. */
  matches: readonly BugMatch[];
  /** Combined feature states of all assets. */
  states: FeatureStates;
  /** True if an Auto Scaling group replaces instances by a load balancer's health check: connection bugs then cost most. */
  exposedToLoop: boolean;
  /** Number of bugs that the notes list for the version, regardless of settings. */
  listed: number;
  /** Advice for the version. */
  advice: Advice | null;
}

/** Finding about the known bugs of a written version; null if none is listed. */
export function bugFinding(
  catalogue: Catalogue,
  written: PinnedGroup,
  today: string,
  alike: SharedBugResults = new Map(),
): Finding | null {
  const { matches, states, assets } = written;
  const ofMatches = getOrInsert(alike, matches, () => new Map<FeatureStates, SharedResults>());
  const shared = getOrInsert(ofMatches, states, () => sharedResults(catalogue, written, today));
  const { reported, summary } = shared;
  const { advice } = written;
  const details = shared.details.advice === advice ? shared.details : { ...shared.details, advice };
  if (reported.length === 0) return null;
  return {
    ruleId: 'known-bugs',
    ...commonFindingParts(assets),
    severity: summary.severity,
    level: shared.level,
    applies: summary.applies,
    message: bugMessage(written, summary, details),
    bugIds: summary.bugIds,
    bugs: details,
    coverage: 'known',
    helpUri: shared.helpUri,
  };
}

/**
 * Results that findings of one day share, by bugs and feature states: thousands of findings have a few dozen
 * combinations.
 */
export type SharedBugResults = Map<readonly BugMatch[], Map<FeatureStates, SharedResults>>;

interface SharedResults {
  reported: readonly BugMatch[];
  summary: Summary;
  details: BugDetails;
  level: EditorLevel;
  helpUri: string;
}

function sharedResults(catalogue: Catalogue, written: PinnedGroup, today: string): SharedResults {
  const { product, version } = written;
  const reported = orderForReader(written);
  const lineage = lineageOf(catalogue, product);
  const summary = summaryOf(reported);
  const details = detailsOf(catalogue, lineage, written, reported, today);
  const example = reported.find(({ nearestFix }) => nearestFix !== null);
  return {
    reported,
    summary,
    details,
    level: levelOfBugs(catalogue, lineage, written, details, today),
    helpUri: example?.url ?? lineage.release(version)?.url ?? '',
  };
}

/** Bugs in the order of display: first one that drops connections if a loop threatens, then the most urgent. */
export function orderForReader({ matches, exposedToLoop }: PinnedGroup): readonly BugMatch[] {
  return exposedToLoop ? connectionBugsFirst(matches) : matches;
}

/**
 * Puts the most urgent connection bug first, one under a surge before others: a replacement loop begins with lost
 * connections. Memoized, because assets share lists.
 */
const connectionBugsFirst = memoize((reported: readonly BugMatch[]): readonly BugMatch[] => {
  const ofConnections = reported.filter(
    ({ bug }) => bug.origin === 'notes' && bug.impact === 'connectivity' && bug.traits.includes('load'),
  );
  const first =
    ofConnections.find(({ bug }) => bug.features.includes('connection-surge')) ?? ofConnections[0];
  return first === undefined ? reported : [first, ...reported.filter((match) => match !== first)];
});

export const MAX_SHOWN_BUGS = 5;

/** Texts and counts of a list of bugs. Memoized, because hundreds of groups share one. */
interface Summary {
  severity: FindingSeverity;
  applies: 'on' | 'possible';
  ownIssues: number;
  bugIds: readonly string[];
  matching: number;
  top: readonly BugMatch[];
}

const summaryOf = memoize((reported: readonly BugMatch[]): Summary => ({
  severity: worstSeverity(reported),
  applies: reported.some(({ applies }) => applies === 'on') ? 'on' : 'possible',
  ownIssues: reported.filter(({ bug }) => bug.origin === 'team').length,
  bugIds: reported.map(({ bug }) => bug.id),
  matching: reported.filter(({ applies }) => applies === 'on').length,
  top: reported.slice(0, MAX_SHOWN_BUGS),
}));

function detailsOf(
  catalogue: Catalogue,
  lineage: Lineage,
  { product, version, states, advice, listed }: PinnedGroup,
  reported: readonly BugMatch[],
  today: string,
): BugDetails {
  const { matching, top } = summaryOf(reported);
  const upstream = upstreamCounts(upstreamAnswer(catalogue, product, [version], states), reported);
  const support = supportOf(catalogue, product, version, today);
  return {
    product,
    version,
    counts: assetCounts(reported, listed),
    matching,
    top,
    ...pageOfNotes(lineage, version),
    advice,
    ...(support !== null && supportDetails(support)),
    ...(upstream && { upstream }),
  };
}

/** Support status in words. A version that has left the calendar has ended on an unknown day. */
function supportDetails({ phase, standardEnds: date }: SupportStatus): Pick<BugDetails, 'support'> {
  if (phase === 'unlisted') return { support: text('upgrade.support.over') };
  if (date === null) return {};
  return {
    support: text(phase === 'standard' ? 'upgrade.support.until' : 'upgrade.support.ended', { date }),
  };
}

function pageOfNotes(lineage: Lineage, version: string): Pick<BugDetails, 'notes'> {
  const url = lineage.release(version)?.url;
  return url === undefined ? {} : { notes: url };
}

export function worstSeverity(matches: readonly BugMatch[]): FindingSeverity {
  return matches.reduce<FindingSeverity>(
    (worse, { bug: { severity } }) => (compareSeverity(severity, worse) < 0 ? severity : worse),
    'info',
  );
}

/** Warning if an urgent bug applies; at most information on the newest patch of a supported branch. */
function levelOfBugs(
  catalogue: Catalogue,
  lineage: Lineage,
  { product, version }: PinnedGroup,
  details: BugDetails,
  today: string,
): EditorLevel {
  const branch = productOf(product).versions.branch(version);
  const isNewestPatch = lineage.newestOnBranch(branch)?.version === version;
  if (isNewestPatch && supportOf(catalogue, product, version, today)?.phase === 'standard')
    return 'information';
  return details.counts.urgent > 0 ? 'warning' : 'information';
}

/** Message with the two deciding numbers and the advice; an automatic change comes before it. */
function bugMessage(
  { product, version, assets }: PinnedGroup,
  { ownIssues }: Summary,
  details: BugDetails,
): Text {
  const { advice, upstream } = details;
  const included = upstream?.included === true ? upstream.name : null;
  return text('finding.bugs', {
    name: productName(product),
    version,
    kinds: countsByKind(assets),
    counts: countedText(details.counts, included),
    first: comingUpgrades(assets),
    next: adviceLine(advice),
    ownIssues,
  });
}
