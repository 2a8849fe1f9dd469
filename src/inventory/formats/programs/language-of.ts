import type { GrammarName } from '../../../syntax/index.ts';
import type { FormatClaim } from '../../reading/format.ts';
import { isNamedTest } from './unit-tests.ts';

/** Grammars by file suffix. JavaScript uses the TypeScript grammar, which includes it. */
const GRAMMARS_BY_SUFFIX: ReadonlyMap<string, GrammarName> = new Map([
  ...['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'].map((ending) => [ending, 'typescript'] as const),
  ...['.tsx', '.jsx'].map((ending) => [ending, 'tsx'] as const),
  ['.py', 'python'],
  ...['.java', '.kt', '.kts'].map((ending) => [ending, 'java'] as const),
  ['.go', 'go'],
  ['.cs', 'c-sharp'],
]);
/** Generated files, and declarations without values. */
const GENERATED_FILE = /\.(?:d\.[cm]?ts|min\.js)$|_pb2\.py$|\.pb\.go$/i;

/** The language of a program; null for any other file. */
export function languageOf(file: string): GrammarName | null {
  const language = GRAMMARS_BY_SUFFIX.get(file.slice(file.lastIndexOf('.')).toLowerCase()) ?? null;
  return language === null || GENERATED_FILE.test(file) || isNamedTest(file) ? null : language;
}

export const PROGRAMS_CLAIM: FormatClaim = { id: 'programs', claims: (file) => languageOf(file) !== null };
