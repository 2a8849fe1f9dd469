import { unknownVersionOf } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { worthTelling, type Asset, type Problem, type Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { problemJson } from '../../report/index.ts';
import { alertJson, batchText, type Batch, type WatchRun } from '../../watch/index.ts';
import type { CommonOptions } from '../options/options.ts';
import type { Terminal } from './terminal.ts';
import { unknownLines } from './unknown-lines.ts';

/** What a look of the watch tells on standard output. */
export function printRun(
  batches: readonly Batch[],
  run: WatchRun,
  { format, lang }: Pick<CommonOptions, 'format' | 'lang'>,
  configProblems: readonly Problem[],
  terminal: Terminal,
): void {
  const alerts = batches.flatMap((batch) => batch.alerts).map((alert) => alertJson(alert, lang));
  if (format === 'json') {
    const problems = worthTelling([...configProblems, ...run.problems]).map((problem) =>
      problemJson(problem, lang),
    );
    const { outcome, lastLooked: lastRead, unread, unreadPages } = run;
    const unknown = run.unknown.map((asset) => unknownJson(asset, lang));
    const output = { schemaVersion: 1, outcome, lastRead, unread, unreadPages, alerts, unknown, problems };
    terminal.result(JSON.stringify(output, null, 2), 'json');
    return;
  }
  if (format === 'jsonl') {
    for (const alert of alerts) terminal.result(JSON.stringify(alert), 'json');
    for (const line of unknownLines(run.unknown)) terminal.warn(line);
    return;
  }
  if (batches.length > 0) terminal.result(batches.map((batch) => batchText(batch, lang)).join('\n'));
  else {
    const message = quietText(run);
    if (message !== null) terminal.result(say(message, lang));
  }
  const told = new Set(batches.flatMap(({ unreadPages }) => unreadPages));
  const pages = run.unreadPages.filter((page) => !told.has(page));
  if (pages.length > 0) terminal.result(say(text('watch.unreadPages', { pages }), lang));
  for (const line of unknownLines(run.unknown)) terminal.result(say(line, lang));
}

function unknownJson(asset: Asset, language: Language): object {
  const { id, name, product, location } = asset;
  const { reason = null, next = null } = unknownVersionOf(asset) ?? {};
  return {
    assetId: id,
    name,
    product,
    reason: reason && say(reason, language),
    next: next && say(next, language),
    location,
  };
}

/** What a look says that has nothing to tell; null where it could not tell. */
function quietText({ outcome, asOf, unread, unreadPages }: WatchRun): Text | null {
  const isWhole = unread.length === 0;
  const args = { asOf: momentOf(asOf ?? ''), products: unread.map((product) => productName(product)) };
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

/** What a look says that could not read. */
export function unreachedText({ unread, lastLooked }: WatchRun): Text {
  const products = unread.map((product) => productName(product));
  return text('watch.unreached', { products, lastRead: lastLooked === null ? null : momentOf(lastLooked) });
}

/** `2031-01-10 09:30` of an ISO 8601 time. */
function momentOf(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
