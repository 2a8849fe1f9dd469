import { text } from '../../l10n/index.ts';
import {
  packageFamily,
  type Asset,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { pinnedAs, productName, isSystem, defaultProduct } from '../../products/index.ts';
import type { CheckContext } from '../checks/check.ts';
import { templateOf } from '../checks/subjects/groups.ts';
import { engineCoverage } from '../bugs/engine-coverage.ts';
import { coverageMessage } from '../bugs/coverage.ts';
import { containedFixes, listedFixes } from '../bugs/known-bugs.ts';
import { countedBugs, upstreamCounts } from '../bugs/upstream/counted-bugs.ts';
import { containedUpstreamFixes, upstreamAnswer } from '../bugs/upstream/upstream.ts';
import { combinedStates } from '../bugs/asset-facts.ts';
import { flavoursOf, imageOf } from '../bugs/systems/image-of.ts';
import { osReleaseGap } from '../bugs/systems/release-gap.ts';
import { osBehindMessage, osNewerMessage, unknownReleaseReason } from '../bugs/systems/messages.ts';
import { osSupportMessage, osSupportOf } from '../support/system-support.ts';
import { osDay } from '../bugs/systems/releases.ts';
import { supportMessage } from '../support/support-message.ts';
import { supportOf } from '../support/support.ts';
import type { IncidentOptions } from './incident-options.ts';
import { answerSymptom, answerWithUpstream } from './fit/answer.ts';
import type { SymptomAnswer } from './fit/fit.ts';

/** Options for questions about a version. */
type Question = Pick<IncidentOptions, 'symptom' | 'features' | 'isWanted'>;

/** Listed bugs of one version, and those that may explain a symptom. */
export interface VersionBugs {
  /** `Aurora MySQL 2.11.1` */
  name: string;
  /** Assets that run it. */
  assets: readonly Asset[];
  /** Other known facts, or the reason why there are none. */
  remarks: readonly Text[];
  /** Possible explanations of the symptom; null without a symptom or without listed bugs. */
  answer: SymptomAnswer | null;
  /** Listed bugs, the worst first. */
  listed: readonly BugMatch[];
  /** Counts of the upstream's bugs; null if there is no upstream, or nothing is known about it. */
  upstream: NonNullable<BugDetails['upstream']> | null;
  /** Fixes of the same symptom that the version contains; empty without a symptom. */
  fixedHere: readonly BugMatch[];
}

const NO_BUGS = { answer: null, listed: [], upstream: null, fixedHere: [] };

/** Number of contained fixes that are shown. */
const MAX_FIXED = 5;

/** Listed bugs of some clusters, a version at a time. */
export function databaseBugs(
  clusters: readonly Asset[],
  options: Question,
  context: CheckContext,
): VersionBugs[] {
  const groups = Map.groupBy(
    clusters,
    ({ product, versions, version }) => `${product} ${versions.running ?? version}`,
  );
  return [...groups.values()].flatMap((assets) => {
    const [first] = assets;
    if (first === undefined) return [];
    const { product, versions } = first;
    const version = versions.running ?? first.version;
    return version === null || product === null
      ? [unknownVersion(product ?? defaultProduct(), assets)]
      : [bugsOfOneVersion(product, version, assets, options, context)];
  });
}

function unknownVersion(product: ProductId, assets: readonly Asset[]): VersionBugs {
  const reasons = assets.map(({ reason }) => reason ?? text('evidence.versionUnknown'));
  return {
    name: productName(product),
    assets,
    remarks: reasons.slice(0, 1),
    ...NO_BUGS,
  };
}

/** Listed bugs of one version. Several clusters list each bug once, in use if any cluster uses it. */
export function bugsOfOneVersion(
  product: ProductId,
  version: string,
  assets: readonly Asset[],
  { symptom, features = [], isWanted = () => true }: Question,
  { catalogue, today, graph }: CheckContext,
): VersionBugs {
  const name = `${productName(product)} ${version}`;
  const why = coverageMessage(catalogue, engineCoverage(catalogue, product, version));
  if (why !== null) return { name, assets, remarks: [why], ...NO_BUGS };
  // Same count as in the finding: features of instances count, and a bug that all of them suppress is left out.
  const members = assets.flatMap((cluster) => graph.linkedTo(cluster, 'member-of', 'db-instance'));
  const states = combinedStates([...assets, ...members.filter(runsVersion(version))], features);
  const isShown = ({ bug }: BugMatch): boolean =>
    assets.length === 0 || assets.some((asset) => isWanted(bug, [asset]));
  const listed = countedBugs(catalogue, product, version, states).filter(isShown);
  const upstream = upstreamAnswer(catalogue, product, [version], states);
  const status = supportOf(catalogue, product, version, today);
  const remarks = status === null || status.standardEnds === null ? [] : [supportMessage(status, today)];
  const own = listed.filter(({ bug }) => bug.product === product);
  const ofUpstream = upstream && { ...upstream, matches: upstream.matches.filter(isShown) };
  const hasBugs = own.length > 0 || (ofUpstream?.matches ?? []).length > 0;
  return {
    name,
    assets,
    remarks,
    answer:
      symptom === '' || !hasBugs
        ? null
        : answerWithUpstream({ symptom, product }, own, catalogue.bugs, ofUpstream),
    listed,
    upstream: upstreamCounts(upstream, listed),
    fixedHere: fixedHere(product, version, symptom, catalogue),
  };
}

/** Bugs of an engine that fit a symptom if the version is unknown: among all that any release lists as fixed. */
export function bugsOfAnyVersion(
  product: ProductId,
  { symptom }: Pick<Question, 'symptom'>,
  catalogue: Catalogue,
): VersionBugs {
  return {
    name: productName(product),
    assets: [],
    remarks: [text('incident.anyVersion')],
    ...NO_BUGS,
    answer: symptomAnswer(symptom, listedFixes(catalogue, product), catalogue),
  };
}

/** Fixes of a symptom that a version contains: a fixed bug cannot be the cause. */
function fixedHere(product: ProductId, version: string, symptom: string, catalogue: Catalogue): BugMatch[] {
  if (symptom === '') return [];
  const own = containedFixes(catalogue, product, version);
  const upstream = containedUpstreamFixes(catalogue, product, version);
  const { fits } = answerWithUpstream({ symptom, product }, own, catalogue.bugs, upstream);
  const strong = fits.filter(({ match }) => match === 'strong');
  return strong.slice(0, MAX_FIXED).map(({ listed }) => listed);
}

function runsVersion(version: string): (asset: Asset) => boolean {
  return (asset) => (asset.versions.running ?? asset.version) === version;
}

/** Fixes of later releases for the images of some groups, by image. */
export function systemBugs(groups: readonly Asset[], symptom: string, context: CheckContext): VersionBugs[] {
  const images = groups.flatMap((group) => {
    const template = templateOf(group, context.graph);
    return template === undefined ? [] : context.graph.linked(template, 'image');
  });
  const once = Map.groupBy(
    images,
    ({ product, versions, version }) => `${product} ${versions.running ?? version}`,
  );
  return [...once.values()].flatMap((assets) => {
    const [image] = assets;
    if (image === undefined || image.product === null || !isSystem(image.product)) return [];
    return [bugsOfImage(image.product, image, assets, symptom, context)];
  });
}

function bugsOfImage(
  product: ProductId,
  image: Asset,
  assets: readonly Asset[],
  symptom: string,
  { catalogue, today }: CheckContext,
): VersionBugs {
  const version = image.versions.running ?? image.version;
  const support = osSupportOf(catalogue, product, today);
  const dates = support === null ? [] : [osSupportMessage(support, flavoursOf(assets))];
  const name = productName(product);
  if (version === null) {
    return {
      name,
      assets,
      remarks: [image.reason ?? text('evidence.versionUnknown'), ...dates],
      ...NO_BUGS,
    };
  }
  const pinned = pinnedAs(product, version, imageOf(image));
  const behind = osReleaseGap(catalogue, pinned);
  if (behind === null) {
    const remarks = [unknownReleaseReason(product), ...dates];
    return { name: `${name} ${version}`, assets, remarks, ...NO_BUGS };
  }
  const sentence = behind.isNewer ? osNewerMessage(catalogue, behind) : osBehindMessage(catalogue, behind, 1);
  return {
    name: `${name} ${pinned.byDate ? (osDay(pinned) ?? version) : version}`,
    assets,
    remarks: [sentence, ...dates],
    ...NO_BUGS,
    answer: symptomAnswer(symptom, behind.matches, catalogue),
    listed: interleaveByPackage(behind.matches),
  };
}

function symptomAnswer(
  symptom: string,
  listed: readonly BugMatch[],
  { bugs }: Catalogue,
): SymptomAnswer | null {
  return symptom === '' || listed.length === 0 ? null : answerSymptom(symptom, listed, bugs);
}

/** Interleaves packages: the worst fix of each, then the second of each. The kernel alone has hundreds. */
function interleaveByPackage(matches: readonly BugMatch[]): BugMatch[] {
  const rounds = new Map<string, number>();
  const placed = matches.map((match) => {
    const family = packageFamily(match.bug.os?.package ?? '');
    const round = rounds.get(family) ?? 0;
    rounds.set(family, round + 1);
    return { match, round };
  });
  return placed.sort((a, b) => a.round - b.round).map(({ match }) => match);
}
