import type * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import type { ArgumentsOf } from './arguments.ts';
import {
  idOf,
  isReading,
  READING_COMMANDS,
  type CommandName,
  type ContextValues,
  type ViewName,
} from './names.ts';

/** What a command does. Links of documents and other extensions call it too: what it is given can be anything. */
export type CommandHandler = (...given: unknown[]) => unknown;

/** What some commands do; of all of them where none is named. */
export type CommandHandlers<N extends CommandName = CommandName> = Record<N, CommandHandler>;

type Executing = Pick<typeof vscode.commands, 'executeCommand'>;

/**
 * Registers commands: where they are all, one that nobody handles does not compile.
 * @param refuse answers, in Restricted Mode, in place of each that does more than read
 */
export function registerCommands<N extends CommandName>(
  editor: {
    commands: Pick<typeof vscode.commands, 'registerCommand'>;
    workspace: Pick<typeof vscode.workspace, 'isTrusted'>;
  },
  handlers: CommandHandlers<N>,
  refuse: () => unknown,
): Disposable[] {
  return (Object.entries(handlers) as [N, CommandHandler][]).map(([name, handle]) => {
    const isFree = isReading(name);
    return editor.commands.registerCommand(idOf(name), (...given: unknown[]) =>
      isFree || editor.workspace.isTrusted ? handle(...given) : refuse(),
    );
  });
}

/** Runs a command of this extension. */
export async function runCommand<N extends CommandName>(
  commands: Executing,
  name: N,
  ...given: ArgumentsOf<N>
): Promise<void> {
  await commands.executeCommand(idOf(name), ...given);
}

/** A command of this extension for a row, a status bar item or a quick fix. */
export function commandOf<N extends CommandName>(
  name: N,
  title: string,
  ...given: ArgumentsOf<N>
): vscode.Command {
  return { command: idOf(name), title, arguments: given };
}

/** The address of a link that runs a command of this extension. */
export function commandLink<N extends CommandName>(name: N, ...given: ArgumentsOf<N>): string {
  const query = given.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(given))}`;
  return `command:${idOf(name)}${query}`;
}

/** Whether an action of the editor only shows something: neither edits nor calls a command that may. */
export function onlyReads(action: { edit?: object; command?: { command: string } }): boolean {
  const called = action.command?.command;
  return action.edit === undefined && READING_COMMANDS.some((name) => idOf(name) === called);
}

/** Says something that the `when` clauses of package.json ask for. */
export async function setContext<N extends keyof ContextValues>(
  commands: Executing,
  name: N,
  value: ContextValues[N],
): Promise<void> {
  await commands.executeCommand('setContext', idOf(name), value);
}

/** The editor's own command that shows a view of this extension. */
export function focusCommand(view: ViewName): string {
  return `${idOf(view)}.focus`;
}

/** Shows a view of this extension. */
export async function focusView(commands: Executing, view: ViewName): Promise<void> {
  await commands.executeCommand(focusCommand(view));
}
