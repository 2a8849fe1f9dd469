import type { FeatureRules } from '../product.ts';
import {
  eitherOn,
  globalDatabaseState,
  isSwitchedOn,
  readersState,
  serverlessState,
  serverlessV1State,
  settingState,
} from '../feature-states.ts';

/** Features of every Aurora engine that a cluster's settings reveal, regardless of parameters. */
export const CLUSTER_FEATURES: FeatureRules['states'] = {
  'performance-insights': (a) => settingState(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => settingState(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
  'rds-data-api': (a) => settingState(a, 'httpEndpointEnabled', isSwitchedOn, 'off'),
  'database-activity-streams': (a) =>
    settingState(a, 'activityStreamStatus', (value) => value === 'started', 'unknown'),
  'global-database': globalDatabaseState,
  'write-forwarding': (a) =>
    eitherOn(
      settingState(a, 'enableLocalWriteForwarding', isSwitchedOn, 'off'),
      settingState(a, 'enableGlobalWriteForwarding', isSwitchedOn, 'off'),
    ),
  serverless: serverlessState,
  'serverless-v1': serverlessV1State,
  replicas: readersState,
};
