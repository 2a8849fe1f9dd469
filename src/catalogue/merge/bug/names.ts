import { conceptsIn } from '../../../lexicon/index.ts';
import { trimTrailing } from '../../../model/index.ts';
import { STOP_WORDS } from '../similarity/vocabulary.ts';

/** Schemas of the server: their tables are meaningful, a user's are not. */
const SYSTEM_SCHEMA = /^(?:mysql|sys|performance_schema|information_schema)\./;

/** Products and keywords that look like names. */
const NAMELIKE_WORDS = new Set(
  `information_schema performance_schema on_permissive auto_increment row_format current_timestamp mysql innodb cloudwatch
  sagemaker dynamodb github javascript typescript postgresql mariadb wordpress`.split(/\s+/),
);

/** Quoted messages of the server: a few words, never a sentence of the notes. */
export function messagesIn(text: string): string[] {
  return [...text.matchAll(/“([^“”]{8,80})”/g)]
    .map(([, words = '']) => words.toLowerCase().trim())
    .filter((words) => {
      const count = words.match(/\w+/g)?.length ?? 0;
      return count >= 3 && count <= 10;
    });
}

/** Maximum number of examined characters and of kept words of a bullet. */
const [MAX_SEARCHED_CHARACTERS, MAX_KEPT_WORDS] = [500, 24];

/**
 * Distinct words of a bullet without grammar, in alphabetical order, so that no sentence can be restored. Titles are
 * too short to contain everything that people search for.
 */
export function distinctiveWords(text: string): string[] {
  const looked = text.slice(0, MAX_SEARCHED_CHARACTERS).replaceAll('PL/', 'PL');
  const words = looked.match(/(?<![\w./])[A-Za-z]{4,}(?![\w/])/g) ?? [];
  const telling = [...new Set(words.map((word) => word.toLowerCase()))].filter(
    (word) => !STOP_WORDS.has(word),
  );
  return telling.slice(0, MAX_KEPT_WORDS).sort();
}

/** Concepts that a bullet names, for questions in other words: an equals sign and the concept's id, which is no word. */
export function conceptNamesIn(text: string): string[] {
  return conceptsIn(text).map((concept) => `=${concept}`);
}

/**
 * Names and numbers in a bullet as they occur in the server: variables, functions, tables, symbols, metrics, source
 * files, errors. In lower case; a dotted or scoped name with its parts. They are facts, from which no sentence can be
 * restored.
 */
export function namesIn(text: string): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    const plain = trimTrailing(name.toLowerCase().replace(/^[@.:]+/, ''), '.:()');
    // The vendor writes both mysql.rds_x and mysql_rds_x.
    const bare = plain.replace(SYSTEM_SCHEMA, '').replace(/^mysql_(?=rds_)/, '');
    if (bare.length > 3 && !NAMELIKE_WORDS.has(bare)) names.add(bare);
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
  for (const [, number = ''] of text.matchAll(/\b(?:error|errno|code)[\s:#(]{1,3}(\d{4,5})\b/gi)) add(number);
  return [...names];
}
