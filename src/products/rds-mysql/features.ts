import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, parameterState, replicasState, settingState } from '../feature-states.ts';

/** Use of each feature according to a database's settings. */
const STATES: FeatureRules['states'] = {
  gtid: (a) => parameterState(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  'performance-schema': (a) => parameterState(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => parameterState(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => parameterState(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  'performance-insights': (a) => settingState(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => settingState(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
  replicas: replicasState,
};

export const FEATURES: FeatureRules = { states: STATES };
