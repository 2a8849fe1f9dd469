import type { Catalogue } from '../../model/index.ts';
import { decodeSnapshot } from './decode.ts';
import type { SnapshotFile } from './format.ts';

export { decodeSnapshot } from './decode.ts';
export { encodeSnapshot } from './encode.ts';
export type { SnapshotFile } from './format.ts';

/** The catalogue that ships with the product. Loaded when first needed. */
export async function loadSnapshot(): Promise<Catalogue> {
  const { default: file } = await import('./aurora-mysql.json', { with: { type: 'json' } });
  return decodeSnapshot(file as SnapshotFile);
}
