import type { Command } from 'commander';

/** All subcommands of a command, at any depth; parents before children. */
export function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}
