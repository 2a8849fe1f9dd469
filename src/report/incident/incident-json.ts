import type { VersionBugs, Incident } from '../../analysis/index.ts';
import { bugTitle, say, type Language } from '../../l10n/index.ts';
import type { BugMatch, Text } from '../../model/index.ts';
import { symptomJson } from './symptom.ts';

/** JSON of an incident: docs/schemas/incident.schema.json. */
export function incidentJson(incident: Incident, language: Language): object {
  const words = (message: Text): string => say(message, language);
  return {
    schemaVersion: 1,
    name: incident.name,
    symptom: incident.symptom === '' ? null : incident.symptom,
    now: incident.now,
    asOf: incident.asOf,
    groups: incident.groups.map(({ id }) => id),
    clusters: incident.clusters.map(({ id }) => id),
    brake: incident.brake.map(({ title, effect, command, undo }) => ({
      title: words(title),
      effect: words(effect),
      command,
      undo,
    })),
    placeholders: incident.placeholders,
    versions: [...incident.databases, ...incident.systems].map((version) =>
      versionBugsJson(version, language),
    ),
    evidence: incident.evidence.map(({ kept, lasts, expires, oldest, commands }) => ({
      kept: words(kept),
      lasts,
      expires,
      oldest,
      commands,
    })),
    loops: incident.loops.map(words),
  };
}

function versionBugsJson(
  { name, assets, remarks, answer, listed, upstream, fixedHere }: VersionBugs,
  language: Language,
): object {
  return {
    name,
    assetIds: assets.map(({ id }) => id),
    remarks: remarks.map((each) => say(each, language)),
    answer: answer === null ? null : symptomJson(answer, language),
    bugs: listed.map((match) => incidentBug(match, language)),
    ...(upstream && { upstream }),
    fixedHere: fixedHere.map((match) => incidentBug(match, language)),
  };
}

function incidentBug({ bug, reason, fixedIn, url }: BugMatch, language: Language): object {
  return {
    id: bug.id,
    title: say(bugTitle(bug), language),
    impact: bug.impact,
    severity: bug.severity,
    reason: say(reason, language),
    fixedIn,
    url,
  };
}
