import { isEngine, engineOfFamily, engineWriting } from '../../../../products/index.ts';
import type { Node } from 'web-tree-sitter';
import { OTHER_PARAMETERS, OTHER_SETTINGS } from '../../../../model/index.ts';
import type { AssetDraft, Value } from '../../../resources/draft.ts';
import { unseenSettings } from '../../../resources/unseen-settings.ts';
import { isOverridden } from './changes.ts';
import { constructsIn, speaksOf, type Construct } from './constructs.ts';
import { methodCallsIn } from './method-calls.ts';
import { membersOf, type Member } from './members.ts';
import { isGivenMore } from './open-properties.ts';
import { argumentsOf, isSame, placeOfNode, programOf, unwrap, type Program } from '../tree/program.ts';
import { find } from './properties.ts';
import { databaseSettings, parametersIn } from './settings.ts';
import { asText, settingOf, unknownAt } from './values.ts';
import { engineOf, versionsOf, writtenVersion, type Engine, type Version } from './versions.ts';

/** A construct whose engine is read. */
interface Database {
  construct: Construct;
  engine: Engine | null;
  versions: readonly Version[] | null;
}

/** What the constructs of a program make. */
export interface Databases {
  drafts: AssetDraft[];
  /** Versions that constructs name, of whatever engine: nobody else has to tell them. */
  seen: ReadonlySet<string>;
  /** The constructs that are of Aurora MySQL. */
  constructs: readonly Construct[];
}

export function databasesOf(program: Program, source: AssetDraft['source']): Databases {
  const databases = constructsIn(program).map((construct) => read(construct));
  const seen = new Set(databases.flatMap(({ versions }) => (versions ?? []).flatMap(placeOfVersion)));
  const clusters = databases.filter(({ construct }) => construct.kind !== 'cluster-parameter-group');
  const drafts = databases.filter(isOurs).flatMap((database) => draftsOf(database, databases, source));
  const told = new Set(clusters.flatMap(({ versions }) => (versions ?? []).flatMap(placeOfVersion)));
  const constructs = databases.filter(isOurs).map(({ construct }) => construct);
  return { drafts: withGroupVersions(databases, drafts, told, program, source), seen, constructs };
}

export function placeOfVersion(value: Value | null): string[] {
  return value?.state === 'known' ? [JSON.stringify(value.at)] : [];
}

function read(construct: Construct): Database {
  const { properties, name } = construct;
  const written = properties.findLast((property) => property.name === 'engine');
  const version = properties.findLast((property) => property.name === 'engineversion');
  const engine = written === undefined ? engineFromFamily(construct) : engineOf(written.value, name);
  const versions = engine?.versions ?? (version === undefined ? null : versionsOf(version.value, name));
  return { construct, engine, versions };
}

/** What passes on CloudFormation's properties says the family instead of the engine. */
function engineFromFamily({ kind, properties }: Construct): Engine | null {
  const family = kind === 'cluster-parameter-group' ? find(properties, 'family') : null;
  const value = family === null ? null : settingOf(family);
  if (value?.state !== 'known' || typeof value.value !== 'string') return null;
  const named = engineOfFamily(value.value);
  return named === null ? null : { value: { ...value, value: named.engine.api }, versions: null };
}

/** One of the engines by its name, or by a version in full whatever the engine is written as. */
function isOurs({ construct, engine, versions }: Database): boolean {
  if (isOurEngine(engine)) return true;
  return construct.kind !== 'cluster-parameter-group' && (versions ?? []).some(isInFull);
}

function isOurEngine(engine: Engine | null): boolean {
  const name = engine?.value.state === 'known' ? engine.value.value : null;
  return typeof name === 'string' && isEngine(name);
}

function isInFull(version: Value): boolean {
  return engineWriting(writtenVersion(version)) !== null;
}

