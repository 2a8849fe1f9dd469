import type { AssetKind } from '../../../model/index.ts';
import { databaseSetting } from '../../resources/database-settings.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  locate,
  mapsAround,
  mapsIn,
  textOf,
  valueOf,
  type Entry,
  type MapNode,
  type MapPlace,
  type Node,
} from '../../../syntax/index.ts';
import type { AssetDraft, Fact } from '../../resources/draft.ts';
import { toFact, toTextFact } from '../../values/facts.ts';
import { moduleOf, type Module } from './modules.ts';
import type { VariableFiles } from './variable-files.ts';
import { valueWith, varsOf, type Variables } from './variables.ts';

/** A task that makes a database or a parameter group. */
interface Task {
  module: Module;
  call: Entry;
  name: string;
  variables: Variables;
  count: number | null;
}

/** What the tasks of a document make, and the arguments of every such task, also of those that remove it. */
export function draftsOfTasks(
  root: Node | null,
  file: string,
  files: VariableFiles,
): { drafts: AssetDraft[]; seen: ReadonlySet<Node> } {
  const tasks = [...mapsIn(root)].flatMap((place) => tasksIn(place, files));
  const names = namesOf(tasks);
  return {
    drafts: declaring(tasks.filter(isMade)).map((task) => draftOf(task, names, file)),
    seen: new Set(tasks.map((task) => task.call.value)),
  };
}

function tasksIn(place: MapPlace, files: VariableFiles): Task[] {
  const { map } = place;
  return map.entries.flatMap((call) => {
    const module = moduleOf(call);
    if (module === null || call.value.kind !== 'map') return [];
    const identifier = textOf(argument(call.value, module.identifiers)) ?? textOf(valueOf(map, 'name'));
    const name = identifier === null ? call.key : `${call.key}.${identifier}`;
    const around = mapsAround(place);
    const maps = [...varsOf([map, ...around]), ...files.mapsFor(around)];
    return [{ module, call, name, variables: { user: name, maps }, count: timesOf(map) }];
  });
}

function isMade({ call }: Task): boolean {
  return textOf(valueOf(call.value, 'state')) !== 'absent';
}

/**
 * The tasks that say what a thing is: one without engine and version only changes what another has made, and of several
 * tasks for one thing those that write its version tell the most.
 */
function declaring(tasks: readonly Task[]): Task[] {
  return [...Map.groupBy(tasks, (task) => task.name).values()].flatMap((same) => {
    const versioned = same.filter(({ call }) => entryOf(call.value, 'engine_version') !== null);
    return versioned.length > 0 ? versioned : same.filter(saysWhat).slice(0, 1);
  });
}

function saysWhat({ module, call }: Task): boolean {
  return argument(call.value, [...module.engine, ...module.family]) !== null;
}

/** How often a loop runs the task; null when that is not known. */
function timesOf(task: MapNode): number | null {
  const loop = valueOf(task, 'loop') ?? valueOf(task, 'with_items') ?? valueOf(task, 'with_list');
  if (loop === null) return 1;
  return loop.kind === 'list' ? loop.items.length : null;
}

function argument(call: Node, names: readonly string[]): Node | null {
  return names.map((name) => valueOf(call, name)).find((value) => value !== null) ?? null;
}

function draftOf(task: Task, names: TaskNames, file: string): AssetDraft {
  const { module, call, variables } = task;
  const asText = (node: Node | null) => (node === null ? null : toTextFact(valueWith(variables, node)));
  return {
    kind: module.kind,
    source: 'ansible',
    name: task.name,
    file,
    at: locate(call.keySpan),
    engine: asText(argument(call.value, module.engine)),
    version: asText(entryOf(call.value, 'engine_version')?.value ?? null),
    settings: module.family.length > 0 ? groupSettings(task) : databaseSettings(task),
    links: linksOf(task, names),
    count: task.count,
    environment: null,
    mayRunNewer: null,
  };
}

function databaseSettings({ call, variables }: Task): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const entry of entriesOf(call.value)) {
    const name = databaseSetting(entry.key);
    if (name !== null) settings[name] = toFact(valueWith(variables, entry.value));
  }
  return settings;
}

/** A map of parameters, or a list of `parameter_name` and `parameter_value`. */
function groupSettings({ call, module, variables }: Task): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  const family = argument(call.value, module.family);
  if (family !== null) settings['dbParameterGroupFamily'] = toTextFact(valueWith(variables, family));
  for (const entry of entriesOf(valueOf(call.value, 'params')))
    settings[entry.key] = toTextFact(valueWith(variables, entry.value));
  for (const item of itemsOf(valueOf(call.value, 'parameters'))) {
    const name = textOf(valueOf(item, 'parameter_name'));
    const value = valueOf(item, 'parameter_value');
    if (name !== null && value !== null) settings[name] = toTextFact(valueWith(variables, value));
  }
  return settings;
}

function linksOf({ module, call, variables }: Task, names: TaskNames): AssetDraft['links'] {
  const group = module.kind === 'aurora-cluster' ? 'cluster-parameter-group' : 'parameter-group';
  const references = [
    { role: 'member-of', kind: 'aurora-cluster', name: argument(call.value, module.cluster) },
    { role: group, kind: group, name: argument(call.value, module.group) },
  ] as const;
  return references.flatMap(({ role, kind, name }) =>
    name === null
      ? []
      : (names.get(kind)?.get(nameIn(name, variables)) ?? []).map((target) => ({ role, target })),
  );
}

/** Tasks by what they make and by the name that they give it. */
type TaskNames = ReadonlyMap<AssetKind, ReadonlyMap<string, readonly string[]>>;

function namesOf(tasks: readonly Task[]): TaskNames {
  const names = new Map<AssetKind, Map<string, string[]>>();
  for (const { module, call, variables, name } of tasks) {
    const own = argument(call.value, module.identifiers);
    if (own === null) continue;
    const ofKind = names.get(module.kind) ?? new Map<string, string[]>();
    names.set(module.kind, ofKind);
    const key = nameIn(own, variables);
    const before = ofKind.get(key) ?? [];
    if (!before.includes(name)) ofKind.set(key, [...before, name]);
  }
  return names;
}

/** A name, or the expression that makes it: two of the same make the same name. */
function nameIn(node: Node, variables: Variables): string {
  const value = toTextFact(valueWith(variables, node));
  return value.state === 'known' && typeof value.value === 'string' ? value.value : (textOf(node) ?? '');
}
