import { wordsPattern, type ClientSetting, type FileLocation } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { matchesOf } from './matches.ts';

/** Keys with the size of a connection pool: https://github.com/brettwooldridge/HikariCP, https://node-postgres.com, … */
const POOL_SIZE_KEYS = [
  'maximumPoolSize|maximum-pool-size|connectionLimit|connection_limit|SQLALCHEMY_POOL_SIZE',
  'pool_size|poolSize|maxPoolSize|max-active|maxActive|maxTotal|max_pool_size',
];
/** Endings of environment variables with the size of a connection pool. */
const POOL_SIZE_VARIABLES = [
  'HIKARI_MAXIMUM_?POOL_?SIZE|DB_POOL(?:_SIZE|_MAX)?|DATABASE_POOL(?:_SIZE)?|POOL_SIZE|MAX_POOL_SIZE',
  'DB_MAX_CONNECTIONS|DB_CONNECTION_LIMIT',
];
const POOL_SIZE: readonly RegExp[] = [
  new RegExp(String.raw`${wordsPattern(POOL_SIZE_KEYS).source}["']?\s*(?:[:=]|,)\s*["']?(\d{1,4})\b`, 'g'),
  new RegExp(
    String.raw`\b[A-Z_]*(?:${POOL_SIZE_VARIABLES.join('|')})["']?\s*(?:[:=]|,)\s*["']?(\d{1,4})\b`,
    'g',
  ),
  /\bSetMaxOpenConns\(\s*(\d{1,4})\s*\)/g,
  /\bMax(?:imum)? Pool Size\s*=\s*(\d{1,4})\b/gi,
  /\bpool\s*[:=]\s*\{[^{}]{0,120}?\bmax\s*:\s*(\d{1,4})\b/g,
  /\bnew\s+(?:pg\.)?Pool\(\s*\{[^{}]{0,400}?\bmax\s*:\s*(\d{1,4})\b/g,
  /^[ \t]*pool:[ \t]*(?:<%=[^%]*?)?(\d{1,4})\b/gm,
  // Each PHP worker has its own connection.
  /^[ \t]*pm\.max_children[ \t]*=[ \t]*(\d{1,4})\b/gm,
];
/** Connections above the pool size. */
const POOL_OVERFLOW = /\b(?:max_overflow|SQLALCHEMY_MAX_OVERFLOW)\b["']?\s*[:=]\s*["']?(\d{1,4})\b/g;

export function poolsIn(source: SourceFile): { size: number; location: FileLocation }[] {
  const overflow = Math.max(0, ...matchesOf(source, POOL_OVERFLOW).map(({ match }) => Number(match[1])));
  const found = POOL_SIZE.flatMap((pattern) =>
    matchesOf(source, pattern).map(({ match, location }) => ({
      size: Number(match[1]) + overflow,
      location,
    })),
  ).filter(({ size }) => size > 0);
  // Two patterns can match the same setting.
  return [...new Map(found.map((pool) => [pool.location.line, pool])).values()];
}

/** Only files that mention a database are searched for time-outs: other files have unrelated ones. */
const DATABASE_WORDS = new RegExp(
  [
    String.raw`mysql|maria|postgres|\bpg\b|jdbc|aurora|database|\bdb[_.:]`,
    'sequelize|knex|prisma|sqlalchemy|hikari|psycopg|typeorm',
  ].join('|'),
  'i',
);

const CONNECT_TIMEOUTS = [
  'connectTimeout|connectionTimeout(?:Millis)?|connection-timeout|connect_timeout|connect-timeout',
  'loginTimeout|login_timeout|acquireTimeout|PGCONNECT_TIMEOUT|DB_CONNECT(?:ION)?_TIMEOUT',
  '[A-Z_]*HIKARI_CONNECTION_?TIMEOUT|Connect(?:ion)? Timeout|PDO::ATTR_TIMEOUT',
];
const READ_TIMEOUTS = [
  'socketTimeout|socket_timeout|socket-timeout|readTimeout|read_timeout|queryTimeout|query_timeout',
  'statement_timeout',
];
const RETRIES = [
  'maxRetries|max_retries|retries|retryAttempts|retry_attempts|maxAttempts|max_attempts|max-attempts',
  'connect_retries|stop_after_attempt|DB_RETRIES|DB_MAX_RETRIES',
];

/** Patterns of settings. Groups: the name, its number, the unit. */
const CLIENT_SETTINGS: readonly (readonly [ClientSetting['kind'], RegExp])[] = [
  ['connect-timeout', durationPattern(CONNECT_TIMEOUTS)],
  ['connect-timeout', /\/[\w-]*\?[^\s"'`]*?\b(timeout)=(\d+)(ms|s)\b/g],
  ['read-timeout', durationPattern(READ_TIMEOUTS)],
  ['retries', new RegExp(String.raw`\b(${RETRIES.join('|')})["']?\s*(?:=>|[:=,(])\s*["']?(\d+)()\b`, 'g')],
  [
    'backoff',
    /\b(exponential\w*|\w*[bB]ack-?[oO]ff\w*|BACKOFF\w*|jitter\w*|wait_random_exponential|wait_exponential)\b()()/g,
  ],
];

/** Pattern of one of several settings with a duration. */
function durationPattern(names: readonly string[]): RegExp {
  return new RegExp(String.raw`\b(${names.join('|')})["']?\s*(?:=>|[:=,])\s*["']?(\d+)\s*(ms|s)?\b`, 'g');
}

/** Values above this without a unit are milliseconds. */
const MILLISECONDS_FROM = 500;

export function clientSettingsIn(source: SourceFile): ClientSetting[] {
  if (!DATABASE_WORDS.test(source.text)) return [];
  return CLIENT_SETTINGS.flatMap(([kind, pattern]) =>
    matchesOf(source, pattern).map(({ match, location }) => {
      const [, name = '', number = '', unit = ''] = match;
      return { kind, name, value: number === '' ? null : valueOf(kind, Number(number), unit), location };
    }),
  );
}

function valueOf(kind: ClientSetting['kind'], number: number, unit: string): number {
  if (kind === 'retries' || unit === 's') return number;
  return unit === 'ms' || number >= MILLISECONDS_FROM ? number / 1000 : number;
}
