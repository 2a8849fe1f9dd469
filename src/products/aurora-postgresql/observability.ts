import { AURORA, auroraPage, AURORA_METRICS } from '../aurora/observability.ts';
import type { Observability } from '../engine/observability.ts';
import { POSTGRESQL, SERVER_LOG } from '../postgresql-family/observability.ts';

/** Logs and metrics of Aurora PostgreSQL, and the parameters that enable them. */
export const OBSERVABILITY: Observability = {
  ...POSTGRESQL,
  logs: [
    SERVER_LOG,
    { type: 'instance', onHost: null, isServerless: true },
    { type: 'iam-db-auth-error', onHost: null },
  ],
  tls: { ...POSTGRESQL.tls, isOfCluster: true },
  // Version 17 and later require TLS unless a parameter group overrides it:
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
  defaultsOf: (line) => ({ 'rds.force_ssl': parseInt(line, 10) >= 17 ? '1' : '0' }),
  instances: AURORA.instances,
  isStorageAllocated: AURORA.isStorageAllocated,
  metrics: {
    ...AURORA_METRICS,
    aborted: null,
    besideAborted: [],
    besideRestart: ['Deadlocks', 'DBLoad', 'MaximumUsedTransactionIDs'],
    exhaustible: [],
    followerLag: null,
  },
  pages: {
    ...AURORA.pages,
    audit: auroraPage('Appendix.PostgreSQL.CommonDBATasks.pgaudit'),
    connections: auroraPage('AuroraPostgreSQL.Managing'),
    exports: auroraPage('AuroraPostgreSQL.CloudWatch'),
    logFiles: auroraPage('USER_LogAccess.Concepts.PostgreSQL'),
    minorUpgrades: auroraPage('USER_UpgradeDBInstance.PostgreSQL'),
    notes: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/Welcome.html',
    parameters: auroraPage('AuroraPostgreSQL.Reference.ParameterGroups'),
    tls: auroraPage('AuroraPostgreSQL.Security'),
    upgrades: auroraPage('USER_UpgradeDBInstance.PostgreSQL'),
  },
  controls: {
    audit: { securityHub: ['RDS.37'], config: ['rds-aurora-postgresql-logs-to-cloudwatch'] },
    version: {},
  },
};
