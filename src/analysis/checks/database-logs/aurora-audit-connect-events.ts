import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import { allOf, anyOf, bad, remarked, type Link } from '../answers.ts';
import { auroraGuide, maps, type Check } from '../check.ts';
import { exportFix, exportLink } from './exports.ts';
import type { Graph } from '../graph.ts';
import { membersOf } from '../databases/members.ts';
import { parameterFix } from '../parameter-fix.ts';
import { parameterLink, readClusterParameter } from '../parameters.ts';
import { isOn } from '../readings.ts';

const WANTED = { server_audit_logging: '1', server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL' };

export const auroraAuditConnectEvents: Check = {
  id: 'aurora-audit-connect-events',
  title: text('check.aurora-audit-connect-events.title'),
  why: text('check.aurora-audit-connect-events.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const parameter = (name: string, isGood: (value: string) => boolean): Link =>
      parameterLink([readClusterParameter(cluster, name, graph)], isGood);
    const isLogging = parameter('server_audit_logging', isOn);
    const records = parameter('server_audit_events', recordsConnects);
    const exported = exportLink(cluster, 'audit');
    const uploads = uploadLink(parameter);
    const needsParameters = isLogging.outcome === 'fail' || records.outcome === 'fail';
    const needsExport = exported.outcome === 'fail' && uploads.outcome === 'fail';
    const more = needsExport ? exportFix(cluster, ['audit']) : null;
    const answer = allOf([isLogging, records, wayOut(exported, uploads)], {
      // Whoever is outside can be anybody: then these records are indispensable.
      level: isReachable(cluster, graph) ? 'must' : null,
      fix: needsParameters ? parameterFix(cluster, WANTED, graph, more) : exportFix(cluster, ['audit']),
    });
    const isDouble = exported.outcome === 'pass' && uploads.outcome === 'pass';
    return remarked(answer, isDouble ? text('evidence.auditTwice') : null);
  },
  care: text('check.aurora-audit-connect-events.care'),
  helpUri: auroraGuide('AuroraMySQL.Auditing'),
  mappings: maps({
    securityHub: ['RDS.34', 'RDS.45'],
    config: ['rds-aurora-mysql-audit-logging-enabled', 'aurora-mysql-cluster-audit-logging'],
    checkov: ['CKV_AWS_325'],
    wellArchitected: ['REL06-BP05'],
  }),
};

/** Export or upload: an upload that was begun says what it lacks. */
function wayOut(exported: Link, uploads: Link): Link {
  const isBegun = uploads.evidence.key === 'evidence.uploadWithoutRole';
  return anyOf(isBegun ? [uploads, exported] : [exported, uploads]);
}

/** The other way out of the host, which needs a role. */
function uploadLink(parameter: (name: string, isGood: (value: string) => boolean) => Link): Link {
  const uploads = parameter('server_audit_logs_upload', isOn);
  if (uploads.outcome !== 'pass') return uploads;
  const hasRole = parameter('aws_default_logs_role', (value) => value !== '');
  return hasRole.outcome === 'fail' ? bad(text('evidence.uploadWithoutRole')) : uploads;
}

function isReachable(cluster: Asset, graph: Graph): boolean {
  return [cluster, ...membersOf(cluster, graph)].some(({ settings }) => isOn(settings.publiclyAccessible));
}

/** Events are written in upper case, with commas and without blanks; anything else is not recorded. */
function recordsConnects(value: string): boolean {
  return /^[A-Z_,]+$/.test(value) && value.split(',').includes('CONNECT');
}
