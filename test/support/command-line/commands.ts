import type { Command } from 'commander';
import { allCommands, createProgram } from '../../../src/cli/program.ts';

/** Arguments of each command; `account` needs an account, and its formats are those of `scan`. */
const ARGUMENTS: Record<string, readonly string[]> = {
  scan: ['.'],
  checklist: ['.'],
  policy: [],
  incident: ['shop', '.'],
  brief: ['.', '--from', '2.11.1'],
  'support-pack': ['shop', '.'],
  bugs: ['aurora-mysql', '2.11.1'],
  upgrade: ['aurora-mysql', '2.11.1'],
  status: [],
  export: ['--offline'],
  watch: ['.', '--once', '--offline'],
};

/** A command that answers without a network, about the files of the folder that it runs in. */
export interface OfflineCommand {
  name: string;
  words: readonly string[];
  formats: readonly string[];
}

/** All commands, with every format in their help. */
export function offlineCommands(): OfflineCommand[] {
  return allCommands(createProgram(() => undefined)).flatMap((command): OfflineCommand[] => {
    const args = ARGUMENTS[command.name()];
    if (args === undefined) return [];
    const formats = command.options.find(({ long }) => long === '--format')?.argChoices ?? [];
    return [{ name: command.name(), words: [...pathOf(command), ...args], formats }];
  });
}

function pathOf(command: Command): string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}
