import { text } from '../../../l10n/index.ts';
import { allOf, withRemarks } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { exportLink } from './exports.ts';
import { parameterFix } from '../subjects/parameter-fix.ts';
import { parameterLink, readParameter } from '../subjects/parameters.ts';

export const auroraGeneralLogNotPermanent: Check = {
  id: 'aurora-general-log-not-permanent',
  title: text('check.aurora-general-log-not-permanent.title'),
  why: text('check.aurora-general-log-not-permanent.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { general, error } = observabilityOfCluster(cluster);
    if (general === null) return notApplicableToEngine(cluster);
    const [{ name, isGood: isOn }] = general.needs;
    const isOff = parameterLink(readParameter(cluster, name, graph), (value) => !isOn(value));
    const answer = allOf([isOff], {
      fix: parameterFix(cluster, { [name]: general.off }, graph),
      level: 'could',
    });
    // A log that contains more than statements is exported for its other records.
    const isIdle =
      general.type !== error.type &&
      isOff.outcome === 'pass' &&
      exportLink(cluster, general.type).outcome === 'pass';
    return withRemarks(answer, isIdle ? text('evidence.generalExportIdle', { type: general.type }) : null);
  },
  care: text('check.aurora-general-log-not-permanent.care'),
  helpUri: ({ pages }) => pages.logFiles,
  mappings: controlMappings({ securityHub: ['RDS.9'] }),
};
