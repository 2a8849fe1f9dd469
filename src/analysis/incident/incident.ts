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
import { defaultProduct, engineAcceptingVersion, engines, hasLineage } from '../../products/index.ts';
import { userGivenName } from '../../vocabulary/index.ts';
import { displayName } from '../checks/reading/readings.ts';
import { loopFinding, replacementLoops } from '../checks/loop/replacement-loop.ts';
import { sharedContext } from '../checks/context.ts';
import type { CheckContext } from '../checks/check.ts';
import { notesOf } from '../bugs/upstream/contained.ts';
import { brakeOf, placeholdersOf, type BrakeStep, type Placeholder } from './brake.ts';
import {
  databaseBugs,
  bugsOfAnyVersion,
  bugsOfOneVersion,
  systemBugs,
  type VersionBugs,
} from './version-bugs.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './evidence-lifetime.ts';
import type { IncidentOptions } from './incident-options.ts';

/** Emergency card about a group, a cluster or a version: from code alone, without a network. */
export interface Incident {
  /** Short name of the subject. */
  name: string;
  groups: readonly Asset[];
  clusters: readonly Asset[];
  brake: readonly BrakeStep[];
  placeholders: readonly Placeholder[];
  /** The shortest-lived first. */
  evidence: readonly Evidence[];
  databases: readonly VersionBugs[];
  systems: readonly VersionBugs[];
  /** Loops that the groups may run into, each with the changes that remain. */
  loops: readonly Text[];
  symptom: string;
  now: string;
  /** Day up to which facts about releases are known, YYYY-MM-DD. */
  asOf: string;
}

/** More neighbours than this are not the subject's own: a person has to choose. */
const MAX_NEARBY_ASSETS = 5;

/** Groups and clusters that a name can mean: an identifier, an address or an id. Running ones come first. */
export function subjectsNamed(inventory: Inventory, name: string): Asset[] {
  return subjectsIn(inventory).filter((asset) => [asset.id, asset.name, userGivenName(asset)].includes(name));
}

/** Groups and clusters that an incident can be about; running ones come first. */
export function subjectsIn({ assets }: Inventory): Asset[] {
  const subjects = assets.filter(
    ({ kind, product, count }) =>
      count > 0 && (kind === 'auto-scaling-group' || (kind === 'database' && hasLineage(product))),
  );
  return subjects.toSorted((a, b) => Number(isFileLocation(a.location)) - Number(isFileLocation(b.location)));
}

/** Emergency card of a group or a cluster, with its neighbours. */
export function incidentOf(
  catalogue: Catalogue,
  inventory: Inventory,
  subject: Asset,
  options: IncidentOptions,
): Incident {
  const context = sharedContext(catalogue, inventory, options);
  const groups =
    subject.kind === 'auto-scaling-group' ? [subject] : nearbyAssets(subject, 'auto-scaling-group', context);
  const clusters = subject.kind === 'database' ? [subject] : nearbyAssets(subject, 'database', context);
  const loops = replacementLoops(context).filter(({ group }) => groups.includes(group));
  return {
    ...incident(groups, clusters, defaultProduct(), options, context),
    name: displayName(subject),
    databases: databaseBugs(clusters, options, context),
    loops: loops.map((loop) => loopFinding(loop).message),
  };
}

/** Emergency card for a version alone: the commands have placeholders for names. */
export function incidentOfVersion(catalogue: Catalogue, version: string, options: IncidentOptions): Incident {
  const context = sharedContext(catalogue, EMPTY_INVENTORY, options);
  const product = engineAcceptingVersion(version)?.id ?? defaultProduct();
  const found = bugsOfOneVersion(product, version, [], options, context);
  return {
    ...incident([], [], product, options, context),
    name: found.name,
    databases: [found],
    loops: [],
  };
}

/**
 * Emergency card without any declaration: the brake with placeholders, the evidence that every system has, and the bugs
 * of every engine and its upstream that fit the symptom; with a close match, only such ones.
 */
export function incidentOfUnknown(catalogue: Catalogue, options: IncidentOptions): Incident {
  const context = sharedContext(catalogue, EMPTY_INVENTORY, options);
  const upstreams = new Set(engines().flatMap(({ upstream }) => upstream?.product ?? []));
  const fitting = [
    ...engines().map(({ id }) => bugsOfAnyVersion(id, options, catalogue)),
    ...[...upstreams].flatMap((id) => {
      const notes = notesOf(catalogue, id);
      return notes === undefined ? [] : [bugsOfAnyVersion(id, options, notes)];
    }),
  ].filter(({ answer }) => answer !== null && answer.fits.length > 0);
  const strong = fitting.filter(({ answer }) => answer?.verdict === 'strong');
  return {
    ...incident([], [], defaultProduct(), options, context),
    name: 'GROUP',
    databases: strong.length > 0 ? strong : fitting,
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
  const systems = systemBugs(groups, symptom, context);
  const products = [...clusters, ...systems.flatMap(({ assets }) => assets)].map((asset) => asset.product);
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
    asOf: notesDays(context.catalogue, isOfVersion ? [product] : products).words,
  };
}

function nearbyAssets(
  subject: Asset,
  kind: 'database' | 'auto-scaling-group',
  { graph }: CheckContext,
): readonly Asset[] {
  const near = graph
    .near(subject, kind)
    .filter(({ product, count }) => count > 0 && (kind !== 'database' || hasLineage(product)));
  return near.length > MAX_NEARBY_ASSETS ? [] : near;
}
