import { text } from '../../../l10n/index.ts';
import { isUnknownParameter, OTHER_PARAMETERS, type Asset, type Text } from '../../../model/index.ts';
import {
  engineOfFamily,
  observabilityOf,
  type LogSource,
  type ParameterDemand,
} from '../../../products/index.ts';
import { databaseWords, GROUP_FAMILY } from '../../../vocabulary/index.ts';
import type { CheckLink } from '../answers.ts';
import { isReadInFull } from '../reading/defaults.ts';
import { engineLine } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { membersOf, unreadMembersReason } from './members.ts';
import { isWritten, textOf } from '../reading/readings.ts';

/** Effective value of a parameter, and its origin. */
export type ParameterReading =
  { state: 'known'; value: string; evidence: Text } | { state: 'unknown'; evidence: Text };

/**
 * Parameter of each instance in a cluster: from the instance's group, else the cluster's group, else the engine's default
 * (Aurora User Guide, USER_WorkingWithDBClusterParamGroups).
 */
export function readParameter(cluster: Asset, name: string, graph: Graph): readonly ParameterReading[] {
  const fromCluster = inGroup(cluster, databaseWords(cluster).group.role, name, graph);
  const members = membersOf(cluster, graph);
  const unread = unreadMembersReason(cluster, graph);
  if (unread !== null) return [{ state: 'unknown', evidence: unread }];
  if (members.length === 0) return [fromCluster ?? engineDefault(cluster, name)];
  return members.map((member) => {
    const own = inGroup(member, 'parameter-group', name, graph);
    // A value that an instance inherits has its place at the cluster.
    const isSame =
      own?.state === 'known' && fromCluster?.state === 'known' && own.value === fromCluster.value;
    return (isSame ? fromCluster : own) ?? fromCluster ?? engineDefault(cluster, name);
  });
}

/** A parameter that only the group of the database itself can hold. */
export function readClusterParameter(cluster: Asset, name: string, graph: Graph): ParameterReading {
  return inGroup(cluster, databaseWords(cluster).group.role, name, graph) ?? engineDefault(cluster, name);
}

/** Link that holds if a parameter has a required value on every instance. */
export function demandLink(cluster: Asset, demand: ParameterDemand, graph: Graph): CheckLink {
  const readings =
    demand.isOfCluster === true
      ? [readClusterParameter(cluster, demand.name, graph)]
      : readParameter(cluster, demand.name, graph);
  return parameterLink(readings, demand.isGood);
}

/**
 * Links for the parameters of a log and, if these hold, for the filters that may leave records out of it. A filter that
 * no group sets is no link.
 */
export function logParameterLinks(cluster: Asset, source: LogSource, graph: Graph): readonly DemandedLink[] {
  const needs = [
    ...optionLinks(cluster, source),
    ...source.needs.map((demand) => ({ demand, link: demandLink(cluster, demand, graph) })),
  ];
  const holds = needs.every(({ link }) => link.outcome === 'pass');
  const filters = (source.filters ?? []).flatMap((filter): DemandedLink[] => {
    const { outcome, evidence } = demandLink(cluster, filter, graph);
    const isBad = outcome === 'fail' && evidence.key === 'evidence.parameter';
    const isHidden = outcome === 'unknown' && hasHidden(cluster, filter.name, graph);
    if (!isBad && !(isHidden && holds)) return [];
    const { omits, page } = filter;
    return [
      { demand: filter, link: { outcome, evidence: text('evidence.filtered', { evidence, omits, page }) } },
    ];
  });
  return [...needs, ...filters];
}

/** Link to the option that a log needs. The default option group has no options; those of other groups are not read. */
function optionLinks(database: Asset, { option }: LogSource): DemandedLink[] {
  if (option === undefined) return [];
  const written = isWritten(database, 'optionGroupName');
  const name = textOf(database.settings.optionGroupName);
  const hasNone = written === false ? isReadInFull(database) : name?.startsWith('default:') === true;
  const link = {
    name: 'option',
    outcome: hasNone ? 'fail' : 'unknown',
    evidence: hasNone
      ? text('evidence.noOption', { asset: database.name, option })
      : text('evidence.optionNotRead', { asset: database.name, option }),
  } as const;
  return [{ demand: null, link }];
}

/** True where a group of the cluster or of an instance names a parameter, with a value that only a deployment knows. */
function hasHidden(cluster: Asset, name: string, graph: Graph): boolean {
  const groups = [
    ...graph.linked(cluster, databaseWords(cluster).group.role),
    ...membersOf(cluster, graph).flatMap((member) => graph.linked(member, 'parameter-group')),
  ];
  return groups.some(({ unknownSettings }) => unknownSettings.includes(name));
}

