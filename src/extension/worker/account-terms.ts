import type { AnalysisOptions, Baseline } from '../../analysis/index.ts';
import { EMPTY_CONFIG, readConfigAbove, type Config } from '../../config/index.ts';
import { today, type Problem } from '../../model/index.ts';
import type { Baselines } from './baselines.ts';

/** Configuration that applies to running resources. */
export interface AccountTerms {
  options: AnalysisOptions & { config: Config };
  baseline: Baseline | null;
  /** Problems of the configuration. */
  problems: readonly Problem[];
}

/**
 * Configuration of the first folder, as on the command line, with accepted checks of all folders: running resources
 * belong to no folder.
 */
export async function readAccountTerms(
  folders: readonly string[],
  baselines: Baselines,
): Promise<AccountTerms> {
  const read = await Promise.all(folders.map((folder) => readConfigAbove(folder)));
  const [first] = read;
  const config = {
    ...(first?.config ?? EMPTY_CONFIG),
    accepted: read.flatMap((each) => each.config.accepted),
  };
  const { baseline, problems } = await baselines.read(folders[0], config.baseline);
  return {
    options: { today: today(), config },
    baseline,
    problems: [...(first?.problems ?? []), ...problems],
  };
}
