import { catalogueAsOf, unreadUpstreamProblems } from '../../analysis/index.ts';
import {
  buildCatalogue,
  problemsByHost,
  refreshCatalogue,
  type BuiltCatalogue,
  type UpdateProgress,
  wholeCatalogue,
} from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import { type Catalogue, type Problem } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { catalogueCsv, catalogueJson, catalogueJsonLines, problemJson } from '../../report/index.ts';
import { cacheFolder } from '../options/cache-folder.ts';
import { openCatalogue } from '../read/catalogue.ts';
import { interruptSignal } from '../interrupt.ts';
import { useProxy } from '../options/network.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { VERSION } from '../version.ts';
import { statusCsv, statusJson, statusJsonLines, statusMarkdown, statusText } from './catalogue-status.ts';

/** `catalogue status`: contents and age of the catalogue. */
export async function status(options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { catalogue, problems: found } = await openCatalogue(options);
  const whole = wholeCatalogue(catalogue);
  const problems = [...found, ...unreadUpstreamProblems(whole, whole.releases)];
  const { lang, format, verbose = false } = options;
  await printResult<'catalogue status'>(
    format,
    {
      problems,
      text: () => statusText(whole, problems, lang, todayOf(options), verbose),
      json: () => statusJson(whole, problems, lang),
      jsonl: () => statusJsonLines(whole),
      csv: () => statusCsv(whole),
      markdown: () => statusMarkdown(whole, problems, lang, todayOf(options)),
    },
    terminal,
  );
  return 0;
}

/** `catalogue update`: fetches the vendors' notes again. */
export async function update(options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (options.offline) throw new UsageError(text('cli.offline'));
  await useProxy(terminal);
  const built = await refreshCatalogue({
    cache: options.cacheDir ?? cacheFolder(),
    docsOrigin: options.docsOrigin,
    builtBy: VERSION,
    signal: interruptSignal(),
    onProgress: progressPrinter(terminal),
  });
  const unread = unreadUpstreamProblems(built, built.releases);
  warnOfProblems([...problemsByHost(built.problems), ...unread], terminal);
  if (options.format === 'json') {
    const { stats, asOf, releases, bugs } = built;
    const problems = [...built.problems, ...unread];
    const json = { schemaVersion: 1, asOf, releases: releases.length, bugs: bugs.length, stats };
    await terminal.json({ ...json, problems: problems.map((p) => problemJson(p, options.lang)) });
  } else {
    terminal.warn(
      text('catalogue.updated', {
        releases: built.releases.length,
        bugs: built.bugs.length,
        read: built.stats.read,
        pages: built.stats.pages,
        unchanged: built.stats.unchanged,
        kept: built.kept.length,
      }),
    );
  }
  return built.isKept ? 0 : 2;
}

/**
 * `catalogue export`: every item of every release. With `--docs-origin` the notes are read from there; otherwise the
 * stored catalogue is printed, whose snapshot lacks the vendor's text.
 */
export async function exportAll(options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { docsOrigin, offline, asOf } = options;
  if (offline || docsOrigin === undefined) {
    const { catalogue, problems } = await openCatalogue(options);
    await printUpdate(wholeCatalogue(catalogue), problems, options, terminal);
    return 0;
  }
  await useProxy(terminal);
  const built = await buildCatalogue({
    docsOrigin,
    signal: interruptSignal(),
    onProgress: progressPrinter(terminal),
  });
  const catalogue = asOf === undefined ? built : catalogueAsOf(built, asOf);
  await printUpdate(catalogue, built.problems, options, terminal);
  return hasFetchedNothing(built) ? 2 : 0;
}

async function printUpdate(
  catalogue: Catalogue,
  problems: readonly Problem[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<void> {
  warnOfProblems(problemsByHost(problems), terminal);
  const day = todayOf(options);
  await printResult<'catalogue export'>(
    options.format,
    {
      json: () => catalogueJson(catalogue, day),
      jsonl: () => catalogueJsonLines(catalogue, day),
      csv: () => catalogueCsv(catalogue),
    },
    terminal,
  );
}

/** True if no page of release notes could be fetched. */
function hasFetchedNothing({ stats }: BuiltCatalogue): boolean {
  return stats.read === 0;
}

function progressPrinter(terminal: Terminal): (progress: UpdateProgress) => void {
  return ({ product, done, total }) =>
    terminal.progress(text('catalogue.progress', { name: productName(product), done, total }));
}
