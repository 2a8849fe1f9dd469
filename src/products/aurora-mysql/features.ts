import { CLUSTER_FEATURES } from '../aurora/features.ts';
import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, stateOfParameter, role, setting } from '../feature-states.ts';

/**
 * Use of each feature according to a cluster's settings. Defaults are Aurora's own and equal in every tool; an engine
 * default applies only if the cluster's parameter groups are known.
 */
const STATES: FeatureRules['states'] = {
  binlog: (a) => stateOfParameter(a, 'binlog_format', (value) => !/^off$/i.test(value), 'off'),
  'enhanced-binlog': (a) => stateOfParameter(a, 'aurora_enhanced_binlog', isSwitchedOn, 'off'),
  'parallel-query': (a) =>
    a.settings.engineMode === 'parallelquery'
      ? 'on'
      : stateOfParameter(a, 'aurora_parallel_query', isSwitchedOn, 'off'),
  'hash-join': (a) =>
    stateOfParameter(a, 'aurora_disable_hash_join', (value) => !isSwitchedOn(value), 'unknown'),
  'audit-log': (a) => stateOfParameter(a, 'server_audit_logging', isSwitchedOn, 'off'),
  'performance-schema': (a) => stateOfParameter(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => stateOfParameter(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => stateOfParameter(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  gtid: (a) => stateOfParameter(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  lambda: (a) => role(a, 'Lambda', 'aws_default_lambda_role'),
  'machine-learning': (a) => role(a, 'SageMaker', 'aws_default_sagemaker_role'),
  's3-import-export': (a) => role(a, 's3Import', 'aws_default_s3_role'),
  backtrack: (a) => setting(a, 'backtrackWindow', (value) => Number(value) > 0, 'off'),
  ...CLUSTER_FEATURES,
};

export const FEATURES: FeatureRules = { states: STATES };
