import { memoize, type Catalogue, type ProductId } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';
import { decodeSnapshot } from './decode.ts';
import { readSnapshotFiles, type EngineFile, type SystemsFile } from './files.ts';
import type { SnapshotFile } from './format.ts';
import { decodeOsSnapshot, osSnapshotFacts } from './systems/os-decode.ts';

export { decodeSnapshot } from './decode.ts';
export { encodeSnapshot } from './encode.ts';
export type { SnapshotFiles } from './files.ts';
export type { SnapshotFile } from './format.ts';
export type { OsSnapshotFile } from './systems/os-format.ts';
export { decodeOsSnapshot } from './systems/os-decode.ts';
export { encodeOsSnapshot } from './systems/os-encode.ts';

/** Decoded snapshot, reused as long as it is referenced. */
let decoded: WeakRef<Catalogue> | undefined;

/**
 * The catalogue that ships with the product. Loaded when first needed.
 * @param wanted products to load; null for all
 */
export async function loadSnapshot(wanted: readonly ProductId[] | null = null): Promise<Catalogue> {
  const known = decoded?.deref();
  if (known !== undefined) return known;
  const { engines, systems, upstream } = await readSnapshotFiles();
  const snapshot = {
    ...catalogueOf(engines, systems, wanted),
    upstream: memoize(() => decodeUpstream(upstream())),
  };
  if (wanted === null) decoded = new WeakRef(snapshot);
  return snapshot;
}

function decodeUpstream(file: SnapshotFile): Catalogue {
  return { ...decodeSnapshot(file), readOn: { [file.product]: file.asOf } };
}

/** Catalogue of the files of a snapshot: of every product, or of those that are wanted. */
export function catalogueOf(
  engines: readonly EngineFile[],
  systems: SystemsFile,
  wanted: readonly ProductId[] | null = null,
): Catalogue {
  const databases = engines
    .filter(({ product }) => wanted?.includes(product) !== false)
    .map((file) => decodeSnapshot(file.read()));
  const isOfSystem = wanted?.some(isSystem) !== false;
  const own = isOfSystem
    ? decodeOsSnapshot(systems.read())
    : { ...osSnapshotFacts(systems), releases: [], bugs: [], imageBases: [], laterAdvisories: {} };
  const parts = [...databases, own];
  const asOf = [...engines, own]
    .map((part) => part.asOf)
    .reduce((latest, each) => (each > latest ? each : latest));
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
    laterAdvisories: own.laterAdvisories ?? {},
    problems: [],
  };
}
