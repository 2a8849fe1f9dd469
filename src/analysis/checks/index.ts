export { oneForEachGroup } from './loop/one-loop.ts';
/** The observability and resilience checklist: one file a check. */
export { checklistOf, checklistSteps, type Checklist } from './checklist.ts';
export type { ClusterSource } from './cluster-sources.ts';
export type { LogWay, ReplacementTrigger } from './loop/group-overview.ts';
export type { Overview } from './loop/overview.ts';
export { CHECKS } from './checks.ts';
export { THRESHOLDS } from './overrides.ts';
export type { CheckContext } from './check.ts';
export { incidentChain, type ChainLink } from './loop/incident-chain.ts';
export {
  LOOP_RULE,
  loopFinding,
  loopsOf,
  replacementLoops,
  replacingGroups,
} from './loop/replacement-loop.ts';
export { runChecks, sharedContext, type ChecklistOptions } from './run.ts';
export { shownName } from './readings.ts';
