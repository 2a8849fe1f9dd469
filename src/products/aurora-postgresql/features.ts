import type { Asset } from '../../model/index.ts';
import { CLUSTER_FEATURES } from '../aurora/features.ts';
import type { FeatureRules, FeatureState } from '../product.ts';
import { eitherOn, instanceClasses, isSwitchedOn, parameterState, roleState } from '../feature-states.ts';
import { DEFAULT_FEATURES } from '../postgresql-family/default-features.ts';
import { EXTENSIONS } from '../postgresql-family/extensions.ts';
import { isLimitless } from './versions.ts';

/**
 * Instance classes with a local disk, where Optimized Reads keeps data that does not fit into memory: `db.r6gd.xlarge`.
 */
const LOCAL_DISK = /^db\.r\d\w*d\./;

/**
 * Use of each feature according to a cluster's settings. Defaults are Aurora's own and equal in every tool; an engine
 * default applies only if the cluster's parameter groups are known.
 */
const STATES: FeatureRules['states'] = {
  'logical-replication': (a) => parameterState(a, 'rds.logical_replication', isSwitchedOn, 'off'),
  babelfish: (a) => parameterState(a, 'rds.babelfish_status', isSwitchedOn, 'off'),
  'query-plan-management': (a) => parameterState(a, 'rds.enable_plan_management', isSwitchedOn, 'off'),
  'two-phase-commit': (a) =>
    parameterState(a, 'max_prepared_transactions', (value) => Number(value) > 0, 'off'),
  'parallel-query': (a) =>
    parameterState(a, 'max_parallel_workers_per_gather', (value) => Number(value) > 0, 'on'),
  'pg-cron': (a) => libraryState(a, 'pg_cron'),
  'audit-log': (a) => libraryState(a, 'pgaudit'),
  limitless: ({ version }) => {
    if (version === null) return 'unknown';
    return isLimitless(version) ? 'on' : 'off';
  },
  'optimized-reads': (a) => {
    const classes = instanceClasses(a);
    if (classes === null) return 'unknown';
    return classes.some((name) => LOCAL_DISK.test(name)) ? 'on' : 'off';
  },
  lambda: (a) => roleState(a, 'Lambda'),
  'machine-learning': (a) => eitherOn(roleState(a, 'SageMaker'), roleState(a, 'Comprehend')),
  's3-import-export': (a) => eitherOn(roleState(a, 's3Import'), roleState(a, 's3Export')),
  ...CLUSTER_FEATURES,
};

export const FEATURES: FeatureRules = {
  states: STATES,
  extensions: EXTENSIONS,
  byDefault: DEFAULT_FEATURES,
  ofVersion: (version) => (isLimitless(version) ? ['limitless'] : []),
};

/** State of a library, which is loaded if the parameter names it; none of these is an engine default. */
function libraryState(asset: Asset, name: string): FeatureState {
  const isNamed = (value: string): boolean =>
    value
      .split(',')
      .map((each) => each.trim())
      .includes(name);
  return parameterState(asset, 'shared_preload_libraries', isNamed, 'off');
}
