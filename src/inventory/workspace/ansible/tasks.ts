import { databaseSetting } from '../database-settings.ts';
import { mapsIn } from '../document/data.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Entry,
  type MapNode,
  type Node,
} from '../document/node.ts';
import type { AssetDraft, Value } from '../draft.ts';
import { moduleOf, type Module } from './modules.ts';
import type { VariableFiles } from './variable-files.ts';
import { resolveText, resolveValue, varsAround, type Variables } from './variables.ts';

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
  const tasks = [...mapsIn(root)].flatMap(({ map, above }) => tasksIn(map, above, files));
  return {
    drafts: declaring(tasks.filter(isMade)).map((task) => draftOf(task, tasks, file)),
    seen: new Set(tasks.map((task) => task.call.value)),
  };
}

function tasksIn(map: MapNode, above: readonly MapNode[], files: VariableFiles): Task[] {
  return map.entries.flatMap((call) => {
    const module = moduleOf(call.key);
    if (module === null || call.value.kind !== 'map') return [];
    const identifier = textOf(argument(call.value, module.identifiers)) ?? textOf(valueOf(map, 'name'));
    const name = identifier === null ? call.key : `${call.key}.${identifier}`;
    const maps = [...varsAround(map, above), ...files.mapsFor(above)];
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

function draftOf(task: Task, tasks: readonly Task[], file: string): AssetDraft {
  const { module, call, variables } = task;
  const asText = (node: Node | null) => (node === null ? null : resolveText(node, variables));
  return {
    kind: module.kind,
    source: 'ansible',
    name: task.name,
    file,
    at: locate(call.keySpan),
    engine: asText(argument(call.value, module.engine)),
    version: asText(entryOf(call.value, 'engine_version')?.value ?? null),
    settings: module.family.length > 0 ? groupSettings(task) : databaseSettings(task),
    links: linksOf(task, tasks),
    count: task.count,
    environment: null,
    mayRunNewer: null,
  };
}

function databaseSettings({ call, variables }: Task): Record<string, Value> {
  const settings: Record<string, Value> = {};
  for (const entry of entriesOf(call.value)) {
    const name = databaseSetting(entry.key);
    if (name !== null) settings[name] = resolveValue(entry.value, variables);
  }
  return settings;
}

/** A map of parameters, or a list of `parameter_name` and `parameter_value`. */
function groupSettings({ call, module, variables }: Task): Record<string, Value> {
  const settings: Record<string, Value> = {};
  const family = argument(call.value, module.family);
  if (family !== null) settings['dbParameterGroupFamily'] = resolveText(family, variables);
  for (const entry of entriesOf(valueOf(call.value, 'params')))
    settings[entry.key] = resolveText(entry.value, variables);
  for (const item of itemsOf(valueOf(call.value, 'parameters'))) {
    const name = textOf(valueOf(item, 'parameter_name'));
    const value = valueOf(item, 'parameter_value');
    if (name !== null && value !== null) settings[name] = resolveText(value, variables);
  }
  return settings;
}

function linksOf(task: Task, tasks: readonly Task[]): AssetDraft['links'] {
  const { module, call } = task;
  const isCluster = module.kind === 'aurora-cluster';
  const groups = isCluster ? 'cluster-parameter-group' : 'parameter-group';
  return [
    ...namedBy(task, argument(call.value, module.cluster), 'aurora-cluster', tasks).map((target) => ({
      role: 'member-of' as const,
      target,
    })),
    ...namedBy(task, argument(call.value, module.group), groups, tasks).map(
      (target) => ({ role: groups, target }) as const,
    ),
  ];
}

/** The tasks that make what a value names: by the same text, or by the same expression. */
function namedBy(task: Task, name: Node | null, kind: AssetDraft['kind'], tasks: readonly Task[]): string[] {
  if (name === null) return [];
  const wanted = nameOf(name, task.variables);
  return tasks
    .filter(({ module, call, variables }) => {
      const own = module.kind === kind ? argument(call.value, module.identifiers) : null;
      return own !== null && nameOf(own, variables) === wanted;
    })
    .map((other) => other.name);
}

function nameOf(node: Node, variables: Variables): string {
  const value = resolveText(node, variables);
  return value.state === 'known' && typeof value.value === 'string' ? value.value : (textOf(node) ?? '');
}
