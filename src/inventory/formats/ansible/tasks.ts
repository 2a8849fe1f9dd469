import { type AssetKind, groupByEach } from '../../../model/index.ts';
import {
  entriesOf,
  entryOf,
  locate,
  mapsAround,
  mapsIn,
  textOf,
  valueOf,
  type Entry,
  type MapNode,
  type KeyedMap,
  type Node,
  type SourceFile,
} from '../../../syntax/index.ts';
import { argumentsIn, scriptIn } from '../../../syntax/shell/index.ts';
import {
  GROUP_FAMILY,
  resourceOf,
  settingNamed,
  sourcesOf,
  type Resource,
} from '../../../vocabulary/index.ts';
import { draftOfMap, keyedNodes } from '../../resources/declared-map.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import {
  type JinjaVariables,
  textOfFact,
  toTextFact,
  evaluateJinja,
  variablesAround,
} from '../../../values/index.ts';
import type { VariableFiles } from '../../reading/ansible-variables.ts';

const ACTION_KEY = /^(?:local_)?action$/;
const LEADING_MODULE = /^[\w.]+/;

/** A task that creates a database or a parameter group. */
interface Task {
  resource: Resource;
  call: Entry;
  name: string;
  variables: JinjaVariables;
  count: number | null;
}

/** Drafts of the tasks in a document, and the arguments of all such tasks, including those that delete. */
export function draftsOfTasks(
  root: Node | null,
  source: SourceFile,
  files: VariableFiles,
): { drafts: AssetDraft[]; seen: ReadonlySet<Node> } {
  const tasks = mapsIn(root).flatMap((place) => tasksIn(place, source, files));
  const byName = tasksByName(tasks);
  return {
    drafts: declaringTasks(tasks.filter(createsResource)).map((task) => draftOf(task, byName, source.file)),
    seen: new Set(tasks.map((task) => task.call.value)),
  };
}

function tasksIn(place: KeyedMap, source: SourceFile, files: VariableFiles): Task[] {
  const { map } = place;
  return map.entries.flatMap((entry) => {
    const call = callIn(entry, source);
    const resource = call.value.kind === 'map' ? resourceOfModule(call) : null;
    if (resource === null) return [];
    const identifier = textOf(nameNode(call, resource)) ?? textOf(valueOf(map, 'name'));
    const name = identifier === null ? call.key : `${call.key}.${identifier}`;
    const around = mapsAround(place);
    const maps = [...variablesAround([map, ...around]), ...files.mapsFor(around)];
    return [{ resource, call, name, variables: { user: name, maps }, count: loopCount(map) }];
  });
}

/**
 * Call with its arguments as one text. The name of the module comes first unless it is the key: `action: rds_cluster
 * port=1`.
 */
function callIn(entry: Entry, source: SourceFile): Entry {
  const { key, value } = entry;
  if (value.kind !== 'scalar' || !value.text.includes('=')) return entry;
  const module = ACTION_KEY.test(key) ? (LEADING_MODULE.exec(value.text)?.[0] ?? '') : key;
  const isOurs = resourceOf('ansible', withoutCollection(module)) !== null;
  return isOurs ? { ...entry, key: module, value: argumentsIn(scriptIn(value, source)) } : entry;
}

/** The old module for instances; a custom map often has the same name. */
const OLD_MODULE = 'rds';

/** Resource that the module of a task's key creates, with or without the collection's name; null for any other key. */
function resourceOfModule({ key, value }: Entry): Resource | null {
  if (key === OLD_MODULE && valueOf(value, 'command') === null) return null;
  return resourceOf('ansible', withoutCollection(key));
}

function withoutCollection(module: string): string {
  return module.replace(/^(?:amazon|community)\.aws\./, '');
}

function createsResource({ call }: Task): boolean {
  return textOf(valueOf(call.value, 'state')) !== 'absent';
}

/**
 * Tasks that declare a resource. A task without engine, version and source only changes an existing one; of several
 * tasks for one resource, those with a version count.
 */
function declaringTasks(tasks: readonly Task[]): Task[] {
  return [...Map.groupBy(tasks, (task) => task.name).values()].flatMap((same) => {
    const versioned = same.filter(({ call }) => entryOf(call.value, 'engine_version') !== null);
    return versioned.length > 0 ? versioned : same.filter(declaresEngine).slice(0, 1);
  });
}

/** True for a task with an engine, the family of one, or the source of a copy. */
function declaresEngine({ resource: { kind }, call }: Task): boolean {
  const deciding = [GROUP_FAMILY, ...sourcesOf(kind).map(({ name }) => name)];
  return entriesOf(call.value).some(
    ({ key }) => /^(?:db_)?engine$/.test(key) || deciding.includes(settingNamed(kind, key) ?? ''),
  );
}

/** Number of times that a loop runs the task; null if unknown. */
function loopCount(task: MapNode): number | null {
  const loop = valueOf(task, 'loop') ?? valueOf(task, 'with_items') ?? valueOf(task, 'with_list');
  if (loop === null) return 1;
  return loop.kind === 'list' ? loop.items.length : null;
}

/** Node with the resource's name in a task. */
function nameNode(call: Entry, { kind, name }: Resource): Node | null {
  return entriesOf(call.value).find(({ key }) => settingNamed(kind, key) === name)?.value ?? null;
}

function draftOf(
  { resource, call, name, variables, count }: Task,
  byName: ReturnType<typeof tasksByName>,
  file: string,
): AssetDraft {
  return draftOfMap({
    ...{ kind: resource.kind, source: 'ansible', name, file, at: locate(call.keySpan), count },
    entries: keyedNodes([call.value], (node) => evaluateJinja(variables, node)),
    named: ({ entry }, { to }) => {
      const targets = to.flatMap((kind) => byName.get(nameOfKind(kind, entry.value, variables)) ?? []);
      return [...new Set(targets.map((each) => each.name))];
    },
  });
}

/** Tasks by kind and name of their resource. */
function tasksByName(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  return groupByEach(tasks, ({ resource, call, variables }) => {
    const own = nameNode(call, resource);
    return own === null ? [] : [nameOfKind(resource.kind, own, variables)];
  });
}

function nameOfKind(kind: AssetKind, node: Node, variables: JinjaVariables): string {
  return `${kind} ${nameIn(node, variables)}`;
}

/** Name of a node, or the expression that computes it: equal expressions compute equal names. */
function nameIn(node: Node, variables: JinjaVariables): string {
  return textOfFact(toTextFact(evaluateJinja(variables, node))) ?? textOf(node) ?? '';
}
