import { text } from '../../../l10n/index.ts';
import { allOf, fail, notApplicable, remarked } from '../answers.ts';
import { auroraGuide, maps, type Check, type Note } from '../check.ts';
import { exportFix, exportLink } from './exports.ts';
import { membersOf } from '../databases/members.ts';
import { parameterLink, readParameter } from '../parameters.ts';
import { isWritten } from '../readings.ts';
import { engineLine } from '../engine-line.ts';

const notSuppressed: Note = {
  id: 'aurora-error-log-not-suppressed',
  title: text('check.aurora-error-log-not-suppressed.title'),
  level: 'could',
  evaluate(cluster, { graph }) {
    const verbosity = readParameter(cluster, 'log_error_verbosity', graph);
    if (verbosity.some(({ state }) => state === 'known')) {
      return fail(text('evidence.notOfAurora', { name: 'log_error_verbosity' }));
    }
    if (cluster.version === null) return notApplicable(text('evidence.versionUnknown'));
    if (engineLine(cluster) === '2') {
      // Community knowledge: MySQL 5.7 writes aborted connections only when log_warnings is above 1; its default is 2.
      const readings = readParameter(cluster, 'log_warnings', graph);
      const isUntouched = readings.every(({ evidence }) => evidence.key === 'evidence.parameterNotSet');
      if (isUntouched) return notApplicable(text('evidence.parameterNotSet', { name: 'log_warnings' }));
      return allOf([parameterLink(readings, (value) => Number(value) > 1)]);
    }
    return allOf([
      parameterLink(readParameter(cluster, 'log_error_suppression_list', graph), (value) => value === ''),
    ]);
  },
};

export const auroraLogExportError: Check = {
  id: 'aurora-log-export-error',
  title: text('check.aurora-log-export-error.title'),
  why: text('check.aurora-log-export-error.why'),
  level: 'must',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const answer = allOf([exportLink(cluster, 'error')], { fix: exportFix(cluster, ['error']) });
    const misplaced = membersOf(cluster, graph).find(
      (member) => isWritten(member, 'enabledCloudwatchLogsExports') === true,
    );
    return remarked(
      answer,
      misplaced === undefined ? null : text('evidence.exportOnInstance', { asset: misplaced.name }),
    );
  },
  care: text('check.aurora-log-export-error.care'),
  helpUri: auroraGuide('AuroraMySQL.Integrating.CloudWatch'),
  mappings: maps({
    securityHub: ['RDS.9'],
    config: ['rds-logging-enabled'],
    prowler: ['rds_cluster_integration_cloudwatch_logs'],
    checkov: ['CKV_AWS_324'],
    wellArchitected: ['REL06-BP01', 'OPS04-BP02'],
  }),
  notes: [notSuppressed],
};
