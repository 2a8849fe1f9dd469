import {
  incidentOf,
  incidentOfVersion,
  supportPackOf,
  withKnownIssues,
  type Incident,
  type IncidentOptions,
  type SupportPack,
} from '../../analysis/index.ts';
import { readConfigAbove } from '../../config/index.ts';
import { readClues } from '../../inventory/index.ts';
import type { Asset, Catalogue, Inventory } from '../../model/index.ts';

/** What an incident can be about: a cluster or a group of a folder. */
export interface IncidentSubject extends Pick<Asset, 'location'> {
  assetId: string;
  kind: 'aurora-cluster' | 'auto-scaling-group';
  /** Its own name, else its address in the code. */
  name: string;
  version: string | null;
}

/** The clusters and groups of an inventory, clusters first. */
export function subjectsOf({ assets }: Inventory): IncidentSubject[] {
  return (['aurora-cluster', 'auto-scaling-group'] as const).flatMap((kind) =>
    assets
      .filter((asset) => asset.kind === kind && asset.count > 0)
      .filter(({ product }) => kind === 'auto-scaling-group' || product === 'aurora-mysql')
      .map(({ id, name, settings, version, versions, location }) => ({
        assetId: id,
        kind,
        name: ownName(settings.dbClusterIdentifier) ?? ownName(settings.autoScalingGroupName) ?? name,
        version: versions.running ?? version,
        location,
      })),
  );
}

function ownName(value: Asset['settings'][string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The incident of an asset of a folder; null when it is not there any more. */
export async function folderIncident(
  folder: string,
  inventory: Inventory,
  catalogue: Catalogue,
  assetId: string,
  symptom: string,
): Promise<Incident | null> {
  const subject = inventory.assets.find(({ id }) => id === assetId);
  if (subject === undefined) return null;
  const { known, options } = await questionOf(folder, catalogue, symptom);
  return incidentOf(known, inventory, subject, options);
}

export function versionIncident(catalogue: Catalogue, version: string, symptom: string): Incident {
  return incidentOfVersion(catalogue, version, { symptom, ...clock() });
}

/** The support case of a cluster of a folder; null when it is not there any more. */
export async function folderSupportPack(
  folder: string,
  inventory: Inventory,
  catalogue: Catalogue,
  assetId: string,
): Promise<SupportPack | null> {
  const cluster = inventory.assets.find(({ id, kind }) => id === assetId && kind === 'aurora-cluster');
  if (cluster === undefined) return null;
  const { known, options } = await questionOf(folder, catalogue, '');
  return supportPackOf(known, inventory, cluster, options);
}

async function questionOf(
  folder: string,
  catalogue: Catalogue,
  symptom: string,
): Promise<{ known: Catalogue; options: IncidentOptions }> {
  const { config } = await readConfigAbove(folder);
  return {
    known: withKnownIssues(catalogue, config.knownIssues),
    options: { symptom, ...clock(), features: config.features, clues: readClues([folder]) },
  };
}

function clock(): Pick<IncidentOptions, 'now' | 'today'> {
  const now = new Date().toISOString();
  return { now, today: now.slice(0, 10) };
}
