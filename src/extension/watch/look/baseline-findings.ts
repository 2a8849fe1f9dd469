import type { EarlierFinding } from '../../../analysis/index.ts';
import { idRootOf } from '../../../inventory/index.ts';
import type { Problem } from '../../../model/index.ts';
import { readBaseline } from '../../../report/index.ts';
import { idInFolder, type FolderConfig } from './watched-folders.ts';

/** Findings in the `baseline:` files of some folders, which need no alert because their teams know them. */
export async function readBaselineFindings(
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

/** Adds the folder to a finding's ids; running assets keep their ARN. */
function findingInFolder(folder: string, finding: EarlierFinding): EarlierFinding {
  const { assetIds } = finding;
  return { ...finding, assetIds: assetIds.flatMap((id) => [id, idInFolder(folder, id)]) };
}
