import { text } from '../../l10n/index.ts';
import { memoize, type Catalogue, type ProductId, type Release, type Text } from '../../model/index.ts';
import { isBefore, productOf, serviceOf, serviceWord, type Lineage } from '../../products/index.ts';
import type { EngineOffers } from '../support/engine-offers.ts';
import { isAccepted } from '../support/not-in-api.ts';
import { supportedLtsBranches, supportOf } from '../support/support.ts';

export type Reachability = 'in-place' | 'blue-green' | 'no' | 'unknown';

/** Step of an upgrade path, with the page or account that offers it. */
export interface UpgradeStep {
  to: string;
  reachable: Reachability;
  why: Text;
  url: string;
  /** Day on which the page was read, for pages that change. */
  readOn?: string | null;
  isMajor: boolean;
}

/** Facts by which an upgrade path is judged. */
export interface UpgradeFacts {
  catalogue: Catalogue;
  product: ProductId;
  lineage: Lineage;
  /** YYYY-MM-DD */
  day: string;
  /** Versions that the service offers an account; null without an account. */
  offers: EngineOffers | null;
}

/**
 * Every release on the path to a target, the target last. The path stops in each major line between: at its long-term
 * release in support on that day, else at its newest. If the next line accepts only supported releases and this one is
 * unsupported, the path first takes a supported release of its own line.
 */
export function stepsTo(facts: UpgradeFacts, from: string, to: string): UpgradeStep[] {
  const { advice, versions } = productOf(facts.product);
  const lines = advice?.mayPassOverLines === true ? [] : linesOf(facts.product);
  const lineOf = versions.line;
  const start = lines.indexOf(lineOf(from));
  const end = lines.indexOf(lineOf(to));
  const stops: string[] = [];
  for (const line of lines.slice(start + 1, Math.max(end, start + 1))) {
    const stop = stopOn(facts, line);
    if (stop !== null) stops.push(stop);
  }
  stops.push(to);
  const bridge = bridgeOf(facts, from, stops[0] ?? to);
  const path = bridge === null ? stops : [bridge, ...stops];
  return path.map((next, i) => stepOf(facts, i === 0 ? from : (path[i - 1] ?? from), next));
}

/** Major versions in the order of upgrades. */
export function linesOf(product: ProductId): readonly string[] {
  return productOf(product).advice?.lines ?? [];
}

/** Page about minor version upgrades; empty for a product without one. */
function minorUpgradePage(product: ProductId): string {
  return productOf(product).advice?.pages.minorUpgrade ?? '';
}

/** Reachability of a whole path: that of its weakest step. */
export function pathReachability(steps: readonly UpgradeStep[]): Reachability {
  const weakest = (['no', 'unknown', 'blue-green'] as const).find((each) =>
    steps.some(({ reachable }) => reachable === each),
  );
  return weakest ?? 'in-place';
}

function stopOn({ catalogue, product, lineage, day }: UpgradeFacts, line: string): string | null {
  const branch = supportedLtsBranches(catalogue, product, day).find(
    (lts) => productOf(product).versions.line(lts) === line,
  );
  const stop = branch === undefined ? lineage.newestOnLine(line) : lineage.newestOnBranch(branch);
  return stop?.version ?? null;
}

/** Newest release of the same line that can cross to the next line; null if the present one can. */
function bridgeOf(facts: UpgradeFacts, from: string, next: string): string | null {
  const { compare, line: lineOf } = productOf(facts.product).versions;
  if (lineOf(from) === lineOf(next) || stepOf(facts, from, next).reachable === 'in-place') return null;
  const ahead = offeredReleases(facts.lineage, facts.product).filter(
    ({ line, version }) => line === lineOf(from) && compare(version, from) > 0,
  );
  const canCross = ({ version }: Release): boolean => stepOf(facts, version, next).reachable === 'in-place';
  const bridge = ahead.findLast((release) => release.lts && canCross(release)) ?? ahead.findLast(canCross);
  return bridge?.version ?? null;
}

/** Releases that can be a target, lowest first: those that the API accepts, without withdrawn ones and betas. */
export const offeredReleases = memoize((lineage: Lineage, product: ProductId) =>
  lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .filter(
      ({ version, status }) =>
        isAccepted(product, version) && !status.includes('beta') && !status.includes('deprecated'),
    )
    .sort((a, b) => productOf(product).versions.compare(a.version, b.version)),
);

/**
 * Step from one release to another. Within a line the user guide offers every higher release. Across lines, the next
 * release's page states the lines it accepts, and the source must be in support on that day. An account's offers override
 * both.
 */
function stepOf(facts: UpgradeFacts, from: string, to: string): UpgradeStep {
  const { line } = productOf(facts.product).versions;
  const isMajor = line(from) !== line(to);
  return { to, isMajor, ...judgementOf(facts, from, to, isMajor) };
}

function judgementOf(
  { catalogue, product, lineage, day, offers }: UpgradeFacts,
  from: string,
  to: string,
  isMajor: boolean,
): Omit<UpgradeStep, 'to' | 'isMajor'> {
  const line = productOf(product).versions.line(from);
  const page = minorUpgradePage(product);
  const readOn = productOf(product).advice?.guideReadOn ?? null;
  const offered = offers?.targetsOf(from) ?? null;
  if (offered !== null) {
    return offered.includes(to)
      ? { reachable: 'in-place', why: text('upgrade.step.account', { from, to }), url: page }
      : { reachable: 'no', why: text('upgrade.step.notInAccount', { from, to }), url: page };
  }
  if (!isMajor) {
    return { reachable: 'in-place', why: text('upgrade.step.sameLine', { line }), url: page, readOn };
  }
  const url = lineage.release(to)?.url ?? page;
  if (!isNamed(product, lineage, from, to)) {
    return { reachable: 'unknown', why: text('upgrade.step.unnamed', { from, to }), url };
  }
  const phase = supportOf(catalogue, product, from, day)?.phase;
  return phase === 'standard' || phase === 'extended'
    ? {
        reachable: 'in-place',
        why: text('upgrade.step.supported', { to, line, unit: serviceWord(product, 'unit') }),
        url,
      }
    : { reachable: 'unknown', why: text('upgrade.step.notSupported', { from, to, day }), url };
}

/**
 * True if the page of a release names the present version as a source: its line (`2`) or a minimum minor version
 * (`1.23`).
 */
function isNamed(product: ProductId, lineage: Lineage, from: string, to: string): boolean {
  const { compare, line } = productOf(product).versions;
  const named = lineage.release(to)?.upgradeFrom ?? [];
  return named.some((source) =>
    source === line(from) ? true : line(source) === line(from) && compare(from, source) >= 0,
  );
}

/** Effect of an upgrade on a running cluster, as a sentence. */
export function effectOf(product: ProductId, from: string, to: string): Text {
  const { versions, advice } = productOf(product);
  if (versions.line(from) !== versions.line(to))
    return text('upgrade.effect.major', {
      unit: serviceWord(product, 'unit'),
      copy: serviceWord(product, 'copy'),
    });
  if (serviceOf(product) === 'rds') return text('upgrade.effect.patch.rds');
  const way = advice?.upgradeMethods?.zeroDowntime;
  const keepsConnections = way !== undefined && !isBefore(from, way.first, versions);
  return text('upgrade.effect.patch', { keepsConnections });
}
