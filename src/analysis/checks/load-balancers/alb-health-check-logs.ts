import { text } from '../../../l10n/index.ts';
import { notApplicable } from '../answers.ts';
import { answerOfChain } from '../chain.ts';
import { balancerGuide, controlMappings, type Check } from '../check.ts';
import { balancerArn } from '../subjects/groups.ts';
import { textOf } from '../reading/readings.ts';
import { balancerLogChain } from './log-bucket.ts';
import { commandVariable } from '../commands.ts';

export const albHealthCheckLogs: Check = {
  id: 'alb-health-check-logs',
  title: text('check.alb-health-check-logs.title'),
  why: text('check.alb-health-check-logs.why'),
  level: 'must',
  appliesTo: ['load-balancer'],
  evaluate(balancer, context) {
    const type = textOf(balancer.settings.type) ?? 'application';
    if (type !== 'application')
      return notApplicable(text('evidence.otherBalancer', { balancer: balancer.name, type }));
    return answerOfChain(balancerLogChain(balancer, 'health_check_logs', context), {
      fix: {
        title: text('fix.healthCheckLogs'),
        changes: [{ kind: 'balancer-logs', assetId: balancer.id, logs: ['health_check_logs'] }],
        command:
          `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${balancerArn(balancer)} --attributes ` +
          `Key=health_check_logs.s3.enabled,Value=true Key=health_check_logs.s3.bucket,Value=${commandVariable('LOG_BUCKET')}`,
      },
    });
  },
  care: text('check.alb-health-check-logs.care'),
  helpUri: balancerGuide('load-balancer-health-check-logs'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP05'] }),
};
