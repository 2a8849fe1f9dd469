import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CommanderError, type Command, type Option } from 'commander';
import { EXAMPLES } from './examples.ts';
import { HELP_IN_JAPANESE } from './japanese.ts';
import { FORMATS } from '../options/outputs.ts';
import { allCommands, createProgram } from '../program.ts';

/** A valid value of the option. */
function valueOf({ long, argChoices }: Option): string {
  const [choice] = argChoices ?? [];
  if (choice !== undefined) return choice;
  const values: Record<string, string> = {
    '--as-of': '2031-01-01',
    '--docs-origin': 'http://127.0.0.1:9',
    '--http': '0',
    '--limit': '5',
    '--mute': 'aurora-mysql',
    '--reading-budget': '2.5',
    '--soak-days': '30',
    '--time-zone': 'Asia/Tokyo',
  };
  return values[long ?? ''] ?? 'value';
}

function wordsOf(option: Option): string[] {
  return option.required ? [option.long ?? '', valueOf(option)] : [option.long ?? ''];
}

function pathOf(command: Command): string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}

/** Command at a path of names, in a program of its own that only parses. */
function commandNamed(path: readonly string[]): { program: Command; command: Command } {
  const program = createProgram(() => undefined);
  for (const each of [program, ...allCommands(program)])
    each.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  const command = allCommands(program).find((each) => pathOf(each).join() === path.join());
  assert.ok(command !== undefined);
  command.action(() => undefined);
  return { program, command };
}

/** 0, or the exit code of wrong usage. */
async function parse(path: readonly string[], ...words: readonly string[]): Promise<number> {
  const { program, command } = commandNamed(path);
  const values = command.registeredArguments.filter(({ required }) => required).map(() => 'value');
  try {
    await program.parseAsync(['node', 'errata-lens', ...path, ...values, ...words]);
    return 0;
  } catch (error) {
    assert.ok(error instanceof CommanderError, String(error));
    return 2;
  }
}

const PATHS = allCommands(createProgram(() => undefined))
  .filter(({ commands }) => commands.length === 0)
  .map(pathOf);
const EVERY_OPTION = [
  ...new Map(
    PATHS.flatMap((path) => commandNamed(path).command.options).map((option) => [option.long, option]),
  ).values(),
];

test('keeps the list of commands within 80 columns', () => {
  const program = createProgram(() => undefined).configureOutput({ getOutHelpWidth: () => 80 });
  for (const line of program.helpInformation().split('\n')) assert.ok(line.length <= 80, line);
});

describe('the help of a command lists exactly the options and values that the command accepts', () => {
  for (const path of PATHS) {
    const { command } = commandNamed(path);
    const help = command.helpInformation();
    const own = new Set(command.options.map(({ long }) => long));

    test(`${path.join(' ')}: options`, async () => {
      for (const option of command.options) {
        assert.equal(await parse(path, ...wordsOf(option)), 0, option.long);
        if (!option.hidden) assert.ok(help.includes(option.long ?? ''), option.long);
      }
      for (const option of EVERY_OPTION.filter(({ long }) => !own.has(long))) {
        assert.equal(await parse(path, ...wordsOf(option)), 2, `${path.join(' ')} ${option.long ?? ''}`);
        assert.doesNotMatch(help, new RegExp(`${option.long ?? ''}\\b`));
      }
    });

    test(`${path.join(' ')}: formats and other choices`, async () => {
      const format = command.options.find(({ long }) => long === '--format');
      for (const name of FORMATS) {
        const isListed = format?.argChoices?.includes(name) ?? false;
        assert.equal(await parse(path, '--format', name), isListed ? 0 : 2, name);
      }
      for (const { long, argChoices } of command.options) {
        for (const choice of argChoices ?? []) assert.equal(await parse(path, long ?? '', choice), 0, choice);
        if (argChoices !== undefined) assert.equal(await parse(path, long ?? '', 'other'), 2, long);
      }
    });
  }

  test('accepts in silence only the options that every command of the catalogue takes', () => {
    const hidden = PATHS.flatMap((path) => commandNamed(path).command.options).filter((each) => each.hidden);
    assert.deepEqual([...new Set(hidden.map(({ long }) => long))].sort(), ['--docs-origin', '--offline']);
  });
});

describe('examples of commands', () => {
  const names = ['errata-lens', 'catalogue', ...PATHS.map((path) => path.join(' '))];

  test('exist for every command and for nothing else', () => {
    assert.deepEqual(Object.keys(EXAMPLES).sort(), names.sort());
  });

  for (const [name, examples] of Object.entries(EXAMPLES)) {
    for (const [example] of examples) {
      test(`${name}: ${example}`, async () => {
        const [line = ''] = example.split(' > ');
        const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
          ([, quoted, plain]) => quoted ?? plain ?? '',
        );
        const path = PATHS.find((each) => each.join(' ') === words.slice(0, each.length).join(' '));
        assert.ok(path !== undefined, line);
        assert.ok(name === 'errata-lens' || path.join(' ').startsWith(name), line);
        const { program } = commandNamed(path);
        await program.parseAsync(['node', 'errata-lens', ...words]);
        assert.ok(`  errata-lens ${example}`.length <= 80, example);
      });
    }
  }
});

test('every sentence of the help has Japanese words', () => {
  const program = createProgram(() => undefined);
  const sentences = [program, ...allCommands(program)].flatMap((command) => [
    command.description(),
    ...command.options.filter(({ hidden }) => !hidden).map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    ...Object.values(EXAMPLES).flatMap((examples) => examples.map(([, use]) => use)),
  ]);
  const isOpen = (sentence: string): boolean => sentence !== '' && HELP_IN_JAPANESE[sentence] === undefined;
  assert.deepEqual(sentences.filter(isOpen), []);
  for (const words of Object.values(HELP_IN_JAPANESE)) assert.match(words, /[\u3040-\u30ff\u4e00-\u9fff]/);
});
