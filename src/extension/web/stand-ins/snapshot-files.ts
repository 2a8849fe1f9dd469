/** For catalogue/snapshot/files.ts: they are part of the bundle. */
import type { SnapshotFiles } from '../../../catalogue/index.ts';

export async function readSnapshotFiles(): Promise<SnapshotFiles> {
  const [systems, ...engines] = await Promise.all([
    import('../../../catalogue/snapshot/amazon-linux.json', { with: { type: 'json' } }),
    import('../../../catalogue/snapshot/mysql.json', { with: { type: 'json' } }),
    import('../../../catalogue/snapshot/postgresql.json', { with: { type: 'json' } }),
  ]);
  return {
    engines: engines.map((file) => file.default as SnapshotFiles['engines'][number]),
    systems: systems.default as SnapshotFiles['systems'],
  };
}
