import type { Catalogue, ExtensionVersion, FixCommits, Item, KnownBug, Release } from '../../model/index.ts';
import {
  USUAL_RELEASE,
  usualAliases,
  usualNeeds,
  type SnapshotBug,
  type SnapshotCommits,
  type SnapshotFile,
  type SnapshotRelease,
} from './format.ts';
import { tableRow } from './table-row.ts';

const NO_BOUNDS: KnownBug['bounds'] = {
  introducedIn: null,
  introducedInCommunity: null,
  names: [],
  upgradeOnly: false,
};

/** Catalogue in a snapshot. Its items have no text. */
export function decodeSnapshot(file: SnapshotFile): Catalogue {
  const digests = file.digests.split(' ');
  const bugs = withJoined(
    file,
    file.bugs.map((row) => decodeBug(row, file, digests)),
  );
  let listed: BugsOfListing | null = null;
  const bugsOfListing = (): BugsOfListing =>
    (listed ??= Map.groupBy(
      bugs.flatMap((bug) => bug.listings.map((listing) => ({ bug, ...listing }))),
      ({ version, digest }) => `${version} ${digest}`,
    ));
  return {
    asOf: file.asOf,
    source: 'snapshot',
    releases: file.releases.map((release) => decodeRelease(release, file, digests, bugsOfListing)),
    bugs,
    support: file.support,
    cveDifferences: file.cveDifferences.map(([cve, versionsOnlyInTable, versionsOnlyInPages]) => ({
      cve,
      versionsOnlyInTable,
      versionsOnlyInPages,
    })),
    problems: [],
  };
}

function decodeBug(row: SnapshotBug, file: SnapshotFile, digests: readonly string[]): KnownBug {
  const [id, title, impact, severity, features, rows, why, traits, more] = row;
  const { taxonomy, words } = file;
  const named = features.map((feature) => tableRow(taxonomy.features, feature));
  const listings = mapPairs(rows, (release, digest) => ({
    version: tableRow(file.releases, release).version,
    digest: tableRow(digests, digest),
  }));
  const bug: KnownBug = {
    id,
    product: file.product,
    title,
    impact: tableRow(taxonomy.impacts, impact),
    severity: tableRow(taxonomy.severities, severity),
    consequences: [impact, ...(more?.consequences ?? [])].map((each) => tableRow(taxonomy.impacts, each)),
    features: named,
    needs:
      more?.needs?.map((list) => list.map((feature) => tableRow(taxonomy.features, feature))) ??
      usualNeeds(named),
    traits: traits.map((trait) => tableRow(taxonomy.traits, trait)),
    cves: more?.cves ?? [],
    communityBugs: more?.communityBugs ?? [],
    listings,
    aliases: more?.aliases ?? usualAliases({ id, listings }),
    bounds: more?.bounds === undefined ? NO_BOUNDS : { ...NO_BOUNDS, ...more.bounds },
    why: why.map((word) => tableRow(words, word)),
    text: null,
    origin: 'notes',
  };
  if (more === undefined) return bug;
  if (more.ja !== undefined) bug.titleIn = { ja: more.ja };
  if (more.listedJointly !== undefined) bug.listedJointly = more.listedJointly;
  if (more.names !== undefined) bug.names = more.names.map((name) => tableRow(words, name));
  if (more.commits !== undefined) bug.commits = commitsOf(more.commits);
  if (more.part !== undefined) bug.part = tableRow(taxonomy.parts, more.part);
  if (more.extension !== undefined) bug.extension = more.extension;
  return bug;
}

function commitsOf([main, lines, day, more]: SnapshotCommits): FixCommits {
  return {
    main: main === '' ? [] : main.split(' '),
    lines: lines === '' ? [] : lines.split(' '),
    day,
    ...more,
  };
}

/** Bugs with references to those that share their bullet; rows name them by id. */
function withJoined(file: SnapshotFile, bugs: readonly KnownBug[]): KnownBug[] {
  return bugs.map((bug, index) => {
    const ids = file.bugs[index]?.[8]?.joins;
    if (ids === undefined) return bug;
    const joins = bugs.filter(({ id }) => ids.includes(id)).map(({ id, listings }) => ({ id, listings }));
    return { ...bug, joins };
  });
}

/** Bugs by version and digest of the bullet. */
type BugsOfListing = ReadonlyMap<string, readonly { bug: KnownBug }[]>;

/** Decodes a release. Its bullets are built on demand: a scan never needs them. */
function decodeRelease(
  { url, items: rows, extensions, ...facts }: SnapshotRelease,
  file: SnapshotFile,
  digests: readonly string[],
  bugsOfListing: () => BugsOfListing,
): Release {
  const { product, words } = file;
  let items: readonly Item[] | null = null;
  return {
    product,
    ...USUAL_RELEASE,
    ...facts,
    url: tableRow(words, url),
    ...(extensions && { extensions: extensions.map((number) => extensionOf(tableRow(words, number))) }),
    get items() {
      return (items ??= decodeItems(rows, facts.version, file, digests, bugsOfListing()));
    },
  };
}

function decodeItems(
  rows: readonly number[],
  version: string,
  { words, taxonomy: { kinds } }: SnapshotFile,
  digests: readonly string[],
  bugsOfListing: BugsOfListing,
): Item[] {
  return mapPairs(rows, (number, label): Item => {
    const digest = tableRow(digests, number);
    const [section, kind] = [Math.floor(label / kinds.length), label % kinds.length];
    // A bullet with several CVEs has one bug for each.
    const listed = bugsOfListing.get(`${version} ${digest}`)?.map(({ bug }) => bug) ?? [];
    const [bug] = listed;
    return {
      digest,
      section: tableRow(words, section),
      kind: tableRow(kinds, kind),
      impact: bug?.impact ?? null,
      severity: bug?.severity ?? null,
      consequences: bug?.consequences ?? [],
      features: bug?.features ?? [],
      needs: bug?.needs ?? [],
      traits: bug?.traits ?? [],
      cves: listed.flatMap(({ cves }) => cves),
      communityBugs: bug?.communityBugs ?? [],
      why: bug?.why ?? [],
      text: null,
    };
  });
}

function extensionOf(named: string): ExtensionVersion {
  const [name = '', version = ''] = named.split(' ', 2);
  return { name, version };
}

/** Values made of the pairs of numbers in a flat row. */
function mapPairs<T>(row: readonly number[], make: (first: number, second: number) => T): T[] {
  const made: T[] = [];
  for (let at = 0; at < row.length; at += 2) made.push(make(row[at] ?? -1, row[at + 1] ?? -1));
  return made;
}
