import { isDeepStrictEqual } from 'node:util';
import {
  FEATURES,
  IMPACTS,
  KINDS,
  SEVERITIES,
  TRAITS,
  type Catalogue,
  type KnownBug,
  type Release,
} from '../../model/index.ts';
import {
  usualAliases,
  usualNeeds,
  type SnapshotBug,
  type SnapshotFile,
  type SnapshotRelease,
} from './format.ts';
import { packTerms, termTable } from './term-table.ts';

/** Leaves the vendor's words out and numbers what repeats. The order of releases and bugs is kept. */
export function encodeSnapshot(catalogue: Catalogue): SnapshotFile {
  const words = new WordTable();
  const terms = termTable(catalogue.bugs.map(({ signature }) => signature ?? []));
  const termNumbers = new Map(terms.map((term, number) => [term, number]));
  const position = new Map(catalogue.releases.map(({ version }, index) => [version, index]));
  return {
    format: 1,
    asOf: catalogue.asOf,
    releases: catalogue.releases.map((release) => encodeRelease(release, words)),
    bugs: catalogue.bugs.map((bug) => encodeBug(bug, position, words, termNumbers)),
    support: catalogue.support,
    cveDifferences: catalogue.cveDifferences.map(({ cve, versionsOnlyInTable, versionsOnlyInPages }) => [
      cve,
      versionsOnlyInTable,
      versionsOnlyInPages,
    ]),
    words: words.all,
    terms: terms.join(' '),
  };
}

function encodeRelease(release: Release, words: WordTable): SnapshotRelease {
  return {
    ...release,
    items: release.items.map(({ digest, section, kind }) => [
      digest,
      words.number(section),
      KINDS.indexOf(kind),
    ]),
  };
}

function encodeBug(
  bug: KnownBug,
  position: ReadonlyMap<string, number>,
  words: WordTable,
  terms: ReadonlyMap<string, number>,
): SnapshotBug {
  const { introducedIn, introducedInCommunity, names, upgradeOnly } = bug.bounds;
  const isBounded =
    introducedIn !== null || introducedInCommunity !== null || names.length > 0 || upgradeOnly;
  const more = {
    ...(bug.titleIn && { ja: bug.titleIn.ja }),
    ...(bug.cves.length > 0 && { cves: bug.cves }),
    ...(bug.communityBugs.length > 0 && { communityBugs: bug.communityBugs }),
    ...(!isDeepStrictEqual(bug.aliases, usualAliases(bug)) && { aliases: bug.aliases }),
    ...(bug.consequences.length > 1 && {
      consequences: bug.consequences.slice(1).map((impact) => IMPACTS.indexOf(impact)),
    }),
    ...(!isDeepStrictEqual(bug.needs, usualNeeds(bug.features)) && {
      needs: bug.needs.map((list) => list.map((feature) => FEATURES.indexOf(feature))),
    }),
    ...(bug.listedJointly !== undefined && { listedJointly: bug.listedJointly }),
    ...(bug.joins !== undefined && { joins: bug.joins.map(({ id }) => id) }),
    ...(isBounded && { bounds: bug.bounds }),
    ...(bug.signature && { signature: packTerms(bug.signature, terms) }),
  };
  const row = [
    bug.id,
    bug.title,
    IMPACTS.indexOf(bug.impact),
    SEVERITIES.indexOf(bug.severity),
    bug.features.map((feature) => FEATURES.indexOf(feature)),
    bug.listings.map(({ version, digest }) => [position.get(version) ?? -1, digest] as const),
    bug.why.map((reason) => words.number(reason)),
    bug.traits.map((trait) => TRAITS.indexOf(trait)),
  ] as const;
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
