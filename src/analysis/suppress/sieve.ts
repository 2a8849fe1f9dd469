import { EMPTY_CONFIG } from '../../config/index.ts';
import { compareSeverity, type Asset, type Finding, type Inventory } from '../../model/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import type { Suppressor } from './suppress.ts';
import { asExample, examplesBy, type IsExample } from './examples.ts';

/** Filter for the findings that a team wants to see. */
export interface Sieve {
  /** Findings that are severe enough for the team, each with its suppression if it has one; those in examples are marked. */
  pass(findings: readonly Finding[]): Finding[];
  isExample: IsExample;
}

export function createSieve(
  suppressor: Suppressor,
  { assets }: Pick<Inventory, 'assets'>,
  { config = EMPTY_CONFIG, ...options }: AnalysisOptions,
): Sieve {
  const { severityFloor: floor } = config;
  const isExample = examplesBy(config, options, assets);
  let byId: Map<string, Asset> | null = null;

  /** Most of the thousands of findings are not suppressed. */
  function suppressed(finding: Finding): Finding {
    const { ruleId, location, assetIds } = finding;
    if (!suppressor.mayCover(location)) return finding;
    const known = (byId ??= new Map(assets.map((asset) => [asset.id, asset])));
    const by = suppressor.finding(
      ruleId,
      location,
      assetIds.flatMap((id) => known.get(id) ?? []),
    );
    return by === null ? finding : { ...finding, suppressed: by };
  }

  return {
    isExample,
    pass: (findings) =>
      findings
        .filter(({ severity }) => floor === null || compareSeverity(severity, floor) <= 0)
        .map((finding) =>
          isExample(finding) ? asExample(suppressed(finding)) : suppressed(finding),
        ),
  };
}
