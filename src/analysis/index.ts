/** Judges an inventory against the catalogue and the checklist. */
export { catalogueAsOf } from './as-of.ts';
export { notesDays, type NotesDays } from './notes-days.ts';
export { withBaseline, type Baseline } from './baseline.ts';
export {
  changeBrief,
  type ChangeBrief,
  type FeatureTest,
  type NoBrief,
  type SupportSpan,
} from './brief/brief.ts';
export { versionsInUse, type VersionInUse } from './brief/versions-in-use.ts';
export type { NearbyRelease } from './brief/near-releases.ts';
export { effectBetween, type ChangeEffect } from './bugs/changes/change-effect.ts';
export { versionCounts } from './bugs/counts.ts';
export { unreadNotesText, unreadUpstreamProblems } from './bugs/upstream/unread-notes.ts';
export { uncountedUpstreamsText, upstreamEndText } from './bugs/upstream/community-scope.ts';
export { coverageMessage, coverageOf } from './bugs/coverage.ts';
export { bugStandings, type BugStanding } from './bugs/answers/bug-standing.ts';
export { cveAnswer, cveNamed, type CveAnswer } from './bugs/answers/cve.ts';
export type { CveBranch } from './bugs/answers/cve-branch.ts';
export { appliesTo, featureStates, keyOfStates, NO_STATES, type FeatureStates } from './features.ts';
export { countOf } from './judging/finding-parts.ts';
export type { AnalysisOptions } from './analysis-options.ts';
export { foldedAssets, foldFindings } from './findings/folding/fold.ts';
export { findingsOf, findingSteps, suppressionProblems } from './findings/findings.ts';
export { releaseToWrite } from './findings/not-in-api.ts';
export {
  hasVersion,
  unknownAssets,
  unknownMessage,
  unknownVersionReason,
} from './judging/unknown-version.ts';
export { ambiguityProblems, driftFindings, relateFindings } from './join/join-findings.ts';
export {
  joinInventories,
  withDeclaredVersions,
  withRunningVersions,
  type Join,
  type JoinRow,
} from './join/join.ts';
export { pinOf } from './bugs/at-version.ts';
export { bugsInUpgradingTo, bugsOfVersion, isReported } from './bugs/known-bugs.ts';
export {
  createBugFilter,
  factsOfAssets,
  factsOfTeam,
  combinedStates,
  type AssetFacts,
} from './bugs/asset-facts.ts';
export { bugsListedLater, releasesByDay } from './bugs/listed-later.ts';
export { daysBetween, isNearEnd, isForNewClusters, supportOf, type SupportFacts } from './support/support.ts';
export { releaseDay } from './release-day.ts';
export { supportMessage } from './support/support-message.ts';
export { flavoursOf, imageOf } from './bugs/systems/image-of.ts';
export { imageNameWithSystem, osStandingText } from './bugs/systems/messages.ts';
export { osReleaseGap, type OsReleaseGap } from './bugs/systems/release-gap.ts';
export { osBugsOfVersion } from './bugs/systems/bugs.ts';
export { osSupportMessage, osSupportOf } from './support/system-support.ts';
export { osUpgradeTargets } from './upgrade/system-targets.ts';
export {
  laterAdvisories,
  missingAdvisories,
  systemsWithoutAdvisories,
} from './bugs/systems/missing-advisories.ts';
export { createSuppressor, resourcesToName, type SuppressedBy } from './suppress/suppress.ts';
export {
  hasRule,
  versionChanges,
  worseThan,
  type EarlierFinding,
  type VersionChange,
} from './bugs/changes/version-change.ts';
export { upgradeAdvice } from './upgrade/upgrade.ts';
export { type UpgradeAdvice, type UpgradeTarget } from './upgrade/advice.ts';
export { upgradeOptionsFor, SOAK_DAYS, type AdviceOptions, type UpgradeOptions } from './advice/options.ts';
export { withoutEndedSupport } from './advice/reasons.ts';
export { adviceJson } from './advice/advice-json.ts';
export { adviceOfVersion } from './upgrade/advice-of-version.ts';
export {
  adviceHead,
  adviceLine,
  adviceSteps,
  destinationLine,
  fixesLine,
  stepName,
  whenText,
} from './advice/advice-line.ts';
export { upgradeAnswer, type UpgradeAnswer } from './upgrade/upgrade-answer.ts';
export { bugsApart, countableAt, withIncluded } from './bugs/upstream/counted-bugs.ts';
export { runsUpstreamAsPublished } from './bugs/upstream/left-out.ts';
export { taskText } from './bugs/upstream/tasks.ts';
export { upstreamAnswer, type UpstreamAnswer } from './bugs/upstream/upstream.ts';
export { urgentAmong } from './bugs/urgent-among.ts';
export { CHECKS } from './checks/checks.ts';
export { THRESHOLDS } from './checks/overrides.ts';
export { LOOP_RULE, replacementLoops } from './checks/loop/replacement-loop.ts';
export { checklistOf, checklistSteps, type Checklist } from './checks/checklist.ts';
export { incidentChain, type ChainLink } from './checks/loop/incident-chain.ts';
export { sharedContext, type ChecklistOptions } from './checks/context.ts';
export { runChecks } from './checks/run.ts';
export type { ClusterSource } from './checks/cluster-sources.ts';
export type { LogSafeguard, ReplacementTrigger } from './checks/loop/group-overview.ts';
export type { Overview } from './checks/loop/overview.ts';
export { displayName } from './checks/reading/readings.ts';
export { answerSymptom, MAX_FITS, symptomOfVersion } from './incident/fit/answer.ts';
export { casesNamed, supportPackOf, type SupportPack, type TimelineEntry } from './incident/support-pack.ts';
export {
  incidentOf,
  incidentOfUnknown,
  incidentOfVersion,
  subjectsIn,
  subjectsNamed,
  type Incident,
} from './incident/incident.ts';
export { isBroad, SYMPTOMS, wordsOf, type Symptom } from './incident/symptom.ts';
export type { BrakeStep, Placeholder } from './incident/brake.ts';
export type { VersionBugs } from './incident/version-bugs.ts';
export type { Evidence } from './incident/evidence-lifetime.ts';
export type { Fit, FitTier, SymptomAnswer } from './incident/fit/fit.ts';
export type { IncidentOptions } from './incident/incident-options.ts';
export { placesOfSameVersion } from './findings/folding/same-version.ts';
export { combineInventories } from './findings/combine-inventories.ts';
export { withKnownIssues } from './bugs/own/own-issues.ts';
export {
  isCounted,
  versionAnswer,
  type ListFilter,
  type VersionAnswer,
} from './bugs/answers/version-answer.ts';
