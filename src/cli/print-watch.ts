import { say, text } from '../l10n/index.ts';
import { PRODUCT_NAMES, type Problem } from '../model/index.ts';
import { problemJson } from '../report/index.ts';
import { alertJson, batchText, type Batch, type WatchRun } from '../watch/index.ts';
import type { CommonOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

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
    const problems = [...configProblems, ...run.problems].map((problem) => problemJson(problem, lang));
    terminal.result(JSON.stringify({ schemaVersion: 1, alerts, problems }, null, 2));
    return;
  }
  if (format === 'jsonl') {
    for (const alert of alerts) terminal.result(JSON.stringify(alert));
    return;
  }
  if (batches.length > 0) terminal.result(batches.map((batch) => batchText(batch, lang)).join('\n'));
  else if (run.outcome === 'baseline') terminal.result(say(text('watch.baseline'), lang));
  else if (run.lastLooked !== null) {
    const asOf = run.lastLooked.slice(0, 16).replace('T', ' ');
    const products = run.unread.map((product) => PRODUCT_NAMES[product]);
    const message =
      products.length === 0
        ? text('watch.lookedNothing', { asOf })
        : text('watch.lookedUnread', { asOf, products });
    terminal.result(say(message, lang));
  }
}
