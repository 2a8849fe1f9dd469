import { unknownVersionReason } from '../../analysis/index.ts';
import { say, text, unreadPagesText, type Language } from '../../l10n/index.ts';
import { problemsToReport, type Asset, type Problem, type Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { csv, escapeMarkdown, problemJson } from '../../report/index.ts';
import {
  alertJson,
  alertLines,
  batchText,
  unreadLines,
  type Alert,
  type Batch,
  type WatchRun,
} from '../../watch/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { printResult } from './print-result.ts';
import type { Terminal } from './terminal.ts';
import { unknownLines } from './unknown-lines.ts';

/** Prints the result of a look. */
export async function printWatchRun(
  batches: readonly Batch[],
  run: WatchRun,
  { format, lang }: Pick<CommonOptions, 'format' | 'lang'>,
  configProblems: readonly Problem[],
  terminal: Terminal,
): Promise<void> {
  const alerts = batches.flatMap((batch) => batch.alerts);
  await printResult<'watch'>(
    format,
    {
      preamble: format === 'json' ? [] : notesBelowAlerts(run, alerts.length),
      text: () => [runText(batches, run, lang)],
      json: () => {
        const { outcome, lastLooked: lastRead, unread, unreadPages } = run;
        const problems = problemsToReport([...configProblems, ...run.problems]);
        return {
          schemaVersion: 1,
          outcome,
          lastRead,
          unread,
          unreadPages,
          alerts: alerts.map((alert) => alertJson(alert, lang)),
          unknown: run.unknown.map((asset) => unknownAssetsJson(asset, lang)),
          problems: problems.map((problem) => problemJson(problem, lang)),
        };
      },
      jsonl: () => alerts.map((alert) => `${JSON.stringify(alertJson(alert, lang))}\n`),
      csv: () => alertsCsv(alerts, lang),
      markdown: () => runMarkdown(batches, run, lang),
    },
    terminal,
  );
}

/** Sentences below a list of alerts: about an empty list, and about assets that cannot have alerts. */
function notesBelowAlerts(run: WatchRun, alerts: number): Text[] {
  const noNews = alerts === 0 ? noNewsText(run) : null;
  return [...(noNews === null ? [] : [noNews]), ...unknownLines(run.unknown)];
}

function runText(batches: readonly Batch[], run: WatchRun, language: Language): string {
  const alerts = batches.map((batch) => batchText(batch, language)).join('\n');
  return (
    alerts +
    noteLines(batches, run, language)
      .map((line) => `${line}\n`)
      .join('')
  );
}

/**
 * Lines below all alerts of a look: about a look without alerts, unread release notes, and assets that cannot have
 * alerts.
 */
function noteLines(batches: readonly Batch[], run: WatchRun, language: Language): string[] {
  const noNews = batches.length > 0 ? null : noNewsText(run);
  const named = new Set(batches.flatMap(({ unreadPages }) => unreadPages));
  const pages = run.unreadPages.filter((page) => !named.has(page));
  return [
    ...(noNews === null ? [] : [noNews]),
    ...(pages.length > 0 ? [unreadPagesText(pages)] : []),
    ...unknownLines(run.unknown),
  ].map((line) => say(line, language));
}

const COLUMNS = ['id', 'kind', 'severity', 'product', 'versions', 'assets', 'message', 'url', 'foundOn'];

function alertsCsv(alerts: readonly Alert[], language: Language): string {
  const lines = alerts.map(({ id, kind, severity, product, versions, assetIds, message, url, foundOn }) => [
    id,
    kind,
    severity,
    product,
    versions.join(' '),
    assetIds.join(' '),
    say(message, language),
    url,
    foundOn,
  ]);
  return csv(COLUMNS, lines);
}

function runMarkdown(batches: readonly Batch[], run: WatchRun, language: Language): string {
  const alerts = batches.flatMap((batch) => batch.alerts);
  const items = alerts.map((alert) => {
    const [first = '', ...details] = alertLines(alert, language).map((line) => escapeMarkdown(line.trim()));
    return [`- ${first}`, ...details.map((line) => `  - ${line}`)].join('\n');
  });
  const remarks = [
    ...batches.flatMap((batch) => unreadLines(batch, language)),
    ...noteLines(batches, run, language),
  ];
  return `${['# Errata Lens', ...items, ...remarks.map(escapeMarkdown)].join('\n\n')}\n`;
}

function unknownAssetsJson(asset: Asset, language: Language): object {
  const { id, name, product, location } = asset;
  const { reason = null, next = null } = unknownVersionReason(asset) ?? {};
  return {
    assetId: id,
    name,
    product,
    reason: reason && say(reason, language),
    next: next && say(next, language),
    location,
  };
}

/** Sentence about a look without news; null if the look could not read the notes. */
function noNewsText({ outcome, asOf, unread, unreadPages }: WatchRun): Text | null {
  const isWhole = unread.length === 0;
  const args = { asOf: minuteOf(asOf ?? ''), products: unread.map((product) => productName(product)) };
  switch (outcome) {
    case 'baseline':
      return text(isWhole ? 'watch.baseline' : 'watch.baselineUnread', args);
    case 'looked':
      if (isWhole && unreadPages.length > 0) return text('watch.lookedPartly', args);
      return text(isWhole ? 'watch.lookedNothing' : 'watch.lookedUnread', args);
    case 'unread':
    case 'busy':
    case 'refused':
      return null;
  }
}

/** Sentence about a look that could not read the notes. */
export function nothingReadText({ unread, lastLooked }: WatchRun): Text {
  const products = unread.map((product) => productName(product));
  return text(lastLooked === null ? 'watch.unreached.never' : 'watch.unreached', {
    products,
    lastRead: lastLooked === null ? null : minuteOf(lastLooked),
  });
}

/** Formats an ISO 8601 time as `2031-01-10 09:30`. */
function minuteOf(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
