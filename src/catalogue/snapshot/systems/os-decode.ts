import {
  NOTICE_TOPICS,
  SEVERITIES,
  type Catalogue,
  type Item,
  type PackageUpdate,
  type ProductId,
  type Release,
} from '../../../model/index.ts';
import { NOTICE_LABELS, systemsWithNotes, products, type PlacedAdvisory } from '../../../products/index.ts';
import type {
  OsSnapshotAdvisory,
  OsSnapshotFile,
  OsSnapshotNotice,
  OsSnapshotPackage,
  OsSnapshotRelease,
} from './os-format.ts';
import { dayText, decodeImage } from './os-images.ts';
import { tableRow } from '../table-row.ts';

/** Operating systems in the snapshot. Notices have no text. */
export function decodeOsSnapshot(
  file: OsSnapshotFile,
): Pick<Catalogue, 'asOf' | 'readOn' | 'releases' | 'bugs' | 'support' | 'imageBases' | 'laterAdvisories'> {
  const cves = file.cves.map((number) => `CVE-${number}`);
  const arches = file.arches.map((joined) => joined.split(' ').filter(Boolean));
  const releases = file.releases.map((row) => decodeOsRelease(row, file, arches, cves));
  const placed = Map.groupBy(
    file.advisories.map((row) => decodeAdvisory(row, file, cves)),
    ({ product }) => product,
  );
  const bugs = systemsWithNotes().flatMap(({ id, system }) => system.bugsOf(releases, placed.get(id) ?? []));
  const imageBases = file.images.map((row) => decodeImage(row, file));
  const { laterAdvisories = {} } = file;
  return { ...osSnapshotFacts(file), releases, bugs, imageBases, laterAdvisories };
}

/** Facts about all systems together: the days when their notes were read, and days of support. */
export function osSnapshotFacts(
  file: Pick<OsSnapshotFile, 'asOf' | 'readOn'>,
): Pick<Catalogue, 'asOf' | 'readOn' | 'support'> {
  const support = products().flatMap((product) => product.support?.fixed ?? []);
  const readOn = Object.fromEntries(systemsWithNotes().map(({ id }) => [id, file.readOn?.[id] ?? file.asOf]));
  return { asOf: file.asOf, readOn, support };
}

function decodeAdvisory(
  [id, severity, name, day, channel, row, byDay, numbers, ...named]: OsSnapshotAdvisory,
  file: OsSnapshotFile,
  cves: readonly string[],
): PlacedAdvisory & { product: ProductId } {
  const [product, version] = tableRow(file.releases, row);
  const fixed = numbers.flatMap((number, i) =>
    i % 2 === 0
      ? [{ name: tableRow(file.names, number), version: tableRow(file.versions, numbers[i + 1] ?? -1) }]
      : [],
  );
  const advisory = {
    id,
    severity: tableRow(SEVERITIES, severity),
    package: tableRow(file.names, name),
    cves: named.map((cve) => tableRow(cves, cve)),
    date: dayText(day),
    url: '',
    fixed,
    channel: channel === 0 ? null : tableRow(file.channels, channel),
  };
  return {
    product: tableRow(systemsWithNotes(), product).id,
    advisory,
    version,
    assigned: byDay === 1 ? 'by date' : 'by version',
  };
}

function decodeOsRelease(
  [product, version, date, page, packages, notices]: OsSnapshotRelease,
  file: OsSnapshotFile,
  arches: readonly (readonly string[])[],
  cves: readonly string[],
): Release {
  const { id, notes, versions: own } = tableRow(systemsWithNotes(), product);
  const url = page.startsWith('https:') ? page : `${notes.guide}${page}`;
  const items = notices.map((row) => decodeNotice(row, file.sections, cves));
  const release = {
    product: id,
    version,
    date,
    line: own.line(version),
    branch: own.branch(version),
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    url,
    items,
  };
  return packages === null
    ? release
    : { ...release, packages: packages.map((row) => decodePackage(row, file, arches, cves)) };
}

function decodePackage(
  [name = 0, version = 0, arch = 0, channel = 0, ...fixed]: OsSnapshotPackage,
  file: OsSnapshotFile,
  arches: readonly (readonly string[])[],
  cves: readonly string[],
): PackageUpdate {
  return {
    name: tableRow(file.names, name),
    version: tableRow(file.versions, version),
    arches: tableRow(arches, arch),
    cves: fixed.map((cve) => tableRow(cves, cve)),
    channel: channel === 0 ? null : tableRow(file.channels, channel),
  };
}

function decodeNotice(
  [digest, section, topic, ...named]: OsSnapshotNotice,
  sections: readonly string[],
  cves: readonly string[],
): Item {
  return {
    digest,
    section: tableRow(sections, section),
    text: null,
    cves: named.map((cve) => tableRow(cves, cve)),
    communityBugs: [],
    ...NOTICE_LABELS,
    why: [],
    topic: tableRow(NOTICE_TOPICS, topic),
  };
}
