import { text } from '../../../l10n/index.ts';
import { memoize, type Asset, type BugMatch, type Finding, type Text } from '../../../model/index.ts';
import { hasLineage } from '../../../products/index.ts';
import { featureStates } from '../../features.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { commonFindingParts } from '../../judging/finding-parts.ts';
import { countedBugs } from '../../bugs/upstream/counted-bugs.ts';
import type { CheckLink } from '../answers.ts';
import { decisiveLink, type Chain } from '../chain.ts';
import { neededGrace } from '../scaling/asg-elb-health-grace.ts';
import { retentionChain } from '../scaling/asg-retain-on-abandon.ts';
import { hookChain } from '../scaling/asg-termination-hook.ts';
import { scalingGuide, type CheckContext } from '../check.ts';
import {
  GRACE_SETTING,
  replacesByLoadBalancer,
  suspendedReplacement,
  templateOf,
} from '../subjects/groups.ts';
import { hasDatabaseAround, pathRisk, type PathRisk } from '../load-balancers/health-path.ts';
import { logShipping } from '../hosts/lt-log-shipping.ts';
import { engineName } from '../engine.ts';
import { numberOf, readSetting, displayName } from '../reading/readings.ts';
import type { Graph } from '../reading/graph.ts';

export const LOOP_RULE = 'check/replacement-loop';

/** Effect of a slow database: each part of the chain, with its state. */
export interface ReplacementLoop {
  group: Asset;
  target: Asset | null;
  path: PathRisk | null;
  /** Seconds; null if unknown. */
  grace: number | null;
  isGraceShort: boolean | null;
  hook: Chain;
  isRetained: boolean;
  template: Asset | null;
  shipping: CheckLink;
  database: Asset | null;
  /** True if neither the path nor any database is known: the health check's type alone makes the loop. */
  isGuess: boolean;
  /** Number of known bugs with connections or restarts; null if the version or its bugs are unknown. */
  bugs: number | null;
}

/** Groups that replace instances by the health check of their load balancer. */
export function replacingGroups({ graph }: CheckContext): readonly Asset[] {
  return graph
    .ofKind('auto-scaling-group')
    .filter((group) => replacesByLoadBalancer(group) === true && group.count > 0)
    .filter((group) => suspendedReplacement(group).length === 0);
}

/**
 * Loops of a group that may replace its instances again and again while its database is slow: the load balancer's check
 * decides, and its path may reach the database. A shallow path makes none.
 */
export function loopsOf(group: Asset, context: CheckContext): ReplacementLoop[] {
  const risk = worstPath(group, context);
  return risk?.path.risk === 'shallow' ? [] : [loopOf(group, risk, context)];
}

export function replacementLoops(context: CheckContext): ReplacementLoop[] {
  return replacingGroups(context).flatMap((group) => loopsOf(group, context));
}

interface TargetRisk {
  target: Asset;
  path: PathRisk;
}

/** Target group of a group whose health check is most likely to depend on the database; undefined without one. */
function worstPath(group: Asset, context: CheckContext): TargetRisk | undefined {
  const targets = context.graph.linked(group, 'target-group');
  const risks = targets.map((target) => ({ target, path: pathRisk(target, context) }));
  return (
    risks.find(({ path }) => path.risk === 'reaches') ??
    risks.find(({ path }) => path.risk === 'unclear') ??
    risks[0]
  );
}

function loopOf(group: Asset, worst: TargetRisk | undefined, context: CheckContext): ReplacementLoop {
  const { graph } = context;
  const grace = readSetting(group, GRACE_SETTING);
  const seconds = grace.state === 'known' ? numberOf(grace.value) : null;
  const template = templateOf(group, graph) ?? null;
  const database = databaseOf(group, graph);
  return {
    group,
    target: worst?.target ?? null,
    path: worst?.path ?? null,
    grace: seconds,
    isGraceShort: seconds === null ? null : seconds < neededGrace(group, context),
    hook: hookChain(group, context),
    isRetained: decisiveLink(retentionChain(group, graph)) === undefined,
    template,
    shipping:
      template === null
        ? { outcome: 'unknown', evidence: text('evidence.imageUnknown', { template: group.name }) }
        : logShipping(template, context),
    database,
    isGuess: (worst?.path.path ?? null) === null && !hasDatabaseAround(group, graph),
    bugs: database === null ? null : countLoopBugs(database, context),
  };
}

/** Cluster that a group's instances probably use; null if several candidates have different versions. */
function databaseOf(group: Asset, graph: Graph): Asset | null {
  return clusterOfOneVersion(graph.near(group, 'database'));
}

const clusterOfOneVersion = memoize((clusters: readonly Asset[]): Asset | null => {
  const [first = null, ...others] = clusters.filter(({ product }) => hasLineage(product));
  const isOne = others.every(
    ({ product, version }) => product === first?.product && version === first.version,
  );
  return isOne ? first : null;
});

function countLoopBugs(cluster: Asset, { catalogue, features }: CheckContext): number | null {
  const version = cluster.versions.running ?? cluster.version;
  const { product } = cluster;
  if (version === null || product === null) return null;
  if (engineCoverage(catalogue, product, version).coverage !== 'known') return null;
  const known = countedBugs(catalogue, product, version, featureStates(cluster, features));
  return countStarting(known);
}

