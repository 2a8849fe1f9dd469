import { text } from '../../l10n/index.ts';
import type { Finding, Inventory, Text } from '../../model/index.ts';

/** Rules of what is said about the release of an image. */
const VERSION_RULES = new Set(['known-bugs', 'unknown-version', 'partial-version', 'floating-version']);
/** Sentences that can leave out the name of the system, because another one comes before them. */
const CONTINUES = /^os\.(?:support|floating|generation|behind|newer|notCovered)/;

/**
 * One finding for an image: what its release lacks and the end of its support are told together, by the rule of what is
 * louder; an end that is near or past is told first. Asked after what the team left out, so that each of the two can be
 * left out by its own rule and the other one stays.
 */
export function oneForEachImage(findings: readonly Finding[], { assets }: Inventory): Finding[] {
  const images = new Set(assets.flatMap(({ kind, id }) => (kind === 'os-image' ? [id] : [])));
  const told = findings.filter(({ assetId, suppressed }) => suppressed === null && images.has(assetId));
  const versions = new Map(
    told.flatMap((finding) => (VERSION_RULES.has(finding.ruleId) ? [[finding.assetId, finding]] : [])),
  );
  const supports = new Map(
    told.flatMap((finding) => (finding.ruleId === 'end-of-support' ? [[finding.assetId, finding]] : [])),
  );
  return findings.flatMap((finding) => {
    const { assetId } = finding;
    const support = supports.get(assetId);
    const version = versions.get(assetId);
    if (support === undefined || version === undefined) return [finding];
    if (finding === version) return [joined(version, support)];
    return finding === support ? [] : [finding];
  });
}

function joined(version: Finding, support: Finding): Finding {
  const isLouder = support.level === 'warning' && version.level !== 'warning';
  const [main, other] = isLouder ? [support, version] : [version, support];
  const { ruleId, severity, level, applies, helpUri } = main;
  const alsoRules = other.level === 'warning' || other.bugs !== null ? [other.ruleId] : [];
  const [first, then] = support.level === 'warning' ? [support, version] : [version, support];
  const message = text('os.joined', { first: first.message, then: continued(then.message) });
  return { ...version, ruleId, severity, level, applies, helpUri, message, alsoRules };
}

function continued({ key, args }: Text): Text {
  return { key, args: CONTINUES.test(key) ? { ...args, name: null } : args };
}
