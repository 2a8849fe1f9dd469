import { text } from '../../../l10n/index.ts';
import { notApplicable } from '../answers.ts';
import { answerOfChain } from '../chain.ts';
import { balancerGuide, controlMappings, type Check } from '../check.ts';
import { balancerArn } from '../subjects/groups.ts';
import { textOf } from '../reading/readings.ts';
import { balancerLogChain } from './log-bucket.ts';
import { commandVariable } from '../commands.ts';

export const albAccessLogs: Check = {
  id: 'alb-access-logs',
  title: text('check.alb-access-logs.title'),
  why: text('check.alb-access-logs.why'),
  level: 'should',
  appliesTo: ['load-balancer'],
  evaluate(balancer, context) {
    const type = textOf(balancer.settings.type) ?? 'application';
    if (type === 'gateway')
      return notApplicable(text('evidence.otherBalancer', { balancer: balancer.name, type }));
    return answerOfChain(balancerLogChain(balancer, 'access_logs', context), {
      fix: {
        title: text('fix.accessLogs'),
        changes: [{ kind: 'balancer-logs', assetId: balancer.id, logs: ['access_logs'] }],
        command:
          `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${balancerArn(balancer)} --attributes ` +
          `Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=${commandVariable('LOG_BUCKET')}`,
      },
    });
  },
  care: text('check.alb-access-logs.care'),
  helpUri: balancerGuide('load-balancer-access-logs'),
  mappings: controlMappings({
    securityHub: ['ELB.5'],
    config: ['elb-logging-enabled'],
    prowler: ['elbv2_logging_enabled'],
    checkov: ['CKV_AWS_91'],
  }),
};
