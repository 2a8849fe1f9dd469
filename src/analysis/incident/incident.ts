import { notesDays } from '../notes-days.ts';
import {
  EMPTY_INVENTORY,
  isFileLocation,
  type Asset,
  type Catalogue,
  type Inventory,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { defaultProduct, engineReading, engines, hasLineage } from '../../products/index.ts';
import { givenName } from '../../vocabulary/index.ts';
import { shownName } from '../checks/reading/readings.ts';
import { loopFinding, replacementLoops } from '../checks/loop/replacement-loop.ts';
import { sharedContext } from '../checks/run.ts';
import type { CheckContext } from '../checks/check.ts';
import { brakeOf, placeholdersOf, type BrakeStep, type Placeholder } from './brake.ts';
import { databaseErrata, ofAnyVersion, ofVersion, systemErrata, type Errata } from './errata.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './lasting.ts';
import type { IncidentOptions } from './incident-options.ts';

/** What to do in the night, about a group, a cluster or a version: from code alone, without a network. */
export interface Incident {
  /** What it is about, in short. */
  name: string;
  groups: readonly Asset[];
  clusters: readonly Asset[];
  brake: readonly BrakeStep[];
  placeholders: readonly Placeholder[];
  /** What is lost first in front. */
  evidence: readonly Evidence[];
  databases: readonly Errata[];
  systems: readonly Errata[];
  /** The loops that the groups may run into, each with what remains to be changed. */
  loops: readonly Text[];
  symptom: string;
  now: string;
  /** As of which day all that is said of releases holds, YYYY-MM-DD. */
  asOf: string;
}

/** More than these beside a subject are not its own: somebody has to choose. */
const MOST_BESIDE = 5;

/** The groups and clusters that a name can mean: an identifier, an address or an id. What runs comes first. */
export function subjectsNamed(inventory: Inventory, name: string): Asset[] {
  return subjectsIn(inventory).filter((asset) => [asset.id, asset.name, givenName(asset)].includes(name));
}

/** All groups and clusters that an incident can be about; what runs comes first. */
export function subjectsIn({ assets }: Inventory): Asset[] {
  const subjects = assets.filter(
    ({ kind, product, count }) =>
      count > 0 && (kind === 'auto-scaling-group' || (kind === 'database' && hasLineage(product))),
  );
  return subjects.toSorted((a, b) => Number(isFileLocation(a.location)) - Number(isFileLocation(b.location)));
}

/** The emergency card of a group or a cluster: what is beside it belongs to it. */
export function incidentOf(
  catalogue: Catalogue,
  inventory: Inventory,
  subject: Asset,
  options: IncidentOptions,
): Incident {
  const context = sharedContext(catalogue, inventory, options);
  const groups =
    subject.kind === 'auto-scaling-group' ? [subject] : beside(subject, 'auto-scaling-group', context);
  const clusters = subject.kind === 'database' ? [subject] : beside(subject, 'database', context);
  const loops = replacementLoops(context).filter(({ group }) => groups.includes(group));
  return {
    ...incident(groups, clusters, defaultProduct(), options, context),
    name: shownName(subject),
    databases: databaseErrata(clusters, options, context),
    loops: loops.map((loop) => loopFinding(loop).message),
  };
}

/** The same where nothing is open but a version is known: the commands hold words for the names. */
export function incidentOfVersion(catalogue: Catalogue, version: string, options: IncidentOptions): Incident {
  const context = sharedContext(catalogue, EMPTY_INVENTORY, options);
  const product = engineReading(version)?.id ?? defaultProduct();
  const errata = ofVersion(product, version, [], options, context);
  return {
    ...incident([], [], product, options, context),
    name: errata.name,
    databases: [errata],
    loops: [],
  };
}

/**
 * The same where nothing is declared: the brake with words for the names, the evidence that every system has, and of every
 * engine the bugs that fit what was described.
 */
export function incidentOfNothing(catalogue: Catalogue, options: IncidentOptions): Incident {
  const context = sharedContext(catalogue, EMPTY_INVENTORY, options);
  const fitting = engines()
    .map(({ id }) => ofAnyVersion(id, options, context))
    .filter(({ answer }) => answer !== null && answer.fits.length > 0);
  return {
    ...incident([], [], defaultProduct(), options, context),
    name: 'GROUP',
    databases: fitting,
    loops: [],
  };
}

function incident(
  groups: readonly Asset[],
  clusters: readonly Asset[],
  product: ProductId,
  { symptom, now }: IncidentOptions,
  context: CheckContext,
): Omit<Incident, 'name' | 'databases' | 'loops'> {
  const systems = systemErrata(groups, symptom, context);
  const told = [...clusters, ...systems.flatMap(({ assets }) => assets)].map((asset) => asset.product);
  const isOfVersion = clusters.length === 0 && groups.length === 0;
  return {
    groups,
    clusters,
    brake: groups.length === 0 ? brakeOf(null) : groups.flatMap(brakeOf),
    placeholders: placeholdersOf(groups),
    evidence: evidenceOf(groups, clusters, context, now, product),
    systems,
    symptom,
    now,
    asOf: notesDays(context.catalogue, isOfVersion ? [product] : told).words,
  };
}

function beside(
  subject: Asset,
  kind: 'database' | 'auto-scaling-group',
  { graph }: CheckContext,
): readonly Asset[] {
  const near = graph
    .near(subject, kind)
    .filter(({ product, count }) => count > 0 && (kind !== 'database' || hasLineage(product)));
  return near.length > MOST_BESIDE ? [] : near;
}
