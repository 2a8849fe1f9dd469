import { text } from '../../l10n/index.ts';
import { compareVersions, type Catalogue, type Text } from '../../model/index.ts';
import { auroraLine } from '../../products/index.ts';
import type { EngineOffers } from './engine-offers.ts';
import type { Lineage } from '../bugs/lineage.ts';
import { supportedLtsBranches, supportOf } from '../findings/support.ts';
import { MINOR_UPGRADE_PAGE } from './upgrade-demands.ts';

/** Lines in the order in which they are upgraded: none is ever skipped. */
export const LINES: readonly string[] = ['1', '2', '3', '8.4'];

export type Reachable = 'in-place' | 'blue-green' | 'no' | 'unknown';

/** One step of a path: to where, how, and the page or the account that says so. */
export interface UpgradeStep {
  to: string;
  reachable: Reachable;
  why: Text;
  url: string;
  isMajor: boolean;
}

/** What paths are judged by. */
export interface Terrain {
  catalogue: Catalogue;
  lineage: Lineage;
  /** YYYY-MM-DD */
  day: string;
  /** What an account was offered; null without one. */
  offers: EngineOffers | null;
}

/**
 * Every release on the way to another, the target last. A step over more than one major line stops in each: at its
 * long-term support release in support on that day, else at its newest. Where the next line takes only supported
 * releases and this one is none, the path goes by a supported release of its own line first.
 */
export function stepsTo(terrain: Terrain, from: string, to: string): UpgradeStep[] {
  const start = LINES.indexOf(auroraLine(from));
  const end = LINES.indexOf(auroraLine(to));
  const stops: string[] = [];
  for (const line of LINES.slice(start + 1, Math.max(end, start + 1))) {
    const stop = stopOn(terrain, line);
    if (stop !== null) stops.push(stop);
  }
  stops.push(to);
  const bridge = bridgeOf(terrain, from, stops[0] ?? to);
  const path = bridge === null ? stops : [bridge, ...stops];
  return path.map((next, i) => stepOf(terrain, i === 0 ? from : (path[i - 1] ?? from), next));
}

/** How a whole path can be gone: as its weakest step. */
export function reachableBy(steps: readonly UpgradeStep[]): Reachable {
  const weakest = (['no', 'unknown', 'blue-green'] as const).find((each) =>
    steps.some(({ reachable }) => reachable === each),
  );
  return weakest ?? 'in-place';
}

function stopOn({ catalogue, lineage, day }: Terrain, line: string): string | null {
  const branch = supportedLtsBranches(catalogue, day).find((lts) => auroraLine(`${lts}.0`) === line);
  const stop = branch === undefined ? lineage.newestOnLine(line) : lineage.newestOnBranch(branch);
  return stop?.version ?? null;
}

/** The newest release of the same line from which the step over the line is open, where it is not open from here. */
function bridgeOf(terrain: Terrain, from: string, next: string): string | null {
  if (auroraLine(from) === auroraLine(next) || stepOf(terrain, from, next).reachable === 'in-place')
    return null;
  const { lineage } = terrain;
  const open = lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .filter(({ line, status }) => line === auroraLine(from) && !status.includes('beta'))
    .filter(({ version, status }) => compareVersions(version, from) > 0 && !status.includes('deprecated'))
    .filter(({ version }) => stepOf(terrain, version, next).reachable === 'in-place');
  return (open.findLast(({ lts }) => lts) ?? open.at(-1))?.version ?? null;
}

/**
 * Within a line the user guide offers every higher release; over a line the page of the next release says from which
 * line, and only from a release that is in support on that day. What an account is offered is surer than both.
 */
function stepOf(terrain: Terrain, from: string, to: string): UpgradeStep {
  const isMajor = auroraLine(from) !== auroraLine(to);
  return { to, isMajor, ...judgementOf(terrain, from, to, isMajor) };
}

function judgementOf(
  { catalogue, lineage, day, offers }: Terrain,
  from: string,
  to: string,
  isMajor: boolean,
): Pick<UpgradeStep, 'reachable' | 'why' | 'url'> {
  const line = auroraLine(from);
  const offered = offers?.targetsOf(from) ?? null;
  if (offered !== null) {
    return offered.includes(to)
      ? { reachable: 'in-place', why: text('upgrade.step.account', { from, to }), url: MINOR_UPGRADE_PAGE }
      : { reachable: 'no', why: text('upgrade.step.notInAccount', { from, to }), url: MINOR_UPGRADE_PAGE };
  }
  if (!isMajor) {
    return { reachable: 'in-place', why: text('upgrade.step.sameLine', { line }), url: MINOR_UPGRADE_PAGE };
  }
  const url = lineage.release(to)?.url ?? MINOR_UPGRADE_PAGE;
  if (!isNamed(lineage, from, to)) {
    return { reachable: 'unknown', why: text('upgrade.step.unnamed', { from, to }), url };
  }
  const phase = supportOf(catalogue, from, day)?.phase;
  return phase === 'standard' || phase === 'extended'
    ? { reachable: 'in-place', why: text('upgrade.step.supported', { to, line }), url }
    : { reachable: 'unknown', why: text('upgrade.step.notSupported', { from, to, day }), url };
}

/** A page names lines (`2`) or lowest minor versions (`1.23`) from which it can be upgraded to. */
function isNamed(lineage: Lineage, from: string, to: string): boolean {
  const named = lineage.release(to)?.upgradeFrom ?? [];
  return named.some((source) =>
    source === auroraLine(from)
      ? true
      : auroraLine(source) === auroraLine(from) && compareVersions(from, source) >= 0,
  );
}

/** What applying the change does to a running cluster. */
export function effectOf(from: string, to: string): Text {
  return auroraLine(from) === auroraLine(to) ? text('upgrade.effect.patch') : text('upgrade.effect.major');
}
