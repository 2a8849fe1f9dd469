import { text } from '../../../l10n/index.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { logChain } from './log-chain.ts';

export const auroraAuditChanges: Check = {
  id: 'aurora-audit-changes',
  title: text('check.aurora-audit-changes.title'),
  why: text('check.aurora-audit-changes.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { changes } = observabilityOfCluster(cluster);
    return changes === null
      ? notApplicableToEngine(cluster)
      : logChain(cluster, changes, context, changes.instead);
  },
  care: text('check.aurora-audit-changes.care'),
  helpUri: ({ pages }) => pages.audit,
  mappings: controlMappings({ wellArchitected: ['SEC04-BP01'] }),
};
