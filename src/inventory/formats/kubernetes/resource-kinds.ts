import type { AssetKind } from '../../../model/index.ts';
import type { Manifest } from './manifest.ts';

/** Where the fields of a resource stand in its `spec`. */
export type FieldsAt = 'spec' | 'forProvider';

export interface ResourceKind {
  kind: AssetKind;
  fieldsAt: FieldsAt;
}

/** AWS Controllers for Kubernetes, and Crossplane's first AWS provider, which names its resources alike. */
const API_KINDS: ReadonlyMap<string, AssetKind> = new Map([
  ['DBCluster', 'aurora-cluster'],
  ['DBInstance', 'db-instance'],
  ['GlobalCluster', 'global-cluster'],
  ['DBClusterParameterGroup', 'cluster-parameter-group'],
  ['DBParameterGroup', 'parameter-group'],
]);
/** Crossplane's AWS provider families, which follow Terraform. */
const FAMILY_KINDS: ReadonlyMap<string, AssetKind> = new Map([
  ['Cluster', 'aurora-cluster'],
  ['ClusterInstance', 'db-instance'],
  ['Instance', 'db-instance'],
  ['GlobalCluster', 'global-cluster'],
  ['ClusterParameterGroup', 'cluster-parameter-group'],
  ['ParameterGroup', 'parameter-group'],
]);
/** Crossplane's hand-written resource of before. */
const OLDER_KINDS: ReadonlyMap<string, AssetKind> = new Map([['RDSInstance', 'db-instance']]);
const GROUPS: ReadonlyMap<string, { kinds: ReadonlyMap<string, AssetKind>; fieldsAt: FieldsAt }> = new Map([
  ['rds.services.k8s.aws', { kinds: API_KINDS, fieldsAt: 'spec' }],
  ['rds.aws.crossplane.io', { kinds: API_KINDS, fieldsAt: 'forProvider' }],
  ['database.aws.crossplane.io', { kinds: OLDER_KINDS, fieldsAt: 'forProvider' }],
  ['rds.aws.upbound.io', { kinds: FAMILY_KINDS, fieldsAt: 'forProvider' }],
  ['rds.aws.m.upbound.io', { kinds: FAMILY_KINDS, fieldsAt: 'forProvider' }],
]);

/** What a custom resource is to us; null for all the others. */
export function resourceKind({ group, kind }: Pick<Manifest, 'group' | 'kind'>): ResourceKind | null {
  const known = GROUPS.get(group);
  const assetKind = known?.kinds.get(kind);
  return known === undefined || assetKind === undefined
    ? null
    : { kind: assetKind, fieldsAt: known.fieldsAt };
}
