import { DEFAULT_FEATURES } from '../postgresql-family/default-features.ts';
import { EXTENSIONS } from '../postgresql-family/extensions.ts';
import type { FeatureRules } from '../product.ts';
import { isSwitchedOn, parameterState, replicasState, settingState } from '../feature-states.ts';

/** Use of each feature according to a database's settings. */
const STATES: FeatureRules['states'] = {
  'logical-replication': (a) => parameterState(a, 'rds.logical_replication', isSwitchedOn, 'off'),
  'two-phase-commit': (a) =>
    parameterState(a, 'max_prepared_transactions', (value) => Number(value) > 0, 'off'),
  'parallel-query': (a) =>
    parameterState(a, 'max_parallel_workers_per_gather', (value) => Number(value) > 0, 'on'),
  'performance-insights': (a) => settingState(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => settingState(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
  replicas: replicasState,
};

export const FEATURES: FeatureRules = { states: STATES, byDefault: DEFAULT_FEATURES, extensions: EXTENSIONS };
