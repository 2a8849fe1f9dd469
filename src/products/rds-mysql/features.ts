import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, parameter, setting } from '../feature-states.ts';

/** Use of each feature according to a database's settings. */
const STATES: FeatureRules['states'] = {
  gtid: (a) => parameter(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  'performance-schema': (a) => parameter(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => parameter(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => parameter(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  'performance-insights': (a) => setting(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => setting(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
};

export const FEATURES: FeatureRules = { states: STATES };
