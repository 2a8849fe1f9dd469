import { wordsPattern } from '../../../model/index.ts';
import { type Block, type BlockPart, type Command, commandName } from '../../../syntax/shell/index.ts';
import { shownCommand } from '../steps.ts';

/** Condition of a command that never runs. */
export const NEVER_RUNS = '(never)';

const TEST_PROGRAMS: ReadonlySet<string> = new Set(['[', '[[', 'test', 'grep', 'egrep']);
/** Programs that test if something exists. */
const PRESENCE_TESTS = [
  String.raw`command\s+-[vV]|which|type|hash|rpm\s+-q|dpkg\s+-[sl]|(?:dnf|yum)\s+list\s+installed`,
  String.raw`systemctl\s+is-\S+|pgrep`,
];
const PRESENCE_TEST = new RegExp(String.raw`^(?:${PRESENCE_TESTS.join('|')})\b`);
/** `[ -f /usr/bin/x ]` */
const FILE_TEST = /^\[{1,2}\s+(?<not>!\s+)?-[fxedL]\s+\S+\s+\]{1,2}$/;
/** A test for the system's package or service manager: the other branch does the same. */
const SYSTEM_PROGRAMS = wordsPattern('dnf yum apt apt-get zypper apk systemctl systemd snap'.split(' '));
const SYSTEM_TEST = new RegExp(
  String.raw`${SYSTEM_PROGRAMS.source}(?!\s+(?:list|is-))|os-release|\bID(?:_LIKE)?\b|VERSION_ID|uname`,
);

/** Test commands of each block. */
export type Tests = ReadonlyMap<Block, readonly Command[]>;

/** Tests of a script's blocks, collected once. */
export function testsIn(commands: readonly Command[]): Tests {
  const tests = new Map<Block, Command[]>();
  for (const command of commands)
    for (const { block, part } of command.blocksAround ?? [])
      if (part === 'test') tests.set(block, [...(tests.get(block) ?? []), command].slice(0, maxTests));
  return tests;
}

/** Maximum of commands in one test. */
const maxTests = 5;

/**
 * Test that a command depends on. Null if it always runs, or if the test only checks if the step is necessary ("install
 * unless present"). {@link NEVER_RUNS} if it never runs.
 * @param before preceding commands, the nearest last
 */
export function shellCondition(
  command: Command,
  before: readonly Command[],
  tests: Tests,
  script: string,
): string | null {
  for (const part of command.blocksAround ?? []) {
    const condition = conditionOfBlock(part, tests.get(part.block) ?? [], script);
    if (condition !== null) return condition;
  }
  return conditionOfOperator(command, before, script);
}

function conditionOfBlock(
  { block, part }: BlockPart,
  tests: readonly Command[],
  script: string,
): string | null {
  if (block.isFunction || part === 'test' || !/^(?:if|case)$/.test(block.word)) return null;
  if (block.word === 'case') return 'case';
  const written = tests.map((test) => conditionText(test, script));
  const isNegated = tests.some((test) => isNegatedIn(test, script));
  const [only = ''] = written;
  const runs = part === 'body' ? !isNegated : isNegated;
  if (written.length === 1 && /^(?:true|:|false)$/.test(only)) {
    const isTrue = only !== 'false';
    return isTrue === runs ? null : NEVER_RUNS;
  }
  if (written.every((test) => presenceTest(test)?.isAbsence === runs)) return null;
  if (written.every((test) => SYSTEM_TEST.test(test))) return null;
  return shownCommand((isNegated ? '! ' : '') + written.join(' && ')) + (part === 'else' ? ' (else)' : '');
}

/** Condition from `&&` and `||` in front of a command, back to the start of its list. */
function conditionOfOperator(command: Command, before: readonly Command[], script: string): string | null {
  let next = command;
  for (const test of before.toReversed()) {
    const operator = next.operatorBefore;
    if (operator === undefined) return null;
    const condition = operator === '|' ? null : conditionOfTest(test, operator, script);
    if (condition !== null) return condition;
    next = test;
  }
  return null;
}

function conditionOfTest(test: Command, operator: '&&' | '||', script: string): string | null {
  const written = conditionText(test, script);
  const runs = operator === '&&';
  if (/^(?:true|:)$/.test(written)) return runs ? null : NEVER_RUNS;
  if (written === 'false') return runs ? NEVER_RUNS : null;
  const isTest = TEST_PROGRAMS.has(commandName(test.words)) || PRESENCE_TEST.test(written);
  if (!isTest) return runs ? null : shownCommand(`! ${written}`);
  const isNegated = isNegatedIn(test, script);
  const presence = presenceTest(written);
  if (presence !== null && presence.isAbsence === (isNegated ? !runs : runs)) return null;
  if (SYSTEM_TEST.test(written)) return null;
  return shownCommand(runs ? written : `! ${written}`);
}

/** Presence test, possibly negated; null for any other test. */
function presenceTest(written: string): { isAbsence: boolean } | null {
  if (PRESENCE_TEST.test(written)) return { isAbsence: false };
  const found = FILE_TEST.exec(written);
  return found === null ? null : { isAbsence: found.groups?.['not'] !== undefined };
}

function isNegatedIn({ words }: Command, script: string): boolean {
  const start = words[0]?.start ?? 0;
  return /!\s+$/.test(script.slice(Math.max(0, start - 4), start));
}

function conditionText({ words }: Command, script: string): string {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? '' : script.slice(first.start, last.end).trim();
}
