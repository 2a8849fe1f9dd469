import { text } from '../../../l10n/index.ts';
import type { RecordFilter } from '../../engine/observability.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide';
const MYSQL = 'https://dev.mysql.com/doc/refman/8.0/en';

/** Slow statements that read few rows: those that wait for a lock or a commit read none. */
export const FEW_ROWS: RecordFilter = {
  name: 'min_examined_row_limit',
  isGood: (value) => Number(value) === 0,
  good: '0',
  omits: text('filter.fewRows'),
  page: `${MYSQL}/server-system-variables.html#sysvar_min_examined_row_limit`,
};

/** The error code of an aborted connection. */
const OF_CONNECTIONS = /\b(?:MY-)?0*10914\b/i;

/** Aborted connections, which are the trace of a surge. */
export const CONNECTION_ERRORS: RecordFilter = {
  name: 'log_error_suppression_list',
  isGood: (value) => !OF_CONNECTIONS.test(value),
  good: '',
  omits: text('filter.connectionErrors'),
  page: `${MYSQL}/server-system-variables.html#sysvar_log_error_suppression_list`,
};

/** Without detection a deadlock ends by the lock wait timeout, and none is printed. */
export const NO_DETECTION: RecordFilter = {
  name: 'innodb_deadlock_detect',
  isGood: (value) => !/^(?:0|off|false)$/i.test(value),
  good: '1',
  omits: text('filter.deadlocks'),
  page: `${MYSQL}/innodb-parameters.html#sysvar_innodb_deadlock_detect`,
};

/** Statements of all users but these. Connections are recorded in any case. */
export const ONLY_SOME_USERS: RecordFilter = {
  name: 'server_audit_incl_users',
  isGood: (value) => value.trim() === '',
  good: '',
  isOfCluster: true,
  omits: text('filter.otherUsers'),
  page: `${GUIDE}/AuroraMySQL.Auditing.html`,
};

/** Accounts of AWS, and names that people give to probes. */
const NOT_PEOPLE = /^rds\w*$|monitor|exporter|datadog|newrelic|zabbix|health|probe/i;

/** Statements of these users. */
export const WITHOUT_SOME_USERS: RecordFilter = {
  name: 'server_audit_excl_users',
  isGood: (value) => value.split(',').every((user) => user.trim() === '' || NOT_PEOPLE.test(user.trim())),
  good: 'rdsadmin',
  isOfCluster: true,
  omits: text('filter.theseUsers'),
  page: `${GUIDE}/AuroraMySQL.Auditing.html`,
};
