import type { HostFact, Host, HostFile } from '../host.ts';
import type { Step } from '../steps.ts';
import { type Agent, AGENTS, UNREAD_GRAMMARS } from './agents.ts';
import type { ConfigFile, Shipping } from './shipment.ts';

/** Configuration of an agent, or the reason why there is none. */
export type AgentConfig =
  | { is: 'found'; files: readonly ConfigFile[]; step: Step | null; condition: string | null }
  /** No step writes the file that it is configured to use, or any default file. */
  | { is: 'missing'; name: string; step: Step | null }
  /** The file is written after the agent has started. */
  | { is: 'late'; name: string; step: Step }
  /** The configuration is a parameter, an object or a file that the workspace does not contain. */
  | { is: 'unread'; name: string; from: 'parameter' | 'object' | 'elsewhere'; step: Step };

/** An agent that the scripts of a host install, start or configure. */
export interface AgentOnHost {
  agent: Agent;
  /** Installation of the agent; null if no step installs it. */
  installed: { holds: boolean | null; step: Step | null } | null;
  /** Start of the agent; null if no step starts it. */
  started: { holds: boolean | null; step: Step | null } | null;
  config: AgentConfig;
  shipping: Shipping;
  /** True if the language of the agent's configuration is not supported. */
  isUnreadGrammar: boolean;
}

/** Agents that the scripts of a host install, start or configure. @param system id of the host's system, if known */
export function agentsOn(host: Host, system: string | null): AgentOnHost[] {
  return AGENTS.flatMap((agent) => agentOn(agent, host, system) ?? []);
}

function agentOn(agent: Agent, host: Host, system: string | null): AgentOnHost | null {
  const isBuiltIn = system !== null && agent.presentOn?.includes(system) === true;
  const installing = latestFact(
    [...host.packages].flatMap(([name, fact]) =>
      agent.packages.test(name) || agent.installers?.test(name) === true ? [fact] : [],
    ),
  );
  const contained = host.commands.find(
    ({ step }) => step.does === 'contain' && agent.images?.test(step.image) === true,
  );
  const config =
    contained === undefined ? agentConfig(agent, host) : containedConfig(agent, host, contained.step);
  const installed = installing ?? contained ?? (isBuiltIn ? { holds: true, step: null } : null);
  const started =
    contained ?? startOf(agent, host, isBuiltIn || agent.startsItself === true ? installed : null);
  const isTouched =
    installing !== undefined ||
    contained !== undefined ||
    (started?.step ?? null) !== null ||
    config.step !== null;
  if (!isTouched) return null;
  const files = config.is === 'found' ? config.files : [];
  const shipping = config.is === 'found' ? agent.read(files) : { shipments: [] };
  // The system's own syslog service forwards nothing by default.
  const isIdle = agent.id === 'rsyslog' && shipping.shipments.length === 0;
  if (isIdle) return null;
  return { agent, installed, started, config, shipping, isUnreadGrammar: UNREAD_GRAMMARS.has(agent.id) };
}

function latestFact<F extends HostFact>(facts: readonly F[]): F | undefined {
  return facts.reduce<F | undefined>(
    (last, fact) => (last === undefined || fact.stepIndex > last.stepIndex ? fact : last),
    undefined,
  );
}

/** Start of an agent's service: by a step, or because the image of the instance enables it. */
function startOf(
  agent: Agent,
  host: Host,
  otherwise: { holds: boolean | null; step: Step | null } | null,
): { holds: boolean | null; step: Step | null } | null {
  const running = latestFact([
    ...agent.services.flatMap((unit) => host.running.get(unit) ?? []),
    ...controlCalls(agent, host).flatMap(({ action, isStarting, fact }) => {
      if (action === 'stop') return [{ ...fact, holds: fact.holds === null ? null : false }];
      return isStarting || action === 'start' ? [fact] : [];
    }),
  ]);
  if (running !== undefined) return running;
  return latestFact(agent.services.flatMap((unit) => host.enabled.get(unit) ?? [])) ?? otherwise;
}

interface Control {
  action: string;
  /** Source of a configuration: `file:/path`, `ssm:name`, `default`. */
  source: string | null;
  isStarting: boolean;
  fact: HostFact;
}

/** Calls of an agent's own program that set its configuration. */
function controlCalls({ control }: Agent, host: Host): Control[] {
  if (control === undefined) return [];
  return host.commands.flatMap(({ step, ...fact }) => {
    if (step.does !== 'run') return [];
    const [program = '', ...words] = step.words;
    if (!control.test(program.slice(program.lastIndexOf('/') + 1))) return [];
    const after = (option: string): string | null => words[words.indexOf(option) + 1] ?? null;
    const has = (option: string): boolean => words.includes(option);
    return [
      {
        action: has('-a') ? (after('-a') ?? 'help') : 'help',
        source: has('-c') ? after('-c') : null,
        isStarting: has('-s'),
        fact: { ...fact, step },
      },
    ];
  });
}

