import { text } from '../../../l10n/index.ts';
import { logNeedsOf } from '../../../inventory/index.ts';
import type { Asset, CollectedLog, Fix } from '../../../model/index.ts';
import { hostOf } from './image-host.ts';
import { failingLink, fail, notApplicable, pass, withRemarks, unknown, type CheckLink } from '../answers.ts';
import { answerOfChain, bestChain, decisiveLink, nameLink } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check, type Note } from '../check.ts';
import { groupsOf } from '../subjects/groups.ts';
import { type AgentChain, agentChains } from './agent-chain.ts';
import { type GraphContext, hostOfTemplate } from './host-scripts.ts';
import {
  fieldOf,
  isUnknownField,
  isWritten,
  listOf,
  textOf,
  unknownValueReason,
} from '../reading/readings.ts';

/** Agents of CloudWatch itself. */
const CLOUDWATCH_AGENT: ReadonlySet<string> = new Set(['cloudwatch-agent', 'awslogs']);

const rootVolume: Note = {
  id: 'lt-root-volume-kept',
  title: text('check.lt-root-volume-kept.title'),
  level: 'could',
  evaluate(template) {
    const isMapped = isWritten(template, 'blockDeviceMappings');
    if (isMapped === null) return unknown(unknownValueReason(template, text('evidence.volumesUnknown')));
    if (!isMapped) return notApplicable(text('evidence.volumesByImage'));
    const mappings = listOf(template.settings.blockDeviceMappings);
    if (mappings.some((mapping) => isUnknownField(mapping, 'ebs', 'deleteOnTermination'))) {
      return unknown(unknownValueReason(template, text('evidence.volumesUnknown')));
    }
    const isKept = mappings.some(
      (mapping) => textOf(fieldOf(mapping, 'ebs', 'deleteOnTermination')) === 'false',
    );
    return isKept ? pass(text('evidence.volumeKept')) : fail(text('evidence.volumeDeleted'));
  },
};

export const ltLogShipping: Check = {
  id: 'lt-log-shipping',
  title: text('check.lt-log-shipping.title'),
  why: text('check.lt-log-shipping.why'),
  level: 'must',
  appliesTo: ['launch-template'],
  evaluate(template, context) {
    const [image] = context.graph.linked(template, 'image');
    if (hostOf(image)?.installsSoftware === false) return notApplicable(text('evidence.bottlerocket'));
    const fix = agentFix(template, context);
    const best = bestAgent(agentChains(template, context));
    if (best === null)
      return answerOfChain([nameLink('installed', template, noAgent(template, context))], { fix });
    const level = levelOf(best);
    const answer = answerOfChain(best.links, { fix, level });
    return answer.answer === 'pass' ? withRemarks(answer, ...best.remarks) : answer;
  },
  care: text('check.lt-log-shipping.care'),
  helpUri: cloudWatchGuide('Install-CloudWatch-Agent'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP01', 'REL06-BP05', 'OPS04-BP02'] }),
  notes: [rootVolume],
};

/** Lower level if only the system's own logs are missing, or if only the log group is wrong: one without expiry. */
function levelOf({ links, missesOnlySystem }: AgentChain): 'should' | 'could' | null {
  const decisive = decisiveLink(links);
  if (decisive?.outcome !== 'fail') return null;
  if (decisive.name === 'log-group') return 'could';
  return decisive.name === 'paths' && missesOnlySystem ? 'should' : null;
}

/** Agent whose chain holds, or holds longest. */
function bestAgent(chains: readonly AgentChain[]): AgentChain | null {
  const [first, ...others] = chains.map(({ links }) => links);
  if (first === undefined) return null;
  const best = bestChain([first, ...others]);
  return chains.find(({ links }) => links === best) ?? null;
}

function noAgent(template: Asset, context: GraphContext): CheckLink {
  return (
    hostOfTemplate(template, context).unseen ??
    failingLink(text('evidence.noShipper', { template: template.name }))
  );
}

/** Fix that installs the agent on all instances of the groups that use the template, and adds a role if there is none. */
function agentFix(template: Asset, { graph }: GraphContext): Fix {
  const groups = groupsOf(template, graph).map(({ id }) => id);
  const policies = ['AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy'];
  const hasRole = isWritten(template, 'iamInstanceProfile') !== false;
  return {
    title: text('fix.shipping'),
    changes: [
      ...(hasRole ? [] : [{ kind: 'instance-role', assetId: template.id, policies } as const]),
      { kind: 'log-agent', assetId: template.id, groups, logs: logsToCollect(template, { graph }) },
    ],
    command:
      'dnf install -y amazon-cloudwatch-agent && amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 ' +
      '-s -c ssm:AmazonCloudWatch-CONFIG',
  };
}

/** Log files of the programs on a template's hosts, if their paths are known. */
function logsToCollect(template: Asset, context: GraphContext): CollectedLog[] {
  const paths = logNeedsOf(hostOfTemplate(template, context).host).flatMap(({ kind, paths, besides = [] }) =>
    kind === 'system' || kind === 'cloud-init' ? paths.slice(0, 1) : [...paths, ...besides],
  );
  return [...new Set(paths)].map((path) => ({ path, stream: streamOf(path) }));
}

/** `/var/log/httpd/error_log` is `httpd-error_log`. */
function streamOf(path: string): string {
  return path
    .replace(/^\/var\/log\//, '')
    .replace(/-output\.log$|\.log$/, '')
    .replaceAll('/', '-')
    .replace(/^-/, '');
}

/** Link that holds if logs leave the instances of a launch template while they run. */
export function logShipping(template: Asset, context: GraphContext): CheckLink {
  return shippingLink(bestAgent(agentChains(template, context)), noAgent(template, context));
}

/** Links of CloudWatch's agent, and of any other shipper: they are alternatives. */
export function shippingLinks(
  template: Asset,
  context: GraphContext,
): { agent: CheckLink; shipper: CheckLink } {
  const chains = agentChains(template, context);
  const { unseen } = hostOfTemplate(template, context);
  const missing = unseen ?? failingLink(text('evidence.noWay', { template: template.name }));
  const [agents, others] = [true, false].map((isOne) =>
    chains.filter(({ agent }) => CLOUDWATCH_AGENT.has(agent.id) === isOne),
  );
  return {
    agent: shippingLink(bestAgent(agents ?? []), missing),
    shipper: shippingLink(bestAgent(others ?? []), missing),
  };
}

/** Chain as one link: the deciding one, else the agent that ships. */
function shippingLink(best: AgentChain | null, missing: CheckLink): CheckLink {
  if (best === null) return missing;
  const decisive = decisiveLink(best.links) ?? best.links.find(({ name }) => name === 'paths');
  return decisive ?? missing;
}
