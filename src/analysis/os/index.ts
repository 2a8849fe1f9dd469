/** Operating systems: how far a pinned release is behind, what it lacks, where to go, how long it is supported. */
export { flavoursIn, flavoursOf, imageOf, isOfHost, shareHost } from './image-of.ts';
export { osBehind, type OsBehind } from './os-behind.ts';
export { osBugsOfVersion } from './os-bugs.ts';
export { osFindings, osFindingSteps } from './os-findings.ts';
export {
  imageCalled,
  imageNamed,
  osBehindMessage,
  osNewerMessage,
  osNothingKnown,
  osStanding,
} from './os-messages.ts';
export { osDay } from './releases.ts';
export { osSupportMessage, osSupportOf } from './os-support.ts';
export { osUpgradeTargets } from './os-upgrade.ts';
