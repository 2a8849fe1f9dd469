import type { Join } from '../../analysis/index.ts';
import type { AccountInventory } from '../../inventory/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import { scanJson, type ScanResult } from './scan-json.ts';

/** A scan of accounts, before it is rendered. */
export interface AccountResult extends ScanResult {
  inventory: AccountInventory;
  /** What runs, joined with the code that declares it. */
  join: Join;
}

/** The JSON of `account`: that of `scan`, the join, who read, how many requests it took, and what is missing. */
export function accountJson(result: AccountResult, language: Language): object {
  const { accounts, calls, unreadable } = result.inventory;
  return { ...scanJson(result, language), ...joinJson(result.join, language), accounts, calls, unreadable };
}

function joinJson({ rows, ambiguous }: Join, language: Language): object {
  return {
    joined: rows.map(({ declared, running, by, drifts, text }) => ({
      declared: { id: declared.id, name: declared.name, location: declared.location },
      running: running.map(({ id }) => id),
      by,
      drifts,
      message: say(text, language),
    })),
    ambiguous: ambiguous.map(({ running, candidates }) => ({
      running: running.id,
      candidates: candidates.map(({ id, name, location }) => ({ id, name, location })),
    })),
  };
}
