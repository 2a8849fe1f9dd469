import { LIST_SEPARATOR, bugTitle, featureName, say, text, type Language } from '../../l10n/index.ts';
import { bugsApart, isCounted, withIncluded, type VersionAnswer } from '../../analysis/index.ts';
import type { BugMatch, ProductId } from '../../model/index.ts';
import { isUpstreamOnly, productName } from '../../products/index.ts';
import { bugsHeading, countLimits, inVersionsText } from './bugs-heading.ts';
import { upstreamIntroduction } from './upstream.ts';
import { furtherReasons } from './bugs-markdown.ts';
import { upstreamBugs } from './community-bugs.ts';
import type { Paint } from '../terminal/paint.ts';
import { padToWidth, wrapSentence } from '../terminal/wrap.ts';

/** Width of the longest urgency. */
const INDENT = ' '.repeat(10);

interface BugsTextOptions {
  language: Language;
  paint: Paint;
  limit: number;
  /** Columns of the terminal; null for other outputs. */
  width: number | null;
  /** True to show the reasons for each bug's urgency, and its pages. */
  verbose: boolean;
}

/**
 * The first known bugs of a version, two lines each, and the number of the others. If the bugs cannot be counted, gives
 * the reason.
 */
export function bugsText(
  answer: VersionAnswer,
  { language, paint, limit, width, verbose }: BugsTextOptions,
): string {
  const { standing } = answer;
  const matches = withIncluded(answer);
  const introduction = standing.map((sentence) => say(sentence, language));
  if (!isCounted(answer) && matches.length === 0) return `${introduction.join('\n')}\n`;
  const heading = paint.bold(say(bugsHeading(answer, false), language));
  const counts = [heading, ...countLimits(answer).map((sentence) => say(sentence, language))];
  const linesOfBug = (match: BugMatch): string[] => bugLines(match, { language, paint, width, verbose });
  const more = matches.length - limit;
  const isShort = !verbose && matches.length > 0;
  const blocks = [
    introduction,
    counts,
    matches.slice(0, limit).flatMap(linesOfBug),
    [
      ...(more > 0 ? [say(text('bugs.more', { count: more }), language)] : []),
      ...(isShort ? [say(text('bugs.verbose'), language)] : []),
    ],
    ...upstreamBlocks(answer, { language, paint, limit }, linesOfBug),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function bugLines(
  match: BugMatch,
  { language, paint, width, verbose }: Omit<BugsTextOptions, 'limit'>,
): string[] {
  const { bug, urgency } = match;
  const level = paint.urgency(urgency.level, padToWidth(say(text(`urgency.${urgency.level}`), language), 8));
  const names = bug.features.map((feature) => say(featureName(feature), language));
  const features = names.length > 0 ? ` [${names.join(LIST_SEPARATOR[language])}]` : '';
  const title = `${say(bugTitle(bug), language)}${features}`;
  const below = [factsOf(match, language), ...(verbose ? detailsOf(match, language) : [])];
  return [
    ...wrapSentence(title, width, INDENT, `${level}  `),
    ...below.map((line) => `${INDENT}${paint.dim(line)}`),
  ];
}

/**
 * Blocks below the counted bugs: the facts about the upstream in the version and, if its bugs are counted apart, the
 * first of them and the number of the others.
 */
function upstreamBlocks(
  { upstream }: VersionAnswer,
  { language, paint, limit }: Pick<BugsTextOptions, 'language' | 'paint' | 'limit'>,
  linesOfBug: (match: BugMatch) => string[],
): string[][] {
  if (upstream === null) return [];
  const [heading = '', ...others] = upstreamIntroduction(upstream).map((sentence) => say(sentence, language));
  const apart = bugsApart({ upstream });
  const more = apart.length - limit;
  return [
    [paint.bold(heading), ...others],
    apart.slice(0, limit).flatMap(linesOfBug),
    more > 0 ? [say(text('bugs.upstream.more', { count: more, name: upstream.name }), language)] : [],
  ];
}

/** Release that fixes a bug: of an upstream with its name, since the product has releases of the same number. */
function nearestFixWords(product: ProductId, release: string): string {
  return isUpstreamOnly(product) ? `${productName(product)} ${release}` : release;
}

/** Facts about a bug in one line: `high · unavailability · fixed in 2.11.4 · 8dd5a44408` */
function factsOf({ bug, confidence, nearestFix, reason, inVersions }: BugMatch, language: Language): string {
  // Uncertain fixes are marked as such.
  const fix =
    nearestFix === null || confidence === 'low'
      ? say(reason, language)
      : `${say(text('bugs.fixedIn'), language)} ${nearestFixWords(bug.product, nearestFix)}`;
  return [
    say(text(`severity.${bug.severity}`), language),
    say(text(`impact.${bug.impact}`), language),
    fix,
    ...(inVersions ? [say(inVersionsText(inVersions), language)] : []),
    bug.id,
  ].join(' · ');
}

/** Confidence of the match, reasons for the urgency, and pages of a bug. */
function detailsOf(match: BugMatch, language: Language): string[] {
  const { bug, reason, url, pages = [] } = match;
  const links = [...upstreamBugs(bug).map((other) => other.url), url, ...pages, bug.os?.url];
  return [
    say(reason, language),
    furtherReasons(match, language),
    bug.cves.join(', '),
    ...links.map((link) => link ?? ''),
  ].filter((line) => line !== '');
}
