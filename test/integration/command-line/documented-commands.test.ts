import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { CommanderError, type Command } from 'commander';
import { CHECKS } from '../../../src/analysis/index.ts';
import { allCommands, createProgram } from '../../../src/cli/program.ts';
import { ROOT } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const DOCUMENTS = ['README.md', 'README.ja.md', 'CONTRIBUTING.md', 'SUPPORT.md', 'deploy/README.md'].concat(
  readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string | undefined>;
};

/** The ways to call the command line. */
const CALL =
  /^(?:npm (?:--silent )?start --|npx (?:-y )?errata-lens|errata-lens|node (?:\S*\/)?dist\/cli\.js)(?= |$)/;
/** Commands that need an account or the vendor's pages, or do not end. */
const NOT_HERE = new Set(['account', 'watch', 'update', 'mcp', 'site']);

interface Written {
  document: string;
  line: number;
  command: string;
  /** Heading above it. */
  heading: string;
  isBlock: boolean;
}

/** Lines of shell blocks, and code in sentences. */
function commandsIn(document: string): Written[] {
  const found: Written[] = [];
  let fence: string | null = null;
  let heading = '';
  for (const [index, text] of readFileSync(path.join(ROOT, document), 'utf8').split('\n').entries()) {
    const [, opened] = /^\s*```(\w*)/.exec(text) ?? [];
    const at = { document, line: index + 1, heading };
    if (opened !== undefined) fence = fence === null ? opened : null;
    else if (fence === 'sh') found.push({ ...at, command: text.trim(), isBlock: true });
    else if (fence === null) {
      heading = /^#+ (.+)$/.exec(text)?.[1] ?? heading;
      const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, command = '']) => command);
      found.push(...spans.map((command) => ({ ...at, command, isBlock: false })));
    } else found.push({ ...at, command: text.trim(), isBlock: false });
  }
  return found;
}

const WRITTEN = DOCUMENTS.flatMap(commandsIn);
const CALLS = WRITTEN.filter(({ command }) => CALL.test(command));

/** Words of a shell line after the name of the command line, without a comment, a redirection or what follows a pipe. */
function wordsOf(command: string): string[] {
  const [alone = ''] = command.replace(CALL, '').split(/ #| > | \| |&&/);
  return [...alone.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

function placeOf({ document, line }: Written): string {
  return `${document}:${line}`;
}

/** The command that words begin with, and what follows its name; null for a placeholder. */
function commandOf(words: readonly string[]): { command: Command; rest: readonly string[] } | null {
  let command: Command = createProgram(() => undefined);
  let count = 0;
  for (const word of words) {
    const next = command.commands.find((each) => each.name() === word);
    if (next === undefined) break;
    command = next;
    count++;
  }
  return count === 0 ? null : { command, rest: words.slice(count) };
}

describe('every command in the documents', () => {
  test('exists, with the options that it uses there', () => {
    assert.ok(CALLS.length > 40, String(CALLS.length));
    for (const written of CALLS) {
      const words = wordsOf(written.command);
      const found = commandOf(words);
      const isPlaceholder = words[0] === undefined || /^(?:[A-Z]+|…|-.*)$/.test(words[0]);
      assert.ok(found !== null || isPlaceholder, `${placeOf(written)}: ${written.command}`);
      for (const word of found?.rest ?? []) {
        const [option] = /^\[?--[a-z][a-z-]*/.exec(word) ?? [];
        const name = option?.replace('[', '');
        const isKnown = name === undefined || found?.command.options.some(({ long }) => long === name);
        assert.ok(isKnown, `${placeOf(written)}: ${written.command}: ${word}`);
      }
    }
  });

  test('run by npm is a script of package.json', () => {
    for (const written of WRITTEN) {
      const [, name] = /^npm run ([\w:-]+)/.exec(written.command) ?? [];
      if (name !== undefined) assert.ok(scripts[name] !== undefined, `${placeOf(written)}: ${name}`);
    }
    for (const name of ['start', 'test']) {
      const [, file = ''] = /^node (\S+)$/.exec(scripts[name] ?? '') ?? [];
      assert.ok(existsSync(path.join(ROOT, file)), name);
    }
  });

  test('works on a fresh machine, or is marked as “once published”', () => {
    const [first] = commandsIn('README.md').filter(({ isBlock }) => isBlock);
    assert.match(first?.command ?? '', /^npm start\b/);
    for (const written of WRITTEN.filter(({ command }) => /^npx |"npx"|npm install --global/.test(command))) {
      const line =
        readFileSync(path.join(ROOT, written.document), 'utf8').split('\n')[written.line - 1] ?? '';
      const isMarked = /once (?:they are )?published/i.test(`${written.heading} ${line}`);
      assert.ok(isMarked, `${placeOf(written)}: ${written.command}`);
    }
    const bare = CALLS.filter(
      ({ document, isBlock, command }) =>
        document.startsWith('README') && isBlock && !command.startsWith('npm '),
    );
    assert.deepEqual(bare, [], 'a block of the README calls what is not installed');
  });

  test('the README and docs/checklist.md state the number of checks', () => {
    for (const document of ['README.md', 'docs/checklist.md']) {
      const [, count] = /(\d+) checks/.exec(readFileSync(path.join(ROOT, document), 'utf8')) ?? [];
      assert.equal(Number(count), CHECKS.length, document);
    }
  });
});

describe('every command of the README', () => {
  const blocks = CALLS.filter(({ document, isBlock }) => document.startsWith('README') && isBlock);
  for (const written of blocks) {
    const words = wordsOf(written.command);
    const isRun = words.every((word) => !NOT_HERE.has(word));
    test(`${isRun ? 'runs' : 'is parsed'}: ${words.join(' ')}`, async (t) => {
      if (!isRun) {
        const program = createProgram(() => undefined);
        for (const each of allCommands(program))
          each.action(() => undefined).configureOutput({ writeErr: () => undefined });
        await program.parseAsync(['node', 'errata-lens', ...words]).catch((error: unknown) => {
          assert.ok(!(error instanceof CommanderError), String(error));
        });
        return;
      }
      // The files of a checkout that the commands read, on a machine without a network.
      const folder = temporaryFolder(t);
      const incident = 'test/workspaces/incident';
      cpSync(path.join(ROOT, incident), path.join(folder, incident), { recursive: true });
      const { code, stdout, stderr } = await runSharedCli(
        [...words, '--cache-dir', path.join(folder, 'cache')],
        {
          cwd: folder,
          env: { ERRATA_LENS_DOCS_ORIGIN: 'http://127.0.0.1:9' },
        },
      );
      const mayFail = words.includes('--fail-on');
      assert.ok(code === 0 || (mayFail && code === 1), `${code}: ${stderr}`);
      assert.ok(stdout.length > 100, stdout);
    });
  }
});
