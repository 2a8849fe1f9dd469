import type { Feature, KnownBug } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { stateFor, type FeatureStates } from '../features.ts';

/**
 * Likelihood, 0 to 1, that a feature is in use in a typical production cluster of a web service: a writer, two readers,
 * no parallel query, no binary log consumer, no Global Database, no serverless capacity.
 */
const LIKELIHOOD: Readonly<Record<Feature, number>> = {
  // Replicas are in every cluster.
  replicas: 0.95,
  'buffer-pool': 1,
  locking: 0.9,
  'temp-tables': 0.85,
  'connection-surge': 0.95,
  'innodb-statistics': 0.9,
  ddl: 0.8,
  // Prepared statements are in many clusters.
  'prepared-statements': 0.6,
  'performance-schema': 0.6,
  'performance-insights': 0.6,
  'ssl-tls': 0.6,
  'foreign-keys': 0.6,
  json: 0.5,
  'adaptive-hash-index': 0.5,
  views: 0.5,
  'zero-downtime-patching': 0.7,
  'kill-query': 0.5,
  'generated-columns': 0.4,
  'stored-programs': 0.4,
  triggers: 0.4,
  'partitioned-tables': 0.4,
  'time-zone': 0.4,
  upgrade: 0.4,
  'hash-join': 0.35,
  'query-cache': 0.3,
  'iam-auth': 0.3,
  proxy: 0.3,
  'audit-log': 0.3,
  // Off by default, or used by few.
  'full-text-search': 0.25,
  'snapshot-restore': 0.25,
  binlog: 0.2,
  'blue-green': 0.2,
  clone: 0.2,
  gtid: 0.15,
  'large-volume': 0.25,
  's3-import-export': 0.15,
  spatial: 0.12,
  'compressed-tables': 0.12,
  serverless: 0.12,
  xa: 0.1,
  lambda: 0.1,
  'parallel-query': 0.08,
  'global-database': 0.08,
  'write-forwarding': 0.08,
  'enhanced-binlog': 0.08,
  'zero-etl': 0.08,
  backtrack: 0.08,
  'database-activity-streams': 0.08,
  'machine-learning': 0.08,
  'rds-data-api': 0.08,
  'multi-master': 0,
  // Features of PostgreSQL.
  'logical-replication': 0.2,
  'inbound-replication': 0.03,
  babelfish: 0.03,
  limitless: 0.02,
  'query-plan-management': 0.1,
  apgcc: 0.05,
  'optimized-reads': 0.1,
  vacuum: 0.95,
  subtransactions: 0.5,
  'two-phase-commit': 0.08,
  'large-objects': 0.12,
  'listen-notify': 0.2,
  'special-indexes': 0.5,
  'serverless-v1': 0.02,
  xml: 0.12,
  'foreign-data-wrappers': 0.15,
  kerberos: 0.05,
  pgvector: 0.15,
  postgis: 0.15,
  'pg-cron': 0.3,
  extensions: 0.2,
  'dynamic-data-masking': 0.05,
  'instance-class': 0.3,
};

/** Likelihood of a feature that an engine uses by default: few clusters disable it, and not every query needs it. */
const BY_DEFAULT = 0.6;

/**
 * Limits of a feature's likelihood: below the first it is off in most clusters, above the second nearly every cluster
 * uses it.
 */
export const RARE = 0.35;
export const COMMON = 0.8;

/** Minimum likelihood of a feature that code names, if one of several clusters has it. */
const NAMED = 0.5;

/** Likelihood for lasting bugs: a cluster that may not come back leaves no time to find out. */
const LASTING_FEATURE_LIKELIHOOD = 0.9;

/**
 * Likelihood, 0 to 1, that a bug's needs are met: the likeliest of alternatives, all of a conjunction. If a restart does
 * not end the bug, a feature that is not rare counts as one that most clusters have.
 */
export function likelihoodOfNeeds(bug: KnownBug, states: FeatureStates): number {
  const met = bug.needs.reduce(
    (product, either) => product * Math.max(...either.map((feature) => likelihood(bug, feature, states))),
    1,
  );
  return bug.traits.includes('lasting') && met >= RARE ? Math.max(met, LASTING_FEATURE_LIKELIHOOD) : met;
}

/** Likelihood of a feature in an asset, 0 to 1; known states are certain. */
export function likelihood(bug: KnownBug, feature: Feature, states: FeatureStates): number {
  const isDefault = productOf(bug.product).features?.byDefault?.includes(feature) === true;
  const usual = isDefault ? BY_DEFAULT : LIKELIHOOD[feature];
  switch (stateFor(bug, feature, states)?.state) {
    case undefined:
      return usual;
    case 'likely':
      return Math.max(usual, NAMED);
    case 'on':
      return 1;
    case 'off':
      return 0;
  }
}
