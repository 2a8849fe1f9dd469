import type { Sentence } from './en.ts';

/** How package.json refers to a sentence. */
export function sentence(key: Sentence): string {
  return `%${key}%`;
}