/** Number of bugs in a list that can start a loop. Memoized, because many groups share a list. */
const countStarting = memoize(
  (matches: readonly BugMatch[]): number =>
    matches.filter(({ bug }) => ['connectivity', 'unavailability'].includes(bug.impact)).length,
);

/** Loop in one sentence: its cause, the losses, the unknowns, and the first change to make. */
export function loopFinding(loop: ReplacementLoop): Finding {
  const { group, path, isGuess } = loop;
  const reaches = path?.risk === 'reaches';
  const quiet = isGuess ? 'hint' : 'information';
  const { related, ...place } = commonFindingParts([group]);
  return {
    ruleId: LOOP_RULE,
    ...place,
    severity: reaches ? 'high' : 'medium',
    level: reaches ? 'warning' : quiet,
    applies: reaches ? 'on' : 'possible',
    message: messageOf(loop),
    bugIds: [],
    bugs: null,
    related: [...related, ...relatedOf(loop)],
    helpUri: scalingGuide('ec2-auto-scaling-health-checks'),
  };
}

function messageOf(loop: ReplacementLoop): Text {
  const { group, path, grace, isGraceShort } = loop;
  const evidence = [hookState(loop), shippingState(loop.shipping)];
  const retained = loop.isRetained ? [text('loop.retained.present')] : [];
  const lost = evidence.flatMap(({ state, name }) => (state === 'lost' ? [name] : []));
  const kept = [...evidence.flatMap(({ state, name }) => (state === 'kept' ? [name] : [])), ...retained];
  return text('loop.message', {
    group: displayName(group),
    path: pathText(path),
    grace:
      grace === null
        ? null
        : text(isGraceShort === true ? 'loop.grace.short' : 'loop.grace.enough', { seconds: grace }),
    lost,
    kept: lost.length > 0 ? [] : kept,
    version: versionText(loop),
    open: [
      ...(grace === null ? [text('loop.grace.unknown')] : []),
      ...evidence.flatMap(({ state, name }) => (state === 'unknown' ? [name] : [])),
      ...(versionText(loop) === null ? [text('loop.version.unknown')] : []),
    ],
    first: firstStep(path?.risk === 'reaches', lost.length > 0),
  });
}

function firstStep(reaches: boolean, losesLogs: boolean): Text {
  if (!reaches) return text('loop.first.find');
  return text(losesLogs ? 'loop.first.fix' : 'loop.first.remains');
}

function pathText(path: PathRisk | null): Text {
  if (path?.path === null || path === null) return text('loop.path.unknown');
  return path.risk === 'reaches'
    ? text('loop.path.reaches', { path: path.path })
    : text('loop.path.unclear', { path: path.path });
}

interface EvidenceState {
  state: 'lost' | 'kept' | 'unknown';
  name: Text;
}

function hookState({ hook }: ReplacementLoop): EvidenceState {
  const broken = hook.find(({ outcome }) => outcome === 'fail');
  if (broken !== undefined) {
    const isThere = broken.name !== 'hook';
    return { state: 'lost', name: text(isThere ? 'loop.hook.idle' : 'loop.hook.missing') };
  }
  return hook.some(({ outcome }) => outcome === 'unknown')
    ? { state: 'unknown', name: text('loop.hook.unknown') }
    : { state: 'kept', name: text('loop.hook.present') };
}

function shippingState({ outcome }: CheckLink): EvidenceState {
  switch (outcome) {
    case 'pass':
      return { state: 'kept', name: text('loop.shipping.present') };
    case 'fail':
      return { state: 'lost', name: text('loop.shipping.missing') };
    case 'unknown':
      return { state: 'unknown', name: text('loop.shipping.unknown') };
  }
}

function versionText({ database, bugs }: ReplacementLoop): Text | null {
  const version = database?.versions.running ?? database?.version ?? null;
  if (database === null || version === null || bugs === null) return null;
  const engine = engineName(database);
  return bugs > 0
    ? text('loop.version.bugs', { engine, version, count: bugs })
    : text('loop.version.clear', { engine, version });
}

/** Other places of the chain, each with its sentence. */
function relatedOf(loop: ReplacementLoop): Finding['related'] {
  const { target, path, template, shipping, database, hook } = loop;
  const version = versionText(loop);
  const [missing] = hook.filter(({ outcome }) => outcome !== 'pass');
  return [
    ...(target === null || path === null
      ? []
      : [{ location: target.location, message: text('loop.related.path', { evidence: path.evidence }) }]),
    ...(missing === undefined
      ? []
      : [
          {
            location: loop.group.location,
            message: text('loop.related.hook', { evidence: missing.evidence }),
          },
        ]),
    ...(template === null
      ? []
      : [
          {
            location: template.location,
            message: text('loop.related.shipping', { evidence: shipping.evidence }),
          },
        ]),
    ...(database === null || version === null
      ? []
      : [{ location: database.location, message: text('loop.related.database', { evidence: version }) }]),
  ];
}
