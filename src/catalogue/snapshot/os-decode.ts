import {
  NOTICE_TOPICS,
  type Catalogue,
  type Item,
  type PackageUpdate,
  type Release,
} from '../../model/index.ts';
import { NOTICE_LABELS, notedSystems, products } from '../../products/index.ts';
import type { OsSnapshotFile, OsSnapshotNotice, OsSnapshotPackage, OsSnapshotRelease } from './os-format.ts';

/** What the snapshot knows of operating systems. Notices have no text: the snapshot carries none. */
export function decodeOsSnapshot(
  file: OsSnapshotFile,
): Pick<Catalogue, 'asOf' | 'releases' | 'bugs' | 'support'> {
  const cves = file.cves.map((number) => `CVE-${number}`);
  const arches = file.arches.map((joined) => joined.split(' ').filter(Boolean));
  const releases = file.releases.map((row) => decodeRelease(row, file, arches, cves));
  const bugs = notedSystems().flatMap(({ system }) => system.bugsOf(releases));
  const support = products().flatMap((product) => product.support?.fixed ?? []);
  return { asOf: file.asOf, releases, bugs, support };
}

function decodeRelease(
  [product, version, date, page, packages, notices]: OsSnapshotRelease,
  file: OsSnapshotFile,
  arches: readonly (readonly string[])[],
  cves: readonly string[],
): Release {
  const { id, notes, versions: own } = entry(notedSystems(), product);
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
    mysqlVersion: null,
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
    name: entry(file.names, name),
    version: entry(file.versions, version),
    arches: entry(arches, arch),
    cves: fixed.map((cve) => entry(cves, cve)),
    channel: channel === 0 ? null : entry(file.channels, channel),
  };
}

function decodeNotice(
  [digest, section, topic, ...named]: OsSnapshotNotice,
  sections: readonly string[],
  cves: readonly string[],
): Item {
  return {
    digest,
    section: entry(sections, section),
    text: null,
    cves: named.map((cve) => entry(cves, cve)),
    mysqlBugs: [],
    ...NOTICE_LABELS,
    why: [],
    topic: entry(NOTICE_TOPICS, topic),
  };
}

function entry<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined)
    throw new RangeError(`The snapshot names row ${index} of a table of ${table.length}.`);
  return found;
}
