import { text } from '../l10n/index.ts';
import { auroraLine, compareVersions, type Catalogue, type Text } from '../model/index.ts';
import type { Lineage } from './lineage.ts';
import { supportedLtsBranches } from './support.ts';

/** Lines in the order in which they are upgraded: none is ever skipped. */
const LINES = ['1', '2', '3', '8.4'];

export type Reachable = 'in-place' | 'blue-green' | 'no' | 'unknown';

/**
 * Every release on the way to another, the target last. A step over more than one major line stops in each: at its
 * long-term support release in support on that day, else at its newest.
 */
export function pathTo(
  catalogue: Catalogue,
  lineage: Lineage,
  from: string,
  to: string,
  day: string,
): string[] {
  const start = LINES.indexOf(auroraLine(from));
  const end = LINES.indexOf(auroraLine(to));
  const ltsBranches = supportedLtsBranches(catalogue, day);
  const path: string[] = [];
  for (const line of LINES.slice(start + 1, Math.max(end, start + 1))) {
    const branch = ltsBranches.find((lts) => auroraLine(`${lts}.0`) === line);
    const hop = branch === undefined ? lineage.newestOnLine(line) : lineage.newestOnBranch(branch);
    if (hop) path.push(hop.version);
  }
  return [...path, to];
}

/**
 * Whether a path can be gone in place, from the notes' own upgrade statements: within a line always, over a line when
 * the page of the next release offers it. The account's own answer (valid upgrade targets) is surer.
 */
export function reachableBy(lineage: Lineage, from: string, path: readonly string[]): Reachable {
  let at = from;
  for (const next of path) {
    if (auroraLine(next) !== auroraLine(at) && !isOffered(lineage, at, next)) return 'unknown';
    at = next;
  }
  return 'in-place';
}

/** A page names lines (`2`) or lowest minor versions (`1.23`) from which it can be upgraded to. */
function isOffered(lineage: Lineage, from: string, to: string): boolean {
  const offered = lineage.release(to)?.upgradeFrom ?? [];
  return offered.some((source) =>
    source === auroraLine(from)
      ? true
      : auroraLine(source) === auroraLine(from) && compareVersions(from, source) >= 0,
  );
}

/**
 * What a step over a major line removes, renames or demands, for each line that the path enters. Source: user guide,
 * AuroraMySQL.Compare-v2-v3 and AuroraMySQL.Compare-v3-v84. Of the releases on the way also those whose own notes tell of an
 * operating system upgrade of instances.
 */
export function hazardsOf(lineage: Lineage, from: string, path: readonly string[]): Text[] {
  const entered = new Set(path.map(auroraLine).filter((line) => line !== auroraLine(from)));
  const hazards: Text[] = [];
  if (entered.has('3')) hazards.push(text('upgrade.hazard.3.parameters'), text('upgrade.hazard.3.metrics'));
  if (entered.has('8.4')) hazards.push(text('upgrade.hazard.84.tls'), text('upgrade.hazard.84.parameters'));
  if (entered.size > 0) hazards.push(text('upgrade.hazard.family'));
  const updating = path.filter((version) => lineage.release(version)?.osUpgrade === true);
  return [...hazards, ...updating.map((version) => text('upgrade.hazard.os', { version }))];
}

/** What applying the change does to a running cluster. */
export function effectOf(from: string, to: string): Text {
  return auroraLine(from) === auroraLine(to) ? text('upgrade.effect.patch') : text('upgrade.effect.major');
}
