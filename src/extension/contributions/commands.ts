import type * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import type { ArgumentsOf } from './arguments.ts';
import {
  editorId,
  isReadOnlyCommand,
  READ_ONLY_COMMANDS,
  type CommandName,
  type ContextValues,
  type ViewName,
} from './names.ts';

/** Handler of a command. Documents and other extensions can call it with any arguments. */
export type CommandHandler = (...given: unknown[]) => unknown;

/** A handler for each of some commands (default: all). */
export type CommandHandlers<N extends CommandName = CommandName> = Record<N, CommandHandler>;

type CommandRunner = Pick<typeof vscode.commands, 'executeCommand'>;

/** Handlers whose code is loaded by the first command that runs. */
export function loadedHandlers<N extends CommandName>(
  names: readonly N[],
  load: () => Promise<CommandHandlers<N>>,
): CommandHandlers<N> {
  let loading: Promise<CommandHandlers<N>> | null = null;
  const handlerOf =
    (name: N): CommandHandler =>
    async (...given) =>
      (await (loading ??= load()))[name](...given);
  return Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as CommandHandlers<N>;
}

/**
 * Registers commands; a missing handler is a type error.
 * @param refuse called in Restricted Mode instead of commands that are not read-only
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
    const isFree = isReadOnlyCommand(name);
    return editor.commands.registerCommand(editorId(name), (...given: unknown[]) =>
      isFree || editor.workspace.isTrusted ? handle(...given) : refuse(),
    );
  });
}

/** Runs a command of this extension. */
export async function runCommand<N extends CommandName>(
  commands: CommandRunner,
  name: N,
  ...args: ArgumentsOf<N>
): Promise<void> {
  await commands.executeCommand(editorId(name), ...args);
}

/** Creates a command for a row, a status bar item or a quick fix. */
export function createCommand<N extends CommandName>(
  name: N,
  title: string,
  ...args: ArgumentsOf<N>
): vscode.Command {
  return { command: editorId(name), title, arguments: args };
}

/** Link that runs a command of this extension. */
export function commandLink<N extends CommandName>(name: N, ...args: ArgumentsOf<N>): string {
  const query = args.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(args))}`;
  return `command:${editorId(name)}${query}`;
}

/** True if an action has no edit, and at most a read-only command. */
export function isReadOnlyAction(action: { edit?: object; command?: { command: string } }): boolean {
  const called = action.command?.command;
  return action.edit === undefined && READ_ONLY_COMMANDS.some((name) => editorId(name) === called);
}

/** Sets a context value for the `when` clauses of package.json. */
export async function setContext<N extends keyof ContextValues>(
  commands: CommandRunner,
  name: N,
  value: ContextValues[N],
): Promise<void> {
  await commands.executeCommand('setContext', editorId(name), value);
}

/** Command of the editor that shows a view of this extension. */
export function focusCommand(view: ViewName): string {
  return `${editorId(view)}.focus`;
}

/** Shows a view of this extension. */
export async function focusView(commands: CommandRunner, view: ViewName): Promise<void> {
  await commands.executeCommand(focusCommand(view));
}