/** Parameter that a log needs, with its link. */
export interface DemandedLink {
  /** Null for an option, because no parameter has its effect. */
  demand: ParameterDemand | null;
  link: CheckLink;
}

/** Link that holds if a parameter has a good value on every instance. */
export function parameterLink(
  readings: readonly ParameterReading[],
  isGood: (value: string) => boolean,
): CheckLink {
  const broken = readings.find((reading) => reading.state === 'known' && !isGood(reading.value));
  if (broken !== undefined) return { name: 'parameter', outcome: 'fail', evidence: broken.evidence };
  const open = readings.find(({ state }) => state === 'unknown');
  if (open !== undefined) return { name: 'parameter', outcome: 'unknown', evidence: open.evidence };
  return {
    name: 'parameter',
    outcome: 'pass',
    evidence: readings[0]?.evidence ?? text('evidence.nothingKnown'),
  };
}

/** Reading in a group; null if the group does not set the parameter, or is a default group, which sets none. */
function inGroup(
  owner: Asset,
  role: 'cluster-parameter-group' | 'parameter-group',
  name: string,
  graph: Graph,
): ParameterReading | null {
  const setting = role === 'parameter-group' ? 'dbParameterGroupName' : 'dbClusterParameterGroupName';
  const groups = graph.linked(owner, role);
  if (groups.length === 0) {
    return createsParameterGroup(owner) ? inConstruct(owner, name) : withoutGroup(owner, setting, name);
  }
  for (const group of groups) {
    // RDS accepts no group of another engine, so an attached one fits.
    const family = group.source === 'api' ? null : textOf(group.settings[GROUP_FAMILY]);
    if (family !== null && engineOfFamily(family)?.id !== owner.product) {
      const evidence = text('evidence.groupOfOther', { group: group.name, family });
      return { state: 'unknown', evidence };
    }
    const value = textOf(group.settings[name]);
    if (value !== null) {
      const evidence = text('evidence.parameter', { name, value, group: group.name });
      return { state: 'known', value, evidence };
    }
    if (isUnknownParameter(group, name)) {
      return { state: 'unknown', evidence: text('evidence.unknownParameter', { name, group: group.name }) };
    }
  }
  return null;
}

/** Reading in the CDK's cluster, which takes parameters itself and creates a group for them; null if it sets others. */
function inConstruct(owner: Asset, name: string): ParameterReading | null {
  const value = textOf(owner.settings[name]);
  if (value !== null) {
    return {
      state: 'known',
      value,
      evidence: text('evidence.parameter', { name, value, group: owner.name }),
    };
  }
  return isUnknownParameter(owner, name)
    ? { state: 'unknown', evidence: text('evidence.unknownParameter', { name, group: owner.name }) }
    : null;
}

/**
 * True if a construct creates a group for its parameters, whose names have underscores or dots, unlike the API's own
 * settings.
 */
export function createsParameterGroup({ source, settings, unknownSettings }: Asset): boolean {
  if (source !== 'cdk') return false;
  const names = [...Object.keys(settings), ...unknownSettings];
  return names.some((name) => name === OTHER_PARAMETERS || /^[a-z0-9]+(?:[._][a-z0-9]+)+$/.test(name));
}

/** Reading without a declared group: one that is only named can hold anything. */
function withoutGroup(owner: Asset, setting: string, name: string): ParameterReading | null {
  const written = textOf(owner.settings[setting]);
  if (written?.startsWith('default.') === true) return null;
  if (written !== null) {
    const key = owner.source === 'api' ? 'evidence.groupNotRead' : 'evidence.groupNotHere';
    return { state: 'unknown', evidence: text(key, { group: written, name }) };
  }
  // An unread resource may be the group if only databases are read. The CDK's groups are read.
  const isUnknown = isWritten(owner, setting) === null || !(isReadInFull(owner) || owner.source === 'cdk');
  return isUnknown
    ? { state: 'unknown', evidence: text('evidence.groupUnknown', { asset: owner.name, name }) }
    : null;
}

function engineDefault(owner: Asset, name: string): ParameterReading {
  const { product } = owner;
  const observability = observabilityOf(product);
  const line = engineLine({ ...owner, version: owner.version ?? owner.versionPrefix });
  const value =
    observability?.defaults[name] ?? (line === null ? undefined : observability?.defaultsOf?.(line)[name]);
  if (value === undefined) {
    return { state: 'unknown', evidence: text('evidence.parameterNotSet', { name }) };
  }
  return { state: 'known', value, evidence: text('evidence.engineDefault', { name, value: value || "''" }) };
}
