import { EXTENSIONS } from '../postgresql-family/extensions.ts';
import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, parameter, setting } from '../feature-states.ts';

/** Use of each feature according to a database's settings. */
const STATES: FeatureRules['states'] = {
  'logical-replication': (a) => parameter(a, 'rds.logical_replication', isSwitchedOn, 'off'),
  'two-phase-commit': (a) => parameter(a, 'max_prepared_transactions', (value) => Number(value) > 0, 'off'),
  'parallel-query': (a) =>
    parameter(a, 'max_parallel_workers_per_gather', (value) => Number(value) > 0, 'on'),
  'performance-insights': (a) => setting(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => setting(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
};

export const FEATURES: FeatureRules = { states: STATES, extensions: EXTENSIONS };
