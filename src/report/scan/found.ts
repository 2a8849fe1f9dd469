import { unknownAssets } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import {
  isNeverCreated,
  isOnlyUnknown,
  isSerious,
  withoutNeverCreated,
  type Finding,
  type Inventory,
  type Text,
} from '../../model/index.ts';
import type { ScanResult } from './scan-json.ts';

type Found = Pick<ScanResult, 'findings' | 'inventory'>;

/** Shown findings, by what a team does about them. */
export interface SortedFindings {
  /** Findings that a team decides on. */
  decided: readonly Finding[];
  /** Unknown versions. */
  unknown: readonly Finding[];
  /** Findings about what may not run, and those about examples that list no bugs. */
  hints: readonly Finding[];
}

/** Findings without suppressed ones; an unknown version in an example, which runs nowhere, is a hint. */
export function sortFindings({ findings, inventory }: Found): SortedFindings {
  const replaced = idsOfReplaced(inventory);
  const isHint = (finding: Finding): boolean =>
    finding.level === 'hint' &&
    (finding.assetIds.every((id) => replaced.has(id)) ||
      (isOnlyUnknown(finding) ? finding.isExample === true : !listsBugs(finding)));
  const shown = findings.filter(({ suppressed }) => suppressed === null);
  const loud = shown.filter((finding) => !isHint(finding));
  return {
    decided: loud.filter((finding) => !isOnlyUnknown(finding)),
    unknown: loud.filter(isOnlyUnknown),
    hints: shown.filter(isHint),
  };
}

/** True if the bugs of a version are counted. If none are listed, a zero would read as an all-clear. */
export function listsBugs({ bugs }: Pick<Finding, 'bugs'>): boolean {
  return bugs !== null && bugs.top.length > 0;
}

function idsOfReplaced({ assets }: Inventory): ReadonlySet<string> {
  return new Set(assets.filter(isNeverCreated).map(({ id }) => id));
}

/** Counts of a result, the same in every summary. Unknown versions are counted apart from findings. */
export function foundText(result: Found): Text {
  const { decided } = sortFindings(result);
  const suppressed = result.findings.filter((finding) => finding.suppressed !== null).length;
  const details: Text[] = [];
  if (decided.length > 0) {
    const serious = decided.filter(({ severity }) => isSerious(severity)).length;
    details.push(text('scan.found.serious', { count: serious }));
  }
  if (suppressed > 0) details.push(text('scan.found.suppressed', { count: suppressed }));
  return text('scan.found', {
    findings: decided.length,
    details,
    unknown: unknownCount(result),
  });
}

/** Number of assets whose version is unknown. */
export function unknownCount({ inventory }: Pick<ScanResult, 'inventory'>): number {
  return unknownAssets(withoutNeverCreated(inventory.assets)).length;
}
