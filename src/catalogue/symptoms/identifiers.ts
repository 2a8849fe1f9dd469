import { withoutEnd } from '../../model/index.ts';
import { ERRORS, MESSAGES, STATES } from './signs.ts';

/** Schemas of the server: their tables have meaning, a user's do not. */
const SYSTEM_SCHEMA = /^(?:mysql|sys|performance_schema|information_schema)\./;

/** What every crash and every retry says: the frames of the report itself, and advice. */
const BOILERPLATE = new RegExp(
  [
    ...[String.raw`\bthread_stack (?:=\s*)?0x\w+`, String.raw`\bstack_bottom\b[^\n]{0,20}`],
    ...[String.raw`\bmy_print_stacktrace\([^)]*\)\S*`, String.raw`\bhandle_fatal_signal\S*`],
    ...['most likely,? you have hit a bug', 'try restarting transaction'],
    String.raw`\b\d\d:\d\d(?::\d\d)?(?:\.\d+)? utc\b`,
    String.raw`attempting to collect some information[^.]*\.`,
  ].join('|'),
  'gi',
);

/** A log line's own values: times, addresses, users, and names of the user's schema objects. */
export function withoutValues(line: string): string {
  return line
    .replace(BOILERPLATE, ' ')
    .replace(/\b\d{4}-\d\d-\d\d[t ][\d:.]+z?\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b0x[0-9a-f]+\b/gi, ' ')
    .replace(
      /(\b(?:user|host|db|database|table|column|schema|for key|entry)\b:?\s*)['"`]([^'"`]*)['"`]/gi,
      (_, before: string, name: string) => before + (SYSTEM_SCHEMA.test(name.toLowerCase()) ? name : ' '),
    )
    .replace(/['"`]([^'"`\s]+)['"`]/g, (quoted, name: string) => {
      if (!/[.@]/.test(name.slice(1))) return quoted;
      return SYSTEM_SCHEMA.test(name.toLowerCase()) ? name : ' ';
    });
}

const NAMES = [...ERRORS].map(([number, { name }]) => ({ name: name.toLowerCase(), number }));
const STATE = new RegExp(String.raw`\b(${[...STATES.keys()].join('|')})\b`, 'g');

/** The error numbers that a text names, by number, symbol or state. */
export function errorNumbers(text: string): number[] {
  const lower = text.toLowerCase();
  const found = new Set<number>();
  for (const [, digits = ''] of lower.matchAll(
    /(?:error|errno|err|code|sqlstate[^\s:#]*|\[|\()[:\s#]*[[(]?(\d{4})\b/g,
  ))
    found.add(Number(digits));
  // Years look like the client's numbers, so a bare number has to be the server's.
  for (const [digits] of lower.matchAll(
    /(?<![\d.,_-])1\d{3}(?![\d.,_-]|\s*(?:bytes|gb|mb|rows|sessions|connections))/g,
  ))
    found.add(Number(digits));
  for (const { name, number } of NAMES) if (lower.includes(name)) found.add(number);
  for (const [message, number] of MESSAGES) if (message.test(lower)) found.add(number);
  for (const [, state = ''] of lower.matchAll(STATE)) found.add(STATES.get(state) ?? 0);
  return [...found].filter((number) => ERRORS.has(number));
}

/** Products and keywords that are written like names. */
const NO_NAMES = new Set(
  `information_schema performance_schema on_permissive auto_increment row_format current_timestamp mysql innodb cloudwatch
  sagemaker dynamodb github javascript typescript postgresql mariadb wordpress`.split(/\s+/),
);

/**
 * Names that stand in a text as they stand in the server: variables, functions, tables, symbols, metrics, source files,
 * numbered messages. In lower case; of a dotted or scoped name its parts, too.
 */
export function namesIn(text: string): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    const plain = withoutEnd(name.toLowerCase().replace(/^[@.:]+/, ''), '.:()');
    // The vendor writes both mysql.rds_x and mysql_rds_x.
    const bare = plain.replace(SYSTEM_SCHEMA, '').replace(/^mysql_(?=rds_)/, '');
    if (bare.length > 3 && !NO_NAMES.has(bare)) names.add(bare);
  };
  const others = text.replace(/[A-Za-z@]\w*(?:(?:::|\.)\w+)*/g, (name) => {
    if (!/._\w/.test(name)) return name;
    add(name);
    for (const part of name.split(/::|\./)) if (part.includes('_')) add(part);
    return ' ';
  });
  for (const [name] of others.matchAll(/\b[A-Za-z]\w*::~?\w+/g)) add(name);
  for (const [name] of text.matchAll(/\b[A-Z][a-z]+[A-Z][A-Za-z]*\b/g)) add(name);
  for (const [name] of text.matchAll(/\b[a-z][a-z0-9_]+\.(?:cc|c|h|ic|go)\b/gi)) add(name);
  for (const [name] of text.matchAll(/\bMY-\d{6}\b/gi)) add(name);
  return [...names];
}
