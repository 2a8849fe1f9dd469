import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Command } from 'commander';
import { allCommands, createProgram } from '../../src/cli/program.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/workspace.ts';

const MAIN = `
resource "aws_rds_cluster" "main" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
}
`;

/** What each command is asked; `account` needs one, and its formats are those of `scan`. */
const ARGUMENTS: Record<string, readonly string[]> = {
  scan: ['.'],
  checklist: ['.'],
  policy: [],
  'support-pack': ['shop', '.'],
  bugs: ['aurora-mysql', '2.11.1'],
  upgrade: ['aurora-mysql', '2.11.1'],
  status: [],
  export: ['--offline'],
  watch: ['.', '--once', '--offline'],
};

function pathOf(command: Command): string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}

describe('every format that the help of a command lists is one that it writes', { concurrency: 3 }, () => {
  for (const command of allCommands(createProgram(() => undefined))) {
    const args = ARGUMENTS[command.name()];
    const formats = command.options.find(({ long }) => long === '--format')?.argChoices ?? [];
    if (args === undefined) continue;
    test(pathOf(command).join(' '), async (t) => {
      const folder = temporaryFolder(t, { 'main.tf': MAIN });
      assert.ok(formats.length > 0);
      for (const format of formats) {
        const words = [...pathOf(command), ...args, '--format', format];
        const { code, stdout, stderr } = await runCli(
          [...words, ...(command.name() === 'policy' ? [] : ['--cache-dir', temporaryFolder(t)])],
          { cwd: folder },
        );
        assert.equal(code, 0, `${format}: ${stderr}`);
        // A first look has no alerts, and so no lines of JSON.
        if (!(command.name() === 'watch' && format === 'jsonl')) assert.notEqual(stdout.trim(), '', format);
        if (format === 'json' || format === 'sarif') JSON.parse(stdout);
      }
    });
  }
});
