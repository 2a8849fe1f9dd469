import { text } from '../../../l10n/index.ts';
import { fail, notApplicable, pass, unknown } from '../answers.ts';
import { balancerGuide, controlMappings, type Check } from '../check.ts';
import { targetArn } from '../subjects/groups.ts';
import { isWritten, textOf, unknownValueReason } from '../reading/readings.ts';
import { drivesReplacement } from './tg-health-path-shallow.ts';

const ROUTING = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';

export const tgFailOpenPolicy: Check = {
  id: 'tg-fail-open-policy',
  title: text('check.tg-fail-open-policy.title'),
  why: text('check.tg-fail-open-policy.why'),
  level: 'should',
  appliesTo: ['target-group'],
  evaluate(target, { graph }) {
    if (drivesReplacement(target, graph) === false) {
      return notApplicable(text('evidence.noReplacement', { target: target.name }));
    }
    const names = [`${ROUTING}.percentage`, `${ROUTING}.count`];
    const set = names.find(
      (name) => isWritten(target, name) === true && textOf(target.settings[name]) !== 'off',
    );
    if (set !== undefined)
      return pass(text('evidence.failOpen', { name: set, value: textOf(target.settings[set]) ?? '' }));
    if (names.some((name) => isWritten(target, name) === null)) {
      return unknown(unknownValueReason(target, text('evidence.failOpenUnknown', { target: target.name })));
    }
    return fail(text('evidence.failOpenDefault', { target: target.name }), {
      fix: {
        title: text('fix.failOpen'),
        changes: [
          {
            kind: 'setting',
            assetId: target.id,
            setting: `${ROUTING}.percentage`,
            value: '50',
            mode: 'set',
          },
        ],
        command:
          `aws elbv2 modify-target-group-attributes --target-group-arn ${targetArn(target)} ` +
          `--attributes Key=${ROUTING}.percentage,Value=50`,
      },
    });
  },
  care: text('check.tg-fail-open-policy.care'),
  helpUri: balancerGuide('load-balancer-target-groups'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP05', 'REL05-BP01'] }),
};
