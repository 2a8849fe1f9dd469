import { text } from '../../../l10n/index.ts';
import { isSystem } from '../../../products/index.ts';
import { fail, notApplicable, pass, unknown } from '../answers.ts';
import { maps, type Check } from '../check.ts';
import { hostOf } from './image-host.ts';
import { isWritten, listOf, textOf } from '../readings.ts';

export const ltSsmManaged: Check = {
  id: 'lt-ssm-managed',
  title: text('check.lt-ssm-managed.title'),
  why: text('check.lt-ssm-managed.why'),
  level: 'should',
  appliesTo: ['launch-template'],
  evaluate(template, { graph }) {
    const [image] = graph.linked(template, 'image');
    if (hostOf(image)?.installsSoftware === false) return notApplicable(text('evidence.bottlerocket'));
    const managed = listOf(image?.settings.managedInstances).length;
    if (managed > 0) return pass(text('evidence.managed', { template: template.name, count: managed }));
    const hasProfile = isWritten(template, 'iamInstanceProfile');
    if (hasProfile === false) {
      return fail(text('evidence.noProfile', { template: template.name }), {
        fix: {
          title: text('fix.profile'),
          changes: [
            { kind: 'instance-role', assetId: template.id, policies: ['AmazonSSMManagedInstanceCore'] },
          ],
          command:
            'aws iam attach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
        },
      });
    }
    const installsAgent = /amazon-ssm-agent/.test(textOf(template.settings.userData) ?? '');
    const hasAgent = installsAgent || (image !== undefined && isSystem(image.product));
    if (!hasAgent) return unknown(text('evidence.agentUnknown', { template: template.name }));
    // A profile that is written is one, whatever its name turns out to be.
    return pass(text('evidence.profile', { template: template.name }));
  },
  care: text('check.lt-ssm-managed.care'),
  helpUri: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/ami-preinstalled-agent.html',
  mappings: maps({
    securityHub: ['SSM.1'],
    config: ['ec2-instance-managed-by-systems-manager'],
    prowler: ['ssm_managed_compliant_patching'],
  }),
};
