import type { Command } from 'commander';

/** Subcommands of a command, each before its own subcommands. */
export function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}
