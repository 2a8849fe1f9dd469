import { text } from '../../l10n/index.ts';
import { compareSeverity, locationKey, type Finding, type Text } from '../../model/index.ts';

/** Rules of what is said about the bugs of a version, or why nothing is. */
const VERSION_RULES: ReadonlySet<string> = new Set([
  'known-bugs',
  'unknown-version',
  'partial-version',
  'floating-version',
]);
const SUPPORT_RULE = 'end-of-support';
/** Sentences that can leave out the name of the product, because another one comes before them. */
const CONTINUES =
  /^(?:os\.(?:support|floating|generation|line|newer|notCovered)|support\.(?:ends|ended|extended)$)/;

/**
 * One finding for a written version: its bugs and the end of its support are told together, by the rule of what is louder,
 * which is told first; so is an end that is near or past of an image. Asked after what the team left out, so that each of
 * the two can be left out by its own rule and the other one stays.
 */
export function oneForEachVersion(findings: readonly Finding[]): Finding[] {
  const keys = findings.map(placeKey);
  const byPlace = (isMeant: (ruleId: string) => boolean): Map<string, Finding> => {
    const found = new Map<string, Finding>();
    for (const [nth, finding] of findings.entries())
      if (finding.suppressed === null && isMeant(finding.ruleId)) found.set(keys[nth] ?? '', finding);
    return found;
  };
  const supports = byPlace((ruleId) => ruleId === SUPPORT_RULE);
  const versions = byPlace((ruleId) => VERSION_RULES.has(ruleId));
  return findings.flatMap((finding, nth) => {
    const key = keys[nth] ?? '';
    const support = supports.get(key);
    const version = versions.get(key);
    if (support === undefined || version === undefined) return [finding];
    if (finding === version) return [joined(version, support)];
    return finding === support ? [] : [finding];
  });
}

/** The assets that share a written version, at its place. */
function placeKey({ location, assetIds }: Finding): string {
  return `${locationKey(location)} ${assetIds.join(' ')}`;
}

function joined(version: Finding, support: Finding): Finding {
  const isLouder = support.level === 'warning' && version.level !== 'warning';
  const [main, other] = isLouder ? [support, version] : [version, support];
  const { ruleId, level, applies, helpUri } = main;
  const alsoRules = other.level === 'warning' || other.bugs !== null ? [other.ruleId] : [];
  const isOfImage = version.message.key.startsWith('os.');
  const isSupportFirst = isLouder || (isOfImage && support.level === 'warning');
  const [first, then] = isSupportFirst ? [support, version] : [version, support];
  const message = text('os.joined', { first: first.message, then: continued(then.message) });
  const isWorse = other.level === 'warning' && compareSeverity(other.severity, main.severity) < 0;
  const { severity } = isWorse ? other : main;
  return { ...version, ruleId, severity, level, applies, helpUri, message, alsoRules };
}

function continued({ key, args }: Text): Text {
  return { key, args: CONTINUES.test(key) ? { ...args, name: null } : args };
}
