import type { Join } from '../../analysis/index.ts';
import type { AccountInventory } from '../../inventory/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import { scanJson, type ScanResult } from './scan-json.ts';

/** Result of an account scan before it is rendered. */
export interface AccountResult extends ScanResult {
  inventory: AccountInventory;
  /** Running resources, joined with the code that declares them. */
  join: Join;
}

/** JSON of `account`: that of `scan`, and the join, the callers, the number of requests and the missing parts. */
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
