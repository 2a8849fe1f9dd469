import type { Asset, Fix } from '../../../model/index.ts';
import type { LogSource, ParameterDemand } from '../../../products/index.ts';
import { allOf, type Answer } from '../answers.ts';
import type { CheckContext } from '../check.ts';
import { listParameters, parameterFix, valuesKeepingLibraries } from '../subjects/parameter-fix.ts';
import { demandLink, logParameterLinks, type DemandedLink } from '../subjects/parameters.ts';
import { notApplicableToEngine } from '../engine.ts';
import { exportFix, logTypes } from './exports.ts';
import { logExport } from './log-export.ts';

/**
 * Link that holds if the relevant records are written and leave the host, with its fix.
 * @param instead a parameter that has the same records written, regardless of the log's own needs
 */
export function logChain(
  cluster: Asset,
  source: LogSource,
  context: CheckContext,
  instead: ParameterDemand | null = null,
): Answer {
  const { graph } = context;
  const { type } = source;
  if (!logTypes(cluster).includes(type)) return notApplicableToEngine(cluster);
  const demanded = logParameterLinks(cluster, source, graph);
  const own = demanded.map(({ link }) => link);
  const isAllWritten = own.every(({ outcome }) => outcome === 'pass');
  const other = instead === null || isAllWritten ? null : demandLink(cluster, instead, graph);
  const written = other === null || other.outcome === 'fail' ? own : [other];
  const { either } = logExport(cluster, type, graph);
  const exporting = either.outcome === 'fail' ? exportFix(cluster, [type], context) : null;
  const isWritten = written.every(({ outcome }) => outcome !== 'fail');
  return allOf([...written, either], {
    fix: isWritten ? exporting : loggingFix(cluster, parametersToSet(source, demanded), context, exporting),
  });
}

/** Parameters to set for a log: its needs, and its filters to remove. */
export function parametersToSet(
  { needs }: LogSource,
  links: readonly DemandedLink[],
): readonly ParameterDemand[] {
  const failing = links.flatMap(({ demand, link }) =>
    link.outcome === 'fail' && demand !== null && !needs.includes(demand) ? [demand] : [],
  );
  return [...needs, ...failing];
}

/** Fix that sets the parameters a log needs; null if one of them is a list to be extended whose present value is unknown. */
export function loggingFix(
  cluster: Asset,
  needs: readonly ParameterDemand[],
  { graph }: CheckContext,
  exporting: Fix | null,
): Fix | null {
  // An option is added by hand: its settings are the team's.
  if (needs.length === 0) return null;
  const values = valuesKeepingLibraries(cluster, needs, graph);
  return values === null ? null : parameterFix(cluster, values, graph, exporting, listParameters(needs));
}
