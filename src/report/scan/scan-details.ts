import { adviceHead } from '../../analysis/index.ts';
import { bugTitle, inBrackets, say, text } from '../../l10n/index.ts';
import {
  isFileLocation,
  locationKey,
  type BugDetails,
  type BugMatch,
  type Finding,
  type Location,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { applyText } from '../bugs/apply-text.ts';
import { placeText } from '../place-text.ts';
import { padToWidth, wrapSentence } from '../terminal/wrap.ts';
import { otherPlaces } from './other-places.ts';
import type { ScanTextOptions } from './text-options.ts';

/** Indentation of further lines. */
const INDENT = ' '.repeat(4);
const BUG_INDENT = ' '.repeat(14);

/** Every finding with its place, the worst bugs with their fixes and pages, and the next step: `--verbose`. */
export function* findingDetails(shown: readonly Finding[], options: ScanTextOptions): Generator<string> {
  for (const [i, finding] of shown.entries())
    yield findingText(finding, hasSameUses(shown[i - 1], finding), options);
}

/** True if two consecutive findings about one place have the same uses, which are then shown once. */
function hasSameUses(previous: Finding | undefined, finding: Finding): boolean {
  return previous !== undefined && locationKey(previous.location) === locationKey(finding.location);
}

function findingText(finding: Finding, omitUses: boolean, options: ScanTextOptions): string {
  const { language, paint, width } = options;
  const below = (words: string): string[] => wrapSentence(words, width, INDENT);
  const place = paint.bold(locationText(finding.location));
  const level = paint.level(finding.level, say(text(`level.${finding.level}`), language));
  const lines = wrapSentence(`${place}  ${level}  ${say(finding.message, language)}`, width, INDENT, '');
  for (const { location, message } of otherPlaces(finding)) {
    lines.push(...below(`${locationText(location)}  ${say(message, language)}`).map(paint.dim));
  }
  if (finding.bugs) lines.push(...bugLines(finding.bugs, options));
  else if (finding.helpUri !== '') lines.push(...below(finding.helpUri).map(paint.dim));
  for (const { location, message } of omitUses ? [] : finding.related) {
    lines.push(...below(`${locationText(location)}  ${say(message, language)}`).map(paint.dim));
  }
  return lines.join('\n');
}

function bugLines(details: BugDetails, options: ScanTextOptions): string[] {
  const { language, paint, width } = options;
  const below = (words: string): string[] => wrapSentence(words, width, INDENT);
  // No count without listed bugs: a zero would read as "no bugs". The sentence above states the gap.
  const lines = details.top.length === 0 ? [] : below(say(countsText(details), language));
  for (const fact of details.facts ?? []) lines.push(...below(say(fact, language)));
  if (details.upstream) lines.push(...below(say(upstreamLine(details.upstream), language)));
  for (const match of details.top) lines.push(...bugText(match, options));
  const advice = details.advice && adviceHead(details.advice);
  if (details.advice !== null && advice !== null) {
    const more = `errata-lens upgrade ${details.product} ${details.version}`;
    const next = text('scan.next', { advice, reason: details.advice.reason, more });
    lines.push(...below(say(next, language)).map(paint.bold));
  }
  return lines;
}

/** Counts of an asset in a long sentence. */
export function countsText({
  product,
  counts,
  matching,
}: Pick<BugDetails, 'counts' | 'matching'> & { product: ProductId | null }): Text {
  const { urgent, ordinary, minor } = counts;
  return text('scan.counts', { apply: applyText(counts, product), urgent, ordinary, minor, matching });
}

/** Bugs of a contained upstream: those among the counts, or beside them. */
export function upstreamLine({ included, off = 0, ...upstream }: NonNullable<BugDetails['upstream']>): Text {
  const disabled = off === 0 ? null : text('counts.off', { count: String(off) });
  const count = text('hover.upstream.count', { ...upstream, off: disabled });
  return included === true ? text('hover.upstream.included', { count }) : text('hover.upstream', { count });
}

/** Support of a version: its end, or that it has ended. */
export function supportText(support: Text): Text {
  return text(support.key === 'upgrade.support.until' ? 'hover.support.until' : 'hover.support', { support });
}

function bugText(
  { bug, reason, url, applies, urgency }: BugMatch,
  { language, paint, width }: ScanTextOptions,
): string[] {
  const mark = paint.urgency(urgency.level, padToWidth(say(text(`urgency.${urgency.level}`), language), 8));
  const named = urgency.why.find(({ key }) => key === 'urgency.reach.named');
  const inUse = applies === 'on' ? ` ${say(text('scan.inUse'), language)}` : '';
  const used = named === undefined ? inUse : inBrackets(say(named, language), language);
  const title = wrapSentence(
    `${say(bugTitle(bug), language)}${used}`,
    width,
    BUG_INDENT,
    `${INDENT}${mark}  `,
  );
  const details = [say(reason, language), ...(url === null ? [] : [url])];
  return [...title, ...details.flatMap((line) => wrapSentence(line, width, BUG_INDENT).map(paint.dim))];
}

export function locationText(location: Location): string {
  return isFileLocation(location) ? `${placeText(location)}:${location.column}` : placeText(location);
}
