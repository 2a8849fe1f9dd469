import { text } from '../../l10n/index.ts';
import { allOf, anyOf, remarked, type Link } from './answers.ts';
import { auroraGuide, maps, type Check } from './check.ts';
import { exportFix, exportLink } from './exports.ts';
import { parameterFix } from './parameter-fix.ts';
import { parameterLink, readClusterParameter } from './parameters.ts';
import { isOn } from './readings.ts';

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
    const uploads = parameter('server_audit_logs_upload', isOn);
    const needsParameters = isLogging.outcome === 'fail' || records.outcome === 'fail';
    const needsExport = exported.outcome === 'fail' && uploads.outcome === 'fail';
    const more = needsExport ? exportFix(cluster, ['audit']) : null;
    const answer = allOf([isLogging, records, anyOf([exported, uploads])], {
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

/** Events are written in upper case, with commas and without blanks; anything else is not recorded. */
function recordsConnects(value: string): boolean {
  return /^[A-Z_,]+$/.test(value) && value.split(',').includes('CONNECT');
}
