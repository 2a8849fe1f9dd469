import type { ShownFinding } from '../worker/protocol.ts';

/** Versions with urgent bugs, as `aurora-mysql 2.11.1`. Examples and suppressed findings do not count. */
export function urgentVersionsOf(
  findings: readonly Pick<ShownFinding, 'bugs' | 'isExample' | 'severity' | 'suppressed'>[],
): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ bugs, isExample, severity, suppressed }) => {
      const counts = suppressed === null && isExample !== true && severity !== 'info' && bugs !== null;
      return counts && bugs.counts.urgent > 0 ? [`${bugs.product} ${bugs.version}`] : [];
    }),
  );
}
