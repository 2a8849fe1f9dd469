import { wordsPattern } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';

// Handlers and the helpers that they call, over the files of a workspace.

const QUERY_METHODS = [
  'query|execute|executeQuery|findOne|findFirst|find_by|exec_query|select_value|fetchone|raw|SELECT',
  'getConnection|ensure_connection|createConnection|authenticate',
];
const DATABASE_CLIENTS = [
  'ActiveRecord|prisma|sequelize|knex|JdbcTemplate|jdbcTemplate|entityManager|dataSource|DataSource|mongoose',
  String.raw`mysqli?|mysql2?|psycopg2?|pymysql|cursor|DB|db|pool|\w*Repository`,
];
const DATABASE_CALL = new RegExp(
  [
    wordsPattern(QUERY_METHODS).source,
    String.raw`\$(?:db|pdo|mysqli)\b|\bnew\s+(?:PDO|mysqli)\b`,
    String.raw`${wordsPattern(DATABASE_CLIENTS).source}\s*(?:[.:(]|->)`,
  ].join('|'),
);
/** Calls of a handler that only returns an answer. */
const ANSWER_CALL: ReadonlySet<string> = new Set(
  (
    'send sendStatus SendStatus SendString status json JSON end text type set setHeader Set Header header writeHead ' +
    'jsonify make_response Write WriteHeader WriteString Fprint Fprintf Fprintln Encode NewEncoder render head byte ok ' +
    'body build noContent function async await if for while switch catch return def func fun response Response ' +
    'JsonResponse JSONResponse PlainTextResponse HttpResponse ResponseEntity get all log info debug warn print println ' +
    'printf echo exit http_response_code json_encode stringify String Date now uptime of Map dict str len int bool ' +
    'emptyMap toISOString require new c ctx res req w r next'
  ).split(' '),
);
/** Value of a constant that is a function. */
const FUNCTION_VALUE = String.raw`(?:function\b|\([^()\n]{0,200}\)\s*(?::[^=\n]{1,60})?=>|\w+\s*=>)`;
/** Modifiers and type in front of a method. */
const METHOD_WORDS = String.raw`(?:(?:public|private|protected|static|final|async|override)[ \t]+)*(?:[\w<>[\]?.]+[ \t]+)?`;
/** Definitions of functions in the languages of handlers; one group of each pattern is the name. */
const FUNCTION_DEFINITION = new RegExp(
  [
    String.raw`\bfunction\s+(\w+)\s*\(`,
    String.raw`\b(?:const|let|var)\s+(\w+)\s*=\s*(?:async\s*)?${FUNCTION_VALUE}`,
    String.raw`^[ \t]*(?:async[ \t]+)?def[ \t]+(?:self\.)?(\w+)`,
    String.raw`\bfunc[ \t]+(?:\([^()\n]{0,80}\)[ \t]*)?(\w+)[ \t]*\(`,
    String.raw`\bfun[ \t]+(\w+)[ \t]*\(`,
    String.raw`^[ \t]+${METHOD_WORDS}(\w+)[ \t]*\([^()\n]{0,200}\)[^;{\n]{0,60}\{`,
  ].join('|'),
  'gm',
);
/** Keywords in front of a parenthesis. */
const NOT_FUNCTIONS: ReadonlySet<string> = new Set(
  'if for while switch catch function return with do try'.split(' '),
);
/** Methods that register a handler. */
const ROUTE_METHODS: ReadonlySet<string> = new Set(
  'get all use head route HandleFunc any path re_path'.split(' '),
);
/** Maximum number of characters of a function that are searched. */
const MAX_FUNCTION_LENGTH = 2000;
/** Maximum depth of helpers that call each other. */
const MAX_CALL_DEPTH = 3;

interface Definition {
  source: SourceFile;
  start: number;
}

/** Functions of a workspace by name, for following the calls of a handler. */
export class Handlers {
  readonly #definitions = new Map<string, Definition[]>();

