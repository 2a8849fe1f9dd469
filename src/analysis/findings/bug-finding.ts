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
import { kindsOf, placeOf } from '../judging/finding-parts.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import type { FeatureStates } from '../features.ts';
import { assetCounts } from '../bugs/counts.ts';
import { supportOf, type SupportStatus } from '../support/support.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import { adviceLine } from '../advice/advice-line.ts';
import { upstreamAnswer } from '../bugs/upstream.ts';

/** Assets that share one written version: one place, one finding a subject, however many assets use it. */
export interface WrittenVersion {
  product: ProductId;
  version: string;
  assets: readonly [Asset, ...Asset[]];
  /** Reported bugs of all assets, each with the strongest of its answers. */
  matches: readonly BugMatch[];
  /** What the settings of all of them tell together. */
  states: FeatureStates;
  /** An Auto Scaling group replaces instances by a load balancer's health check: connection bugs then cost most. */
  exposedToLoop: boolean;
  /** How many bugs the notes list for the version, whatever the settings. */
  listed: number;
  /** What to do about the version. */
  advice: Advice | null;
}

/** The known bugs of a written version in one finding, or null when none is listed. */
export function bugFinding(
  catalogue: Catalogue,
  written: WrittenVersion,
  today: string,
  alike: AlikeBugs = new Map(),
): Finding | null {
  const { matches, states, assets } = written;
  const ofMatches = getOrInsert(alike, matches, () => new Map<FeatureStates, BugsAlike>());
  const told = getOrInsert(ofMatches, states, () => bugsAlike(catalogue, written, today));
  const { reported, summary } = told;
  const { advice } = written;
  const details = told.details.advice === advice ? told.details : { ...told.details, advice };
  if (reported.length === 0) return null;
  return {
    ruleId: 'known-bugs',
    ...placeOf(assets),
    severity: summary.severity,
    level: told.level,
    applies: summary.applies,
    message: bugMessage(written, reported, details.advice),
    bugIds: summary.bugIds,
    bugs: details,
    coverage: 'known',
    helpUri: told.helpUri,
  };
}

/** What findings of one day have alike, by their lists of bugs and what the settings tell: thousands share a few dozen. */
export type AlikeBugs = Map<readonly BugMatch[], Map<FeatureStates, BugsAlike>>;

interface BugsAlike {
  reported: readonly BugMatch[];
  summary: Summary;
  details: BugDetails;
  level: EditorLevel;
  helpUri: string;
}

function bugsAlike(catalogue: Catalogue, written: WrittenVersion, today: string): BugsAlike {
  const { product, version } = written;
  const reported = orderForReader(written);
  const lineage = lineageOf(catalogue, product);
  const summary = summaryOf(reported);
  const example = reported.find(({ nearestFix }) => nearestFix !== null);
  return {
    reported,
    summary,
    details: detailsOf(catalogue, lineage, written, reported, today),
    level: levelOfBugs(catalogue, lineage, written, summary, today),
    helpUri: example?.url ?? lineage.release(version)?.url ?? '',
  };
}

/** The bugs to show, the most important first: one that drops connections where a loop threatens, else the most urgent. */
export function orderForReader({ matches, exposedToLoop }: WrittenVersion): readonly BugMatch[] {
  return exposedToLoop ? connectionsFirst(matches) : matches;
}

/** A replacement loop begins with lost connections: the most urgent bug of them comes first, one under a surge before others. */
const connectionsFirst = memoize((reported: readonly BugMatch[]): readonly BugMatch[] => {
  const ofConnections = reported.filter(
    ({ bug }) => bug.origin === 'notes' && bug.impact === 'connectivity' && bug.traits.includes('load'),
  );
  const first =
    ofConnections.find(({ bug }) => bug.features.includes('connection-surge')) ?? ofConnections[0];
  return first === undefined ? reported : [first, ...reported.filter((match) => match !== first)];
});

export const SHOWN_BUGS = 5;

/** What a list of bugs says by itself: hundreds of groups share one. */
interface Summary {
  severity: FindingSeverity;
  applies: 'on' | 'possible';
  urgent: number;
  ownIssues: number;
  bugIds: readonly string[];
  matching: number;
  top: readonly BugMatch[];
}

const summaryOf = memoize((reported: readonly BugMatch[]): Summary => ({
  severity: worst(reported),
  applies: reported.some(({ applies }) => applies === 'on') ? 'on' : 'possible',
  urgent: urgentAmong(reported).length,
  ownIssues: reported.filter(({ bug }) => bug.origin === 'team').length,
  bugIds: reported.map(({ bug }) => bug.id),
  matching: reported.filter(({ applies }) => applies === 'on').length,
  top: reported.slice(0, SHOWN_BUGS),
}));

function detailsOf(
  catalogue: Catalogue,
  lineage: Lineage,
  { product, version, states, advice, listed }: WrittenVersion,
  reported: readonly BugMatch[],
  today: string,
): BugDetails {
  const { matching, top } = summaryOf(reported);
  const upstream = upstreamOf(catalogue, product, version, states);
  const support = supportOf(catalogue, product, version, today);
  return {
    product,
    version,
    counts: assetCounts(reported, listed),
    matching,
    top,
    ...pageOfNotes(lineage, version),
    advice,
    ...(support !== null && supportInWords(support)),
    ...(upstream && { upstream }),
  };
}

/** Null where nothing is known of an upstream, or nothing is fixed later there. */
function upstreamOf(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): NonNullable<BugDetails['upstream']> | null {
  const answer = upstreamAnswer(catalogue, product, [version], states);
  if (answer === null || answer.later === null) return null;
  const { name, later, counts } = answer;
  return { name, ...later, listed: counts.listed, urgent: counts.urgent };
}

/** What has left the calendar has ended, on a day that it no longer tells. */
function supportInWords({ phase, standardEnds: date }: SupportStatus): Pick<BugDetails, 'support'> {
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

export function worst(matches: readonly BugMatch[]): FindingSeverity {
  return matches.reduce<FindingSeverity>(
    (worse, { bug: { severity } }) => (compareSeverity(severity, worse) < 0 ? severity : worse),
    'info',
  );
}

/** Warning when an urgent bug applies; the newest patch of a branch in support is information at the most. */
function levelOfBugs(
  catalogue: Catalogue,
  lineage: Lineage,
  { product, version }: WrittenVersion,
  { urgent }: Summary,
  today: string,
): EditorLevel {
  const branch = productOf(product).versions.branch(version);
  const isNewestPatch = lineage.newestOnBranch(branch)?.version === version;
  if (isNewestPatch && supportOf(catalogue, product, version, today)?.phase === 'standard')
    return 'information';
  return urgent > 0 ? 'warning' : 'information';
}

/** Two numbers that decide, and the advice; a change that comes anyway is named before it. */
function bugMessage(
  { product, version, assets }: WrittenVersion,
  reported: readonly BugMatch[],
  advice: BugDetails['advice'],
): Text {
  const { urgent, ownIssues } = summaryOf(reported);
  return text('finding.bugs', {
    name: productName(product),
    version,
    kinds: kindsOf(assets),
    urgent: urgent === 0 ? text('finding.bugs.noneUrgent') : text('finding.bugs.urgent', { count: urgent }),
    all: reported.length,
    first: comingUpgrades(assets),
    next: adviceLine(advice),
    ownIssues,
  });
}
