import { text } from '../../../l10n/index.ts';
import { locationKey, type Finding } from '../../../model/index.ts';
import { LOOP_RULE } from './replacement-loop.ts';

/**
 * Merges the findings of a group that several stacks or module calls deploy, if they agree; the sentence names the
 * others. Runs after suppression, so that one of them can be suppressed alone.
 */
export function mergeGroupLoops(findings: readonly Finding[]): Finding[] {
  // Most places have one loop, so nothing has to be compared.
  const byPlace = Map.groupBy(findings.filter(isLoop), ({ location }) => locationKey(location));
  const keys = new Map<Finding, string>();
  for (const those of byPlace.values())
    if (those.length > 1) for (const finding of those) keys.set(finding, sameLoopKey(finding));
  if (keys.size === 0) return [...findings];
  const alike = Map.groupBy(keys.keys(), (finding) => keys.get(finding));
  return findings.flatMap((finding) => {
    const key = keys.get(finding);
    if (key === undefined) return [finding];
    const [first, ...others] = alike.get(key) ?? [];
    return first === finding ? [merged(finding, others)] : [];
  });
}

function isLoop({ ruleId }: Finding): boolean {
  return ruleId === LOOP_RULE;
}

/** Key of everything in a finding except the group's name. */
function sameLoopKey({ location, message, severity, suppressed, isExample }: Finding): string {
  const messageArgs = { ...message.args, group: null };
  return JSON.stringify([locationKey(location), messageArgs, severity, suppressed, isExample]);
}

function merged(finding: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return finding;
  const all = [finding, ...others];
  const related = new Map(all.flatMap((each) => each.related.map((part) => [JSON.stringify(part), part])));
  const message = text('loop.several', {
    message: finding.message,
    others: others.map(({ assetId }) => assetId),
  });
  return {
    ...finding,
    assetIds: all.flatMap(({ assetIds }) => assetIds),
    message,
    related: [...related.values()],
  };
}
