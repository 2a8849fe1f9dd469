import {
  bugStandings,
  notesDays,
  cveAnswer,
  cveNamed,
  isReported,
  factsOfTeam,
  missingAdvisories,
  osReleaseGap,
  releasesByDay,
  versionAnswer,
  type OsReleaseGap,
  type VersionAnswer,
} from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { compareSeverity, type BugMatch, type Catalogue, type ProductId } from '../../model/index.ts';
import { readPin } from '../../products/index.ts';
import {
  bugsCsv,
  bugsJson,
  bugsJsonLines,
  bugsMarkdown,
  bugsText,
  createPaint,
  cveCsv,
  cveJson,
  cveJsonLines,
  cveMarkdown,
  cveText,
  standingCsv,
  standingJson,
  standingJsonLines,
  standingMarkdown,
  standingText,
} from '../../report/index.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { loadConfig } from '../read/config-file.ts';
import { wholeCatalogue } from '../../catalogue/index.ts';
import { catalogueFor, catalogueForVersion, hasOnlyNotes, productNamed } from '../read/catalogue.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';

/** Default number of bugs in the text format. */
const DEFAULT_BUG_LIMIT = 10;

/** `bugs PRODUCT VERSION`: known bugs of a version. `bugs --cve CVE`: versions that a CVE affects. */
export async function bugs(
  productName: string | undefined,
  version: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  if (options.cve !== undefined) {
    if (productName !== undefined) throw new UsageError(text('cli.cveAlone'));
    return printVersionsOfCve(options.cve, options);
  }
  const product = hasOnlyNotes(productName) ? productName : productNamed(productName);
  if (version === undefined || version.trim() === '') throw new UsageError(text('cli.noVersion'));
  const terminal = createTerminal(options.lang);
  const catalogue = await catalogueForVersion(options, terminal, product, version);
  if (hasOnlyNotes(product) && releasesByDay(catalogue, product).length === 0) productNamed(product);
  const { config, problems } = await loadConfig(options, '.');
  warnOfProblems(problems, terminal);
  const ownBugs = factsOfTeam(catalogue, config);
  const answer = versionAnswer(ownBugs.catalogue, product, version, todayOf(options), ownBugs.states);
  const behind = distanceOfImage(ownBugs.catalogue, product, version);
  const { symptom, bug } = options;
  if (bug !== undefined) {
    await printStandings(bug.trim(), answer, ownBugs, options, terminal);
  } else if (symptom === undefined) {
    await printBugs(selectBugs(answer, options), behind, options, terminal);
  } else {
    const more = behind === null ? {} : { behind: behindJson(behind) };
    // Loaded on demand: only symptoms need the index.
    const { printSymptom } = await import('../print/print-symptom.ts');
    await printSymptom(symptom, selectBugs(answer, options), ownBugs.catalogue, options, terminal, more);
  }
  return answer.covered.coverage === 'no-release' ? 2 : 0;
}

/** Prints the answers to "is this bug in that version?". */
async function printStandings(
  number: string,
  version: VersionAnswer,
  { catalogue, states }: ReturnType<typeof factsOfTeam>,
  { format, lang }: CommonOptions,
  terminal: Terminal,
): Promise<void> {
  const question = { number, version, standings: bugStandings(catalogue, version, number, states) };
  await printResult<'bugs'>(
    format,
    {
      preamble: version.standing,
      text: () => standingText(question, lang, createPaint(terminal.colour)),
      json: () => standingJson(question, lang),
      jsonl: () => standingJsonLines(question, lang),
      csv: () => standingCsv(question, lang),
      markdown: () => standingMarkdown(question, lang),
    },
    terminal,
  );
}

async function printBugs(
  answer: VersionAnswer,
  behind: OsReleaseGap | null,
  options: CommonOptions,
  terminal: Terminal,
): Promise<void> {
  const { lang, verbose = false } = options;
  const limit = options.all === true ? Infinity : (options.limit ?? DEFAULT_BUG_LIMIT);
  const style = {
    language: lang,
    paint: createPaint(terminal.colour),
    limit,
    width: terminal.width,
    verbose,
  };
  await printResult<'bugs'>(
    options.format,
    {
      preamble: answer.standing,
      text: () => (answer.covered.coverage === 'no-release' ? null : bugsText(answer, style)),
      json: () => ({ ...bugsJson(answer, lang), ...(behind && { behind: behindJson(behind) }) }),
      jsonl: () => bugsJsonLines(answer, lang),
      csv: () => bugsCsv(answer, lang),
      markdown: () => bugsMarkdown(answer, lang),
    },
    terminal,
  );
}

