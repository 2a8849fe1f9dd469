import path from 'node:path/posix';
import { itemsOf, type Node, textOf, valueOf } from '../../../syntax/index.ts';
import type { Content, Effect, HostScript, Step, StepPlace } from '../steps.ts';
import { listedCommands, placeOf } from './cloud-init.ts';

// https://docs.ansible.com/ansible/latest/collections/ansible/builtin/index.html

const PACKAGE_MODULES = 'dnf dnf5 yum apt package zypper apk pip npm snap rpm_key'.split(' ');
const SERVICE_MODULES = ['service', 'systemd', 'systemd_service', 'sysvinit'];
const FILE_MODULES = 'copy template get_url file lineinfile blockinfile script replace unarchive'.split(' ');
export const COMMAND_MODULES = ['shell', 'command', 'raw'];
/** Modules with effects of their own, in contrast to those that run tasks of another file. */
export const EFFECT_MODULES = [...PACKAGE_MODULES, ...SERVICE_MODULES, ...COMMAND_MODULES, ...FILE_MODULES];

/** Files of a playbook, resolved from the folder that names them. */
export interface PlayContext {
  script: HostScript;
  /** Folders that are searched for files and templates. */
  folders: readonly string[];
  condition: string | null;
  depth: number;
  variables: ReadonlyMap<string, string>;
}

/** A task's call of a module. */
export class ModuleCall {
  readonly #arguments: Node;
  readonly #task: Node;
  readonly #play: PlayContext;
  readonly #place: StepPlace;

  constructor(name: string, given: Node, task: Node, play: PlayContext) {
    this.#arguments = given;
    this.#task = task;
    this.#play = play;
    const title = `${name} ${this.first('name', 'dest', 'path', 'cmd') ?? ''}`.trim();
    this.#place = placeOf(task, play.script, title, play.condition);
  }

  /** The first of some arguments that is set. */
  first(...keys: string[]): string | null {
    const texts = keys.map((key) => fillVariables(textOf(valueOf(this.#arguments, key)), this.#play));
    return texts.find((text) => text !== null) ?? null;
  }

  /** Names in an argument: a list, or a text with commas; once for each item of the task's loop. */
  names(key: string): string[] {
    const value = valueOf(this.#arguments, key);
    const texts =
      value?.kind === 'list'
        ? value.items.flatMap((item) => textOf(item) ?? [])
        : (textOf(value) ?? '').split(',');
    return texts
      .flatMap((text) => expandLoop(text.trim(), this.#task, this.#play))
      .filter((text) => text !== '');
  }

  steps(...effects: Effect[]): Step[] {
    return effects.map((effect) => ({ ...effect, ...this.#place }));
  }
}

/** Effects of a module of {@link EFFECT_MODULES}. */
export function stepsOfCall(name: string, given: Node, call: ModuleCall, play: PlayContext): Step[] {
  if (PACKAGE_MODULES.includes(name)) return packageSteps(call);
  if (SERVICE_MODULES.includes(name)) return serviceSteps(call);
  if (COMMAND_MODULES.includes(name)) return commandSteps(given, play);
  if (name === 'script') return call.steps({ does: 'unread', name: textOf(given) ?? 'script' });
  const file = call.first('dest', 'path', 'destfile');
  return file === null ? [] : fileSteps(name, file, call, play);
}

function packageSteps(call: ModuleCall): Step[] {
  const packages = ['name', 'pkg', 'deb']
    .flatMap((key) => call.names(key))
    .map((each) => each.slice(each.lastIndexOf('/') + 1).replace(/\.(?:rpm|deb)$/, ''));
  const isGone = /^(?:absent|removed)$/.test(call.first('state') ?? '');
  return packages.length === 0 ? [] : call.steps({ does: isGone ? 'remove' : 'install', packages });
}

function serviceSteps(call: ModuleCall): Step[] {
  const units = call.names('name').map((unit) => unit.replace(/\.service$/, ''));
  const [state, enabled] = [call.first('state'), call.first('enabled')];
  return call.steps(
    ...(enabled === null ? [] : [{ does: isTrueText(enabled) ? 'enable' : 'disable', units } as const]),
    ...(state === null ? [] : [{ does: state === 'stopped' ? 'stop' : 'start', units } as const]),
  );
}

function commandSteps(given: Node, { script, condition }: PlayContext): Step[] {
  const command = given.kind === 'scalar' ? given : (valueOf(given, 'cmd') ?? valueOf(given, 'argv'));
  const list = command?.kind === 'list' ? { ...command, items: [command] } : command;
  return listedCommands(list, script, condition);
}

/** Steps of a module that writes, changes or deletes a file. */
function fileSteps(name: string, file: string, call: ModuleCall, play: PlayContext): Step[] {
  switch (name) {
    case 'copy':
    case 'template': {
      const source = call.first('src');
      const to = file.endsWith('/') ? path.join(file, path.basename(source ?? '')) : file;
      const content = copiedContent(name, source, call, play);
      return call.steps({ does: 'write', path: to, content, isAppended: false });
    }
    case 'get_url': {
      const content: Content = { from: 'elsewhere', name: call.first('url') ?? '' };
      return call.steps({ does: 'write', path: file, isAppended: false, content });
    }
    case 'lineinfile':
    case 'blockinfile': {
      const text = `${call.first('line', 'block') ?? ''}\n`;
      return call.steps({ does: 'write', path: file, isAppended: true, content: { from: 'text', text } });
    }
    case 'file':
      return call.first('state') === 'absent' ? call.steps({ does: 'delete', path: file }) : [];
    default:
      return [];
  }
}

function copiedContent(
  name: 'copy' | 'template',
  source: string | null,
  call: ModuleCall,
  play: PlayContext,
): Content {
  const folder = name === 'copy' ? 'files' : 'templates';
  const text = call.first('content') ?? (source === null ? null : fileOf(source, folder, play));
  return text === null ? { from: 'elsewhere', name: source ?? name } : { from: 'text', text };
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
