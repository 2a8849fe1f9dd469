import { text } from '../../../l10n/index.ts';
import type { Asset, Text } from '../../../model/index.ts';
import { productOf } from '../../../products/index.ts';
import {
  type AgentOnHost,
  agentsOn,
  logCoverageOf,
  type LogInput,
  logNeedsOf,
  type LogNeed,
  type Step,
} from '../../../inventory/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { type Chain, decisiveLink, follow, nameLink } from '../chain.ts';
import { accessLink, outputLinks } from './agent-access.ts';
import { type GraphContext, hostOfTemplate, type TemplateHost } from './host-scripts.ts';

/** Chain of one agent: installed → started → configuration → paths → role → log group. */
export interface AgentChain {
  agent: AgentOnHost['agent'];
  links: Chain;
  /** Logs that do not leave the instance, or leave it only with the system log. */
  remarks: readonly Text[];
  /** True if only the system's own log is missing: those of servers and applications leave the instance. */
  missesOnlySystem: boolean;
}

/** Chains of all agents that a launch template's scripts mention. */
export function agentChains(template: Asset, context: GraphContext): AgentChain[] {
  const of = hostOfTemplate(template, context);
  const agents = agentsOn(of.host, of.system);
  const heads = agents.map((agent) => ({ agent, links: headOf(agent, template, of) }));
  // The logs of several agents are combined over all running ones.
  const running = heads.filter(({ links }) => decisiveLink(links) === undefined).map(({ agent }) => agent);
  return heads.map(({ agent, links }) => {
    const others = running.includes(agent) ? running : [...running, agent];
    const inputs = others.flatMap(({ shipping }) => shipping.shipments.map(({ input }) => input));
    const paths = pathsLink(agent, inputs, of);
    const chain = [...links];
    const last = chain.at(-1);
    // Without a configuration that can be read, nothing is known about the files and destinations of an agent.
    const isConfigured = agent.config.is === 'found' && !agent.isUnreadGrammar;
    const rest = (): Chain => [
      nameLink('paths', template, paths.link),
      ...accessLink(agent, template, context),
      ...outputLinks(agent, template, context),
    ];
    const whole =
      last === undefined || !isConfigured ? chain : [...chain.slice(0, -1), ...follow(last, rest)];
    return {
      agent: agent.agent,
      links: whole,
      remarks: paths.remarks,
      missesOnlySystem: paths.missesOnlySystem,
    };
  });
}

/** Links of an agent up to its configuration. A missing one is unknown if a part is unseen. */
function headOf(agent: AgentOnHost, template: Asset, { system, unseen }: TemplateHost): Chain {
  const missing = (evidence: Text): CheckLink => unseen ?? failingLink(evidence);
  const installed = nameLink('installed', template, installedLink(agent, template, system, missing));
  return follow(installed, () =>
    follow(nameLink('started', template, startedLink(agent, missing)), () => [
      nameLink('configuration', template, configLink(agent, missing)),
    ]),
  );
}

function installedLink(
  { agent, installed }: AgentOnHost,
  template: Asset,
  system: string | null,
  missing: (evidence: Text) => CheckLink,
): CheckLink {
  const { name } = agent;
  if (system !== null && agent.missingOn?.includes(system) === true)
    return failingLink(
      text('evidence.agentNotOnSystem', { agent: name, system: productOf(system).names.display }),
    );
  if (installed === null)
    return missing(text('evidence.agentNotInstalled', { agent: name, template: template.name }));
  const { holds, step } = installed;
  const place = stepText(step);
  if (holds === false) return failingLink(text('evidence.agentRemoved', { agent: name, place }));
  const evidence = text(place === '' ? 'evidence.agentInstalled.image' : 'evidence.agentInstalled', {
    agent: name,
    place,
  });
  return holds === null ? unknownLink(conditionText(evidence, step)) : passingLink(evidence);
}

function startedLink(
  { agent, started, installed }: AgentOnHost,
  missing: (evidence: Text) => CheckLink,
): CheckLink {
  const { name } = agent;
  if (started === null) {
    // Debian's packages start their services.
    const isStarted = /^(?:sudo\s+)?apt/.test(installed?.step?.written ?? '');
    const evidence = text('evidence.agentNotStarted', { agent: name });
    return isStarted ? unknownLink(evidence) : missing(evidence);
  }
  const { holds, step } = started;
  const place = stepText(step);
  if (holds === false) return failingLink(text('evidence.agentStopped', { agent: name, place }));
  const evidence = text(place === '' ? 'evidence.agentStarted.image' : 'evidence.agentStarted', {
    agent: name,
    place,
  });
  return holds === null ? unknownLink(conditionText(evidence, step)) : passingLink(evidence);
}