function draftsOf(
  { construct, engine, versions }: Database,
  databases: readonly Database[],
  source: AssetDraft['source'],
): AssetDraft[] {
  const draft: AssetDraft = {
    kind: construct.kind,
    source,
    name: construct.name,
    file: programOf(construct.call).source.file,
    at: placeOfNode(construct.className),
    engine: isOurEngine(engine) ? (engine?.value ?? null) : null,
    version: null,
    settings: settingsOf(construct),
    links: linksOf(construct, databases),
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
  if (construct.kind === 'cluster-parameter-group') {
    const written = find(construct.properties, 'family');
    const family = written === null ? familyOf(engine?.versions ?? []) : settingOf(written);
    const settings = family === null ? draft.settings : { ...draft.settings, dbParameterGroupFamily: family };
    return [{ ...draft, engine: null, settings }];
  }
  const members = membersOf(construct, source).map((member) => withGroup(member, databases));
  return [...(versions ?? [null]).map((version) => versionOn(draft, version)), ...members];
}

function versionOn(draft: AssetDraft, version: Version | null): AssetDraft {
  return { ...draft, version, environment: version?.environment ?? null };
}

function withGroup({ draft, group }: Member, databases: readonly Database[]): AssetDraft {
  const wanted = databases.find(
    ({ construct }) =>
      group !== null && construct.kind === 'cluster-parameter-group' && isMeant(group, construct),
  );
  if (wanted === undefined) return draft;
  const links = [...draft.links, { role: 'parameter-group', target: wanted.construct.name } as const];
  return { ...draft, links };
}

/** By the variable that keeps a construct, or the construct itself is written there. */
function isMeant(expression: Node, construct: Construct): boolean {
  return isSame(construct.call, unwrap(expression)) || speaksOf(expression, construct);
}

/** The CDK takes the family of a parameter group from the version of its engine. */
function familyOf(versions: readonly Value[]): Value | null {
  const [version] = versions;
  if (version?.state !== 'known') return null;
  const written = writtenVersion(version);
  const mysql = /^(5\.7|8\.0|8\.4)\./.exec(written)?.[1];
  const family = mysql ?? (/^VER_(?:2|5_7)_/.test(written) ? '5.7' : /^VER_3_/.test(written) ? '8.0' : null);
  return family === null ? null : { ...version, value: `aurora-mysql${family}` };
}

/**
 * A version on a parameter group is a place to change too: of a cluster with the same version it is one of its uses, else
 * a pin of its own.
 */
function withGroupVersions(
  databases: readonly Database[],
  drafts: readonly AssetDraft[],
  told: ReadonlySet<string>,
  program: Program,
  source: AssetDraft['source'],
): AssetDraft[] {
  const result = [...drafts];
  for (const database of databases) {
    const { construct, engine } = database;
    if (construct.kind !== 'cluster-parameter-group' || !isOurs(database)) continue;
    for (const version of engine?.versions ?? []) {
      if (version.state === 'unknown' || placeOfVersion(version).some((place) => told.has(place))) continue;
      const index = result.findIndex(
        (draft) =>
          draft.kind === 'aurora-cluster' &&
          draft.version?.state === 'known' &&
          draft.version.value === version.value,
      );
      const cluster = result[index];
      if (cluster?.version?.state === 'known') {
        const use = { location: version.at, name: construct.name };
        result[index] = { ...cluster, version: { ...cluster.version, uses: [...cluster.version.uses, use] } };
      } else {
        result.push({
          ...pinOf(`${construct.name}.engine`, construct.className, version, program, source),
          engine: engine?.value ?? null,
        });
      }
    }
  }
  return result;
}

/** A version that is written for a cluster which is not seen. */
export function pinOf(
  name: string,
  at: Node,
  version: Value,
  program: Program,
  source: AssetDraft['source'],
): AssetDraft {
  return {
    kind: 'aurora-cluster',
    source,
    name,
    file: program.source.file,
    at: placeOfNode(at),
    engine: null,
    version,
    settings: unseenSettings(placeOfNode(at)),
    links: [],
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

function linksOf({ kind, properties }: Construct, databases: readonly Database[]): AssetDraft['links'] {
  return properties.flatMap(({ name, value }) => {
    const role = roleOf(name, kind);
    if (role === null) return [];
    const wanted = databases.find(
      ({ construct }) => construct.kind === role.kind && isMeant(value, construct),
    );
    return wanted === undefined ? [] : [{ role: role.role, target: wanted.construct.name }];
  });
}

function roleOf(
  property: string,
  kind: Construct['kind'],
): { role: AssetDraft['links'][number]['role']; kind: Construct['kind'] } | null {
  if (kind === 'db-instance')
    return /clusteridentifier$/.test(property) ? { role: 'member-of', kind: 'aurora-cluster' } : null;
  if (kind !== 'aurora-cluster') return null;
  if (property === 'globalclusteridentifier') return { role: 'member-of', kind: 'global-cluster' };
  return property === 'parametergroup' || property === 'dbclusterparametergroupname'
    ? { role: 'cluster-parameter-group', kind: 'cluster-parameter-group' }
    : null;
}

/** Settings by the API's names, MySQL parameters by their own. */
function settingsOf(construct: Construct): Record<string, Value> {
  const { kind, properties, call } = construct;
  const isGroup = kind === 'cluster-parameter-group';
  const settings = isGroup
    ? groupSettings(construct)
    : databaseSettings(kind === 'db-instance' ? kind : 'aurora-cluster', properties);
  const isCounted = kind === 'aurora-cluster' && !properties.some(({ name }) => name === 'instanceprops');
  const count = isCounted ? properties.findLast(({ name }) => name === 'instances') : undefined;
  if (count !== undefined) settings['instanceCount'] = settingOf(count.value);
  if (isGivenMore(call) || isOverridden(construct))
    settings[isGroup ? OTHER_PARAMETERS : OTHER_SETTINGS] = unknownAt(call);
  return settings;
}

/** The parameters that a group is made with, and those that are added to it later. */
function groupSettings(construct: Construct): Record<string, Value> {
  const parameters = construct.properties.findLast(({ name }) => name === 'parameters');
  const settings = parameters === undefined ? {} : parametersIn(parameters.value);
  for (const { method, call, receiver } of methodCallsIn(programOf(construct.call))) {
    const [key, value] = argumentsOf(call);
    if (method !== 'addparameter' || !speaksOf(receiver, construct)) continue;
    const name = key === undefined ? null : settingOf(key);
    if (name?.state !== 'known' || typeof name.value !== 'string' || value === undefined)
      settings[OTHER_PARAMETERS] = unknownAt(call);
    else settings[name.value] = asText(settingOf(value));
  }
  return settings;
}
