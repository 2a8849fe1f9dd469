import { EMPTY_CONFIG } from '../../config/index.ts';
import { compareSeverity, type Asset, type Finding, type Inventory } from '../../model/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import type { Suppressor } from './suppress.ts';
import { asExample, examplesBy, type IsExample } from './examples.ts';

/** Filter for the findings that a team wants to see. */
export interface FindingFilter {
  /** Findings that are severe enough for the team, each with its suppression if it has one; those in examples are marked. */
  pass(findings: readonly Finding[]): Finding[];
  isExample: IsExample;
}

export function createFindingFilter(
  suppressor: Suppressor,
  { assets }: Pick<Inventory, 'assets'>,
  { config = EMPTY_CONFIG, ...options }: AnalysisOptions,
): FindingFilter {
  const { severityFloor: floor } = config;
  const isExample = examplesBy(config, options, assets);
  let known: Map<string, Asset> | null = null;
  const assetsOf = ({ assetIds }: Finding): Asset[] => {
    const byId = (known ??= new Map(assets.map((asset) => [asset.id, asset])));
    return assetIds.flatMap((id) => byId.get(id) ?? []);
  };

  /** Most of the thousands of findings are not suppressed. */
  function suppressed(finding: Finding): Finding {
    const { ruleId, location } = finding;
    if (!suppressor.mayCover(location)) return finding;
    const by = suppressor.finding(ruleId, location, assetsOf(finding));
    return by === null ? finding : { ...finding, suppressed: by };
  }

  /** Assets without a written version: the code that creates them decides it. None for a check. */
  function decidedBy(finding: Finding): readonly string[] {
    const isWritten = finding.ruleId.includes('/') || finding.bugs !== null;
    if (isWritten) return [];
    const those = assetsOf(finding);
    return those.some(({ engineVersion }) => engineVersion !== null) ? [] : those.map(({ id }) => id);
  }

  return {
    isExample,
    pass: (findings) =>
      findings
        .filter(({ severity }) => floor === null || compareSeverity(severity, floor) <= 0)
        .map((finding) =>
          isExample(finding.location, decidedBy(finding))
            ? asExample(suppressed(finding))
            : suppressed(finding),
        ),
  };
}
