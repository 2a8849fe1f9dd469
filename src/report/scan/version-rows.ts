import { adviceSteps, fixesLine } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import {
  firstStep,
  getOrInsert,
  type Asset,
  type BugDetails,
  type BugMatch,
  type Finding,
  type Text,
  type UnknownVersion,
} from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { countPartsText, rangeText } from '../bugs/apply-text.ts';
import { displayWidth, padToWidth, wrapSentence } from '../terminal/wrap.ts';
import { supportText, upstreamLine } from './scan-details.ts';
import { placesOf } from './finding-places.ts';
import { listsBugs } from './found/found.ts';
import type { ScanTextOptions } from './text-options.ts';

/** One version with all places that pin it. Their settings can exclude different bugs. */
export interface VersionRow {
  name: string;
  bugs: [BugDetails, ...BugDetails[]];
  places: string[];
}

/** Places of one product whose versions are unknown. */
export interface UnknownRow {
  what: Text;
  reasons: readonly UnknownReason[];
}

interface UnknownReason extends Pick<UnknownVersion, 'reason' | 'next'> {
  /** Sentence on the support of every release that the version can be; null unless it has ended or ends soon. */
  support: Text | null;
  /** Names of the assets. */
  assets: string[];
  places: string[];
}

/** Number of a row's places that are named; the rest is counted. */
const MAX_NAMED_PLACES = 2;

/** Number of assets of unknown version that are named; the rest is counted. */
const MAX_NAMED_ASSETS = 2;

/** Number of a version's bugs that are named; the rest is counted. */
const MAX_NAMED_BUGS = 3;

/** Rows of findings about known bugs, sorted by urgency, then by number of bugs. */
export function versionRows(findings: readonly Finding[]): VersionRow[] {
  const rows = new Map<string, VersionRow>();
  for (const finding of findings) {
    const { bugs } = finding;
    if (bugs === null || !listsBugs(finding)) continue;
    const places = placesOf(finding);
    const name = `${productName(bugs.product)} ${bugs.version}`;
    const known = rows.get(name);
    if (known === undefined) rows.set(name, { name, bugs: [bugs], places });
    else rows.set(name, { ...known, bugs: [...known.bugs, bugs], places: [...known.places, ...places] });
  }
  const most = (row: VersionRow, count: (bugs: BugDetails) => number): number =>
    Math.max(...row.bugs.map(count));
  return [...rows.values()].sort(
    (a, b) => most(b, urgentBugs) - most(a, urgentBugs) || most(b, totalBugs) - most(a, totalBugs),
  );
}

/** Rows of unknown versions, in order of place: one for each product, with a part for each reason. */
export function unknownRows(findings: readonly Finding[], assets: readonly Asset[]): UnknownRow[] {
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  const rows = new Map<string, { what: Text; reasons: Map<string, UnknownReason> }>();
  for (const finding of findings) {
    if (finding.unknown === undefined) continue;
    const { what, reason, next, support = null } = finding.unknown;
    const row = getOrInsert(rows, JSON.stringify(what), () => ({
      what,
      reasons: new Map<string, UnknownReason>(),
    }));
    const key = JSON.stringify([support, reason, next]);
    const part = getOrInsert(row.reasons, key, () => ({ support, reason, next, assets: [], places: [] }));
    part.assets.push(...finding.assetIds.map((id) => names.get(id) ?? id));
    part.places.push(...placesOf(finding));
  }
  return [...rows.values()].map(({ what, reasons }) => ({ what, reasons: [...reasons.values()] }));
}

function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * A block for each version: its places, the most important bugs with their fixes, the advice and the counts; then one for
 * each unknown version. Rows above the limit are counted.
 */
export function versionSection(
  rows: readonly VersionRow[],
  unknown: readonly UnknownRow[],
  options: ScanTextOptions,
): string[] {
  const { language, limit } = options;
  const shown = rows.slice(0, limit);
  const shownUnknown = unknown.slice(0, limit);
  const more = rows.length - shown.length + unknown.length - shownUnknown.length;
  return [
    ...shown.flatMap((row) => versionBlock(row, options)),
    ...shownUnknown.flatMap((row) => unknownBlock(row, isSupportShown(row, shown, language), options)),
    ...(more > 0 ? [say(text('scan.moreVersions', { count: more }), language)] : []),
  ];
}

function versionBlock({ name, bugs, places }: VersionRow, options: ScanTextOptions): string[] {
  const { language, paint, width } = options;
  const below = (words: string): string[] => wrapSentence(words, width, '  ');
  const worst = bugs.reduce((most, each) => (urgentBugs(each) > urgentBugs(most) ? each : most));
  const next = distinct(bugs.flatMap(({ advice, product }) => adviceSteps(advice, product) ?? []));
  const { support, notices = [] } = bugs[0];
  const parts = countPartsText(bugs);
  const contained = distinct(
    bugs.flatMap(({ upstream }) => (upstream === undefined ? [] : upstreamLine(upstream))),
  );
  return [
    headLine(name, support === undefined ? null : supportText(support), options),
    ...placeLines(places, options),
    ...notices.flatMap((notice) => below(say(notice, language))),
    ...bugRows(worst.top.slice(0, MAX_NAMED_BUGS), options),
    ...next.flatMap((each) => below(say(each, language))).map(paint.bold),
    ...below(say(rowCounts(bugs), language)),
    ...(parts === null ? [] : below(say(parts, language))),
    ...contained.flatMap((each) => below(say(each, language))),
  ];
}

