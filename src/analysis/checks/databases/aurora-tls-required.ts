import { text } from '../../../l10n/index.ts';
import { allOf } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { parameterFix, requiredValues } from '../subjects/parameter-fix.ts';
import { demandLink } from '../subjects/parameters.ts';

export const auroraTlsRequired: Check = {
  id: 'aurora-tls-required',
  title: text('check.aurora-tls-required.title'),
  why: text('check.aurora-tls-required.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { tls } = observabilityOfCluster(cluster);
    if (tls === null) return notApplicableToEngine(cluster);
    return allOf([demandLink(cluster, tls, graph)], {
      fix: parameterFix(cluster, requiredValues([tls]), graph),
    });
  },
  care: text('check.aurora-tls-required.care'),
  helpUri: ({ pages }) => pages.tls,
  mappings: controlMappings({ wellArchitected: ['SEC09-BP02'] }),
};
