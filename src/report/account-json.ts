import type { AccountInventory } from '../inventory/index.ts';
import type { Language } from '../l10n/index.ts';
import { scanJson, type ScanResult } from './scan-json.ts';

/** A scan of accounts, before it is rendered. */
export interface AccountResult extends ScanResult {
  inventory: AccountInventory;
}

/** The JSON of `account`: that of `scan`, and who read, how many requests it took, and what is missing. */
export function accountJson(result: AccountResult, language: Language): object {
  const { accounts, calls, unreadable } = result.inventory;
  return { ...scanJson(result, language), accounts, calls, unreadable };
}
