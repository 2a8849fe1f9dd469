import type { Node } from 'web-tree-sitter';
import type { SettingValue } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import { databaseSetting } from '../database-settings.ts';
import type { AssetDraft, Value } from '../draft.ts';
import { isAuroraMysql } from '../understand.ts';
import { constructsIn, speaksOf, type Construct } from './constructs.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  lastName,
  placeOfNode,
  stringIn,
  unwrap,
  type Program,
} from './program.ts';
import { resolve, resolvedProperties } from './resolve.ts';
import { engineOf, versionsOf, writtenVersion, type Engine } from './versions.ts';

/** A construct whose engine is read. */
interface Database {
  construct: Construct;
  engine: Engine | null;
  versions: readonly Value[] | null;
}

/** What the constructs of a program make. */
export interface Databases {
  drafts: AssetDraft[];
  /** Versions that constructs name, of whatever engine: nobody else has to tell them. */
  seen: ReadonlySet<string>;
}

const SECONDS: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

export function databasesOf(program: Program, source: AssetDraft['source']): Databases {
  const databases = constructsIn(program).map((construct) => read(construct, program));
  const seen = new Set(databases.flatMap(({ versions }) => (versions ?? []).flatMap(placeOfVersion)));
  const clusters = databases.filter(({ construct }) => construct.kind !== 'cluster-parameter-group');
  const drafts = databases
    .filter(isOurs)
    .flatMap((database) => draftsOf(database, databases, program, source));
  const told = new Set(clusters.flatMap(({ versions }) => (versions ?? []).flatMap(placeOfVersion)));
  return { drafts: withGroupVersions(databases, drafts, told, program, source), seen };
}

export function placeOfVersion(value: Value | null): string[] {
  return value?.state === 'known' ? [JSON.stringify(value.at)] : [];
}

function read(construct: Construct, program: Program): Database {
  const { properties, name } = construct;
  const written = properties.findLast((property) => property.name === 'engine');
  const version = properties.findLast((property) => property.name === 'engineversion');
  const engine = written === undefined ? null : engineOf(written.value, name, program);
  const versions =
    engine?.versions ?? (version === undefined ? null : versionsOf(version.value, name, program));
  return { construct, engine, versions };
}

/** Aurora MySQL by its engine, or by a version in full whatever the engine is written as. */
function isOurs({ construct, engine, versions }: Database): boolean {
  if (isOurEngine(engine)) return true;
  return construct.kind !== 'cluster-parameter-group' && (versions ?? []).some(isInFull);
}

function isOurEngine(engine: Engine | null): boolean {
  const name = engine?.value.state === 'known' ? engine.value.value : null;
  return typeof name === 'string' && isAuroraMysql(name);
}

function isInFull(version: Value): boolean {
  return writtenVersion(version).includes('mysql_aurora');
}

