import {
  NOTICE_TOPICS,
  SEVERITIES,
  type Catalogue,
  type Item,
  type KnownBug,
  type OsFix,
  type PackageUpdate,
  type Release,
} from '../../../model/index.ts';
import { isSystem, systemsWithNotes } from '../../../products/index.ts';
import { NumberedWords } from '../numbered-words.ts';
import { dayNumber, encodeImage } from './os-images.ts';
import type {
  OsSnapshotAdvisory,
  OsSnapshotFile,
  OsSnapshotNotice,
  OsSnapshotPackage,
  OsSnapshotRelease,
} from './os-format.ts';

/** Tables of the values that rows refer to by number. */
class Tables {
  readonly names = new NumberedWords();
  readonly versions = new NumberedWords();
  readonly arches = new NumberedWords();
  readonly cves = new NumberedWords();
  readonly channels = new NumberedWords();
  readonly sections = new NumberedWords();

  constructor() {
    // Number 0 is the core repository.
    this.channels.number('');
  }

  cveNumbers(cves: readonly string[]): number[] {
    return cves.map((cve) => this.cves.number(cve.replace('CVE-', '')));
  }
}

/**
 * Encodes the releases of operating systems, oldest first, their advisories, and the images built from them. Fixes from
 * bullets are omitted: their words are not included.
 */
export function encodeOsSnapshot(
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'releases' | 'imageBases' | 'laterAdvisories'> &
    Partial<Pick<Catalogue, 'bugs'>>,
): OsSnapshotFile {
  const tables = new Tables();
  const ordered = catalogue.releases
    .filter(({ product }) => isSystem(product))
    .sort((a, b) => (`${a.date} ${a.version}` < `${b.date} ${b.version}` ? -1 : 1));
  const releases = ordered.map((release) => encodeRelease(release, tables));
  const advisories = (catalogue.bugs ?? []).flatMap((bug) => encodeAdvisory(bug, ordered, tables));
  const images = (catalogue.imageBases ?? []).map((base) => encodeImage(base, tables));
  return {
    format: 1,
    asOf: catalogue.asOf,
    ...(catalogue.readOn !== undefined && { readOn: catalogue.readOn }),
    names: tables.names.all,
    versions: tables.versions.all,
    arches: tables.arches.all,
    cves: tables.cves.all,
    channels: tables.channels.all,
    sections: tables.sections.all,
    releases,
    advisories,
    ...(catalogue.laterAdvisories !== undefined && { laterAdvisories: catalogue.laterAdvisories }),
    images,
  };
}

function encodeRelease(release: Release, tables: Tables): OsSnapshotRelease {
  const product = systemsWithNotes().findIndex(({ id }) => id === release.product);
  const packages = release.packages?.map((update) => encodePackage(update, tables)) ?? null;
  const notices = release.items
    .filter(({ kind }) => kind === 'notice')
    .map((item) => encodeNotice(item, tables));
  return [product, release.version, release.date, pageOf(release, product), packages, notices];
}

function encodePackage(update: PackageUpdate, tables: Tables): OsSnapshotPackage {
  return [
    tables.names.number(update.name),
    tables.versions.number(update.version),
    tables.arches.number(update.arches.join(' ')),
    tables.channels.number(update.channel ?? ''),
    ...tables.cveNumbers(update.cves),
  ];
}

function encodeNotice(item: Item, tables: Tables): OsSnapshotNotice {
  const topic = NOTICE_TOPICS.indexOf(item.topic ?? 'other');
  const cves = tables.cveNumbers(item.cves);
  return [item.digest, tables.sections.number(item.section), topic, ...cves];
}

/** Row of an advisory; none for other bugs, and for advisories of a release that the snapshot lacks. */
function encodeAdvisory(
  { severity, cves, product, listings, os }: KnownBug,
  ordered: readonly Release[],
  tables: Tables,
): OsSnapshotAdvisory[] {
  const release = ordered.findIndex(
    (each) => each.product === product && each.version === listings[0]?.version,
  );
  if (os === undefined || os.advisory === null || os.date === null || release === -1) return [];
  return [
    [
      os.advisory,
      SEVERITIES.indexOf(severity),
      tables.names.number(os.package),
      dayNumber(os.date),
      tables.channels.number(os.channel ?? ''),
      release,
      os.assigned === 'by date' ? 1 : 0,
      oneForEachVersion(os).flatMap(({ name, version }) => [
        tables.names.number(name),
        tables.versions.number(version),
      ]),
      ...tables.cveNumbers(cves),
    ],
  ];
}

/**
 * One package per version, since all packages of one source share it: the one named like the source, else the first.
 */
function oneForEachVersion({ package: source, fixed = [] }: OsFix): NonNullable<OsFix['fixed']> {
  return [...Map.groupBy(fixed, ({ version }) => version).values()].flatMap(
    (group) => group.find(({ name }) => name === source) ?? group.slice(0, 1),
  );
}

function pageOf({ url }: Release, product: number): string {
  return url.replace(systemsWithNotes()[product]?.notes.guide ?? '', '');
}
