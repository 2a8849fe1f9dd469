import {
  compareLocations,
  locationKey,
  type Asset,
  type BugMatch,
  type Catalogue,
  type Feature,
  type Finding,
  type Inventory,
} from '../model/index.ts';
import { bugFinding } from './bug-finding.ts';
import { featureStates } from './features.ts';
import { bugsOfVersion, compareMatches, knowledgeOf } from './known-bugs.ts';
import { createLineage, type Lineage } from './lineage.ts';
import { osFindings } from './os/index.ts';
import { notCoveredFinding, newerFinding, partialFinding } from './unknown-finding.ts';
import { supportFinding } from './support-finding.ts';

export interface AnalysisOptions {
  /** YYYY-MM-DD: which dates have passed. */
  today: string;
  /** Features that the team declared to be in use. */
  featuresInUse?: readonly Feature[];
}

/** What is known to be broken in an inventory: one finding per written version and subject, in order of place. */
export function findingsOf(catalogue: Catalogue, inventory: Inventory, options: AnalysisOptions): Finding[] {
  const lineage = createLineage(catalogue, 'aurora-mysql');
  const exposedToLoop = inventory.assets.some(replacesByLoadBalancer);
  const findings: Finding[] = [];
  for (const assets of groupByWrittenVersion(inventory.assets)) {
    findings.push(...findingsOfGroup(catalogue, lineage, assets, exposedToLoop, options));
  }
  findings.push(...osFindings(catalogue, inventory, options.today));
  return findings.sort((a, b) => compareLocations(a.location, b.location) || ruleOrder(a) - ruleOrder(b));
}

function findingsOfGroup(
  catalogue: Catalogue,
  lineage: Lineage,
  assets: readonly [Asset, ...Asset[]],
  exposedToLoop: boolean,
  options: AnalysisOptions,
): Finding[] {
  const [first] = assets;
  const version = effectiveVersion(first);
  if (version === null) return first.versionPrefix === null ? [] : [partialFinding(catalogue, assets)];
  const support = supportFinding(catalogue, version, assets, options.today);
  const found: Finding[] = support ? [support] : [];
  const knowledge = knowledgeOf(lineage, version);
  if (knowledge === 'newer') return [...found, newerFinding(catalogue, lineage, version, assets)];
  if (knowledge === 'not-covered') return [...found, notCoveredFinding(version, assets)];
  const matches = matchesOfGroup(catalogue, lineage, version, assets, options.featuresInUse);
  const written = { version, assets, matches, exposedToLoop, featuresInUse: options.featuresInUse ?? [] };
  const bugs = bugFinding(catalogue, lineage, written, options.today);
  return bugs ? [bugs, ...found] : found;
}

/** What runs wins over what is declared: bugs bite in the running version. */
function effectiveVersion(asset: Asset): string | null {
  return asset.versions.running ?? asset.version;
}

function matchesOfGroup(
  catalogue: Catalogue,
  lineage: Lineage,
  version: string,
  assets: readonly Asset[],
  inUse: readonly Feature[] | undefined,
): BugMatch[] {
  const strongest = new Map<string, BugMatch>();
  for (const asset of assets) {
    for (const match of bugsOfVersion(catalogue, version, featureStates(asset, inUse), lineage)) {
      const known = strongest.get(match.bug.id);
      if (!known || compareMatches(match, known) < 0) strongest.set(match.bug.id, match);
    }
  }
  return [...strongest.values()].sort(compareMatches);
}

function groupByWrittenVersion(assets: readonly Asset[]): [Asset, ...Asset[]][] {
  const groups = new Map<string, [Asset, ...Asset[]]>();
  for (const asset of assets) {
    if (asset.product !== 'aurora-mysql' || asset.kind === 'parameter-group') continue;
    const key = `${locationKey(asset.location)} ${effectiveVersion(asset) ?? asset.versionPrefix ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(asset);
    else groups.set(key, [asset]);
  }
  return [...groups.values()];
}

function replacesByLoadBalancer(asset: Asset): boolean {
  const type = asset.kind === 'auto-scaling-group' ? asset.settings.healthCheckType : undefined;
  return typeof type === 'string' && type.split(',').includes('ELB');
}

/** What a reader wants to know first, where several findings stand in one place. */
function ruleOrder({ ruleId }: Finding): number {
  return ['known-bugs', 'unknown-version', 'partial-version', 'floating-version', 'end-of-support'].indexOf(
    ruleId,
  );
}
