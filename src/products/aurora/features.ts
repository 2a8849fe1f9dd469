import type { FeatureRules } from '../product.ts';
import {
  eitherOn,
  globalDatabase,
  isSwitchedOn,
  replicas,
  serverless,
  serverlessV1,
  setting,
} from '../feature-states.ts';

/** Features of every Aurora engine that a cluster's settings reveal, regardless of parameters. */
export const CLUSTER_FEATURES: FeatureRules['states'] = {
  'performance-insights': (a) => setting(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => setting(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
  'rds-data-api': (a) => setting(a, 'httpEndpointEnabled', isSwitchedOn, 'off'),
  'database-activity-streams': (a) =>
    setting(a, 'activityStreamStatus', (value) => value === 'started', 'unknown'),
  'global-database': globalDatabase,
  'write-forwarding': (a) =>
    eitherOn(
      setting(a, 'enableLocalWriteForwarding', isSwitchedOn, 'off'),
      setting(a, 'enableGlobalWriteForwarding', isSwitchedOn, 'off'),
    ),
  serverless,
  'serverless-v1': serverlessV1,
  replicas,
};
