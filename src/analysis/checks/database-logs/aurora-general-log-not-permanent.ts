import { text } from '../../../l10n/index.ts';
import { allOf, remarked } from '../answers.ts';
import { auroraGuide, maps, type Check } from '../check.ts';
import { exportLink } from './exports.ts';
import { parameterFix } from '../parameter-fix.ts';
import { parameterLink, readParameter } from '../parameters.ts';
import { isOn } from '../readings.ts';

export const auroraGeneralLogNotPermanent: Check = {
  id: 'aurora-general-log-not-permanent',
  title: text('check.aurora-general-log-not-permanent.title'),
  why: text('check.aurora-general-log-not-permanent.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const isOff = parameterLink(readParameter(cluster, 'general_log', graph), (value) => !isOn(value));
    const answer = allOf([isOff], {
      fix: parameterFix(cluster, { general_log: '0' }, graph),
      level: 'could',
    });
    const isIdle = isOff.outcome === 'pass' && exportLink(cluster, 'general').outcome === 'pass';
    return remarked(answer, isIdle ? text('evidence.generalExportIdle') : null);
  },
  care: text('check.aurora-general-log-not-permanent.care'),
  helpUri: auroraGuide('USER_LogAccess.MySQL.LogFileSize'),
  mappings: maps({ securityHub: ['RDS.9'] }),
};
