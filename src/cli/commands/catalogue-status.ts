import { daysBetween, missingAdvisories } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import {
  compareVersions,
  notesDay,
  type Catalogue,
  type CveDifference,
  type Problem,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { productName, productIds } from '../../products/index.ts';
import { csv, escapeMarkdown, problemJson, problemText } from '../../report/index.ts';

interface ProductStatus {
  product: ProductId;
  releases: number;
  bugs: number;
  newest: string | null;
  newestDate: string | null;
  /** Date of its notes, YYYY-MM-DD. */
  asOf: string;
}

/** Status of one product in the catalogue. */
function statusOf(catalogue: Catalogue, product: ProductId): ProductStatus {
  const releases = catalogue.releases.filter((release) => release.product === product);
  const newest = releases.reduce<(typeof releases)[number] | null>(
    (latest, release) =>
      !release.status.includes('beta') && (latest === null || release.date > latest.date) ? release : latest,
    null,
  );
  return {
    product,
    releases: releases.length,
    bugs: catalogue.bugs.filter((bug) => bug.product === product).length,
    newest: newest?.version ?? null,
    newestDate: newest?.date ?? null,
    asOf: notesDay(catalogue, product),
  };
}

function statuses(catalogue: Catalogue): ProductStatus[] {
  return productIds()
    .map((product) => statusOf(catalogue, product))
    .filter(({ releases }) => releases > 0);
}

export function statusJson(catalogue: Catalogue, problems: readonly Problem[], language: Language): object {
  return {
    schemaVersion: 1,
    asOf: catalogue.asOf,
    source: catalogue.source,
    products: statuses(catalogue),
    cveDifferences: catalogue.cveDifferences,
    problems: problems.map((problem) => problemJson(problem, language)),
  };
}

/** One line of JSON per product. */
export function* statusJsonLines(catalogue: Catalogue): Generator<string> {
  for (const status of statuses(catalogue)) yield `${JSON.stringify({ schemaVersion: 1, ...status })}\n`;
}

const COLUMNS = ['product', 'releases', 'bugs', 'newest', 'newestDate', 'asOf'] as const;

export function statusCsv(catalogue: Catalogue): string {
  const lines = statuses(catalogue).map((status) => COLUMNS.map((column) => String(status[column] ?? '')));
  return csv(COLUMNS, lines);
}

/** @param today YYYY-MM-DD */
export function statusMarkdown(
  catalogue: Catalogue,
  problems: readonly Problem[],
  language: Language,
  today: string,
): string {
  const [heading = '', ...rest] = statusText(catalogue, problems, language, today, true)
    .trimEnd()
    .split('\n');
  return `# ${escapeMarkdown(heading)}\n\n${rest.map((line) => `- ${escapeMarkdown(line.trim())}`).join('\n')}\n`;
}

/** @param today YYYY-MM-DD */
export function statusText(
  catalogue: Catalogue,
  problems: readonly Problem[],
  language: Language,
  today: string,
  verbose: boolean,
): string {
  const lines = [
    say(
      text('catalogue.status', {
        asOf: catalogue.asOf.slice(0, 16).replace('T', ' '),
        source: text(`catalogue.source.${catalogue.source}`),
        days: Math.max(0, daysBetween(catalogue.asOf.slice(0, 10), today)),
      }),
      language,
    ),
  ];
  for (const { product, releases, bugs, newest, newestDate, asOf } of statuses(catalogue)) {
    lines.push(
      say(
        text('catalogue.statusProduct', {
          name: productName(product),
          releases,
          bugs,
          newest: newest ?? '',
          date: newestDate ?? '',
          asOf: asOf === catalogue.asOf.slice(0, 10) ? null : asOf,
        }),
        language,
      ),
    );
  }
  const missing = missingAdvisories(
    catalogue,
    catalogue.releases.map(({ product }) => product),
  );
  if (missing !== null) lines.push(say(missing, language));
  const [heading, ...differences] = cveLines(catalogue.cveDifferences);
  if (heading !== undefined) lines.push(say(heading, language));
  if (verbose) lines.push(...differences.map((difference) => `  ${say(difference, language)}`));
  else if (differences.length > 0) lines.push(say(text('catalogue.verbose'), language));
  lines.push(...problems.map((problem) => problemText(problem, language)));
  return `${lines.join('\n')}\n`;
}

/**
 * Differences between the vendor's CVE table and the notes of releases: a heading, then a line per release. Empty
 * without differences.
 */
function cveLines(differences: readonly CveDifference[]): Text[] {
  if (differences.length === 0) return [];
  const withoutSentence = differences
    .filter((entry) => entry.versionsOnlyInTable.length + entry.versionsOnlyInPages.length === 0)
    .map(({ cve }) => cve);
  return [
    text('catalogue.cveDifferences', { count: differences.length }),
    ...byVersion(differences, 'versionsOnlyInPages').map((line) => text('catalogue.cveOnlyInPages', line)),
    ...byVersion(differences, 'versionsOnlyInTable').map((line) => text('catalogue.cveOnlyInTable', line)),
    ...(withoutSentence.length > 0 ? [text('catalogue.cveWithoutRelease', { cves: withoutSentence })] : []),
  ];
}

function byVersion(
  differences: readonly CveDifference[],
  side: 'versionsOnlyInPages' | 'versionsOnlyInTable',
): { version: string; cves: readonly string[] }[] {
  const versions = [...new Set(differences.flatMap((entry) => entry[side]))].sort(compareVersions);
  return versions.map((version) => ({
    version,
    cves: differences.filter((entry) => entry[side].includes(version)).map(({ cve }) => cve),
  }));
}
