/** Replaces catalogue/snapshot/files.ts: the bundle contains the snapshot. */
import { engines, systems, upstream } from 'embedded-snapshot';
import type { SnapshotFiles } from '../../../catalogue/index.ts';

type EngineFile = SnapshotFiles['engines'][number];
type SystemsFile = SnapshotFiles['systems'];

export async function readSnapshotFiles(): Promise<SnapshotFiles> {
  const { default: contained } = await upstream();
  const { default: ofSystems } = await systems();
  return {
    engines: await Promise.all(
      engines.map(async (load) => {
        const { default: file } = await load();
        return { ...(file as EngineFile), read: () => file as ReturnType<EngineFile['read']> };
      }),
    ),
    systems: { ...(ofSystems as SystemsFile), read: () => ofSystems as ReturnType<SystemsFile['read']> },
    upstream: () => contained as ReturnType<SnapshotFiles['upstream']>,
  };
}
