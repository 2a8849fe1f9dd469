import { text } from '../../../l10n/index.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { logChain } from './log-chain.ts';

export const auroraSlowPlansLogged: Check = {
  id: 'aurora-slow-plans-logged',
  title: text('check.aurora-slow-plans-logged.title'),
  why: text('check.aurora-slow-plans-logged.why'),
  level: 'could',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { plans } = observabilityOfCluster(cluster);
    return plans === null ? notApplicableToEngine(cluster) : logChain(cluster, plans, context);
  },
  care: text('check.aurora-slow-plans-logged.care'),
  helpUri: ({ pages }) => pages.parameters,
  mappings: controlMappings({ wellArchitected: ['REL06-BP01'] }),
};
