import { flavoursIn, osBehind, osBugsOfVersion, osStanding, type OsBehind } from '../../analysis/index.ts';
import { say } from '../../l10n/index.ts';
import {
  compareSeverity,
  type BugMatch,
  type Catalogue,
  type OsProduct,
  type PinnedOs,
} from '../../model/index.ts';
import { bugsJson, bugsMarkdown, bugsText, createPaint } from '../../report/index.ts';
import { catalogueFor } from '../catalogue.ts';
import { osPinOf } from '../os-pin.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { bySymptom } from '../symptom-order.ts';
import { createTerminal } from '../terminal.ts';
import { unsupportedFormat, type ExitCode } from '../usage.ts';

/** `bugs amazon-linux-2023 2023.4.20240416`: what later releases of an operating system fix. */
export async function bugsOfSystem(
  product: OsProduct,
  written: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const pinned = osPinOf(product, written ?? '');
  const catalogue = await catalogueFor(options, terminal);
  const sentences = osStanding(catalogue, pinned, todayOf(options), flavoursIn(written ?? ''));
  const { matches, notes } = bySymptom(select(catalogue, pinned, options), options.symptom);
  const asOf = catalogue.asOf.slice(0, 10);
  switch (options.format) {
    case 'text': {
      const paint = createPaint(terminal.colour);
      const list = bugsText(product, pinned.version, matches, asOf, options.lang, paint, notes);
      const told = sentences.map((sentence) => say(sentence, options.lang)).join('\n');
      terminal.result(matches.length === 0 ? told : `${told}\n\n${list}`);
      return 0;
    }
    case 'json': {
      for (const sentence of sentences) terminal.warn(sentence);
      const json = {
        ...bugsJson(product, pinned.version, matches, options.lang),
        behind: behindJson(osBehind(catalogue, pinned, todayOf(options))),
      };
      terminal.result(JSON.stringify(json, null, 2));
      return 0;
    }
    case 'markdown':
      terminal.result(bugsMarkdown(product, pinned.version, matches, asOf, options.lang, sentences));
      return 0;
    default:
      throw unsupportedFormat(options.format, 'bugs');
  }
}

function behindJson(behind: OsBehind | null): object | null {
  if (behind === null || behind.isNewer) return null;
  const { isAtLeast, newest, days, releases, cves, unratedCves, advisories, packages, updated } = behind;
  const distance = { days, releases, atLeast: isAtLeast, newest: newest.version };
  return { ...distance, cves, unratedCves, advisories, packages, updated };
}

function select(catalogue: Catalogue, pinned: PinnedOs, options: CommonOptions): BugMatch[] {
  const { severity, impact } = options;
  return osBugsOfVersion(catalogue, pinned)
    .filter(({ bug }) => severity === undefined || compareSeverity(bug.severity, severity) <= 0)
    .filter(({ bug }) => impact === undefined || bug.impact === impact);
}
