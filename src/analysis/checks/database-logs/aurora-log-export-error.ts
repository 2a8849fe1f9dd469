import { text } from '../../../l10n/index.ts';
import { allOf, fail, notApplicable, withRemarks } from '../answers.ts';
import { controlMappings, type Check, type Note } from '../check.ts';
import { engineLine, engineName, notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { exportFix, exportLink } from './exports.ts';
import { membersOf } from '../subjects/members.ts';
import { parameterFix, requiredValues } from '../subjects/parameter-fix.ts';
import { parameterLink, readParameter, logParameterLinks } from '../subjects/parameters.ts';
import { isWritten } from '../reading/readings.ts';
import { parametersToSet } from './log-chain.ts';

const notSuppressed: Note = {
  id: 'aurora-error-log-not-suppressed',
  title: text('check.aurora-error-log-not-suppressed.title'),
  level: 'could',
  evaluate(cluster, { graph }) {
    const { error } = observabilityOfCluster(cluster);
    const misleading = error.misleading.find((name) =>
      readParameter(cluster, name, graph).some(({ state }) => state === 'known'),
    );
    if (misleading !== undefined) {
      return fail(text('evidence.notDocumented', { name: misleading, engine: engineName(cluster) }));
    }
    const line = engineLine(cluster);
    if (line === null) return notApplicable(text('evidence.versionUnknown'));
    const demand = error.completeness(line);
    if (demand === null) return notApplicableToEngine(cluster);
    const readings = readParameter(cluster, demand.name, graph);
    const isUntouched = readings.every(({ evidence }) => evidence.key === 'evidence.parameterNotSet');
    if (isUntouched) return notApplicable(text('evidence.parameterNotSet', { name: demand.name }));
    return allOf([parameterLink(readings, demand.isGood)]);
  },
};

export const auroraLogExportError: Check = {
  id: 'aurora-log-export-error',
  title: text('check.aurora-log-export-error.title'),
  why: text('check.aurora-log-export-error.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { graph } = context;
    const { error } = observabilityOfCluster(cluster);
    const { type } = error;
    const demanded = logParameterLinks(cluster, error, graph);
    const exported = exportLink(cluster, type);
    const exporting = exported.outcome === 'fail' ? exportFix(cluster, [type], context) : null;
    const isFiltered = demanded.some(({ link }) => link.outcome === 'fail');
    const answer = allOf([...demanded.map(({ link }) => link), exported], {
      fix: isFiltered
        ? parameterFix(cluster, requiredValues(parametersToSet(error, demanded)), graph, exporting)
        : exportFix(cluster, [type], context),
    });
    const misplaced = membersOf(cluster, graph).find(
      (member) => isWritten(member, 'enabledCloudwatchLogsExports') === true,
    );
    return withRemarks(
      answer,
      misplaced === undefined ? null : text('evidence.exportOnInstance', { asset: misplaced.name }),
    );
  },
  care: text('check.aurora-log-export-error.care'),
  helpUri: ({ pages }) => pages.exports,
  mappings: controlMappings({
    securityHub: ['RDS.9'],
    config: ['rds-logging-enabled'],
    prowler: ['rds_cluster_integration_cloudwatch_logs'],
    checkov: ['CKV_AWS_324'],
    wellArchitected: ['REL06-BP01', 'OPS04-BP02'],
  }),
  notes: [notSuppressed],
};
