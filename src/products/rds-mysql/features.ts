import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, stateOfParameter, setting } from '../feature-states.ts';

/** Use of each feature according to a database's settings. */
const STATES: FeatureRules['states'] = {
  gtid: (a) => stateOfParameter(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  'performance-schema': (a) => stateOfParameter(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => stateOfParameter(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => stateOfParameter(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  'performance-insights': (a) => setting(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => setting(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
};

export const FEATURES: FeatureRules = { states: STATES };
