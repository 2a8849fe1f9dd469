import { bugsOfVersion, createLineage, cveAnswer, isReported, knowledgeOf } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import {
  compareSeverity,
  isOsProduct,
  readAuroraVersion,
  type BugMatch,
  type Catalogue,
  type Product,
} from '../../model/index.ts';
import { bugsJson, bugsMarkdown, bugsText, createPaint, cveJson, cveText } from '../../report/index.ts';
import { catalogueFor, isOtherProduct, productOf } from '../catalogue.ts';
import type { CommonOptions } from '../options.ts';
import { bySymptom } from '../symptom-order.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../usage.ts';
import { bugsOfSystem } from './os-bugs.ts';
import { bugsOfProduct } from './product-bugs.ts';

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
  if (isOtherProduct(productName)) {
    const catalogue = await catalogueFor(options, terminal);
    const matches = bugsOfProduct(catalogue, productName, written ?? '');
    return print(catalogue, productName, (written ?? '').trim(), matches, options, terminal);
  }
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
  return print(catalogue, product, version, bugsOfVersion(catalogue, version), options, terminal);
}

function print(
  catalogue: Catalogue,
  product: Product,
  version: string,
  found: readonly BugMatch[],
  options: CommonOptions,
  terminal: Terminal,
): ExitCode {
  const { matches, notes } = bySymptom(select(found, options), options.symptom);
  const asOf = catalogue.asOf.slice(0, 10);
  switch (options.format) {
    case 'text': {
      const paint = createPaint(terminal.colour);
      terminal.result(bugsText(product, version, matches, asOf, options.lang, paint, notes));
      return 0;
    }
    case 'json':
      terminal.result(JSON.stringify(bugsJson(product, version, matches, options.lang), null, 2));
      return 0;
    case 'markdown':
      terminal.result(bugsMarkdown(product, version, matches, asOf, options.lang));
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

function select(found: readonly BugMatch[], options: CommonOptions): BugMatch[] {
  const { severity, impact } = options;
  return found
    .filter((match) => options.all === true || isReported(match))
    .filter(({ bug }) => severity === undefined || compareSeverity(bug.severity, severity) <= 0)
    .filter(({ bug }) => impact === undefined || bug.impact === impact);
}
