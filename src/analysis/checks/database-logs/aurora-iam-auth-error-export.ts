import { text } from '../../../l10n/index.ts';
import { allOf, notApplicable, unknown } from '../answers.ts';
import { databaseGuide, controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine } from '../engine.ts';
import { exportFix, exportLink, logTypes } from './exports.ts';
import { isOn, readSetting } from '../reading/readings.ts';

/** Log type of every RDS engine. */
const TOKEN_ERROR_LOG = 'iam-db-auth-error';

export const auroraIamAuthErrorExport: Check = {
  id: 'aurora-iam-auth-error-export',
  title: text('check.aurora-iam-auth-error-export.title'),
  why: text('check.aurora-iam-auth-error-export.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    if (!logTypes(cluster).includes(TOKEN_ERROR_LOG)) return notApplicableToEngine(cluster);
    const iam = readSetting(cluster, 'iamDatabaseAuthenticationEnabled');
    if (iam.state === 'unknown') return unknown(iam.evidence);
    if (!isOn(iam.value)) return notApplicable(iam.evidence);
    return allOf([exportLink(cluster, TOKEN_ERROR_LOG)], {
      fix: exportFix(cluster, [TOKEN_ERROR_LOG], context),
    });
  },
  helpUri: databaseGuide('UsingWithRDS.IAMDBAuth.Troubleshooting'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP01'] }),
};
