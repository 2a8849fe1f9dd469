import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import { allOf, withRemarks } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { exportFix, logTypes } from './exports.ts';
import type { Graph } from '../reading/graph.ts';
import { membersOf } from '../subjects/members.ts';
import { logParameterLinks } from '../subjects/parameters.ts';
import { isOn } from '../reading/readings.ts';
import { logExport } from './log-export.ts';
import { parametersToSet, loggingFix } from './log-chain.ts';

export const auroraAuditConnectEvents: Check = {
  id: 'aurora-audit-connect-events',
  title: text('check.aurora-audit-connect-events.title'),
  why: text('check.aurora-audit-connect-events.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { graph } = context;
    const { audit } = observabilityOfCluster(cluster);
    if (audit === null || !logTypes(cluster).includes(audit.type)) return notApplicableToEngine(cluster);
    const demanded = logParameterLinks(cluster, audit, graph);
    const written = demanded.map(({ link }) => link);
    const { exported, uploads, either } = logExport(cluster, audit.type, graph);
    const needsParameters = written.some(({ outcome }) => outcome === 'fail');
    const needsExport = exported.outcome === 'fail' && (uploads === null || uploads.outcome === 'fail');
    const more = needsExport ? exportFix(cluster, [audit.type], context) : null;
    const answer = allOf([...written, either], {
      // Anybody can connect to a reachable database: then these records are indispensable.
      level: isReachable(cluster, graph) ? 'must' : null,
      fix: needsParameters
        ? loggingFix(cluster, parametersToSet(audit, demanded), context, more)
        : exportFix(cluster, [audit.type], context),
    });
    const isDouble = exported.outcome === 'pass' && uploads?.outcome === 'pass';
    return withRemarks(answer, isDouble ? text('evidence.auditTwice') : null);
  },
  care: text('check.aurora-audit-connect-events.care'),
  helpUri: ({ pages }) => pages.audit,
  mappings: controlMappings({ checkov: ['CKV_AWS_325'], wellArchitected: ['REL06-BP05'] }),
  engineControls: 'audit',
};

/** True for a database that is reachable from outside: then records of connections are indispensable. */
export function isReachable(cluster: Asset, graph: Graph): boolean {
  return [cluster, ...membersOf(cluster, graph)].some(({ settings }) => isOn(settings.publiclyAccessible));
}
