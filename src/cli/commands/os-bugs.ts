import {
  osBehind,
  osBehindMessage,
  osBugsOfVersion,
  osNewerMessage,
  osSupportMessage,
  osSupportOf,
  rankBySymptom,
  type OsBehind,
  type PinnedOs,
} from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import {
  compareSeverity,
  osVersionDay,
  readOsImage,
  readOsVersion,
  type BugMatch,
  type Catalogue,
  type OsProduct,
  type Text,
} from '../../model/index.ts';
import { bugsJson, bugsText, createPaint } from '../../report/index.ts';
import { catalogueFor } from '../catalogue.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { createTerminal } from '../terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../usage.ts';

/** `bugs amazon-linux-2023 2023.4.20240416`: what later releases of an operating system fix. */
export async function bugsOfSystem(
  product: OsProduct,
  written: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const pinned = pinnedOf(product, written ?? '');
  const catalogue = await catalogueFor(options, terminal);
  const behind = osBehind(catalogue, pinned, todayOf(options));
  const sentences = sentencesOf(catalogue, pinned, behind, todayOf(options));
  const matches = select(catalogue, pinned, options);
  const asOf = catalogue.asOf.slice(0, 10);
  switch (options.format) {
    case 'text': {
      const paint = createPaint(terminal.colour);
      const list = bugsText(product, pinned.version, matches, asOf, options.lang, paint);
      const told = sentences.map((sentence) => say(sentence, options.lang)).join('\n');
      terminal.result(matches.length === 0 ? told : `${told}\n\n${list}`);
      return 0;
    }
    case 'json': {
      for (const sentence of sentences) terminal.warn(sentence);
      const json = {
        ...bugsJson(product, pinned.version, matches, options.lang),
        behind: behindJson(behind),
      };
      terminal.result(JSON.stringify(json, null, 2));
      return 0;
    }
    default:
      throw unsupportedFormat(options.format, 'bugs');
  }
}

/** An empty list alone would read as "nothing is wrong": what is known, and what is not, comes first. */
function sentencesOf(catalogue: Catalogue, pinned: PinnedOs, behind: OsBehind | null, today: string): Text[] {
  const sentences: Text[] = [];
  if (behind === null) sentences.push(text('os.notInCatalogue', { product: pinned.product }));
  else if (behind.isNewer) sentences.push(osNewerMessage(catalogue, behind));
  else sentences.push(osBehindMessage(catalogue, behind, 1));
  const support = osSupportOf(catalogue, pinned.product, today);
  return support === null ? sentences : [...sentences, osSupportMessage(support)];
}

function behindJson(behind: OsBehind | null): object | null {
  if (behind === null || behind.isNewer) return null;
  const { days, releases, isAtLeast, newest, cves, advisories, packages, updated } = behind;
  return { days, releases, atLeast: isAtLeast, newest: newest.version, cves, advisories, packages, updated };
}

/** A release number, or any name that holds one. @throws {UsageError} when it names no release of the product */
function pinnedOf(product: OsProduct, written: string): PinnedOs {
  const version = readOsVersion(product, written);
  if (version !== null) return { product, version, byDate: false };
  // A scan names an image of its own numbering by its day.
  const day = osVersionDay(written);
  if (product === 'amazon-linux-2023' && /^2023\.\d{8}$/.test(written) && day !== null) {
    return { product, version: written, byDate: true };
  }
  const image = readOsImage(written);
  if (image?.product === product && image.version !== null) {
    return { product, version: image.version, byDate: image.byDate };
  }
  throw new UsageError(text('os.notARelease', { written }));
}

function select(catalogue: Catalogue, pinned: PinnedOs, options: CommonOptions): BugMatch[] {
  const { severity, impact, symptom } = options;
  const matches = osBugsOfVersion(catalogue, pinned)
    .filter(({ bug }) => severity === undefined || compareSeverity(bug.severity, severity) <= 0)
    .filter(({ bug }) => impact === undefined || bug.impact === impact);
  return symptom === undefined ? matches : rankBySymptom(matches, symptom);
}