function headLine(name: string, support: Text | null, { language, paint }: ScanTextOptions): string {
  return support === null ? paint.bold(name) : `${paint.bold(name)}  ${say(support, language)}`;
}

/** Fix and title of each bug; urgent ones are marked. */
function bugRows(bugs: readonly BugMatch[], { language, paint, width }: ScanTextOptions): string[] {
  const rows = bugs.map(({ bug, nearestFix, urgency: { level } }) => ({
    level,
    word: level === 'urgent' ? `${say(text(`urgency.${level}`), language)}  ` : '',
    fix: say(
      nearestFix === null ? text('scan.noFix') : text('scan.fixedIn', { version: nearestFix }),
      language,
    ),
    title: say(bugTitle(bug), language),
  }));
  const widest = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(...rows.map((row) => displayWidth(of(row))));
  const [words, fixes] = [widest(({ word }) => word), widest(({ fix }) => fix)];
  return rows.flatMap(({ level, word, fix, title }) => {
    const first = `  ${paint.urgency(level, padToWidth(word, words))}${padToWidth(fix, fixes)}  `;
    return wrapSentence(title, width, ' '.repeat(displayWidth(first)), first);
  });
}

/** Counts of a version, and the number of its bugs that the advice fixes. */
function rowCounts(bugs: VersionRow['bugs']): Text {
  const steps = bugs.map(({ advice }) => firstStep(advice));
  const fixes = distinct(steps.flatMap((step) => fixesLine(step) ?? []));
  const all = rangeText(bugs.map(totalBugs));
  // Fixes are counted only if all places have the same number.
  const same = fixes.length === 1 ? (fixes[0] ?? null) : null;
  const urgent = bugs.map(urgentBugs);
  const upstream = bugs[0].upstream?.included === true ? bugs[0].upstream.name : null;
  return urgent.some((count) => count > 0)
    ? text('scan.versionCounts', {
        urgent: rangeText(urgent),
        urgentCount: Math.max(...urgent),
        all,
        upstream,
        fixes: same,
      })
    : text('scan.versionCounts.noneUrgent', { all, upstream, fixes: same });
}

/** True if a row above already shows the support of the same product, so that it need not be repeated. */
function isSupportShown({ what }: UnknownRow, rows: readonly VersionRow[], language: Language): boolean {
  const name = say(what, language);
  return rows.some(
    ({ bugs: [{ product, support }] }) => support !== undefined && productName(product) === name,
  );
}

/** Block of an unknown version: facts about all of its releases, the reason, and how to make it known. */
function unknownBlock(
  { what, reasons }: UnknownRow,
  isShownAbove: boolean,
  options: ScanTextOptions,
): string[] {
  const { language, paint, width, limit } = options;
  const below = (words: Text): string[] => wrapSentence(say(words, language), width, '  ');
  const support = distinct(reasons.flatMap((each) => each.support ?? []));
  const isShared = support.length === 1 && reasons.every((each) => each.support !== null);
  const shown = reasons.slice(0, limit);
  const more = reasons.length - shown.length;
  return [
    paint.bold(say(text('unknown.row', { what }), language)),
    ...(isShared && !isShownAbove ? support.flatMap(below) : []),
    ...shown.flatMap((each) => [
      ...placeLines(each.places, options),
      ...(isShared || each.support === null ? [] : below(each.support)),
      ...below(reasonText(each, language)),
    ]),
    ...(more > 0 ? below(text('unknown.others', { count: more })) : []),
  ];
}

function reasonText({ assets, reason, next }: UnknownReason, language: Language): Text {
  const names = [...new Set(assets)];
  const more = names.length - MAX_NAMED_ASSETS;
  const others = more > 0 ? [say(text('unknown.others', { count: more }), language)] : [];
  return text('unknown.why', { assets: [...names.slice(0, MAX_NAMED_ASSETS), ...others], reason, next });
}

type PlaceOptions = Pick<ScanTextOptions, 'language' | 'paint' | 'width' | 'verbose'>;

/** Lines with places: as many as fit on one line, and the number of the others. */
export function placeLines(
  places: readonly string[],
  { language, paint, width, verbose }: PlaceOptions,
): string[] {
  const sentenceOf = (count: number): string => {
    const more = places.length - count;
    const others = more > 0 ? [say(text('scan.morePlaces', { count: more }), language)] : [];
    return [...places.slice(0, count), ...others].join(', ');
  };
  const fits = (count: number): boolean => width === null || displayWidth(sentenceOf(count)) + 2 <= width;
  const most = Math.min(places.length, MAX_NAMED_PLACES);
  const fitting = most > 1 && !fits(most) ? 1 : most;
  const count = verbose ? places.length : fitting;
  return wrapSentence(sentenceOf(count), width, '  ').map((line) => paint.dim(line));
}

function urgentBugs(bugs: BugDetails): number {
  return bugs.counts.urgent;
}

function totalBugs(bugs: BugDetails): number {
  return bugs.counts.apply;
}
