import type { Observability } from '../engine/observability.ts';
import { POSTGRESQL, SERVER_LOG } from '../postgresql-family/observability.ts';
import { RDS, RDS_METRICS, rdsPage } from '../rds/observability.ts';
import { UPDATES } from './notes/urls.ts';

const UPGRADES = rdsPage('USER_UpgradeDBInstance.PostgreSQL');

/** Logs that RDS for PostgreSQL writes, and the parameters that turn them on. */
export const OBSERVABILITY: Observability = {
  ...POSTGRESQL,
  // RDS API, CreateDBInstance, EnableCloudwatchLogsExports.
  logs: [SERVER_LOG, { type: 'upgrade', onHost: null }, { type: 'iam-db-auth-error', onHost: null }],
  // Version 15 and later require TLS unless a parameter group overrides it:
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
  defaultsOf: (line) => ({ 'rds.force_ssl': parseInt(line, 10) >= 15 ? '1' : '0' }),
  instances: RDS.instances,
  isStorageAllocated: RDS.isStorageAllocated,
  // CHAP_Limits.
  connections: { ...POSTGRESQL.connections, most: () => 8_388_607 },
  metrics: { ...RDS_METRICS, exhaustible: ['MaximumUsedTransactionIDs'] },
  pages: {
    ...RDS.pages,
    audit: rdsPage('Appendix.PostgreSQL.CommonDBATasks.pgaudit'),
    exports: rdsPage('USER_LogAccess.Procedural.UploadtoCloudWatch'),
    logFiles: rdsPage('USER_LogAccess.Concepts.PostgreSQL'),
    minorUpgrades: UPGRADES,
    notes: UPDATES,
    parameters: rdsPage('Appendix.PostgreSQL.CommonDBATasks.Parameters'),
    tls: rdsPage('PostgreSQL.Concepts.General.SSL'),
    upgrades: UPGRADES,
  },
  controls: {
    audit: { securityHub: ['RDS.36'], config: ['rds-postgresql-logs-to-cloudwatch'] },
    version: {},
  },
};
