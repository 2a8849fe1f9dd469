import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, FixCommits, KnownBug, Release } from '../../model/index.ts';
import {
  TAXONOMY,
  USUAL_RELEASE,
  usualAliases,
  usualNeeds,
  type SnapshotBug,
  type SnapshotCommits,
  type SnapshotFile,
  type SnapshotRelease,
} from './format.ts';

const { kinds, impacts, severities, features, traits, parts } = TAXONOMY;

/**
 * Omits the vendor's words and replaces repeated values by numbers. Preserves the order of releases and bugs.
 * @param catalogue of one product
 */
export function encodeSnapshot(catalogue: Catalogue): SnapshotFile {
  const words = new WordTable();
  const digests = new WordTable();
  const position = new Map(catalogue.releases.map(({ version }, index) => [version, index]));
  return {
    format: 3,
    asOf: catalogue.asOf,
    product: catalogue.releases[0]?.product ?? '',
    taxonomy: TAXONOMY,
    releases: catalogue.releases.map((release) => encodeRelease(release, words, digests)),
    bugs: catalogue.bugs.map((bug) => encodeBug(bug, { position, words, digests })),
    support: catalogue.support,
    cveDifferences: catalogue.cveDifferences.map(({ cve, versionsOnlyInTable, versionsOnlyInPages }) => [
      cve,
      versionsOnlyInTable,
      versionsOnlyInPages,
    ]),
    words: words.all,
    digests: digests.all.join(' '),
  };
}

/** Fields of a release that are written as numbers of its row, or are the same for the whole file. */
const ENCODED_FIELDS = new Set([
  'product',
  'version',
  'date',
  'line',
  'branch',
  'url',
  'extensions',
  'items',
]);

function encodeRelease(release: Release, words: WordTable, digests: WordTable): SnapshotRelease {
  const { version, date, line, branch, url, extensions, items } = release;
  const unusual = Object.entries(release).filter(
    ([name, value]) =>
      !ENCODED_FIELDS.has(name) &&
      !isDeepStrictEqual(value, Object.entries(USUAL_RELEASE).find(([key]) => key === name)?.[1]),
  );
  return {
    version,
    date,
    line,
    branch,
    ...Object.fromEntries(unusual),
    url: words.number(url),
    ...(extensions && { extensions: extensions.map((each) => words.number(`${each.name} ${each.version}`)) }),
    items: items.flatMap(({ digest, section, kind }) => [
      digests.number(digest),
      words.number(section) * kinds.length + kinds.indexOf(kind),
    ]),
  };
}

interface Tables {
  position: ReadonlyMap<string, number>;
  words: WordTable;
  digests: WordTable;
}

function encodeBug(bug: KnownBug, { position, words, digests }: Tables): SnapshotBug {
  const bounds = Object.entries(bug.bounds).filter(
    ([, value]) => value !== null && value !== false && !isDeepStrictEqual(value, []),
  );
  const more = {
    ...(bug.titleIn && { ja: bug.titleIn.ja }),
    ...(bug.cves.length > 0 && { cves: bug.cves }),
    ...(bug.communityBugs.length > 0 && { communityBugs: bug.communityBugs }),
    ...(!isDeepStrictEqual(bug.aliases, usualAliases(bug)) && { aliases: bug.aliases }),
    ...(bug.consequences.length > 1 && {
      consequences: bug.consequences.slice(1).map((impact) => impacts.indexOf(impact)),
    }),
    ...(!isDeepStrictEqual(bug.needs, usualNeeds(bug.features)) && {
      needs: bug.needs.map((list) => list.map((feature) => features.indexOf(feature))),
    }),
    ...(bug.listedJointly !== undefined && { listedJointly: bug.listedJointly }),
    ...(bug.joins !== undefined && { joins: bug.joins.map(({ id }) => id) }),
    ...(bounds.length > 0 && { bounds: Object.fromEntries(bounds) }),
    ...(bug.names && { names: bug.names.map((name) => words.number(name)) }),
    ...(bug.commits && { commits: encodeCommits(bug.commits) }),
    ...(bug.part && { part: parts.indexOf(bug.part) }),
    ...(bug.extension !== undefined && { extension: bug.extension }),
  };
  const row = [
    bug.id,
    bug.title,
    impacts.indexOf(bug.impact),
    severities.indexOf(bug.severity),
    bug.features.map((feature) => features.indexOf(feature)),
    bug.listings.flatMap(({ version, digest }) => [position.get(version) ?? -1, digests.number(digest)]),
    bug.why.map((reason) => words.number(reason)),
    bug.traits.map((trait) => traits.indexOf(trait)),
  ] as const;
  return Object.keys(more).length > 0 ? [...row, more] : row;
}

function encodeCommits({ main, lines, day, mainDay, harmlessFrom }: FixCommits): SnapshotCommits {
  const more = {
    ...(mainDay !== undefined && { mainDay }),
    ...(harmlessFrom !== undefined && { harmlessFrom }),
  };
  const row = [main.join(' '), lines.join(' '), day] as const;
  return Object.keys(more).length > 0 ? [...row, more] : row;
}

class WordTable {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.all.length);
    return this.all.push(word) - 1;
  }
}
