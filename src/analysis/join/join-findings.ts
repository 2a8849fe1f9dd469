import { EMPTY_CONFIG } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type Asset, type Finding, type Inventory, type Problem } from '../../model/index.ts';
import { observabilityOf } from '../../products/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { createFindingFilter } from '../suppress/finding-filter.ts';
import { createSuppressor } from '../suppress/suppress.ts';
import type { Join } from './join.ts';

export const DRIFT_RULE = 'version-drift';

/** Number of places that are named; a fleet has hundreds. */
const MAX_NAMED_PLACES = 10;

/** Relates findings about code and findings about the running assets that it declares. */
export function relateFindings(findings: readonly Finding[], { rows }: Join): Finding[] {
  const byDeclared = new Map(rows.map((row) => [row.declared.id, row]));
  const byRunning = new Map(rows.flatMap((row) => row.running.map(({ id }) => [id, row] as const)));
  return findings.map((finding) => {
    const declaring = finding.assetIds.flatMap((id) => byDeclared.get(id) ?? []);
    const running = finding.assetIds.flatMap((id) => byRunning.get(id) ?? []);
    const related = [
      ...declaring.flatMap((row) => row.running.slice(0, MAX_NAMED_PLACES).map(runningPlace)),
      ...running.map(({ declared }) => ({
        location: declared.location,
        message: text(declared.version === null ? 'join.declaredHere.unversioned' : 'join.declaredHere', {
          name: declared.name,
          version: declared.version,
        }),
      })),
    ];
    return related.length === 0 ? finding : { ...finding, related: [...finding.related, ...related] };
  });
}

/** Findings about declarations whose running version differs: the place in code, and the running assets. */
export function driftFindings({ rows }: Join, workspace: Inventory, options: AnalysisOptions): Finding[] {
  const findings = rows
    .filter(({ drifts }) => drifts)
    .map(({ declared, running, text: message }): Finding => ({
      ruleId: DRIFT_RULE,
      assetId: declared.id,
      assetIds: [declared.id, ...running.map(({ id }) => id)],
      severity: 'low',
      level: 'information',
      applies: 'on',
      message: text('join.drift', { name: declared.name, row: message }),
      bugIds: [],
      bugs: null,
      location: declared.location,
      related: running.slice(0, MAX_NAMED_PLACES).map(runningPlace),
      suppressed: null,
      helpUri: observabilityOf(declared.product)?.pages.upgrades ?? '',
    }));
  const { config = EMPTY_CONFIG, today } = options;
  const suppressor = createSuppressor(workspace.suppressions, config.ignore, today);
  return createFindingFilter(suppressor, workspace, options).pass(findings);
}

function runningPlace({ location, name, versions }: Asset): Finding['related'][number] {
  return {
    location,
    message: text(versions.running === null ? 'join.runsHere.unknown' : 'join.runsHere', {
      name,
      version: versions.running,
      pending: versions.pending,
    }),
  };
}

/** Running assets that fit several declarations, and so were joined with none. */
export function ambiguityProblems({ ambiguous }: Join): Problem[] {
  return ambiguous.map(({ running, candidates }) => ({
    source: running.name,
    text: text('join.ambiguous', { names: candidates.map(nameAndPlace) }),
  }));
}

/** Name of an asset, with its place: candidates often have the same name in two folders. */
function nameAndPlace({ name, location }: Asset): string {
  return isFileLocation(location) ? `${name} (${location.file}:${location.line})` : name;
}
