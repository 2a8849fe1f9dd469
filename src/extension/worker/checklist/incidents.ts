import {
  createBugFilter,
  incidentOf,
  incidentOfUnknown,
  incidentOfVersion,
  displayName,
  supportPackOf,
  withKnownIssues,
  type Incident,
  type IncidentOptions,
  type SupportPack,
} from '../../../analysis/index.ts';
import type { Catalogue, Inventory } from '../../../model/index.ts';
import { hasLineage } from '../../../products/index.ts';
import type { ChecklistQuestion } from './questions.ts';
import { bugTitle } from '../../../l10n/index.ts';
import type { IncidentSubject, SymptomFit } from '../protocol.ts';

/** Clusters of an inventory, then groups. */
export function incidentSubjects({ assets }: Inventory): IncidentSubject[] {
  return (['database', 'auto-scaling-group'] as const).flatMap((kind) =>
    assets
      .filter((asset) => asset.kind === kind && asset.count > 0)
      .filter(({ product }) => kind === 'auto-scaling-group' || hasLineage(product))
      .map((asset) => ({
        assetId: asset.id,
        kind,
        name: displayName(asset),
        product: asset.product,
        version: asset.versions.running ?? asset.version,
        location: asset.location,
      })),
  );
}

/** Incident of an asset; null if the asset no longer exists. */
export function incidentOfAsset(
  question: ChecklistQuestion,
  assetId: string,
  symptom: string,
): Incident | null {
  const { inventory } = question;
  const subject = inventory.assets.find(({ id }) => id === assetId);
  if (subject === undefined) return null;
  return incidentOf(withTeamBugs(question), inventory, subject, optionsOf(question, symptom));
}

export function incidentOfRelease(catalogue: Catalogue, version: string, symptom: string): Incident {
  return incidentOfVersion(catalogue, version, { symptom, ...currentTimeAndDay() });
}

export function incidentWithoutSubject(catalogue: Catalogue, symptom: string): Incident {
  return incidentOfUnknown(catalogue, { symptom, ...currentTimeAndDay() });
}

/** Maximum number of bugs that are shown while the user types. */
const MAX_WHILE_TYPING = 5;

/** Bugs that match the symptom best: the best of each version, then the second best of each. */
export function bestFits({ databases, systems }: Pick<Incident, 'databases' | 'systems'>): SymptomFit[] {
  const byRank = [...databases, ...systems].flatMap(({ name, answer }) =>
    (answer?.fits ?? []).map(({ listed, match }, rank) => ({ name, listed, rank, match })),
  );
  return byRank
    .toSorted((a, b) => Number(b.match === 'strong') - Number(a.match === 'strong') || a.rank - b.rank)
    .slice(0, MAX_WHILE_TYPING)
    .map(({ name, listed }) => ({ name, title: bugTitle(listed.bug), fix: listed.nearestFix }));
}

/** Support case of a cluster; null if the cluster no longer exists. */
export function supportPackOfCluster(
  question: ChecklistQuestion,
  assetId: string,
  symptom: string,
): SupportPack | null {
  const { inventory } = question;
  const cluster = inventory.assets.find(({ id, kind }) => id === assetId && kind === 'database');
  if (cluster === undefined) return null;
  return supportPackOf(
    withTeamBugs(question),
    inventory,
    { cluster, subject: cluster },
    optionsOf(question, symptom),
  );
}

function withTeamBugs({ catalogue, config }: ChecklistQuestion): Catalogue {
  return withKnownIssues(catalogue, config.knownIssues);
}

function optionsOf(
  { inventory, config, options, readAt }: ChecklistQuestion,
  symptom: string,
): IncidentOptions {
  const current = currentTimeAndDay();
  const isWanted = createBugFilter(inventory, { today: current.today, config });
  return { symptom, ...current, features: config.features, isWanted, clues: options.clues ?? null, readAt };
}

function currentTimeAndDay(): Pick<IncidentOptions, 'now' | 'today'> {
  const now = new Date().toISOString();
  return { now, today: now.slice(0, 10) };
}
