import type { EarlierFinding } from '../../../analysis/index.ts';
import { idRootOf } from '../../../inventory/index.ts';
import type { Problem } from '../../../model/index.ts';
import { readBaseline } from '../../../report/index.ts';
import { idInFolder, type FolderConfig } from './running-folders.ts';

/** What the `baseline:` of some folders' configurations holds: their teams know it, and it is not told. */
export async function findingsKnown(
  folders: readonly FolderConfig[],
): Promise<{ findings: readonly EarlierFinding[]; problems: readonly Problem[] }> {
  const read = await Promise.all(
    folders.map(async ({ folder, config }) => {
      if (config.baseline === null) return { findings: [], problems: [] };
      const { baseline, problems } = await readBaseline(config.baseline, idRootOf(folder));
      const findings = baseline?.findings ?? [];
      return { findings: findings.map((finding) => findingInFolder(folder, finding)), problems };
    }),
  );
  return {
    findings: read.flatMap(({ findings }) => findings),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** An earlier scan names what a folder declares without the folder, and what accounts run by its ARN, as it is. */
function findingInFolder(folder: string, finding: EarlierFinding): EarlierFinding {
  const { assetIds } = finding;
  return { ...finding, assetIds: assetIds.flatMap((id) => [id, idInFolder(folder, id)]) };
}
