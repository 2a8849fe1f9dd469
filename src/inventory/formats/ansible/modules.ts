import type { AssetKind } from '../../../model/index.ts';
import { valueOf, type Entry } from '../../../syntax/index.ts';

/** What a module of Ansible's Amazon collections makes. Arguments: the collections' documentation. */
export interface Module {
  kind: AssetKind;
  /** Arguments that name the thing, by preference. */
  identifiers: readonly string[];
  engine: readonly string[];
  /** Arguments that name its cluster and its parameter group. */
  cluster: readonly string[];
  group: readonly string[];
  family: readonly string[];
}

const NOTHING = { engine: [], cluster: [], group: [], family: [] } as const;
const CLUSTER: Module = {
  ...NOTHING,
  kind: 'aurora-cluster',
  identifiers: ['cluster_id', 'db_cluster_identifier', 'id'],
  engine: ['engine'],
  group: ['db_cluster_parameter_group_name'],
};
const INSTANCE: Module = {
  ...NOTHING,
  kind: 'db-instance',
  identifiers: ['db_instance_identifier', 'instance_id', 'id', 'instance_name'],
  engine: ['engine', 'db_engine'],
  cluster: ['db_cluster_identifier', 'cluster_id'],
  group: ['db_parameter_group_name', 'parameter_group'],
};
const CLUSTER_GROUP: Module = {
  ...NOTHING,
  kind: 'cluster-parameter-group',
  identifiers: ['name'],
  family: ['db_parameter_group_family', 'family'],
};
const INSTANCE_GROUP: Module = { ...CLUSTER_GROUP, kind: 'parameter-group', family: ['engine', 'family'] };

const MODULES: ReadonlyMap<string, Module> = new Map([
  ['rds_cluster', CLUSTER],
  ['rds_instance', INSTANCE],
  ['rds', INSTANCE],
  ['rds_cluster_param_group', CLUSTER_GROUP],
  ['rds_instance_param_group', INSTANCE_GROUP],
  ['rds_param_group', INSTANCE_GROUP],
]);

/** The old module that made instances; a map of one's own is often called so too. */
const OLD_MODULE = 'rds';

/** The module that a task's key calls, with the collection before its name or without; null for any other key. */
export function moduleOf({ key, value }: Entry): Module | null {
  if (key === OLD_MODULE && valueOf(value, 'command') === null) return null;
  return MODULES.get(key.replace(/^(?:amazon|community)\.aws\./, '')) ?? null;
}
