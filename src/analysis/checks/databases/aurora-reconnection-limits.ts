import { text } from '../../../l10n/index.ts';
import { allOf } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { parameterFix, requiredValues } from '../subjects/parameter-fix.ts';
import { demandLink } from '../subjects/parameters.ts';

/** Parameters that decide how an engine takes a surge of connections. */
export const auroraReconnectionLimits: Check = {
  id: 'aurora-reconnection-limits',
  title: text('check.aurora-reconnection-limits.title'),
  why: text('check.aurora-reconnection-limits.why'),
  level: 'could',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { surge } = observabilityOfCluster(cluster).connections;
    if (surge.length === 0) return notApplicableToEngine(cluster);
    const links = surge.map((demand) => ({ demand, link: demandLink(cluster, demand, graph) }));
    const lacking = links.filter(({ link }) => link.outcome === 'fail').map(({ demand }) => demand);
    return allOf(
      links.map(({ link }) => link),
      { fix: lacking.length === 0 ? null : parameterFix(cluster, requiredValues(lacking), graph) },
    );
  },
  care: text('check.aurora-reconnection-limits.care'),
  helpUri: ({ pages }) => pages.parameters,
  mappings: controlMappings({ wellArchitected: ['REL05-BP02'] }),
};
