import { CLUSTER_FEATURES } from '../aurora/features.ts';
import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, parameterState, roleState, settingState } from '../feature-states.ts';

/**
 * Use of each feature according to a cluster's settings. Defaults are Aurora's own and equal in every tool; an engine
 * default applies only if the cluster's parameter groups are known.
 */
const STATES: FeatureRules['states'] = {
  binlog: (a) => parameterState(a, 'binlog_format', (value) => !/^off$/i.test(value), 'off'),
  'enhanced-binlog': (a) => parameterState(a, 'aurora_enhanced_binlog', isSwitchedOn, 'off'),
  'parallel-query': (a) =>
    a.settings.engineMode === 'parallelquery'
      ? 'on'
      : parameterState(a, 'aurora_parallel_query', isSwitchedOn, 'off'),
  'hash-join': (a) =>
    parameterState(a, 'aurora_disable_hash_join', (value) => !isSwitchedOn(value), 'unknown'),
  'audit-log': (a) => parameterState(a, 'server_audit_logging', isSwitchedOn, 'off'),
  'performance-schema': (a) => parameterState(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => parameterState(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => parameterState(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  gtid: (a) => parameterState(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  lambda: (a) => roleState(a, 'Lambda', 'aws_default_lambda_role'),
  'machine-learning': (a) => roleState(a, 'SageMaker', 'aws_default_sagemaker_role'),
  's3-import-export': (a) => roleState(a, 's3Import', 'aws_default_s3_role'),
  backtrack: (a) => settingState(a, 'backtrackWindow', (value) => Number(value) > 0, 'off'),
  ...CLUSTER_FEATURES,
};

export const FEATURES: FeatureRules = { states: STATES };
