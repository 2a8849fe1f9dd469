import { text } from '../../l10n/index.ts';
import type { ParameterDemand, RecordFilter } from '../engine/observability.ts';
import { isSwitchedOn } from '../feature-states.ts';

const MYSQL = 'https://dev.mysql.com/doc/refman/8.0/en';

/** Slow statements that read few rows: those that wait for a lock or a commit read none. */
export const ROW_LIMIT_FILTER: RecordFilter = {
  name: 'min_examined_row_limit',
  isGood: (value) => Number(value) === 0,
  good: '0',
  omits: text('filter.fewRows'),
  page: `${MYSQL}/server-system-variables.html#sysvar_min_examined_row_limit`,
};

/** The error code of an aborted connection. */
const CONNECTION_MESSAGE = /\b(?:MY-)?0*10914\b/i;

/** Aborted connections, which are the trace of a surge. */
export const CONNECTION_ERRORS: RecordFilter = {
  name: 'log_error_suppression_list',
  isGood: (value) => !CONNECTION_MESSAGE.test(value),
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

export const TO_FILE: ParameterDemand = {
  name: 'log_output',
  isGood: (value) => /\bfile\b/i.test(value) && !/\bnone\b/i.test(value),
  good: 'FILE',
};

/** A parameter that has to be on. */
export function switchParameter(name: string): ParameterDemand {
  return { name, isGood: isSwitchedOn, good: '1' };
}

/** Failed handshakes in a row before a host is blocked: MySQL manual, host-cache. */
const MANY_ERRORS = 1000;
/** Good idle timeouts, in seconds: longer, terminated clients hold their slots; shorter, idle pools keep reconnecting. */
const IDLE_SECONDS = { least: 60, most: 3600 };

/** Limits in a surge: web servers that are blocked for failed handshakes, and slots that dead connections hold. */
export const SURGE: readonly ParameterDemand[] = [
  { name: 'max_connect_errors', isGood: (value) => Number(value) >= MANY_ERRORS, good: '10000' },
  {
    name: 'wait_timeout',
    isGood: (value) => Number(value) >= IDLE_SECONDS.least && Number(value) <= IDLE_SECONDS.most,
    good: '600',
  },
];

/** Settings that leave lines out of the error log. @param line major version of the community */
export function completeness(line: string): ParameterDemand {
  // Community knowledge: MySQL 5.7 writes aborted connections only when log_warnings is above 1; its default is 2.
  return line.startsWith('5.')
    ? { name: 'log_warnings', isGood: (value) => Number(value) > 1, good: '2' }
    : { name: 'log_error_suppression_list', isGood: (value) => value === '', good: '' };
}

/** Shows counters, sessions and locks, which a restart resets. */
export const INSPECT_COMMAND = `mysql -h ENDPOINT -u USER -p -e "SHOW GLOBAL STATUS LIKE 'Aborted%'; SHOW FULL PROCESSLIST; SHOW ENGINE INNODB STATUS"`;
