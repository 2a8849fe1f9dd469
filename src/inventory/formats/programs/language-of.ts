import type { GrammarName } from '../../../syntax/index.ts';
import type { Claim } from '../format.ts';
import { isNamedTest } from './tests.ts';

/** Grammars by the ending of a file. JavaScript is read as TypeScript, which contains it. */
const ENDINGS: readonly (readonly [RegExp, GrammarName])[] = [
  [/\.(?:[cm]?ts|[cm]?js)$/i, 'typescript'],
  [/\.[jt]sx$/i, 'tsx'],
  [/\.py$/i, 'python'],
  [/\.java$/i, 'java'],
  [/\.go$/i, 'go'],
  [/\.cs$/i, 'c-sharp'],
];
/** Made by tools, or declarations without values. */
const MADE = /\.(?:d\.[cm]?ts|min\.js)$|_pb2\.py$|\.pb\.go$/i;

/** The language of a program; null for any other file. */
export function languageOf(file: string): GrammarName | null {
  if (MADE.test(file) || isNamedTest(file)) return null;
  return ENDINGS.find(([ending]) => ending.test(file))?.[1] ?? null;
}

export const PROGRAMS: Claim = { id: 'programs', claims: (file) => languageOf(file) !== null };
