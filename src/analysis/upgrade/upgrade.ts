import { lastStep, type Catalogue, type ProductId, type Release } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { supportedLtsBranches } from '../support/support.ts';
import { candidatesOf, isOutOfSupport, type AdviceFacts } from '../advice/advice-facts.ts';
import { countsOf } from '../bugs/counts.ts';
import { adviceFor } from '../advice/advice-for.ts';
import type { Decision } from '../advice/decide.ts';
import { costOf, sourceSupport } from './upgrade-source.ts';
import { newClusterAvailability } from '../support/new-cluster-releases.ts';
import type { TargetRole, UpgradeAdvice, UpgradeTarget } from './advice.ts';
import type { UpgradeOptions } from '../advice/options.ts';
import { isAccepted } from '../support/not-in-api.ts';
import { describeTarget } from './target.ts';
import { unreleasedFix } from '../advice/unreleased-fix.ts';
import { adviceFactsOf } from '../advice/collect-facts.ts';

/** Advice for a version that the catalogue covers: check its coverage first. */
export function upgradeAdvice(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): UpgradeAdvice {
  const facts = adviceFactsOf(catalogue, product, [version], options);
  const decision = adviceFor(catalogue, product, version, options);
  return adviceFrom(facts, decision);
}

/**
 * Target that the user chose, recommended or not; null if the release is not above the present one, or no page
 * documents an upgrade to it.
 */
export function upgradeTargetAt(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
  options: UpgradeOptions,
): UpgradeTarget | null {
  const facts = adviceFactsOf(catalogue, product, [from], options);
  const { branch, compare } = productOf(product).versions;
  const release = facts.lineage.release(to);
  if (release === undefined || compare(to, from) <= 0 || facts.noPathReason !== null) return null;
  if (!isAccepted(product, to)) return null;
  const role = branch(to) === branch(from) ? 'same-branch' : 'newest';
  return describeTarget(facts, release, role, null);
}

/** Advice made from a decision, with the releases that it was compared with. */
export function adviceFrom(facts: AdviceFacts, decision: Decision): UpgradeAdvice {
  const { advice, reason, notes } = decision;
  const source = sourceSupport(facts, facts.version);
  const steps = [advice?.now, advice?.destination].filter((step) => step !== null && step !== undefined);
  const targets = targetsOf(facts, decision).map(([release, role]) =>
    describeTarget(facts, release, role, steps.find(({ version }) => version === release.version) ?? null),
  );
  return {
    advice,
    counts: countsOf(facts.bugsAt(facts.version)),
    recommended: lastStep(advice)?.version ?? (advice === null ? null : 'stay'),
    reason,
    interim: (advice?.destination ?? null) === null ? null : (advice?.now?.version ?? null),
    notes,
    sourceSupport: source,
    creatable: newClusterAvailability(facts, facts.version),
    cost: costOf(facts, source),
    unreleased: unreleasedFix(facts),
    targets,
  };
}

/**
 * Releases of the advice, the last one first, then those that its reason compares and other useful targets: the newest
 * long-term support release, the newest patch, the newest of the major version and of all. Each once, by its first role.
 */
function targetsOf(facts: AdviceFacts, { now, destination, compared }: Decision): [Release, TargetRole][] {
  const { catalogue, product, version, day } = facts;
  const { versions } = productOf(product);
  const branch = versions.branch(version);
  const ahead = candidatesOf(facts);
  const supported = ahead.filter((release) => !isOutOfSupport(facts, release));
  const ltsBranches = supportedLtsBranches(catalogue, product, day);
  const roleOf = (release: Release, otherwise: TargetRole): TargetRole => {
    if (release.branch === branch) return 'same-branch';
    return ltsBranches.includes(release.branch) ? 'lts' : otherwise;
  };
  const lts = ltsBranches.flatMap((each) => supported.findLast((release) => release.branch === each) ?? []);
  const patch = ahead.findLast((release) => release.branch === branch);
  const wanted: (readonly [Release | null | undefined, TargetRole])[] = [
    [destination, 'newest'],
    [now, 'clears'],
    ...compared.map((release) => [release, 'clears'] as const),
    [lts[0], 'lts'],
    [supported.find((release) => release === patch), 'same-branch'],
    [supported.findLast((release) => release.line === versions.line(version)), 'newest'],
    [supported.at(-1), 'newest'],
    // The smallest step, though out of support.
    [patch, 'same-branch'],
  ];
  const chosen = new Map<Release, TargetRole>();
  for (const [release, role] of wanted) {
    if (release === null || release === undefined || chosen.has(release)) continue;
    chosen.set(release, roleOf(release, role));
  }
  return [...chosen];
}
