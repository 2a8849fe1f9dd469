import { text } from '../../../l10n/index.ts';
import { allOf, notApplicable, unknown } from '../answers.ts';
import { auroraGuide, maps, type Check } from '../check.ts';
import { exportFix, exportLink } from './exports.ts';
import { isOn, read } from '../readings.ts';

export const auroraIamAuthErrorExport: Check = {
  id: 'aurora-iam-auth-error-export',
  title: text('check.aurora-iam-auth-error-export.title'),
  why: text('check.aurora-iam-auth-error-export.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster) {
    const iam = read(cluster, 'iamDatabaseAuthenticationEnabled');
    if (iam.state === 'unknown') return unknown(iam.evidence);
    if (!isOn(iam.value)) return notApplicable(iam.evidence);
    return allOf([exportLink(cluster, 'iam-db-auth-error')], {
      fix: exportFix(cluster, ['iam-db-auth-error']),
    });
  },
  helpUri: auroraGuide('UsingWithRDS.IAMDBAuth.Troubleshooting'),
  mappings: maps({ wellArchitected: ['REL06-BP01'] }),
};
