import { say, type Language } from '../l10n/index.ts';
import type { UpgradeTarget } from '../analysis/index.ts';
import type { BugMatch, Product } from '../model/index.ts';

/** The JSON of `bugs PRODUCT VERSION`. */
export function bugsJson(
  product: Product,
  version: string,
  matches: readonly BugMatch[],
  language: Language,
): object {
  return {
    schemaVersion: 1,
    product,
    version,
    bugs: matches.map((match) => bugJson(match, language)),
  };
}

function bugJson({ bug, confidence, reason, fixedIn, url, applies }: BugMatch, language: Language): object {
  return {
    id: bug.id,
    title: bug.title,
    impact: bug.impact,
    severity: bug.severity,
    features: bug.features,
    cves: bug.cves,
    mysqlBugs: bug.mysqlBugs.map(mysqlBugJson),
    fixedIn,
    confidence,
    applies,
    reason: say(reason, language),
    why: bug.why,
    aliases: bug.aliases,
    text: bug.text,
    url,
    ...(bug.os && {
      package: bug.os.package,
      advisory: bug.os.advisory,
      assigned: bug.os.assigned,
      advisoryUrl: bug.os.url ?? null,
    }),
  };
}

/** A MySQL community bug and its page. */
export function mysqlBugJson(number: string): { number: string; url: string } {
  return { number, url: mysqlBugUrl(number) };
}

/** The page of a MySQL community bug. */
export function mysqlBugUrl(number: string): string {
  return `https://bugs.mysql.com/bug.php?id=${encodeURIComponent(number)}`;
}

/** The JSON of `upgrade PRODUCT VERSION`. */
export function upgradeJson(
  product: Product,
  version: string,
  targets: readonly UpgradeTarget[],
  language: Language,
): object {
  const ids = (matches: readonly BugMatch[]): string[] => matches.map(({ bug }) => bug.id);
  return {
    schemaVersion: 1,
    product,
    version,
    targets: targets.map((target) => ({
      version: target.version,
      role: target.role,
      path: target.path,
      clears: ids(target.clears),
      remains: ids(target.remains),
      brings: ids(target.brings),
      supportEnds: target.supportEnds,
      reachable: target.reachable,
      reason: say(target.reason, language),
      effect: say(target.effect, language),
      hazards: target.hazards.map((hazard) => say(hazard, language)),
      ...(target.certainty && { certainty: target.certainty }),
    })),
  };
}
