/** Hosts as their scripts leave them: packages, services, files, and the agents that ship their logs. */
export { type Agent, type AgentId, AGENTS } from './agents/agents.ts';
export { type AgentConfig, type AgentOnHost, agentsOn } from './agents/on-host.ts';
export type { LogInput, LogOutput, Shipment } from './agents/shipment.ts';
export { type Coverage, coverageOf, type SystemLog } from './covered.ts';
export { matchesGlob } from './glob.ts';
export { type Fact, Host, type Lookup, type Phase } from './host.ts';
export type { HostScript, Step } from './steps.ts';
export { safeScript } from './safe-script.ts';
export { logNeedsOf, type LogNeed } from './workloads.ts';