/** Warns that security advisories are not in this catalogue, so operating systems may be missing from the answer. */
function warnOfAdvisories(catalogue: Catalogue, terminal: Terminal): void {
  const missing = missingAdvisories(
    catalogue,
    catalogue.releases.map(({ product }) => product),
  );
  if (missing !== null) terminal.warn(missing);
}

/**
 * Compares an operating system's image with the newest release. Null if the text names no release, or one that is newer
 * than the catalogue.
 */
function distanceOfImage(catalogue: Catalogue, product: ProductId, version: string): OsReleaseGap | null {
  const pinned = readPin(product, version);
  const behind = pinned && osReleaseGap(catalogue, pinned);
  return behind?.isNewer === true ? null : behind;
}

/** Prints the versions that a CVE affects. A CVE without any is an answer, not an error. */
async function printVersionsOfCve(input: string, options: CommonOptions): Promise<ExitCode> {
  const cve = cveNamed(input);
  if (cve === null) throw new UsageError(text('cli.notACve', { written: input }));
  const terminal = createTerminal(options.lang);
  const catalogue = wholeCatalogue(await catalogueFor(options, terminal));
  const answer = cveAnswer(catalogue, cve);
  const days = notesDays(catalogue, productsOf(answer ?? { branches: catalogue.releases, packages: [] }));
  const { lang } = options;
  await printResult<'bugs'>(
    options.format,
    {
      text: () => cveText(cve, answer, days.named, lang, createPaint(terminal.colour)),
      json: () => cveJson(cve, answer, days, lang),
      jsonl: () => cveJsonLines(cve, answer, days.named, lang),
      csv: () => cveCsv(cve, answer, days.named, lang),
      markdown: () => cveMarkdown(cve, answer, days.named, lang),
    },
    terminal,
  );
  // A CVE in the notes of a database is no advisory of a system.
  const isOfDatabase = answer !== null && answer.bugs.length > 0;
  if (options.format === 'text' && !isOfDatabase) warnOfAdvisories(catalogue, terminal);
  return 0;
}

/** Products whose notes support the answer; all products if nothing was found. */
function productsOf({
  branches,
  packages,
}: Record<'branches' | 'packages', readonly { product: ProductId }[]>): ProductId[] {
  return [...branches, ...packages].map(({ product }) => product);
}

function behindJson(behind: OsReleaseGap): object {
  const { isAtLeast, newest, days, releases, cves, unratedCves, advisories, packages, updated } = behind;
  const distance = { days, releases, atLeast: isAtLeast, newest: newest.version };
  return { ...distance, cves, unratedCves, advisories, packages, updated, ...imageJson(behind) };
}

/** JSON of an image that has its own version number and changelog. */
function imageJson({ image }: OsReleaseGap): object {
  if (image === null) return {};
  const { publisher, day, version, isWithdrawn, contents = [], changes = [] } = image;
  return { image: { publisher, day, builtFrom: version, withdrawn: isWithdrawn, contents, changes } };
}

/** Answer with the bugs that the options select. */
function selectBugs(answer: VersionAnswer, options: CommonOptions): VersionAnswer {
  const { upstream } = answer;
  const { severity, impact } = options;
  return {
    ...answer,
    matches: selectedMatches(answer.matches, options),
    upstream: upstream && {
      ...upstream,
      matches: selectedMatches(upstream.matches, options),
      ofExtensions: selectedMatches(upstream.ofExtensions, options),
    },
    filter: { ...(severity && { severity }), ...(impact && { impact }) },
  };
}

function selectedMatches(found: readonly BugMatch[], options: CommonOptions): BugMatch[] {
  const { severity, impact } = options;
  return found
    .filter((match) => options.all === true || isReported(match))
    .filter(({ bug }) => severity === undefined || compareSeverity(bug.severity, severity) <= 0)
    .filter(({ bug }) => impact === undefined || bug.consequences.includes(impact));
}