function draftsOf(
  { construct, engine, versions }: Database,
  databases: readonly Database[],
  program: Program,
  source: AssetDraft['source'],
): AssetDraft[] {
  const draft: AssetDraft = {
    kind: construct.kind,
    source,
    name: construct.name,
    file: program.source.file,
    at: placeOfNode(construct.className, program),
    engine: isOurEngine(engine) ? (engine?.value ?? null) : null,
    version: null,
    settings: settingsOf(construct, program),
    links: linksOf(construct, databases, program),
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
  if (construct.kind === 'cluster-parameter-group') {
    const family = familyOf(engine?.versions ?? []);
    const settings = family === null ? draft.settings : { ...draft.settings, dbParameterGroupFamily: family };
    return [{ ...draft, engine: null, settings }];
  }
  return (versions ?? [null]).map((version) => ({ ...draft, version }));
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
    at: placeOfNode(at, program),
    engine: null,
    version,
    settings: {},
    links: [],
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

function linksOf(
  { kind, properties }: Construct,
  databases: readonly Database[],
  program: Program,
): AssetDraft['links'] {
  return properties.flatMap(({ name, value }) => {
    const role = roleOf(name, kind);
    if (role === null) return [];
    const wanted = databases.find(
      ({ construct }) => construct.kind === role.kind && speaksOf(value, construct, program),
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
function settingsOf({ kind, properties }: Construct, program: Program): Record<string, Value> {
  const settings: Record<string, Value> = {};
  let instances: number | null = null;
  for (const { name, value } of properties) {
    if (name === 'parameters' && kind !== 'db-instance') {
      for (const parameter of resolvedProperties(value, program))
        settings[keyOf(parameter.key, program)] = settingOf(parameter.value, program);
    } else if (name === 'writer' || name === 'readers') {
      const count = name === 'writer' ? 1 : itemsOf(value, program);
      instances = count === null ? instances : (instances ?? 0) + count;
    } else if (name === 'instances' && kind === 'aurora-cluster') {
      settings['instanceCount'] = settingOf(value, program);
    } else {
      const setting = kind === 'cluster-parameter-group' ? null : databaseSetting(name);
      if (setting !== null) settings[setting] = settingOf(value, program);
    }
  }
  const [first] = properties.filter(({ name }) => name === 'writer');
  if (instances !== null && first !== undefined)
    settings['instanceCount'] = known(instances, first.value, program);
  return settings;
}

function keyOf(key: Node, program: Program): string {
  return stringIn(unwrap(key), program)?.text ?? codeOf(key, program);
}

function itemsOf(value: Node, program: Program): number | null {
  const node = unwrap(value);
  if (node.type === 'array' || node.type === 'list') return node.namedChildCount;
  const list = valueOf(node, program, 0);
  return Array.isArray(list) ? list.length : null;
}

function known(value: SettingValue, node: Node, program: Program): Value {
  return { state: 'known', value, at: placeOfNode(node, program), how: 'literal', uses: [] };
}

function settingOf(expression: Node, program: Program): Value {
  const [target] = resolve(expression, '', program);
  const node = target?.node ?? expression;
  const value = valueOf(node, program, 0);
  if (value === undefined) {
    const code = codeOf(expression, program).replace(/\s+/g, ' ').slice(0, 80);
    return {
      state: 'unknown',
      reason: text('inventory.computed', { expression: code }),
      at: placeOfNode(expression, program),
    };
  }
  return known(value, node, program);
}

/** Undefined for what is only known when the program runs. */
function valueOf(expression: Node, program: Program, depth: number): SettingValue | undefined {
  const [target] = depth > 5 ? [] : resolve(expression, '', program);
  const node = unwrap(target?.node ?? expression);
  const string = stringIn(node, program);
  if (string !== null) return string.text;
  const code = codeOf(node, program);
  if (/^\d[\d_]*(?:\.\d+)?$/.test(code)) return Number(code.replaceAll('_', ''));
  if (/^(?:true|false)$/i.test(code)) return code.toLowerCase() === 'true';
  if (/^(?:array|list|initializer_expression|array_initializer)$/.test(node.type))
    return listOf(node.namedChildren, program, depth);
  const inner = /^(?:implicit_)?array_creation_expression$/.test(node.type)
    ? node.namedChild(node.namedChildCount - 1)
    : node.type === 'composite_literal'
      ? node.childForFieldName('body')
      : null;
  if (inner !== null) {
    const isMap = inner.namedChildren.some(({ type }) => type === 'keyed_element');
    return isMap ? undefined : listOf(inner.namedChildren, program, depth);
  }
  const callee = calleeOf(node);
  if (callee === null) return undefined;
  const args = argumentsOf(node);
  const [first] = args;
  const name = lastName(callee, program);
  const unit = SECONDS[name.toLowerCase()];
  if (unit !== undefined && first !== undefined && args.length === 1) {
    const amount = valueOf(first, program, depth + 1);
    return typeof amount === 'number' ? amount * unit : undefined;
  }
  return /^(?:of|asList)$/.test(name) && args.length > 0 ? listOf(args, program, depth) : undefined;
}

function listOf(nodes: readonly Node[], program: Program, depth: number): SettingValue | undefined {
  const values = nodes.slice(0, 100).map((item) => valueOf(item, program, depth + 1));
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}
