import {
  NOTICE_TOPICS,
  type Catalogue,
  type Item,
  type PackageUpdate,
  type Release,
} from '../../model/index.ts';
import { isSystem, notedSystems } from '../../products/index.ts';
import type { OsSnapshotFile, OsSnapshotNotice, OsSnapshotPackage, OsSnapshotRelease } from './os-format.ts';

/** The releases of operating systems, oldest first. Fixes that are bullets are left out: they have no words here. */
export function encodeOsSnapshot(catalogue: Pick<Catalogue, 'asOf' | 'releases'>): OsSnapshotFile {
  const names = new NumberedWords();
  const versions = new NumberedWords();
  const arches = new NumberedWords();
  const cves = new NumberedWords();
  const channels = new NumberedWords();
  const sections = new NumberedWords();
  channels.number('');
  const systems = notedSystems();

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

  const releases = catalogue.releases
    .filter(({ product }) => isSystem(product))
    .sort((a, b) => (`${a.date} ${a.version}` < `${b.date} ${b.version}` ? -1 : 1))
    .map(encodeRelease);
  return {
    format: 1,
    asOf: catalogue.asOf,
    names: names.all,
    versions: versions.all,
    arches: arches.all,
    cves: cves.all,
    channels: channels.all,
    sections: sections.all,
    releases,
  };
}

function pageOf({ url }: Release, product: number): string {
  return url.replace(notedSystems()[product]?.notes.guide ?? '', '');
}

/** Words by the order of their first use. */
class NumberedWords {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(word: string): number {
    const known = this.#numbers.get(word) ?? this.all.push(word) - 1;
    this.#numbers.set(word, known);
    return known;
  }
}
