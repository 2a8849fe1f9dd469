/** Replaces catalogue/snapshot/files.ts: the bundle contains the snapshot. */
import { engines, systems, upstream } from 'embedded-snapshot';
import type { SnapshotFiles } from '../../../catalogue/index.ts';

type EngineFile = SnapshotFiles['engines'][number];

export async function readSnapshotFiles(): Promise<SnapshotFiles> {
  const { default: contained } = await upstream();
  return {
    engines: await Promise.all(
      engines.map(async (load) => {
        const { default: file } = await load();
        return { ...(file as EngineFile), read: () => file as ReturnType<EngineFile['read']> };
      }),
    ),
    systems: (await systems()).default as SnapshotFiles['systems'],
    upstream: () => contained as ReturnType<SnapshotFiles['upstream']>,
  };
}
