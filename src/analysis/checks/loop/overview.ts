import type { Asset } from '../../../model/index.ts';
import { hasChecklist } from '../../../products/index.ts';
import type { CheckContext } from '../check.ts';
import { engineName } from '../engine.ts';
import { clusterSources, type ClusterSource } from '../cluster-sources.ts';
import {
  replacementTriggers,
  logSafeguards,
  type LogSafeguard,
  type ReplacementTrigger,
} from './group-overview.ts';

export interface ClusterOverview {
  assetId: string;
  /** Name of the engine in sentences. */
  engine: string;
  version: string | null;
  sources: readonly ClusterSource[];
}

/** Sources, triggers and log protection of clusters and groups, beyond the checks. */
export interface Overview {
  clusters: readonly ClusterOverview[];
  groups: readonly {
    assetId: string;
    triggers: readonly ReplacementTrigger[];
    logWays: readonly LogSafeguard[];
  }[];
}

/** Clusters and Auto Scaling groups of an inventory that are really created. */
export function overviewSubjects({ graph }: CheckContext, left: readonly Asset[] = []): readonly Asset[] {
  const leftOut = new Set(left);
  const isMade = (asset: Asset): boolean => asset.count > 0 && !leftOut.has(asset);
  const clusters = graph.ofKind('database').filter(({ product }) => hasChecklist(product));
  return [...clusters, ...graph.ofKind('auto-scaling-group')].filter(isMade);
}

/** The overview of a cluster or a group. */
export function overviewOf(asset: Asset, context: CheckContext): Overview {
  if (asset.kind === 'auto-scaling-group') {
    const logWays = logSafeguards(asset, context);
    return { clusters: [], groups: [{ assetId: asset.id, triggers: replacementTriggers(asset), logWays }] };
  }
  const cluster = {
    assetId: asset.id,
    engine: engineName(asset),
    version: asset.versions.running ?? asset.version ?? asset.versionPrefix,
    sources: clusterSources(asset, context),
  };
  return { clusters: [cluster], groups: [] };
}
