import { text } from '../../../l10n/index.ts';
import { allOf, pass } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { engineName, notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { parameterFix, requiredValues } from '../subjects/parameter-fix.ts';
import { logParameterLinks } from '../subjects/parameters.ts';
import { parametersToSet } from './log-chain.ts';

export const auroraDeadlocksToErrorLog: Check = {
  id: 'aurora-deadlocks-to-error-log',
  title: text('check.aurora-deadlocks-to-error-log.title'),
  why: text('check.aurora-deadlocks-to-error-log.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { deadlocks } = observabilityOfCluster(cluster);
    if (deadlocks === null) return notApplicableToEngine(cluster);
    const demanded = logParameterLinks(cluster, deadlocks, graph);
    if (demanded.length === 0) return pass(text('evidence.alwaysWritten', { engine: engineName(cluster) }));
    return allOf(
      demanded.map(({ link }) => link),
      { fix: parameterFix(cluster, requiredValues(parametersToSet(deadlocks, demanded)), graph) },
    );
  },
  care: text('check.aurora-deadlocks-to-error-log.care'),
  helpUri: ({ pages }) => pages.parameters,
  mappings: controlMappings({ wellArchitected: ['REL06-BP01'] }),
};
