import {
  IMAGE_CHANGES,
  IMAGE_PARTS,
  IMAGE_PUBLISHERS,
  type NumberedImage,
  type ImageChange,
  type ImageContents,
} from '../../../model/index.ts';
import { systemsWithNotes } from '../../../products/index.ts';
import { numberInTable, type NumberedWords } from '../numbered-words.ts';
import type { OsSnapshotChange, OsSnapshotContents, OsSnapshotFile, OsSnapshotImage } from './os-format.ts';
import { tableRow } from '../table-row.ts';

// Conversion of images with their own numbers to and from the snapshot's rows.

interface Tables {
  names: NumberedWords;
  versions: NumberedWords;
}

export function encodeImage(base: NumberedImage, { names, versions }: Tables): OsSnapshotImage {
  const { publisher, product, day, version, isWithdrawn, contents = [], changes = [] } = base;
  const system = systemsWithNotes().findIndex(({ id }) => id === product);
  return [
    IMAGE_PUBLISHERS.indexOf(publisher),
    system,
    dayNumber(day),
    version,
    isWithdrawn ? 1 : 0,
    contents.map((each): OsSnapshotContents => [
      ...IMAGE_PARTS.map((part) => numberInTable(versions, each[part])),
      ...each.kubernetes.map((minor) => names.number(minor)),
    ]),
    changes.map(({ kind, part, version: to, pull, by }): OsSnapshotChange => [
      IMAGE_CHANGES.indexOf(kind),
      numberInTable(names, part),
      numberInTable(versions, to),
      pull ?? -1,
      by === null ? -1 : dayNumber(by),
    ]),
  ];
}

export function decodeImage(row: OsSnapshotImage, { names, versions }: OsSnapshotFile): NumberedImage {
  const [publisher, product, day, version, isWithdrawn, contents, changes] = row;
  const wordIn = (words: readonly string[], number = -1): string | null =>
    number === -1 ? null : tableRow(words, number);
  const contentsOf = ([kernel, containerd, runc, ...minors]: OsSnapshotContents): ImageContents => ({
    kubernetes: minors.map((minor) => tableRow(names, minor)),
    kernel: wordIn(versions, kernel),
    containerd: wordIn(versions, containerd),
    runc: wordIn(versions, runc),
  });
  const changeOf = ([kind, part, to, pull, by]: OsSnapshotChange): ImageChange => ({
    kind: tableRow(IMAGE_CHANGES, kind),
    part: wordIn(names, part),
    version: wordIn(versions, to),
    pull: pull === -1 ? null : pull,
    by: by === -1 ? null : dayText(by),
  });
  return {
    publisher: tableRow(IMAGE_PUBLISHERS, publisher),
    product: tableRow(systemsWithNotes(), product).id,
    day: dayText(day),
    version,
    isWithdrawn: isWithdrawn === 1,
    ...(contents.length > 0 && { contents: contents.map(contentsOf) }),
    ...(changes.length > 0 && { changes: changes.map(changeOf) }),
  };
}

/** YYYYMMDD for YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** YYYY-MM-DD for YYYYMMDD. */
export function dayText(number: number): string {
  return String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
