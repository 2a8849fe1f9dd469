/** Hosts as their scripts leave them: packages, services, files, and the agents that ship their logs. */
export { type AgentId, AGENTS } from './agents/agents.ts';
export { type AgentOnHost, agentsOn } from './agents/on-host.ts';
export type { LogInput, LogOutput } from './agents/shipment.ts';
export { coverageOf } from './covered.ts';
export { matchesGlob } from './glob.ts';
export { Host, type Lookup } from './host.ts';
export type { HostScript, Step } from './steps.ts';
export { safeScript } from './safe-script.ts';
export { logNeedsOf, type LogNeed } from './workloads.ts';
