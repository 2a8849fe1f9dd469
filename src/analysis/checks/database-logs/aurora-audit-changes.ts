import { text } from '../../../l10n/index.ts';
import { maps, type Check } from '../check.ts';
import { notOfEngine, observed } from '../engine.ts';
import { logChain } from './log-chain.ts';

export const auroraAuditChanges: Check = {
  id: 'aurora-audit-changes',
  title: text('check.aurora-audit-changes.title'),
  why: text('check.aurora-audit-changes.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { changes } = observed(cluster);
    return changes === null ? notOfEngine(cluster) : logChain(cluster, changes, context, changes.instead);
  },
  care: text('check.aurora-audit-changes.care'),
  helpUri: ({ pages }) => pages.audit,
  mappings: maps({ wellArchitected: ['SEC04-BP01'] }),
};
