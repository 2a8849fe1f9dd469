import { bugTitle, inBrackets, say, text, type Language } from '../../l10n/index.ts';
import { type KnownBug, type Text, type TextArg } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import type { CveAnswer, CveBranch, NotesDays } from '../../analysis/index.ts';
import type { Paint } from '../terminal/paint.ts';

/** JSON of `bugs --cve CVE`: docs/schemas/cve.schema.json describes it. Null: no notes list it. */
export function cveJson(cve: string, answer: CveAnswer | null, days: NotesDays, language: Language): object {
  return {
    schemaVersion: 1,
    cve,
    asOf: days.oldest,
    notes: days.each,
    listed: answer !== null,
    bugs:
      answer?.bugs.map((bug) => ({
        id: bug.id,
        title: say(bugTitle(bug), language),
        severity: bug.severity,
      })) ?? [],
    branches: answer?.branches.map((branch) => branchJson(branch, language)) ?? [],
    packages: answer?.packages.map(packageJson) ?? [],
    table: tableJson(answer),
  };
}

function branchJson(
  { product, branch, listedIn, firstFixed, url, affected, leftOut }: CveBranch,
  language: Language,
): object {
  return {
    product,
    branch,
    firstFixed,
    listedIn,
    affected: affected.map(({ version, confidence, reason }) => ({
      version,
      confidence,
      reason: say(reason, language),
    })),
    leftOut: leftOut.map(({ version, reason }) => ({ version, reason: say(reason, language) })),
    url,
  };
}

function packageJson({ id, product, severity, listings, os }: KnownBug): object {
  return {
    bugId: id,
    product,
    severity,
    package: os?.package ?? null,
    advisory: os?.advisory ?? null,
    assigned: os?.assigned ?? null,
    fixedIn: listings.map(({ version }) => version),
  };
}

/** Differences between the vendor's table and the release pages; null if they agree, or if neither lists the CVE. */
function tableJson(answer: CveAnswer | null): object | null {
  const difference = answer?.difference ?? null;
  if (difference === null) return null;
  const { versionsOnlyInTable, versionsOnlyInPages } = difference;
  return { versionsOnlyInTable, versionsOnlyInPages };
}

/** Versions that a CVE affects, and their fixes, as text. */
export function cveText(
  cve: string,
  answer: CveAnswer | null,
  asOf: Text,
  language: Language,
  paint: Paint,
): string {
  const translate = (message: Text): string => say(message, language);
  if (answer === null) return `${translate(text('cve.notListed', { cve, asOf }))}\n`;
  const lines = [paint.bold(translate(text('cve.heading', { cve, asOf })))];
  for (const [product, branches] of Map.groupBy(answer.branches, (branch) => branch.product)) {
    lines.push('', productName(product));
    for (const group of groupAlike(branches, translate)) lines.push(...branchLines(group, language, paint));
  }
  if (answer.packages.length > 0) lines.push('');
  for (const { product, listings, os } of answer.packages) {
    const versions = listings.map(({ version }) => version);
    const args = {
      name: productName(product),
      package: os?.package ?? null,
      versions,
      advisory: os?.advisory ?? null,
    };
    lines.push(translate(text(os?.assigned === 'by date' ? 'cve.package.byDate' : 'cve.package', args)));
    if (os?.url) lines.push(`  ${paint.dim(os.url)}`);
  }
  const difference = differenceText(answer);
  if (difference !== null) lines.push('', translate(difference));
  return `${lines.join('\n')}\n`;
}

/** Groups neighbouring lines that have the same answer. */
function groupAlike(
  branches: readonly CveBranch[],
  translate: (message: Text) => string,
): [CveBranch, ...CveBranch[]][] {
  const groups: [CveBranch, ...CveBranch[]][] = [];
  for (const branch of branches) {
    const group = groups.at(-1);
    if (group !== undefined && isAlike(group[0], branch, translate)) group.push(branch);
    else groups.push([branch]);
  }
  return groups;
}

function isAlike(a: CveBranch, b: CveBranch, translate: (message: Text) => string): boolean {
  if (a.listedIn.length > 0 || b.listedIn.length > 0) return false;
  const reasonsOf = ({ affected, leftOut }: CveBranch): string =>
    [...new Set([...affected, ...leftOut].map(({ reason }) => translate(reason)))].sort().join(' ');
  const isSame = reasonsOf(a) === reasonsOf(b) && a.upstreamFix === b.upstreamFix;
  const areFixedAlike = hasIt(a)
    ? a.firstFixed === b.firstFixed
    : (a.firstFixed === null) === (b.firstFixed === null);
  return isSame && areFixedAlike;
}

function hasIt({ affected, leftOut }: CveBranch): boolean {
  return affected.length > 0 || leftOut.length > 0;
}

function branchLines(
  group: readonly [CveBranch, ...CveBranch[]],
  language: Language,
  paint: Paint,
): string[] {
  const translate = (message: Text): string => say(message, language);
  const [{ listedIn, firstFixed, url, upstreamFix }] = group;
  const having = group.flatMap(({ affected, leftOut }) => [
    ...affected.map((each) => ({ ...each, key: `cve.affected.${each.confidence}` as const })),
    ...leftOut.map((each) => ({ ...each, key: 'cve.leftOut' as const })),
  ]);
  const isNamed = listedIn.length > 0 || upstreamFix !== undefined || having.length > 0;
  const fixedIn = having.length === 0 ? (upstreamFix ?? firstFixed) : firstFixed;
  const branches = group.map(({ branch }) => branch);
  const lines = [`  ${translate(fixOf(branches, fixedIn, isNamed))}`];
  for (const [key, alike] of Map.groupBy(having, (each) => each.key)) {
    for (const [reason, those] of Map.groupBy(alike, (each) => translate(each.reason))) {
      const sentence = translate(text(key, { versions: spanOf(those.map(({ version }) => version)) }));
      lines.push(`    ${sentence}${paint.dim(inBrackets(reason, language))}`);
    }
  }
  if (url !== null && isNamed && fixedIn !== null) lines.push(`    ${paint.dim(url)}`);
  return lines;
}

/** Number of versions that are named; if there are more, only the first, the last and their number. */
const MAX_NAMED_VERSIONS = 4;

function spanOf(versions: readonly string[]): TextArg {
  const [first = '', last = ''] = [versions[0], versions.at(-1)];
  return versions.length <= MAX_NAMED_VERSIONS
    ? versions
    : text('cve.span', { first, last, count: versions.length });
}

function fixOf(named: readonly string[], fixedIn: string | null, isNamed: boolean): Text {
  const branches = spanOf(named);
  if (fixedIn === null) return text('cve.noFix', { branches });
  return isNamed ? text('cve.fixedIn', { branches, version: fixedIn }) : text('cve.inherited', { branches });
}

function differenceText({ bugs, difference }: CveAnswer): Text | null {
  if (difference === null) return null;
  const { versionsOnlyInTable, versionsOnlyInPages } = difference;
  if (versionsOnlyInTable.length === 0 && versionsOnlyInPages.length === 0) return text('cve.tableBare');
  if (bugs.length === 0) return text('cve.tableAlone', { versions: versionsOnlyInTable });
  return text('cve.tableDiffers', {
    sides: [
      ...(versionsOnlyInTable.length > 0 ? [text('cve.onlyInTable', { versions: versionsOnlyInTable })] : []),
      ...(versionsOnlyInPages.length > 0 ? [text('cve.onlyInPages', { versions: versionsOnlyInPages })] : []),
    ],
  });
}
