import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import type { AgentOnHost, LogOutput } from '../../../inventory/index.ts';
import { userGivenName } from '../../../vocabulary/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { type Chain, nameLink, type NamedLink } from '../chain.ts';
import { isTrusted, permissionOf } from '../reading/permissions.ts';
import { isWritten, numberOf, displayName } from '../reading/readings.ts';
import { type GraphContext, isReferenceTo } from './host-scripts.ts';

/** Action that a program on an instance needs, and the resource's name if known. */
export interface Need {
  action: string;
  resource: string | null;
}

/** Chain of the role that an agent needs to write to AWS and to read its configuration; empty for other receivers. */
export function accessLink(agent: AgentOnHost, template: Asset, context: GraphContext): Chain {
  const needs = [...outputsOf(agent).flatMap(permissionsFor), ...permissionsForConfig(agent)];
  const unique = [...new Map(needs.map((need) => [`${need.action} ${need.resource ?? ''}`, need])).values()];
  return unique.length === 0 ? [] : [agentAccessLink(template, unique, context)];
}

/** Link to the role of a template's instances, by its profile: it has to allow all needed actions. */
export function agentAccessLink(template: Asset, needs: readonly Need[], { graph }: GraphContext): NamedLink {
  const link = (at: Asset | null, given: CheckLink): NamedLink => nameLink('role', at, given);
  if (isWritten(template, 'iamInstanceProfile') === false)
    return link(template, failingLink(text('evidence.shipperWithoutProfile', { template: template.name })));
  const [first] = graph.linked(template, 'role');
  if (first === undefined)
    return link(template, unknownLink(text('evidence.profileNotHere', { template: template.name })));
  const role = first.kind === 'role' ? first : graph.linked(first, 'role')[0];
  if (role === undefined) {
    const isEmpty = isWritten(first, 'roles') === false;
    const evidence = text(isEmpty ? 'evidence.profileWithoutRole' : 'evidence.roleNotHere', {
      profile: first.name,
    });
    return link(first, isEmpty ? failingLink(evidence) : unknownLink(evidence));
  }
  const { name } = role;
  if (isTrusted(role, 'ec2.amazonaws.com') === false)
    return link(role, failingLink(text('evidence.roleNotForInstances', { role: name })));
  const permissions = needs.map((need) => ({
    ...need,
    permission: permissionOf(role, need.action, graph, need.resource),
  }));
  const denied = permissions.find(({ permission }) => permission === 'denied');
  if (denied !== undefined)
    return link(role, failingLink(text('evidence.roleMayNot', { role: name, action: denied.action })));
  const unclear = permissions.find(({ permission }) => permission === 'unknown');
  if (unclear !== undefined)
    return link(role, unknownLink(text('evidence.roleUnclear', { role: name, action: unclear.action })));
  return link(role, passingLink(text('evidence.roleMay', { role: name, action: needs[0]?.action ?? '' })));
}

function outputsOf({ shipping }: AgentOnHost): readonly LogOutput[] {
  return shipping.shipments.map(({ output }) => output);
}

function permissionsFor(output: LogOutput): Need[] {
  switch (output.kind) {
    case 'log-group':
      return [
        { action: 'logs:CreateLogStream', resource: output.name },
        { action: 'logs:PutLogEvents', resource: output.name },
      ];
    case 'stream':
      return [
        {
          action: output.service === 'kinesis' ? 'kinesis:PutRecords' : 'firehose:PutRecordBatch',
          resource: output.name,
        },
      ];
    case 'elsewhere':
      return [];
  }
}

function permissionsForConfig({ config }: AgentOnHost): Need[] {
  if (config.is !== 'found') return [];
  return config.files.flatMap(({ path }) =>
    path.startsWith('ssm:') ? [{ action: 'ssm:GetParameter', resource: path.slice('ssm:'.length) }] : [],
  );
}

/** Links to the log groups of an agent: existing or created by it, with a retention. */
export function outputLinks(agent: AgentOnHost, template: Asset, { graph }: GraphContext): Chain {
  const outputs = outputsOf(agent).filter((output) => output.kind === 'log-group');
  const links = outputs.map((output) => groupLink(output, agent, template, graph));
  const worst =
    links.find(({ outcome }) => outcome === 'fail') ?? links.find(({ outcome }) => outcome === 'unknown');
  return worst === undefined ? links.slice(0, 1) : [worst];
}

function groupLink(
  { name, retention, creates }: Extract<LogOutput, { kind: 'log-group' }>,
  { agent }: AgentOnHost,
  template: Asset,
  graph: GraphContext['graph'],
): NamedLink {
  const link = (at: Asset | null, given: CheckLink): NamedLink => nameLink('log-group', at, given);
  if (name === null)
    return link(null, unknownLink(text('evidence.agentGroupUnknown', { agent: agent.name })));
  const group = graph
    .around(template, 'log-group')
    .find((each) => isReferenceTo(name, userGivenName(each) ?? '') || isReferenceTo(name, each.name));
  if (group !== undefined) {
    const days = numberOf(group.settings.retentionInDays) ?? 0;
    const isOpen = isWritten(group, 'retentionInDays') === null;
    const shown = displayName(group);
    if (isOpen || days > 0 || retention !== null)
      return link(group, passingLink(text('evidence.agentGroup', { group: shown })));
    return link(group, failingLink(text('evidence.agentGroupForever', { group: shown })));
  }
  if (retention !== null) return link(null, passingLink(text('evidence.agentGroup', { group: name })));
  const args = { agent: agent.name, group: name };
  return link(
    null,
    creates
      ? unknownLink(text('evidence.agentGroupByAgent', args))
      : unknownLink(text('evidence.agentGroupNotHere', args)),
  );
}
