import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { fail, notApplicable, pass, unknown, type Answer } from './answers.ts';
import { auroraGuide, maps, type Check, type CheckContext } from './check.ts';
import { defaultConnections, isBurstable, mostConnections } from './connection-limits.ts';
import { instanceClasses, isServerless } from './members.ts';
import { parameterFix } from './parameter-fix.ts';
import { readParameter } from './parameters.ts';
import { numberOf } from './readings.ts';

/** Of `max_connections` (our choice): what all web servers together may take. */
const SHARE_PERCENT = 80;

export const auroraMaxConnectionsSized: Check = {
  id: 'aurora-max-connections-sized',
  title: text('check.aurora-max-connections-sized.title'),
  why: text('check.aurora-max-connections-sized.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, context) {
    const { graph } = context;
    if (isServerless(cluster, graph))
      return notApplicable(text('evidence.serverlessConnections', { asset: cluster.name }));
    const classes = instanceClasses(cluster, graph);
    const [reading] = readParameter(cluster, 'max_connections', graph);
    const written = reading?.state === 'known' ? reading.value : null;
    const isByFormula = written === null || !/^\d+$/.test(written);
    const byClass = smallest(classes.map(defaultConnections));
    const limit = isByFormula ? byClass : Number(written);
    const most = mostConnections(cluster.version);
    if (!isByFormula && Number(written) > most) {
      return fail(text('evidence.overLimit', { value: written, most }), {
        fix: parameterFix(cluster, { max_connections: String(most) }, graph),
      });
    }
    const demand = demandOn(cluster, context);
    if (demand !== null && limit !== null && demand.total > (limit * SHARE_PERCENT) / 100) {
      return fail(
        text('evidence.poolsTooLarge', {
          total: demand.total,
          servers: demand.servers,
          pool: demand.pool,
          limit,
        }),
      );
    }
    const burstable = classes.find(isBurstable);
    if (burstable !== undefined)
      return fail(text('evidence.burstable', { name: burstable }), { level: 'could' });
    if (!isByFormula && byClass !== null && Number(written) > byClass) {
      return fail(text('evidence.overClass', { value: written, byClass, classes }), { level: 'could' });
    }
    return known(
      reading?.state === 'unknown' && reading.evidence.key !== 'evidence.parameterNotSet',
      limit,
      reading?.evidence,
    );
  },
  care: text('check.aurora-max-connections-sized.care'),
  helpUri: auroraGuide('AuroraMySQL.Managing.Performance'),
  mappings: maps({ wellArchitected: ['REL05-BP02', 'REL01-BP01'] }),
};

function known(isHidden: boolean, limit: number | null, evidence: Answer['evidence'] | undefined): Answer {
  if (isHidden && evidence !== undefined) return unknown(evidence);
  if (limit === null) return unknown(text('evidence.classUnknown'));
  return pass(text('evidence.connectionsFit', { limit }));
}

/** What the web servers can open together: the most servers of the group beside, times the largest pool in the code. */
function demandOn(
  cluster: Asset,
  { graph, clues }: CheckContext,
): { total: number; servers: number; pool: number } | null {
  const sizes = graph
    .near(cluster, 'auto-scaling-group')
    .flatMap(({ settings }) => numberOf(settings.maxSize) ?? []);
  const pools = (clues?.pools ?? []).map(({ size }) => size);
  if (sizes.length === 0 || pools.length === 0) return null;
  const [servers, pool] = [Math.max(...sizes), Math.max(...pools)];
  return { total: servers * pool, servers, pool };
}

function smallest(numbers: readonly (number | null)[]): number | null {
  const found = numbers.filter((number) => number !== null);
  return found.length === 0 || found.length < numbers.length ? null : Math.min(...found);
}