  constructor(sources: readonly SourceFile[]) {
    for (const source of sources) {
      for (const match of source.text.matchAll(FUNCTION_DEFINITION)) {
        const name = nameIn(match);
        if (name === undefined || NOT_FUNCTIONS.has(name)) continue;
        const known = this.#definitions.get(name) ?? [];
        // A name with many definitions identifies none.
        if (known.length < 8) known.push({ source, start: match.index });
        this.#definitions.set(name, known);
      }
    }
  }

  /**
   * True if the code or one of its helpers calls a database, false if all only return an answer, null if a call cannot
   * be followed.
   */
  reachesDatabase(source: SourceFile, start: number): boolean | null {
    return this.#judge(source, statementAt(source.text, start), new Set(), 0);
  }

  #judge(source: SourceFile, code: string, seen: Set<string>, depth: number): boolean | null {
    if (DATABASE_CALL.test(code)) return true;
    const names = namesCalled(code).filter((name) => !ANSWER_CALL.has(name) && !seen.has(name));
    if (depth === 0 && namesCalled(code).length === 0) return null;
    let isClear = true;
    for (const name of names) {
      seen.add(name);
      const judged = depth < MAX_CALL_DEPTH ? this.#helper(source, name, seen, depth) : null;
      if (judged === true) return true;
      if (judged === null) isClear = false;
    }
    return isClear ? false : null;
  }

  /** Helper of the same file, else the only function of that name. */
  #helper(source: SourceFile, name: string, seen: Set<string>, depth: number): boolean | null {
    const found = this.#definitions.get(name) ?? [];
    const own = found.filter((definition) => definition.source === source);
    const candidates = own.length > 0 ? own : found;
    if (candidates.length === 0) return null;
    const judged = candidates.map(({ source: file, start }) =>
      this.#judge(file, statementAt(file.text, start), seen, depth + 1),
    );
    if (judged.includes(true)) return true;
    return judged.includes(null) ? null : false;
  }
}

/** Names in front of a parenthesis, and the handlers that a route names. */
function namesCalled(code: string): string[] {
  const [head = ''] = code.split('\n');
  const handed = /["'`]\s*,\s*(?:[\w.]+\s*,\s*){0,4}([\w.]+)\s*(?:,\s*[\w=.]+\s*)?\)/
    .exec(head)?.[1]
    ?.split('.')
    .at(-1);
  const called = [...code.matchAll(/\b([A-Za-z_]\w*)\s*\(/g)].map((call) => call[1] ?? '');
  const defined = new Set([...code.matchAll(FUNCTION_DEFINITION)].flatMap((match) => nameIn(match) ?? []));
  const names = called.filter(
    (name) => !defined.has(name) && !ROUTE_METHODS.has(name) && !/^[A-Z]\w*Mapping$/.test(name),
  );
  return handed === undefined ? names : [...names, handed];
}

/** The name in a match of {@link FUNCTION_DEFINITION}: one of its groups. */
function nameIn(match: readonly (string | undefined)[]): string | undefined {
  return match.slice(1).find((group) => group !== undefined);
}

/** A statement or definition with all lines that are indented below it. A decorator includes what it decorates. */
export function statementAt(text: string, start: number): string {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const lines = text.slice(lineStart, lineStart + MAX_FUNCTION_LENGTH).split('\n');
  const indent = indentOf(lines[0] ?? '');
  const kept: string[] = [];
  let isHead = true;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === '';
    const isInner = isBlank || indentOf(line) > indent;
    const isCloser = /^\s*(?:[)}\]]|end\b|\{)/.test(line);
    const isDecorated = isHead && /^\s*@/.test(lines[0] ?? '') && !isInner;
    if (index > 0 && !isInner && !isCloser && !isDecorated) break;
    if (index > 0 && (isDecorated || isInner) && !/^\s*@/.test(line)) isHead = false;
    kept.push(line);
  }
  return kept.join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