function configLink(of: AgentOnHost, missing: (evidence: Text) => CheckLink): CheckLink {
  const { agent, config, shipping } = of;
  const { name } = agent;
  switch (config.is) {
    case 'missing':
      return missing(text('evidence.agentConfigMissing', { agent: name, path: config.name }));
    case 'late':
      return failingLink(
        text('evidence.agentConfigLate', { agent: name, path: config.name, place: stepText(config.step) }),
      );
    case 'unread':
      return unknownLink(
        text(`evidence.agentConfigUnread.${config.from}`, { agent: name, name: config.name }),
      );
    case 'found': {
      const [file] = config.files;
      if (shipping.error?.kind === 'syntax')
        return failingLink(
          text('evidence.agentConfigBroken', {
            agent: name,
            path: file?.path ?? '',
            line: shipping.error.line,
          }),
        );
      if (shipping.error?.kind === 'switched-off')
        return missing(text('evidence.agentSwitchedOff', { agent: name, setting: shipping.error.setting }));
      const evidence = text('evidence.agentConfigFound', { agent: name, path: file?.path ?? '' });
      if (of.isUnreadGrammar) return unknownLink(text('evidence.agentGrammar', { agent: name }));
      if (shipping.shipments.length === 0)
        return failingLink(text('evidence.agentShipsNoLogs', { agent: name, path: file?.path ?? '' }));
      return config.condition === null
        ? passingLink(evidence)
        : unknownLink(text('evidence.onlyWhere', { what: evidence, condition: config.condition }));
    }
  }
}

function pathsLink(
  { agent }: AgentOnHost,
  inputs: readonly LogInput[],
  { host, system }: TemplateHost,
): { link: CheckLink; remarks: Text[]; missesOnlySystem: boolean } {
  const isOnlyInJournal = system !== null && productOf(system).host?.logsOnlyToJournal === true;
  const hasRsyslog =
    host.packages.get('rsyslog')?.holds === true || host.running.get('rsyslog')?.holds === true;
  const needs = logNeedsOf(host).map((need) => ({
    need,
    coverage: logCoverageOf(need, inputs, { isOnlyInJournal, hasRsyslog }),
  }));
  const lost = needs.filter(({ coverage }) => coverage === 'missing' || coverage === 'empty');
  const servers = needs.filter(({ need }) => need.kind === 'web-server' || need.kind === 'application');
  const areServersLost = lost.some(({ need }) => need.kind === 'web-server' || need.kind === 'application');
  const isIntended = needs.some(({ need, coverage }) => need.kind === 'system' && coverage !== 'missing');
  const empty = needs.some(({ coverage }) => coverage === 'empty') ? [text('evidence.onlyMessages')] : [];
  const missing = lost.filter(({ coverage }) => coverage === 'missing').map(({ need }) => need);
  const named =
    missing.length === 0
      ? []
      : [text('evidence.logsMissing', { agent: agent.name, logs: missing.map(logText) })];
  const indirect = needs.some(({ coverage }) => coverage === 'indirect')
    ? [text('evidence.cloudInitIndirect')]
    : [];
  const shipped = text('evidence.logsShipped', {
    agent: agent.name,
    logs: inputs.map(shownInput).slice(0, 6),
  });
  const problems = [...named, ...empty];
  // If the servers' logs leave the instance, a configured file that the system does not write is only a remark.
  const isRemark = !areServersLost && servers.length > 0 && isIntended;
  const [problem, ...others] = problems;
  if (problem === undefined || isRemark)
    return { link: passingLink(shipped), remarks: [...problems, ...indirect], missesOnlySystem: false };
  const evidence = others.length === 0 ? problem : text('evidence.list', { parts: problems });
  return { link: failingLink(evidence), remarks: [], missesOnlySystem: !areServersLost };
}

function logText({ kind, name, paths }: LogNeed): Text {
  const path = paths[0] ?? null;
  if (kind === 'system' || kind === 'cloud-init') return text(`evidence.log.${kind}`);
  return path === null ? text('evidence.log.unknown', { name }) : text('evidence.log.file', { name, path });
}

function shownInput(input: LogInput): string {
  switch (input.kind) {
    case 'file':
      return input.path;
    case 'journal':
      return 'journal';
    case 'syslog':
      return 'syslog';
  }
}

function conditionText(what: Text, step: Step | null): Text {
  return text('evidence.onlyWhere', { what, condition: step?.condition ?? '' });
}

/** `user data:5: dnf install -y amazon-cloudwatch-agent` */
function stepText(step: Step | null): string {
  return step === null ? '' : `${step.script}:${step.line}: ${step.written}`;
}
