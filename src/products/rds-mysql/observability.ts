import { text } from '../../l10n/index.ts';
import type { EngineLog, LogSource, Observability } from '../engine/observability.ts';
import {
  completeness,
  CONNECTION_ERRORS,
  ROW_LIMIT_FILTER,
  INSPECT_COMMAND,
  NO_DETECTION,
  switchParameter,
  SURGE,
  TO_FILE,
} from '../mysql-family/observability.ts';
import { RDS, RDS_METRICS, rdsPage } from '../rds/observability.ts';
import { PAGE, UPGRADES } from './notes/urls.ts';

/** Files older than two weeks are removed, and large ones before (USER_LogAccess.MySQL.LogFileSize). */
const TWO_WEEKS: EngineLog['onHost'] = {
  days: 14,
  isAtMost: true,
  text: text('source.kept.host.days', { days: 14 }),
};

/** Written by a plugin of MariaDB, which an option group adds (Appendix.MySQL.Options.AuditPlugin). */
const AUDITED: LogSource = { type: 'audit', needs: [], option: 'MARIADB_AUDIT_PLUGIN' };

/** Logs that RDS for MySQL writes, and the parameters and options that turn them on. */
export const OBSERVABILITY: Observability = {
  // RDS API, CreateDBInstance and CreateDBCluster, EnableCloudwatchLogsExports.
  logs: [
    { type: 'audit', onHost: null, isOfInstances: true },
    { type: 'error', onHost: TWO_WEEKS },
    { type: 'general', onHost: TWO_WEEKS },
    { type: 'slowquery', onHost: TWO_WEEKS },
    { type: 'iam-db-auth-error', onHost: null },
  ],
  error: { type: 'error', needs: [], completeness, misleading: [], filters: [CONNECTION_ERRORS] },
  slow: {
    type: 'slowquery',
    needs: [switchParameter('slow_query_log'), TO_FILE],
    threshold: { name: 'long_query_time', seconds: Number, good: '1' },
    filters: [ROW_LIMIT_FILTER],
  },
  audit: { ...AUDITED, upload: null },
  general: { type: 'general', needs: [switchParameter('general_log'), TO_FILE], off: '0' },
  deadlocks: {
    type: 'error',
    needs: [switchParameter('innodb_print_all_deadlocks')],
    filters: [NO_DETECTION],
  },
  changes: { ...AUDITED, instead: null },
  plans: null,
  tls: { ...switchParameter('require_secure_transport'), good: '1' },
  performanceSchema: switchParameter('performance_schema'),
  defaults: {
    general_log: '0',
    innodb_print_all_deadlocks: '0',
    log_error_suppression_list: '',
    long_query_time: '10',
    max_connect_errors: '100',
    slow_query_log: '0',
    wait_timeout: '28800',
  },
  // These two pages of https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/ state the values, but none for 8.4:
  // USER_LogAccess.MySQL.LogFileSize.html#USER_LogAccess.MySQL.Generallog, mysql-ssl-connections.html.
  defaultsOf: (line) =>
    parseFloat(line) < 8.4 ? { log_output: 'TABLE', require_secure_transport: '0' } : {},
  instances: RDS.instances,
  isStorageAllocated: RDS.isStorageAllocated,
  // Unknown by class: the default is (memory - the host's share) / 12,582,880, and no page states that share (CHAP_Limits).
  connections: { parameter: 'max_connections', byClass: () => null, surge: SURGE, most: () => 100_000 },
  metrics: { ...RDS_METRICS, exhaustible: [] },
  // USER_PerfInsights.Overview.Engines
  isTooSmallForInsights: (name) => /^db\.(?:t2|t3|t4g)\.(?:micro|small)$/.test(name),
  inspectCommand: INSPECT_COMMAND,
  ownWords: null,
  pages: {
    ...RDS.pages,
    audit: rdsPage('Appendix.MySQL.Options.AuditPlugin'),
    exports: rdsPage('USER_LogAccess.MySQLDB.PublishtoCloudWatchLogs'),
    logFiles: rdsPage('USER_LogAccess.MySQL.LogFileSize'),
    minorUpgrades: UPGRADES,
    notes: PAGE,
    parameters: rdsPage('Appendix.MySQL.Parameters'),
    tls: rdsPage('mysql-ssl-connections'),
    upgrades: UPGRADES,
  },
  controls: { audit: {}, version: {} },
};
