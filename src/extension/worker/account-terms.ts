import type { AnalysisOptions, Baseline } from '../../analysis/index.ts';
import { EMPTY_CONFIG, readConfigAbove, type Config } from '../../config/index.ts';
import { today, type Problem } from '../../model/index.ts';
import type { Baselines } from './baselines.ts';

/** By what is judged what runs. */
export interface AccountTerms {
  options: AnalysisOptions & { config: Config };
  baseline: Baseline | null;
  /** What is wrong with the configuration. */
  problems: readonly Problem[];
}

/**
 * What is asked of accounts is judged by the configuration of the first folder, as on the command line. What runs is no
 * folder's own, so every folder may accept a check of it.
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
  const { baseline, problems } = await baselines.of(folders[0], config.baseline);
  return {
    options: { today: today(), config },
    baseline,
    problems: [...(first?.problems ?? []), ...problems],
  };
}
