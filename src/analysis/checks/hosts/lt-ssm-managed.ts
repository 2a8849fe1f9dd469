import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import {
  fail,
  notApplicable,
  pass,
  failingLink,
  passingLink,
  unknownLink,
  type CheckLink,
} from '../answers.ts';
import { answerOfChain, follow, nameLink, type NamedLink } from '../chain.ts';
import { controlMappings, type Check } from '../check.ts';
import { commandVariable } from '../commands.ts';
import { isWritten, listOf } from '../reading/readings.ts';
import { agentAccessLink } from './agent-access.ts';
import { type GraphContext, hostOfTemplate, systemImage, buildsOf } from './host-scripts.ts';
import { hostOf } from './image-host.ts';

const AGENT = 'amazon-ssm-agent';

export const ltSsmManaged: Check = {
  id: 'lt-ssm-managed',
  title: text('check.lt-ssm-managed.title'),
  why: text('check.lt-ssm-managed.why'),
  level: 'should',
  appliesTo: ['launch-template'],
  evaluate(template, context) {
    const { graph } = context;
    const image = systemImage(template, buildsOf(template, graph), graph);
    if (hostOf(image)?.installsSoftware === false) return notApplicable(text('evidence.bottlerocket'));
    const managed = listOf(image?.settings.managedInstances).length;
    if (managed > 0) return pass(text('evidence.managed', { template: template.name, count: managed }));
    const hasProfile = isWritten(template, 'iamInstanceProfile');
    if (hasProfile === false)
      return {
        ...fail(text('evidence.noProfile', { template: template.name }), { fix: profileFix(template) }),
        link: 'role',
      };
    return answerOfChain(
      follow(agentLink(template, context), () => [
        agentAccessLink(template, [{ action: 'ssm:UpdateInstanceInformation', resource: null }], context),
      ]),
    );
  },
  care: text('check.lt-ssm-managed.care'),
  helpUri: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/ami-preinstalled-agent.html',
  mappings: controlMappings({
    securityHub: ['SSM.1'],
    config: ['ec2-instance-managed-by-systems-manager'],
    prowler: ['ssm_managed_compliant_patching'],
  }),
};

/** Link to the agent of Systems Manager: Amazon Linux images have it, and scripts install, stop or remove it. */
function agentLink(template: Asset, context: GraphContext): NamedLink {
  const { host, system, unseen } = hostOfTemplate(template, context);
  const link = (given: CheckLink): NamedLink => nameLink('agent', template, given);
  const [installed] = [...host.packages].filter(([name]) => name.startsWith(AGENT)).map(([, fact]) => fact);
  const stopped = [host.running.get(AGENT), host.enabled.get(AGENT)].find((fact) => fact?.holds === false);
  const gone = installed?.holds === false ? installed : stopped;
  if (gone !== undefined)
    return link(
      failingLink(
        text('evidence.ssmAgentGone', {
          template: template.name,
          place: `${gone.step.script}:${gone.step.line}`,
        }),
      ),
    );
  if (installed?.holds === true || system !== null)
    return link(passingLink(text('evidence.profile', { template: template.name })));
  return link(unseen ?? unknownLink(text('evidence.agentUnknown', { template: template.name })));
}

function profileFix(template: Asset): Fix {
  return {
    title: text('fix.profile'),
    changes: [{ kind: 'instance-role', assetId: template.id, policies: ['AmazonSSMManagedInstanceCore'] }],
    command:
      `aws iam attach-role-policy --role-name ${commandVariable('INSTANCE_ROLE')} ` +
      '--policy-arn arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
  };
}
