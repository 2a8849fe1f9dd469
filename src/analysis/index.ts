/** The join: what was published against what you run. */
export { catalogueAsOf } from './as-of.ts';
export { notesDays, type NotesDays } from './notes-days.ts';
export { withBaseline, type Baseline } from './baseline.ts';
export {
  changeBrief,
  versionsInUse,
  type ChangeBrief,
  type FeatureTest,
  type NearRelease,
  type NoBrief,
  type SupportSpan,
  type VersionInUse,
} from './brief/index.ts';
export { effectBetween, type ChangeEffect } from './bugs/change-effect.ts';
export { versionCounts } from './bugs/counts.ts';
export { coverageMessage, coverageOf } from './bugs/coverage.ts';
export { cveAnswer, cveNamed, type CveAnswer, type CveBranch } from './bugs/cve.ts';
export { appliesTo, featureStates, keyOfStates, type FeatureStates } from './bugs/features.ts';
export { countOf } from './findings/finding-parts.ts';
export type { AnalysisOptions } from './analysis-options.ts';
export { assetsToldTogether, foldFindings } from './findings/fold.ts';
export { findingsOf, findingSteps, suppressionProblems } from './findings/findings.ts';
export { releaseForApi } from './findings/not-in-api.ts';
export { hasVersion, unknownAssets, unknownMessage, unknownVersionOf } from './findings/unknown-version.ts';
export { ambiguityProblems, driftFindings, relateFindings } from './join/join-findings.ts';
export {
  joinInventories,
  withDeclaredVersions,
  withRunningVersions,
  type Join,
  type JoinRow,
} from './join/join.ts';
export { bugsAt, pinOf } from './bugs/at-version.ts';
export { bugsInUpgradingTo, bugsOfVersion, isReported } from './bugs/known-bugs.ts';
export { hearing, knownHere, knownToTeam, sharedStates, type KnownHere } from './bugs/known-here.ts';
export { bugsListedLater, releasesByDay } from './bugs/listed-later.ts';
export {
  daysBetween,
  isNearEnd,
  isForNewClusters,
  supportOf,
  type SupportFacts,
} from './findings/support.ts';
export { releaseDay } from './release-day.ts';
export { supportMessage } from './findings/support-finding.ts';
export { flavoursOf, imageOf, isOfHost, shareHost } from './bugs/systems/image-of.ts';
export { imageNamed, osStanding } from './bugs/systems/messages.ts';
export { osBehind, type OsBehind } from './bugs/systems/behind.ts';
export { osBugsOfVersion } from './bugs/systems/bugs.ts';
export { osSupportMessage, osSupportOf } from './findings/systems/support.ts';
export { osUpgradeTargets } from './upgrade/system-targets.ts';
export { missingAdvisories, systemsWithoutAdvisories } from './bugs/systems/missing-advisories.ts';
export { createSuppressor, resourcesToName, type SuppressedBy } from './suppress/suppress.ts';
export {
  speaksOf,
  versionChanges,
  worseThan,
  type EarlierFinding,
  type VersionChange,
} from './bugs/version-change.ts';
export { engineOffersOf } from './advice/engine-offers.ts';
export { upgradeAdvice } from './upgrade/upgrade.ts';
export { type UpgradeAdvice, type UpgradeTarget } from './upgrade/advice.ts';
export { SOAK_DAYS, type UpgradeOptions } from './advice/options.ts';
export { adviceJson } from './advice/advice-json.ts';
export { adviceOfVersion } from './upgrade/advice-of-version.ts';
export {
  adviceHead,
  adviceLine,
  destinationLine,
  fixesThatMatter,
  stepName,
  whenText,
} from './advice/advice-line.ts';
export { upgradeAnswer, type UpgradeAnswer } from './upgrade/upgrade-answer.ts';
export { upstreamAnswer, type UpstreamAnswer } from './bugs/upstream.ts';
export { urgentAmong } from './bugs/urgent-among.ts';
export {
  CHECKS,
  THRESHOLDS,
  LOOP_RULE,
  replacementLoops,
  checklistOf,
  checklistSteps,
  incidentChain,
  runChecks,
  sharedContext,
  type ChainLink,
  type Checklist,
  type ChecklistOptions,
  type ClusterSource,
  type LogWay,
  type Overview,
  type ReplacementTrigger,
  shownName,
} from './checks/index.ts';
export {
  answerSymptom,
  casesNamed,
  incidentOf,
  incidentOfNothing,
  incidentOfVersion,
  subjectsIn,
  subjectsNamed,
  isBroad,
  MOST_FITS,
  supportPackOf,
  symptomOfVersion,
  SYMPTOMS,
  wordsOf,
  type BrakeStep,
  type Errata,
  type Evidence,
  type Fit,
  type FitTier,
  type Incident,
  type IncidentOptions,
  type Placeholder,
  type SupportPack,
  type Symptom,
  type SymptomAnswer,
  type TimelineEntry,
} from './incident/index.ts';
export { placesOfSameVersion } from './findings/same-version.ts';
export { whatRuns } from './findings/what-runs.ts';
export { withKnownIssues } from './bugs/own-issues.ts';
export { countUndetermined, isCounted, versionAnswer, type VersionAnswer } from './bugs/version-answer.ts';
