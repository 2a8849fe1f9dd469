import {
  daysBetween,
  LOOP_RULE,
  missingAdvisories,
  notesDays,
  uncountedUpstreamsText,
} from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation, locationsOf, withoutNeverCreated, type Finding } from '../../model/index.ts';
import { severityFilterText } from '../filter.ts';
import { problemSections, problemText } from '../problem-text.ts';
import { wrapSentence } from '../terminal/wrap.ts';
import { placesOf } from './finding-places.ts';
import { foundCounts, listsBugs, sortFindings } from './found/found.ts';
import { foundText } from './found/found-text.ts';
import { loopRows } from './loop-rows.ts';
import { findingDetails, locationText } from './scan-details.ts';
import { findingSentences } from './finding-sentences.ts';
import type { ScanResult } from './scan-json.ts';
import type { ScanTextOptions } from './text-options.ts';
import { placeLines, unknownRows, versionSection, versionRows } from './version-rows.ts';

/** Number of problems that are named; the rest is counted. */
const MAX_NAMED_PROBLEMS = 10;

/**
 * A scan as text, generated in parts: a block for each version, each other finding once with its places, and a summary
 * line.
 */
export function* scanText(result: ScanResult, options: ScanTextOptions): Generator<string> {
  let before = '';
  for (const lines of blocksOf(result, options)) {
    yield `${before}${lines.join('\n')}\n`;
    before = '\n';
  }
}

function* blocksOf(result: ScanResult, options: ScanTextOptions): Generator<readonly string[]> {
  const shown = result.findings.filter(({ suppressed }) => suppressed === null);
  if (options.groupBy === 'version') yield* byVersion(shown, result, options);
  else yield* groupBlocks(shown, options.groupBy, options);
  const problems = problemBlock(result, options);
  if (problems.length > 0) yield problems;
  yield summaryLines(result, shown, options);
}

function* byVersion(
  shown: readonly Finding[],
  result: ScanResult,
  options: ScanTextOptions,
): Generator<readonly string[]> {
  const { inventory } = result;
  const { verbose, language } = options;
  if (verbose) {
    for (const block of findingDetails(shown, options)) yield [block];
    return;
  }
  const { decided, ordinary, hints } = sortFindings(result);
  const inRows = new Set(decided.filter(listsBugs).flatMap(({ assetIds }) => assetIds));
  const hasRow = (finding: Finding): boolean =>
    listsBugs(finding) ||
    finding.unknown !== undefined ||
    (finding.ruleId === 'end-of-support' && finding.assetIds.every((id) => inRows.has(id)));
  const others = decided.filter((finding) => !hasRow(finding));
  const [loops, loud] = partition(others, ({ ruleId }) => ruleId === LOOP_RULE);
  const unknowns = shown.filter((finding) => !hints.includes(finding));
  const rows = [
    ...versionSection(
      versionRows([...decided, ...ordinary]),
      unknownRows(unknowns, inventory.assets),
      options,
    ),
    ...loopRows(loops, inventory.assets, options),
  ];
  if (rows.length > 0) yield rows;
  const sentenceLines = findingSentences(loud, options);
  if (sentenceLines.length > 0) yield sentenceLines;
  if (hints.length > 0) yield [say(text('scan.hints', { count: hints.length }), language)];
}

/** One line for each finding, below its file or its rule. */
function* groupBlocks(
  shown: readonly Finding[],
  groupBy: 'file' | 'rule',
  options: ScanTextOptions,
): Generator<readonly string[]> {
  const { language, paint, width, limit, verbose } = options;
  const byLocation = shown.flatMap((finding) =>
    locationsOf(finding).map((location) => ({ ...finding, location })),
  );
  const groups =
    groupBy === 'rule'
      ? Map.groupBy(shown, ({ ruleId }) => ruleId)
      : Map.groupBy(byLocation, ({ location }) => (isFileLocation(location) ? location.file : location.arn));
  for (const [name, findings] of groups) {
    const named = verbose ? findings : findings.slice(0, limit);
    const more = findings.length - named.length;
    yield [
      paint.bold(name),
      ...named.flatMap((finding) => {
        const { level, message, location } = finding;
        const place =
          groupBy === 'file' && isFileLocation(location)
            ? `${location.line}:${location.column}`
            : locationText(location);
        const [, ...others] = groupBy === 'rule' ? placesOf(finding) : [];
        const sentence = `${place}  ${say(text(`level.${level}`), language)}  ${say(message, language)}`;
        const more = others.length === 0 ? [] : placeLines(others, options).map((line) => `  ${line}`);
        return [...wrapSentence(sentence, width, '    ', '  '), ...more];
      }),
      ...(more > 0 ? [`  ${say(text('scan.moreFindings', { count: more }), language)}`] : []),
    ];
  }
}

function problemBlock({ problems }: ScanResult, { language, verbose, width }: ScanTextOptions): string[] {
  return problemSections(problems, language).flatMap(({ heading, problems: own }, nth) => {
    const named = verbose ? own : own.slice(0, MAX_NAMED_PROBLEMS);
    const more = own.length - named.length;
    return [
      ...(nth > 0 ? [''] : []),
      heading,
      ...named.flatMap((problem) => wrapSentence(problemText(problem, language), width, '    ', '  ')),
      ...(more > 0 ? [`  ${say(text('scan.moreProblems', { count: more }), language)}`] : []),
    ];
  });
}

function summaryLines(result: ScanResult, shown: readonly Finding[], options: ScanTextOptions): string[] {
  const { language, today, verbose, width } = options;
  const { catalogue, inventory } = result;
  const assets = withoutNeverCreated(inventory.assets);
  const { newest, named } = notesDays(
    catalogue,
    inventory.assets.map(({ product }) => product),
  );
  const isLeftOut = catalogue.source !== 'snapshot' && newest < catalogue.asOf.slice(0, 10);
  const summary = text('scan.summary', {
    assets: assets.length,
    counts: foundText(foundCounts(result)),
    asOf: named,
    age: [
      // Without the source if the newest notes shown are older than the refresh, which does not cover all products.
      ...(isLeftOut ? [] : [text(`catalogue.source.${catalogue.source}`)]),
      // Notes as of a past day have no age.
      ...(catalogue.calendarReadOn === undefined
        ? [text('scan.age', { days: Math.max(0, daysBetween(newest, today)) })]
        : []),
    ],
  });
  const isMore = !verbose && shown.length > 0;
  const products = inventory.assets.map(({ product }) => product);
  const limits = [
    severityFilterText(result.filter),
    missingAdvisories(catalogue, products),
    uncountedUpstreamsText(products),
  ].filter((each) => each !== null);
  const parts = [summary, ...(isMore ? [text('scan.verbose')] : [])];
  return [text('advice.sentences', { parts }), ...limits].flatMap((sentence) =>
    wrapSentence(say(sentence, language), width),
  );
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}
