import type { Catalogue, KnownBug, ProductId, Release, SupportPeriod } from '../../src/model/index.ts';
import { products } from '../../src/products/index.ts';

/** Longest list before the rest is only counted. */
const MAX_ROWS = 20;

/** Additions of a catalogue to an earlier one, in Markdown, for the review of a new snapshot. */
export function catalogueDifference(before: Catalogue, after: Catalogue): string {
  const sections = products().flatMap(({ id, names }) => {
    const lines = differenceLines(partOfProduct(before, id), partOfProduct(after, id));
    return lines.length === 0 ? [] : [`## ${names.display}`, '', ...lines, ''];
  });
  const head = [`The notes as of ${dayOf(after.asOf)}; before: ${dayOf(before.asOf)}.`, ''];
  return [...head, ...(sections.length === 0 ? ['Nothing else is different.', ''] : sections)].join('\n');
}

type ProductPart = Pick<Catalogue, 'releases' | 'bugs' | 'support'>;

function partOfProduct({ releases, bugs, support }: Catalogue, id: ProductId): ProductPart {
  const isOwn = ({ product }: { product: ProductId }): boolean => product === id;
  return { releases: releases.filter(isOwn), bugs: bugs.filter(isOwn), support: support.filter(isOwn) };
}

function differenceLines(before: ProductPart, after: ProductPart): string[] {
  const releases = compareLists(before.releases, after.releases, ({ version }) => version);
  const bugs = compareLists(before.bugs, after.bugs, ({ id }) => id);
  const support = compareLists(before.support, after.support, ({ scope }) => scope);
  return [
    ...listLines('New releases', releases.added, releaseLine),
    ...listLines('Releases that are gone', releases.gone, releaseLine),
    ...listLines('Releases with other facts', releases.changed, releaseLine),
    ...listLines('New bugs', bugs.added, bugLine),
    ...listLines('Bugs that are gone, or joined with others', bugs.gone, bugLine),
    ...listLines('Bugs with a changed description', bugs.changed, bugLine),
    ...listLines('New support periods', support.added, supportLine),
    ...listLines('Support periods that are gone', support.gone, supportLine),
    ...listLines('Support periods with other dates', support.changed, supportLine),
  ];
}

function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): { added: T[]; gone: T[]; changed: T[] } {
  const old = new Map(before.map((one) => [keyOf(one), JSON.stringify(one)]));
  const now = new Set(after.map(keyOf));
  return {
    added: after.filter((one) => !old.has(keyOf(one))),
    gone: before.filter((one) => !now.has(keyOf(one))),
    changed: after.filter((one) => old.has(keyOf(one)) && old.get(keyOf(one)) !== JSON.stringify(one)),
  };
}

function listLines<T>(title: string, all: readonly T[], lineOf: (one: T) => string): string[] {
  if (all.length === 0) return [];
  const rest = all.length - MAX_ROWS;
  return [
    `**${title}: ${all.length}**`,
    '',
    ...all.slice(0, MAX_ROWS).map((one) => `- ${lineOf(one)}`),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
    '',
  ];
}

function releaseLine({ version, date, url, items }: Release): string {
  return `[${version}](${url}), ${date}, ${items.length} items`;
}

function bugLine({ title, severity, listings }: KnownBug): string {
  const versions = [...new Set(listings.map(({ version }) => version))];
  return `${title.replaceAll('\n', ' ')} (${severity}; fixed in ${versions.join(', ')})`;
}

function supportLine({ scope, standardEnds, extendedEnds }: SupportPeriod): string {
  const extended = extendedEnds === null ? '' : `, Extended Support to ${extendedEnds}`;
  return `${scope}: standard support to ${standardEnds ?? 'an unknown day'}${extended}`;
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
