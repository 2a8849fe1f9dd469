import { CHECKS } from '../checks/checks.ts';
import { LOOP_RULE } from '../checks/loop/replacement-loop.ts';

/** Rules of a scan other than checks. */
const SCAN_RULES = [
  'known-bugs',
  'end-of-support',
  'unknown-version',
  'partial-version',
  'floating-version',
  'not-in-api',
  'leaves-long-term',
  'version-drift',
];

/** Ids of every rule that a finding can have. */
export function allRuleIds(): ReadonlySet<string> {
  return new Set([...SCAN_RULES, LOOP_RULE, ...CHECKS.map(({ id }) => `check/${id}`)]);
}
