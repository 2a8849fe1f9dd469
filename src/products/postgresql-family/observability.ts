import { text } from '../../l10n/index.ts';
import type { EngineLog, Observability, ParameterDemand, RecordFilter } from '../engine/observability.ts';
import { isSwitchedOn } from '../feature-states.ts';
import { LOADED_BY_DEFAULT, PRELOADED } from './extensions.ts';

/** The only log of the engine. It contains errors, slow statements, connections and deadlocks. */
const LOG = 'postgresql';

/** Seconds (our choice) after which the plan of a slow statement has to be in the log. */
const MAX_SECONDS_WITHOUT_PLAN = 10;

const MANUAL = 'https://www.postgresql.org/docs/current';

/** Levels of messages above errors: with one of them errors are left out. */
const TOO_HIGH = /^(?:log|fatal|panic)$/i;

const ERRORS_ABOVE: RecordFilter = {
  name: 'log_min_messages',
  isGood: (value) => !TOO_HIGH.test(value),
  good: 'warning',
  omits: text('filter.errors'),
  page: `${MANUAL}/runtime-config-logging.html#GUC-LOG-MIN-MESSAGES`,
};

/** Connections, statements and durations are written at the level `log`. */
const MESSAGES_ABOVE: RecordFilter = {
  ...ERRORS_ABOVE,
  isGood: (value) => !/^(?:fatal|panic)$/i.test(value),
  omits: text('filter.messages'),
};

const AUDIT_LEVEL: RecordFilter = {
  name: 'pgaudit.log_level',
  isGood: (value) => /^(?:log|warning)$/i.test(value),
  good: 'log',
  omits: text('filter.messages'),
  page: 'https://github.com/pgaudit/pgaudit#pgauditlog_level',
};

const PLAN_SAMPLE: RecordFilter = {
  name: 'auto_explain.sample_rate',
  isGood: (value) => Number(value) > 0,
  good: '1',
  omits: text('filter.plans'),
  page: `${MANUAL}/auto-explain.html`,
};

/** The log of the server: rds.log_retention_period is three days by default (USER_LogAccess.Concepts.PostgreSQL). */
export const SERVER_LOG: EngineLog = {
  type: LOG,
  onHost: { days: 3, isAtMost: true, text: text('source.kept.host.days', { days: 3 }) },
};

/** Logs that PostgreSQL writes wherever AWS runs it, and the parameters that turn them on. */
export const POSTGRESQL = {
  error: {
    type: LOG,
    needs: [],
    completeness: () => ({
      name: 'log_min_messages',
      isGood: (value) => !TOO_HIGH.test(value),
      good: 'warning',
    }),
    misleading: [],
    filters: [ERRORS_ABOVE],
  },
  slow: {
    type: LOG,
    needs: [],
    threshold: { name: 'log_min_duration_statement', seconds: secondsOf, good: '1000' },
    filters: [MESSAGES_ABOVE],
  },
  audit: {
    type: LOG,
    needs: [mustBeOn('log_connections'), mustBeOn('log_disconnections')],
    filters: [MESSAGES_ABOVE],
    upload: null,
  },
  general: {
    type: LOG,
    needs: [{ name: 'log_statement', isGood: (value) => /^all$/i.test(value), good: 'all' }],
    off: 'none',
  },
  // Always written.
  deadlocks: { type: LOG, needs: [], filters: [ERRORS_ABOVE] },
  changes: {
    type: LOG,
    // Appendix.PostgreSQL.CommonDBATasks.pgaudit
    needs: [loaded('pgaudit'), { name: 'pgaudit.log', isGood: namesChanges, good: 'ddl,role' }],
    filters: [MESSAGES_ABOVE, AUDIT_LEVEL],
    // The engine counts grants as data definition.
    instead: { name: 'log_statement', isGood: (value) => /^(?:ddl|mod|all)$/i.test(value), good: 'ddl' },
  },
  plans: {
    type: LOG,
    needs: [
      loaded('auto_explain'),
      {
        name: 'auto_explain.log_min_duration',
        isGood: (value) => secondsOf(value) <= MAX_SECONDS_WITHOUT_PLAN,
        good: '1000',
      },
    ],
    filters: [MESSAGES_ABOVE, PLAN_SAMPLE],
  },
  tls: { name: 'rds.force_ssl', isGood: isSwitchedOn, good: '1' },
  performanceSchema: null,
  defaults: {
    'auto_explain.log_min_duration': '-1',
    log_connections: '0',
    log_disconnections: '0',
    log_min_duration_statement: '-1',
    log_statement: 'none',
    'pgaudit.log': 'none',
    [PRELOADED]: LOADED_BY_DEFAULT.join(','),
  },
  connections: {
    parameter: 'max_connections',
    // The default is the class's memory divided by 9,531,392, and 5000 at most: all classes with 64 GB and more have that.
    byClass: (name) => (/^db\.[rx]\w*\.(?:[248]|1[26]|24|32|48)xlarge$/.test(name) ? 5000 : null),
    surge: [],
    most: () => 262_143,
  },
  isTooSmallForInsights: () => false,
  inspectCommand: `psql -h ENDPOINT -U USER -d DATABASE -c "SELECT * FROM pg_stat_activity" -c "SELECT * FROM pg_locks" -c "SELECT * FROM pg_stat_database"`,
  ownWords: /autovacuum|conflict with recovery|postgres|\bpsql|\bpg_\w+/i,
} satisfies Partial<Observability>;

/** Libraries that the server loads when it starts. */
function loaded(library: string): ParameterDemand {
  return {
    name: PRELOADED,
    isGood: (value) => listItems(value).includes(library),
    good: library,
    isLoaded: true,
  };
}

/** Data definition and permissions are among the classes that pgaudit records; a class after `-` is excluded again. */
function namesChanges(value: string): boolean {
  const recorded = new Set<string>();
  for (const item of listItems(value.toLowerCase())) {
    const isRemoved = item.startsWith('-');
    const name = isRemoved ? item.slice(1).trim() : item;
    for (const each of name === 'all' ? ['ddl', 'role'] : [name]) {
      if (isRemoved) recorded.delete(each);
      else recorded.add(each);
    }
  }
  return recorded.has('ddl') && recorded.has('role');
}

function listItems(value: string): string[] {
  return value.split(',').map((each) => each.trim());
}

/** Demand that a connection setting is on: a switch up to version 17, a list of logged aspects from version 18. */
function mustBeOn(name: string): ParameterDemand {
  return {
    name,
    isGood: (value) => isSwitchedOn(value) || /\b(?:all|authorization)\b/.test(value),
    good: '1',
  };
}

/**
 * Seconds in a setting, which is in milliseconds unless it has a unit. Infinity if negative, which switches the log
 * off; NaN if unreadable.
 */
function secondsOf(value: string): number {
  const [, number, unit = 'ms'] = /^(-?\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?$/.exec(value.trim()) ?? [];
  if (number === undefined) return NaN;
  const amount = Number(number);
  return amount < 0 ? Infinity : amount * (SECONDS[unit] ?? NaN);
}

const SECONDS: Readonly<Record<string, number>> = {
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};
