import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type Text } from '../../../model/index.ts';
import { SERVERLESS_CLASS } from '../../../products/index.ts';
import { isReadInFull } from '../reading/defaults.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { isWritten, numberOf, readSetting, textOf, textsOf, type Reading } from '../reading/readings.ts';

/** Instances of a cluster. */
export function membersOf(cluster: Asset, graph: Graph): readonly Asset[] {
  return graph.linkedTo(cluster, 'member-of', 'db-instance');
}

/** Reason why the instances of a cluster are unknown, if a scan was not allowed to read them. */
export function unreadMembersReason(cluster: Asset, graph: Graph): Text | null {
  if (membersOf(cluster, graph).length > 0 || !graph.wasRefused('DescribeDBInstances', cluster)) return null;
  return text('evidence.refused', { operation: 'DescribeDBInstances' });
}

/**
 * Setting of clusters and instances, for each instance: its own value, else its cluster's, else the tool's default. The
 * cluster's own if no instance is known.
 */
export function readMembers(cluster: Asset, setting: string, graph: Graph): readonly Reading[] {
  const members = membersOf(cluster, graph);
  const onCluster = isWritten(cluster, setting);
  const unread = unreadMembersReason(cluster, graph);
  if (unread !== null) return [{ state: 'unknown', evidence: unread }];
  if (members.length === 0) {
    const isWhole = observabilityOfCluster(cluster).instances === 'own';
    if (isWhole || onCluster !== false || !isReadInFull(cluster)) return [readSetting(cluster, setting)];
    return [{ state: 'unknown', evidence: text('evidence.noInstances', { asset: cluster.name }) }];
  }
  return members.map((member) =>
    isWritten(member, setting) === false && onCluster !== false
      ? readSetting(cluster, setting)
      : readSetting(member, setting),
  );
}

/** A writer and two readers (Amazon RDS User Guide, multi-az-db-clusters-concepts). */
const IN_MULTI_AZ_CLUSTER = 3;

/** Number of instances of a cluster; null if unknown. */
export function instanceCount(cluster: Asset, graph: Graph): number | null {
  if (isUnknownSetting(cluster, 'instanceCount')) return null;
  const counted = numberOf(cluster.settings.instanceCount);
  if (counted !== null) return counted;
  const members = membersOf(cluster, graph);
  if (members.length === 0 && observabilityOfCluster(cluster).instances === 'own')
    return cluster.declaredAs === undefined ? IN_MULTI_AZ_CLUSTER : 1;
  return members.length === 0 ? null : members.reduce((sum, member) => sum + member.count, 0);
}

/** Reason why the number of a cluster's instances is unknown. */
export function unknownCountReason(cluster: Asset, graph: Graph): Text {
  const isFound = isUnknownSetting(cluster, 'instanceCount') || membersOf(cluster, graph).length > 0;
  return text(isFound ? 'evidence.instanceCountUnknown' : 'evidence.noInstances', { asset: cluster.name });
}

/** Known classes of a cluster's instances. */
export function instanceClasses(cluster: Asset, graph: Graph): string[] {
  const known = textsOf(cluster.settings.instanceClasses);
  const own = [cluster, ...membersOf(cluster, graph)].flatMap(({ settings }) =>
    [settings.dbInstanceClass, settings.dbClusterInstanceClass].flatMap((name) => textOf(name) ?? []),
  );
  return [...new Set([...known, ...own])];
}

/** True for Serverless v2, whose instances have a class of their own, and for v1, which is an engine mode. */
export function isServerless(cluster: Asset, graph: Graph): boolean {
  return (
    cluster.settings.engineMode === 'serverless' || instanceClasses(cluster, graph).includes(SERVERLESS_CLASS)
  );
}

/** True for Aurora Serverless v1, which has no instances to monitor or configure. */
export function isServerlessV1(cluster: Asset): boolean {
  return cluster.settings.engineMode === 'serverless';
}

/** True if Terraform ignores changes of the version: the written one says little about the running one. */
export function isVersionIgnored(cluster: Asset): cluster is Asset & { mayRunNewer: Text } {
  const isIgnored = cluster.mayRunNewer?.key.startsWith('inventory.ignoreChanges') === true;
  return isIgnored && cluster.versions.running === null;
}
