import path from 'node:path/posix';
import { entriesOf, itemsOf, type Node, readDocuments, textOf, valueOf } from '../../../syntax/index.ts';
import { argumentsIn, scriptOf } from '../../../syntax/shell/index.ts';
import {
  type Content,
  type Effect,
  type HostScript,
  maxHostDepth,
  shownCommand,
  type Step,
} from '../steps.ts';
import { listedCommands, placeOf } from './cloud-init.ts';

// https://docs.ansible.com/ansible/latest/collections/ansible/builtin/index.html

const PACKAGES = /^(?:dnf|dnf5|yum|apt|package|zypper|apk|pip|npm|snap|rpm_key)$/;
const SERVICES = /^(?:service|systemd|systemd_service|sysvinit)$/;
const COMMANDS = /^(?:shell|command|raw)$/;
const FILES = /^(?:copy|template)$/;
const TASK_LISTS = ['pre_tasks', 'roles', 'tasks', 'post_tasks', 'handlers', 'block'] as const;
const INCLUDES = /^(?:include|include_tasks|import_tasks|import_playbook)$/;
const ROLES = /^(?:include_role|import_role)$/;

/** Files of a playbook, resolved from the folder that names them. */
interface PlayContext {
  script: HostScript;
  /** Folders that are searched for files and templates. */
  folders: readonly string[];
  condition: string | null;
  depth: number;
  variables: ReadonlyMap<string, string>;
}

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
  const isKnown =
    [PACKAGES, SERVICES, COMMANDS, FILES, INCLUDES, ROLES].some((pattern) => pattern.test(name)) ||
    ['get_url', 'file', 'lineinfile', 'blockinfile', 'script', 'replace', 'unarchive'].includes(name);
  return isKnown ? name : null;
}

function moduleIn(task: Node): { name: string; arguments: Node } | null {
  for (const { key, value } of entriesOf(task)) {
    const name = moduleOf(key);
    if (name === null) continue;
    const isText = value.kind === 'scalar' && !COMMANDS.test(name) && /^\w+=/.test(value.text.trim());
    return { name, arguments: isText ? argumentsIn(scriptOf({ file: '', text: value.text })) : value };
  }
  return null;
}

function stepsOfModule(name: string, given: Node, task: Node, play: PlayContext): Step[] {
  const of = (...keys: string[]): string | null =>
    keys.map((key) => fillVariables(textOf(valueOf(given, key)), play)).find((text) => text !== null) ?? null;
  const place = placeOf(
    task,
    play.script,
    `${name} ${of('name', 'dest', 'path', 'cmd') ?? ''}`.trim(),
    play.condition,
  );
  const steps = (...effects: Effect[]): Step[] => effects.map((effect) => ({ ...effect, ...place }));
  const names = (key: string): string[] => {
    const value = valueOf(given, key);
    const texts =
      value?.kind === 'list'
        ? value.items.flatMap((item) => textOf(item) ?? [])
        : (textOf(value) ?? '').split(',');
    return texts.flatMap((text) => expandLoop(text.trim(), task, play)).filter((text) => text !== '');
  };
  if (PACKAGES.test(name)) {
    const packages = [...names('name'), ...names('pkg'), ...names('deb')].map((each) =>
      each.slice(each.lastIndexOf('/') + 1).replace(/\.(?:rpm|deb)$/, ''),
    );
    const isGone = /^(?:absent|removed)$/.test(of('state') ?? '');
    return packages.length === 0 ? [] : steps({ does: isGone ? 'remove' : 'install', packages });
  }
  if (SERVICES.test(name)) {
    const units = names('name').map((unit) => unit.replace(/\.service$/, ''));
    const [state, enabled] = [of('state'), of('enabled')];
    return steps(
      ...(enabled === null ? [] : [{ does: isTrueText(enabled) ? 'enable' : 'disable', units } as const]),
      ...(state === null ? [] : [{ does: state === 'stopped' ? 'stop' : 'start', units } as const]),
    );
  }
  if (COMMANDS.test(name)) {
    const written = given.kind === 'scalar' ? given : (valueOf(given, 'cmd') ?? valueOf(given, 'argv'));
    const list = written?.kind === 'list' ? { ...written, items: [written] } : written;
    return listedCommands(list, play.script, play.condition);
  }
  if (INCLUDES.test(name)) return stepsOfFile(of('file') ?? textOf(given) ?? '', play);
  if (ROLES.test(name)) return stepsOfRole(of('name') ?? '', play);
  const file = of('dest', 'path', 'destfile');
  switch (name) {
    case 'copy':
    case 'template': {
      const text = of('content');
      const source = of('src');
      const found =
        text ?? (source === null ? null : fileOf(source, name === 'copy' ? 'files' : 'templates', play));
      const content: Content =
        found === null ? { from: 'elsewhere', name: source ?? name } : { from: 'text', text: found };
      const to = file?.endsWith('/') === true ? path.join(file, path.basename(source ?? '')) : file;
      return to === null ? [] : steps({ does: 'write', path: to, content, isAppended: false });
    }
    case 'get_url':
      return file === null
        ? []
        : steps({
            does: 'write',
            path: file,
            isAppended: false,
            content: { from: 'elsewhere', name: of('url') ?? '' },
          });
    case 'lineinfile':
    case 'blockinfile': {
      const text = `${of('line', 'block') ?? ''}\n`;
      return file === null
        ? []
        : steps({ does: 'write', path: file, isAppended: true, content: { from: 'text', text } });
    }
    case 'file':
      return file !== null && of('state') === 'absent' ? steps({ does: 'delete', path: file }) : [];
    case 'script':
      return steps({ does: 'unread', name: textOf(given) ?? 'script' });
    default:
      return [];
  }
}

function isTrueText(text: string): boolean {
  return /^(?:true|yes|on|1)$/i.test(text);
}

/** Texts after inserting `{{ item }}` of a loop and variables that the play sets itself. */
function expandLoop(text: string, task: Node, play: PlayContext): string[] {
  const filledText = fillVariables(text, play) ?? '';
  if (!/\{\{\s*item\s*\}\}/.test(filledText)) return [filledText];
  const loop = valueOf(task, 'loop') ?? valueOf(task, 'with_items');
  return itemsOf(loop).flatMap((item) => filledText.replace(/\{\{\s*item\s*\}\}/g, textOf(item) ?? ''));
}

function fillVariables(text: string | null, { variables }: PlayContext): string | null {
  return (
    text?.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) => variables.get(name) ?? written) ?? null
  );
}

function fileOf(name: string, folder: string, { script, folders }: PlayContext): string | null {
  if (script.readFile === undefined) return null;
  for (const base of folders)
    for (const file of [path.join(base, folder, name), path.join(base, name)]) {
      const text = script.readFile(file);
      if (text !== null) return text;
    }
  return null;
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
