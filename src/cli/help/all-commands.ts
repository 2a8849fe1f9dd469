import type { Command } from 'commander';

/** The commands below a command, each before its own. */
export function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}
