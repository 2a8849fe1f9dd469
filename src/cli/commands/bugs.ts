import { bugsOfVersion, createLineage, cveAnswer, isReported, knowledgeOf } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import {
  compareSeverity,
  isOsProduct,
  readAuroraVersion,
  type BugMatch,
  type Catalogue,
} from '../../model/index.ts';
import { bugsJson, bugsMarkdown, bugsText, createPaint, cveJson, cveText } from '../../report/index.ts';
import { catalogueFor, productOf } from '../catalogue.ts';
import type { CommonOptions } from '../options.ts';
import { bySymptom } from '../symptom-order.ts';
import { createTerminal } from '../terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../usage.ts';
import { bugsOfSystem } from './os-bugs.ts';

/** `bugs PRODUCT VERSION`: the known bugs of one version; `bugs --cve CVE`: the versions that a CVE touches. */
export async function bugs(
  productName: string | undefined,
  written: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  if (options.cve !== undefined) {
    if (productName !== undefined) throw new UsageError(text('cli.cveAlone'));
    return bugsOfCve(options.cve, options);
  }
  const terminal = createTerminal(options.lang);
  const product = productOf(productName);
  if (isOsProduct(product)) return bugsOfSystem(product, written, options);
  const version = releaseOf(written);
  const catalogue = await catalogueFor(options, terminal);
  const lineage = createLineage(catalogue, product);
  const knowledge = knowledgeOf(lineage, version);
  if (knowledge === 'newer') {
    terminal.warn(
      text('version.newer', {
        version,
        newest: lineage.newest()?.version ?? '',
        asOf: catalogue.asOf.slice(0, 10),
      }),
    );
  }
  if (knowledge === 'not-covered') terminal.warn(text('version.notCovered', { version }));
  const { matches, notes } = bySymptom(select(catalogue, version, options), options.symptom);
  switch (options.format) {
    case 'text':
      terminal.result(
        bugsText(
          product,
          version,
          matches,
          catalogue.asOf.slice(0, 10),
          options.lang,
          createPaint(terminal.colour),
          notes,
        ),
      );
      return 0;
    case 'json':
      terminal.result(JSON.stringify(bugsJson(product, version, matches, options.lang), null, 2));
      return 0;
    case 'markdown':
      terminal.result(bugsMarkdown(product, version, matches, catalogue.asOf.slice(0, 10), options.lang));
      return 0;
    default:
      throw unsupportedFormat(options.format, 'bugs');
  }
}

/** A CVE that nobody lists is an answer, not an error. */
async function bugsOfCve(written: string, options: CommonOptions): Promise<ExitCode> {
  const cve = cveOf(written);
  const terminal = createTerminal(options.lang);
  const catalogue = await catalogueFor(options, terminal);
  const answer = cveAnswer(catalogue, cve);
  const asOf = catalogue.asOf.slice(0, 10);
  switch (options.format) {
    case 'text':
      terminal.result(cveText(cve, answer, asOf, options.lang, createPaint(terminal.colour)));
      return 0;
    case 'json':
      terminal.result(JSON.stringify(cveJson(cve, answer, asOf, options.lang), null, 2));
      return 0;
    default:
      throw unsupportedFormat(options.format, 'bugs --cve');
  }
}

/** @throws {UsageError} when it is not the number of a CVE */
function cveOf(written: string): string {
  const cve = written.trim().toUpperCase();
  if (/^CVE-\d{4}-\d{4,}$/.test(cve)) return cve;
  throw new UsageError(text('cli.notACve', { written }));
}

/** @throws {UsageError} when the version is not one release */
function releaseOf(written: string | undefined): string {
  const understood = readAuroraVersion(written ?? '');
  if (understood.form === 'release') return understood.version;
  throw new UsageError(text('cli.notARelease', { written: written ?? '' }));
}

function select(catalogue: Catalogue, version: string, options: CommonOptions): BugMatch[] {
  const { severity, impact } = options;
  return bugsOfVersion(catalogue, version)
    .filter((match) => options.all === true || isReported(match))
    .filter(({ bug }) => severity === undefined || compareSeverity(bug.severity, severity) <= 0)
    .filter(({ bug }) => impact === undefined || bug.impact === impact);
}
