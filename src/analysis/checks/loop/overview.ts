import type { Asset } from '../../../model/index.ts';
import { isChecked } from '../../../products/index.ts';
import type { CheckContext } from '../check.ts';
import { engineName } from '../engine.ts';
import { clusterSources, type ClusterSource } from '../cluster-sources.ts';
import {
  replacementTriggers,
  waysToSaveLogs,
  type LogWay,
  type ReplacementTrigger,
} from './group-overview.ts';

export interface ClusterOverview {
  assetId: string;
  /** As people call it. */
  engine: string;
  version: string | null;
  sources: readonly ClusterSource[];
}

/** What a cluster and a group have at all, beside what the checks ask for. */
export interface Overview {
  clusters: readonly ClusterOverview[];
  groups: readonly {
    assetId: string;
    triggers: readonly ReplacementTrigger[];
    logWays: readonly LogWay[];
  }[];
}

/**
 * The overviews of every cluster that the checklist asks about and every Auto Scaling group that is really made.
 * @param left assets that were too many for the checklist
 */
export function overviewOf(context: CheckContext, left: readonly Asset[] = []): Overview {
  const { graph } = context;
  const leftOut = new Set(left);
  const isMade = (asset: Asset): boolean => asset.count > 0 && !leftOut.has(asset);
  return {
    clusters: graph
      .ofKind('database')
      .filter((cluster) => isMade(cluster) && isChecked(cluster.product))
      .map((cluster) => ({
        assetId: cluster.id,
        engine: engineName(cluster),
        version: cluster.versions.running ?? cluster.version ?? cluster.versionPrefix,
        sources: clusterSources(cluster, context),
      })),
    groups: graph
      .ofKind('auto-scaling-group')
      .filter(isMade)
      .map((group) => ({
        assetId: group.id,
        triggers: replacementTriggers(group),
        logWays: waysToSaveLogs(group, context),
      })),
  };
}
