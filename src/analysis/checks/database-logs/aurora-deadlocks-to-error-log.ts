import { text } from '../../../l10n/index.ts';
import { allOf } from '../answers.ts';
import { auroraGuide, maps, type Check } from '../check.ts';
import { parameterFix } from '../parameter-fix.ts';
import { parameterLink, readParameter } from '../parameters.ts';
import { isOn } from '../readings.ts';

export const auroraDeadlocksToErrorLog: Check = {
  id: 'aurora-deadlocks-to-error-log',
  title: text('check.aurora-deadlocks-to-error-log.title'),
  why: text('check.aurora-deadlocks-to-error-log.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    return allOf([parameterLink(readParameter(cluster, 'innodb_print_all_deadlocks', graph), isOn)], {
      fix: parameterFix(cluster, { innodb_print_all_deadlocks: '1' }, graph),
    });
  },
  care: text('check.aurora-deadlocks-to-error-log.care'),
  helpUri: auroraGuide('AuroraMySQL.Reference.ParameterGroups'),
  mappings: maps({ wellArchitected: ['REL06-BP01'] }),
};
