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

/**
 * Encodes the releases of operating systems, oldest first, their advisories, and the images built from them. Fixes from
 * bullets are omitted: their words are not included.
 */
export function encodeOsSnapshot(
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'releases' | 'imageBases'> &
    Partial<Pick<Catalogue, 'bugs'>>,
): OsSnapshotFile {
  const names = new NumberedWords();
  const versions = new NumberedWords();
  const arches = new NumberedWords();
  const cves = new NumberedWords();
  const channels = new NumberedWords();
  const sections = new NumberedWords();
  channels.number('');
  const systems = systemsWithNotes();

  function encodePackage(update: PackageUpdate): OsSnapshotPackage {
    return [
      names.number(update.name),
      versions.number(update.version),
      arches.number(update.arches.join(' ')),
      channels.number(update.channel ?? ''),
      ...update.cves.map((cve) => cves.number(cve.replace('CVE-', ''))),
    ];
  }

  function encodeNotice(item: Item): OsSnapshotNotice {
    const topic = NOTICE_TOPICS.indexOf(item.topic ?? 'other');
    const named = item.cves.map((cve) => cves.number(cve.replace('CVE-', '')));
    return [item.digest, sections.number(item.section), topic, ...named];
  }

  function encodeRelease(release: Release): OsSnapshotRelease {
    const product = systems.findIndex(({ id }) => id === release.product);
    const packages = release.packages?.map(encodePackage) ?? null;
    const notices = release.items.filter(({ kind }) => kind === 'notice').map(encodeNotice);
    return [product, release.version, release.date, pageOf(release, product), packages, notices];
  }

  function encodeAdvisory({ severity, cves: named, product, listings, os }: KnownBug): OsSnapshotAdvisory[] {
    const release = ordered.findIndex(
      (each) => each.product === product && each.version === listings[0]?.version,
    );
    if (os === undefined || os.advisory === null || os.date === null || release === -1) return [];
    return [
      [
        os.advisory,
        SEVERITIES.indexOf(severity),
        names.number(os.package),
        dayNumber(os.date),
        channels.number(os.channel ?? ''),
        release,
        os.assigned === 'by date' ? 1 : 0,
        oneForEachVersion(os).flatMap(({ name, version }) => [names.number(name), versions.number(version)]),
        ...named.map((cve) => cves.number(cve.replace('CVE-', ''))),
      ],
    ];
  }

  const ordered = catalogue.releases
    .filter(({ product }) => isSystem(product))
    .sort((a, b) => (`${a.date} ${a.version}` < `${b.date} ${b.version}` ? -1 : 1));
  const releases = ordered.map(encodeRelease);
  const advisories = (catalogue.bugs ?? []).flatMap(encodeAdvisory);
  const images = (catalogue.imageBases ?? []).map((base) => encodeImage(base, { names, versions }));
  return {
    format: 1,
    asOf: catalogue.asOf,
    ...(catalogue.readOn !== undefined && { readOn: catalogue.readOn }),
    names: names.all,
    versions: versions.all,
    arches: arches.all,
    cves: cves.all,
    channels: channels.all,
    sections: sections.all,
    releases,
    advisories,
    images,
  };
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
