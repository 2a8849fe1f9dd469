import { decodeUserData } from '../../../syntax/shell/index.ts';
import { safeScript } from '../../hosts/index.ts';

/** Words by which a script takes part in the end of its instance. */
const WORDS = ['target-lifecycle-state', 'complete-lifecycle-action'];

/**
 * What is kept of the user data of an answer (base 64, perhaps packed). User data can hold secrets: only the steps that tell
 * whether logs leave the instance are ever taken out of it, and some words, one a line.
 */
export function wordsOf(userData: string): string {
  const text = decodeUserData(userData);
  const words = WORDS.filter((word) => text.includes(word)).map((word) => `: ${word}`);
  return [...words, safeScript({ name: 'user data', text })].filter((line) => line !== '').join('\n');
}
