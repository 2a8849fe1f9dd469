import {
  NOTICE_TOPICS,
  NOTED_OS_PRODUCTS,
  type Catalogue,
  type Item,
  type PackageUpdate,
  type Release,
} from '../../model/index.ts';
import { NOTICE_LABELS } from '../notice-labels.ts';
import { OS_GUIDES } from '../sources/amazon-linux/guides.ts';
import { osBugs } from '../sources/amazon-linux/os-bugs.ts';
import { osRelease } from '../sources/amazon-linux/os-release.ts';
import { OS_SUPPORT } from '../sources/amazon-linux/support-dates.ts';
import type { OsSnapshotFile, OsSnapshotNotice, OsSnapshotPackage, OsSnapshotRelease } from './os-format.ts';

/** What the snapshot knows of operating systems. Notices have no text: the snapshot carries none. */
export function decodeOsSnapshot(
  file: OsSnapshotFile,
): Pick<Catalogue, 'asOf' | 'releases' | 'bugs' | 'support'> {
  const cves = file.cves.map((number) => `CVE-${number}`);
  const arches = file.arches.map((joined) => joined.split(' ').filter(Boolean));
  const releases = file.releases.map((row) => decodeRelease(row, file, arches, cves));
  const bugs = NOTED_OS_PRODUCTS.flatMap((product) => osBugs(product, releases, []));
  return { asOf: file.asOf, releases, bugs, support: OS_SUPPORT };
}

function decodeRelease(
  [product, version, date, page, packages, notices]: OsSnapshotRelease,
  file: OsSnapshotFile,
  arches: readonly (readonly string[])[],
  cves: readonly string[],
): Release {
  const os = entry(NOTED_OS_PRODUCTS, product);
  const url = page.startsWith('https:') ? page : `${OS_GUIDES[os]}${page}`;
  const items = notices.map((row) => decodeNotice(row, file.sections, cves));
  const release = { ...osRelease(os, version, date, url), items };
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