function agentConfig(agent: Agent, host: Host): AgentConfig {
  const applied = controlCalls(agent, host).filter(({ action }) => /^(?:fetch|append)-config$/.test(action));
  // Each `fetch-config` replaces the earlier configuration.
  const first = applied.findLastIndex(({ action }) => action === 'fetch-config');
  const sources = applied.slice(Math.max(0, first));
  if (sources.length > 0) return configOfSources(sources, host);
  return configOfFiles(agent, host);
}

function configOfSources(sources: readonly Control[], host: Host): AgentConfig {
  const files: ConfigFile[] = [];
  for (const { source, fact } of sources) {
    const { step, stepIndex: nth } = fact;
    const [kind = '', name = ''] = /^(file|ssm|s3):(.*)$/.exec(source ?? '')?.slice(1) ?? [];
    if (kind === 'ssm') {
      const text = host.lookUp({ from: 'parameter', name });
      if (text === null) return { is: 'unread', from: 'parameter', name, step };
      files.push({ path: source ?? '', text });
    } else if (kind === 'file' || (source ?? '').startsWith('/')) {
      const path = kind === 'file' ? name : (source ?? '');
      const file = host.files.get(path);
      if (file === undefined) return { is: 'missing', name: path, step };
      if (file.stepIndex > nth && file.step !== step) return { is: 'late', name: path, step: file.step };
      const read = readFile(path, file, host);
      if (read.is !== 'found') return read;
      files.push(...read.files);
    } else files.push({ path: 'default', text: '{}' });
  }
  const step = sources.at(-1)?.fact.step ?? null;
  const condition = sources.find(({ fact }) => fact.holds === null)?.fact.step.condition ?? null;
  return { is: 'found', files, step, condition };
}

function readFile(path: string, file: HostFile, host: Host): AgentConfig {
  const text = host.textOf(file);
  const { content, step } = file;
  if (text === null && content.from !== 'text')
    return { is: 'unread', from: content.from, name: content.name, step };
  return {
    is: 'found',
    files: [{ path, text: text ?? '' }],
    step,
    condition: file.holds === null ? step.condition : null,
  };
}

/** Files that the agent reads at its start. */
function configOfFiles(agent: Agent, host: Host): AgentConfig {
  const found = new Map<string, HostFile>();
  for (const pattern of agent.configs)
    for (const [path, file] of host.files) if (matchesPath(pattern, path)) found.set(path, file);
  const [main = ''] = agent.configs;
  if (found.size === 0)
    return agent.packaged === undefined
      ? { is: 'missing', name: main, step: null }
      : { is: 'found', files: [{ path: main, text: agent.packaged }], step: null, condition: null };
  const start = latestFact(agent.services.flatMap((unit) => host.running.get(unit) ?? []));
  const late = [...found].find(([, file]) => start?.holds === true && file.stepIndex > start.stepIndex);
  if (late !== undefined) return { is: 'late', name: late[0], step: late[1].step };
  const read = [...found].map(([path, file]) => readFile(path, file, host));
  const open = read.find(({ is }) => is !== 'found');
  if (open !== undefined) return open;
  const known = read.filter((each) => each.is === 'found');
  return {
    is: 'found',
    files: known.flatMap(({ files }) => files),
    step: known[0]?.step ?? null,
    condition: known.find(({ condition }) => condition !== null)?.condition ?? null,
  };
}

/** A container reads a host's file if it is mounted. */
function containedConfig(agent: Agent, host: Host, step: Step): AgentConfig {
  if (step.does !== 'contain') return { is: 'missing', name: agent.configs[0] ?? '', step };
  const mounted = step.words.flatMap((word) => /^(\/[^:]+):(\/[^:]+)/.exec(word)?.slice(1, 2) ?? []);
  const files = [...host.files].filter(([path]) =>
    mounted.some((mount) => path === mount || path.startsWith(`${mount}/`)),
  );
  const read = files.map(([path, file]) => readFile(path, file, host)).filter((each) => each.is === 'found');
  const texts = read.flatMap(({ files: own }) => own);
  if (texts.length === 0) return { is: 'unread', from: 'elsewhere', name: step.image, step };
  return { is: 'found', files: texts, step, condition: step.condition };
}

/** `*` matches any name below a folder, including those in subfolders. */
function matchesPath(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
