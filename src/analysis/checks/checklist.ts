import type { Config } from '../../config/index.ts';
import type { Catalogue, CheckRow, Finding, Inventory, Problem } from '../../model/index.ts';
import { asExample, examplesBy, type ExampleOptions } from '../findings/examples.ts';
import { SOAK_DAYS } from '../upgrade/advice.ts';
import { withKnownIssues } from '../bugs/own-issues.ts';
import { oneForEachGroup } from './loop/one-loop.ts';
import type { Graph } from './graph.ts';
import { overrideProblems } from './overrides.ts';
import { LOOP_RULE, loopFinding, replacementLoops } from './loop/replacement-loop.ts';
import { overviewOf, type Overview } from './loop/overview.ts';
import { runChecks, sharedContext, type ChecklistOptions } from './run.ts';

/** The checklist of an inventory: a row for each check and asset, and the replacement loops that they add up to. */
export interface Checklist {
  rows: readonly CheckRow[];
  findings: readonly Finding[];
  overview: Overview;
  /** What the configuration says of checks that has no effect. */
  problems: readonly Problem[];
}

/** Evaluates the checklist as the team configured it. */
export function checklistOf(
  catalogue: Catalogue,
  inventory: Inventory,
  config: Pick<Config, 'checks' | 'accepted' | 'knownIssues' | 'exampleFolders' | 'features' | 'soakDays'>,
  given: ChecklistOptions & ExampleOptions,
): Checklist {
  const known = withKnownIssues(catalogue, config.knownIssues);
  const options = { ...given, features: config.features, soakDays: config.soakDays ?? SOAK_DAYS };
  const isExample = examplesBy(config, options);
  const context = sharedContext(known, inventory, options);
  return {
    // A check of an example never counts.
    rows: runChecks(known, inventory, config, options).map((row) =>
      isExample(row.location) ? { ...row, isExample: true } : row,
    ),
    overview: overviewOf(context),
    findings: oneForEachGroup(
      replacementLoops(context)
        .map(loopFinding)
        .map((finding) => accepted(finding, context.graph, config))
        .map((finding) => (isExample(finding.location) ? asExample(finding) : finding)),
    ),
    problems: overrideProblems(config),
  };
}

/** An accepted loop stays in the result and counts no longer. */
function accepted(finding: Finding, graph: Graph, config: Pick<Config, 'accepted'>): Finding {
  const group = graph.asset(finding.assetId);
  const entry = config.accepted.find(
    ({ check, resource }) =>
      LOOP_RULE.endsWith(check) &&
      (resource === undefined || resource === group?.name || resource === group?.id),
  );
  if (entry === undefined) return finding;
  return { ...finding, suppressed: { by: '.errata-lens.yaml', reason: entry.reason, until: null } };
}
