import type { Catalogue } from '../../model/index.ts';
import { decodeSnapshot } from './decode.ts';
import { readSnapshotFiles } from './files.ts';
import type { SnapshotFile } from './format.ts';
import { decodeOsSnapshot } from './os-decode.ts';
import type { OsSnapshotFile } from './os-format.ts';

export { decodeSnapshot } from './decode.ts';
export { encodeSnapshot } from './encode.ts';
export type { SnapshotFiles } from './files.ts';
export type { SnapshotFile } from './format.ts';
export type { OsSnapshotFile } from './os-format.ts';
export { decodeOsSnapshot } from './os-decode.ts';
export { encodeOsSnapshot } from './os-encode.ts';

/** As long as somebody holds it, it need not be decoded again. */
let decoded: WeakRef<Catalogue> | undefined;

/** The catalogue that ships with the product. Loaded when first needed. */
export async function loadSnapshot(): Promise<Catalogue> {
  const known = decoded?.deref();
  if (known !== undefined) return known;
  const { engines, systems, upstream } = await readSnapshotFiles();
  const snapshot = { ...catalogueOf(engines, systems), upstream: onceRead(upstream) };
  decoded = new WeakRef(snapshot);
  return snapshot;
}

function onceRead(upstream: () => SnapshotFile): () => Catalogue {
  let read: Catalogue | null = null;
  return () => (read ??= decodeUpstream(upstream()));
}

function decodeUpstream(file: SnapshotFile): Catalogue {
  return { ...decodeSnapshot(file), readOn: { [file.product]: file.asOf } };
}

/** What the files of a snapshot say together. */
export function catalogueOf(engines: readonly SnapshotFile[], systems: OsSnapshotFile): Catalogue {
  const databases = engines.map(decodeSnapshot);
  const own = decodeOsSnapshot(systems);
  const parts = [...databases, own];
  const asOf = parts.map((part) => part.asOf).reduce((latest, each) => (each > latest ? each : latest));
  const readOn = {
    ...Object.fromEntries(engines.map((file) => [file.product, file.asOf])),
    ...own.readOn,
  };
  return {
    asOf,
    readOn,
    source: 'snapshot',
    releases: parts.flatMap(({ releases }) => releases),
    bugs: parts.flatMap(({ bugs }) => bugs),
    support: parts.flatMap(({ support }) => support),
    cveDifferences: databases.flatMap(({ cveDifferences }) => cveDifferences),
    imageBases: parts.flatMap(({ imageBases = [] }) => imageBases),
    problems: [],
  };
}
