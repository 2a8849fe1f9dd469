import path from 'node:path/posix';
import { entriesOf, itemsOf, type Node, readDocuments, textOf, valueOf } from '../../../syntax/index.ts';
import { argumentsIn, scriptOf } from '../../../syntax/shell/index.ts';
import { type HostScript, maxHostDepth, shownCommand, type Step } from '../steps.ts';
import {
  COMMAND_MODULES,
  EFFECT_MODULES,
  ModuleCall,
  type PlayContext,
  stepsOfCall,
} from './ansible-modules.ts';

const INCLUDE_MODULES = ['include', 'include_tasks', 'import_tasks', 'import_playbook'];
const ROLE_MODULES = ['include_role', 'import_role'];
const KNOWN_MODULES: ReadonlySet<string> = new Set([...EFFECT_MODULES, ...INCLUDE_MODULES, ...ROLE_MODULES]);
const TASK_LISTS = ['pre_tasks', 'roles', 'tasks', 'post_tasks', 'handlers', 'block'] as const;

/** Steps of a playbook or a list of tasks; handlers run at its end. */
export function stepsOfPlaybook(root: Node, script: HostScript, depth = 0): Step[] {
  const folder = path.dirname(script.name);
  const play = { script, folders: [folder], condition: null, depth, variables: new Map<string, string>() };
  return itemsOf(root).flatMap((each) => stepsOfTask(each, play));
}

/** True if a document is a list of plays or tasks. */
export function isPlaybook(root: Node | null): boolean {
  return itemsOf(root).some(
    (each) =>
      each.kind === 'map' &&
      each.entries.some(({ key }) => key === 'hosts' || key === 'tasks' || moduleOf(key) !== null),
  );
}

function stepsOfTask(task: Node, before: PlayContext): Step[] {
  if (task.kind === 'scalar') return stepsOfRole(textOf(task) ?? '', before);
  const test = valueOf(task, 'when');
  const when =
    test?.kind === 'list' ? test.items.map((each) => textOf(each) ?? '').join(' and ') : textOf(test);
  const variables = new Map([
    ...before.variables,
    ...entriesOf(valueOf(task, 'vars')).flatMap(({ key, value }) => {
      const known = textOf(value);
      return known === null ? [] : [[key, known] as const];
    }),
  ]);
  const play: PlayContext = { ...before, variables, condition: before.condition ?? taskCondition(when) };
  if (taskCondition(when) === 'false') return [];
  const role =
    textOf(valueOf(task, 'role')) ?? (moduleIn(task) === null ? textOf(valueOf(task, 'name')) : null);
  const lists = TASK_LISTS.flatMap((key) => itemsOf(valueOf(task, key)));
  if (lists.length > 0) return lists.flatMap((each) => stepsOfTask(each, play));
  const module = moduleIn(task);
  if (module === null) return role === null ? [] : stepsOfRole(role, play);
  return stepsOfModule(module.name, module.arguments, task, play);
}

/** A condition on the operating system alone is dropped: the playbook belongs to one image. */
function taskCondition(when: string | null): string | null {
  if (when === null || /^true$/i.test(when) || /ansible_(?:os_family|distribution|pkg_mgr|facts)/.test(when))
    return null;
  return /^false$/i.test(when) ? 'false' : shownCommand(`when: ${when}`);
}

function moduleOf(key: string): string | null {
  const name = key.replace(/^ansible\.(?:builtin|legacy|posix)\.|^community\.general\./, '');
  return KNOWN_MODULES.has(name) ? name : null;
}

function moduleIn(task: Node): { name: string; arguments: Node } | null {
  for (const { key, value } of entriesOf(task)) {
    const name = moduleOf(key);
    if (name === null) continue;
    const isText =
      value.kind === 'scalar' && !COMMAND_MODULES.includes(name) && /^\w+=/.test(value.text.trim());
    return { name, arguments: isText ? argumentsIn(scriptOf({ file: '', text: value.text })) : value };
  }
  return null;
}

function stepsOfModule(name: string, given: Node, task: Node, play: PlayContext): Step[] {
  const call = new ModuleCall(name, given, task, play);
  if (INCLUDE_MODULES.includes(name)) return stepsOfFile(call.first('file') ?? textOf(given) ?? '', play);
  if (ROLE_MODULES.includes(name)) return stepsOfRole(call.first('name') ?? '', play);
  return stepsOfCall(name, given, call, play);
}

/** Tasks of another file, relative to the folder of this one. */
function stepsOfFile(name: string, play: PlayContext): Step[] {
  const file = [...play.folders]
    .map((folder) => path.join(folder, name))
    .find((each) => (play.script.readFile?.(each) ?? null) !== null);
  return file === undefined ? [unreadStep(name, play)] : stepsOfTaskFile(file, play);
}

function stepsOfRole(role: string, play: PlayContext): Step[] {
  if (role === '') return [];
  const [base = '.'] = play.folders;
  const folders = [
    path.join(base, 'roles', role),
    path.join(base, '..', 'roles', role),
    path.join(base, '..', role),
  ];
  const folder = folders.find(
    (each) => (play.script.readFile?.(path.join(each, 'tasks/main.yml')) ?? null) !== null,
  );
  if (folder === undefined) return [unreadStep(`role ${role}`, play)];
  const defaults = readVariables(path.join(folder, 'defaults/main.yml'), play);
  const inRole = { ...play, folders: [folder], variables: new Map([...defaults, ...play.variables]) };
  const handlers = path.join(folder, 'handlers/main.yml');
  return [
    ...stepsOfTaskFile(path.join(folder, 'tasks/main.yml'), {
      ...inRole,
      folders: [folder, path.join(folder, 'tasks')],
    }),
    ...((play.script.readFile?.(handlers) ?? null) === null ? [] : stepsOfTaskFile(handlers, inRole)),
  ];
}

function stepsOfTaskFile(file: string, play: PlayContext): Step[] {
  const text = play.script.readFile?.(file) ?? null;
  if (text === null || play.depth >= maxHostDepth) return [unreadStep(file, play)];
  const root = readDocuments({ file, text })[0]?.root ?? null;
  const inner = { ...play, depth: play.depth + 1, script: { ...play.script, name: file, text } };
  return itemsOf(root).flatMap((task) => stepsOfTask(task, inner));
}

function readVariables(file: string, { script }: PlayContext): [string, string][] {
  const text = script.readFile?.(file) ?? null;
  const root = text === null ? null : (readDocuments({ file, text })[0]?.root ?? null);
  return entriesOf(root).flatMap(({ key, value }): [string, string][] => {
    const known = textOf(value);
    return known === null ? [] : [[key, known]];
  });
}

function unreadStep(name: string, { script, condition }: PlayContext): Step {
  return { does: 'unread', name, script: script.name, line: 1, written: shownCommand(name), condition };
}
