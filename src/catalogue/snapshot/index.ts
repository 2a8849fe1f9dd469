import type { Catalogue } from '../../model/index.ts';
import { decodeSnapshot } from './decode.ts';
import type { SnapshotFile } from './format.ts';
import { decodeOsSnapshot } from './os-decode.ts';
import type { OsSnapshotFile } from './os-format.ts';

export { decodeSnapshot } from './decode.ts';
export { encodeSnapshot } from './encode.ts';
export type { SnapshotFile } from './format.ts';
export { decodeOsSnapshot } from './os-decode.ts';
export { encodeOsSnapshot } from './os-encode.ts';
/** The catalogue that ships with the product. Loaded when first needed. */
export async function loadSnapshot(): Promise<Catalogue> {
  const [aurora, os] = await Promise.all([
    import('./aurora-mysql.json', { with: { type: 'json' } }),
    import('./amazon-linux.json', { with: { type: 'json' } }),
  ]);
  const databases = decodeSnapshot(aurora.default as SnapshotFile);
  const systems = decodeOsSnapshot(os.default as OsSnapshotFile);
  return {
    ...databases,
    releases: [...databases.releases, ...systems.releases],
    bugs: [...databases.bugs, ...systems.bugs],
    support: [...databases.support, ...systems.support],
    imageBases: systems.imageBases ?? [],
  };
}
