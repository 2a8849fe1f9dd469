import type { AssetKind } from '../../../model/index.ts';
import { databaseSetting } from '../../resources/database-settings.ts';
import { entriesOf, locate, textOf, type Entry, type Node } from '../../../syntax/index.ts';
import type { AssetDraft, Fact } from '../../resources/draft.ts';
import { toFact, toTextFact } from '../../values/facts.ts';
import { fieldOf, resourcesOf, typeOf } from './program.ts';
import { referenceIn, valueInProgram } from './values.ts';

/** The last part of a type, of Pulumi's AWS providers: `aws:rds:Cluster`, `aws:rds/cluster:Cluster`. */
const KINDS: ReadonlyMap<string, AssetKind> = new Map([
  ['Cluster', 'aurora-cluster'],
  ['DbCluster', 'aurora-cluster'],
  ['ClusterInstance', 'db-instance'],
  ['Instance', 'db-instance'],
  ['DbInstance', 'db-instance'],
  ['GlobalCluster', 'global-cluster'],
  ['ClusterParameterGroup', 'cluster-parameter-group'],
  ['DbClusterParameterGroup', 'cluster-parameter-group'],
  ['ParameterGroup', 'parameter-group'],
  ['DbParameterGroup', 'parameter-group'],
]);
const DATABASE = /^aws(?:-native)?:rds(?:\/\w+)?:(\w+)$/;
const LINKS: readonly [property: string, from: AssetKind, role: AssetDraft['links'][number]['role']][] = [
  ['clusterIdentifier', 'db-instance', 'member-of'],
  ['dbClusterIdentifier', 'db-instance', 'member-of'],
  ['globalClusterIdentifier', 'aurora-cluster', 'member-of'],
  ['dbClusterParameterGroupName', 'aurora-cluster', 'cluster-parameter-group'],
  ['dbParameterGroupName', 'db-instance', 'parameter-group'],
];

/** The databases and parameter groups of a program, with the values that its variables have. */
export function draftsOfProgram(root: Node | null, file: string): AssetDraft[] {
  return resourcesOf(root).flatMap((resource) => {
    const [, type = ''] = DATABASE.exec(typeOf(resource.value)) ?? [];
    const kind = KINDS.get(type);
    return kind === undefined ? [] : [draftOf(kind, resource, root, file)];
  });
}

function draftOf(kind: AssetKind, resource: Entry, root: Node | null, file: string): AssetDraft {
  const properties = fieldOf(resource.value, 'properties');
  const user = resource.key;
  const field = (name: string): Fact | null => {
    const node = fieldOf(properties, name);
    return node === null ? null : toTextFact(valueInProgram(node, root, user));
  };
  const isGroup = kind === 'cluster-parameter-group' || kind === 'parameter-group';
  return {
    kind,
    source: 'pulumi',
    name: user,
    file,
    at: locate(resource.keySpan),
    engine: isGroup ? null : field('engine'),
    version: isGroup ? null : field('engineVersion'),
    settings: isGroup ? groupSettings(properties, root, user) : databaseSettings(properties, root, user),
    links: linksOf(kind, properties),
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

function databaseSettings(properties: Node | null, root: Node | null, user: string): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { key, value } of entriesOf(properties)) {
    const name = databaseSetting(key);
    if (name !== null) settings[name] = toFact(valueInProgram(value, root, user));
  }
  return settings;
}

/** Parameters are a list of `name` and `value`, or a map in the provider that follows CloudFormation. */
function groupSettings(properties: Node | null, root: Node | null, user: string): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  const family = fieldOf(properties, 'family');
  if (family !== null) settings['dbParameterGroupFamily'] = toTextFact(valueInProgram(family, root, user));
  const parameters = fieldOf(properties, 'parameters');
  for (const { key, value } of entriesOf(parameters))
    settings[key] = toTextFact(valueInProgram(value, root, user));
  for (const item of parameters?.kind === 'list' ? parameters.items : []) {
    const name = textOf(fieldOf(item, 'name'));
    const value = fieldOf(item, 'value');
    if (name !== null && value !== null) settings[name] = toTextFact(valueInProgram(value, root, user));
  }
  return settings;
}

function linksOf(kind: AssetKind, properties: Node | null): AssetDraft['links'] {
  return LINKS.flatMap(([property, from, role]) => {
    const target = from === kind ? referenceIn(fieldOf(properties, property)) : null;
    return target === null ? [] : [{ role, target: target.name }];
  });
}
