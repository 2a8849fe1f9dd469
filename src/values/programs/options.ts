import { isOptionKey } from '../../vocabulary/index.ts';

/** Whether a row of a table is one to choose by what it is, or by its number. */
export function isOption(key: string): boolean {
  return /^\d+$/.test(key) || isOptionKey(key);
}
