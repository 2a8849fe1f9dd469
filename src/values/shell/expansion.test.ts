import assert from 'node:assert/strict';
import test from 'node:test';
import { ShellCode } from '../../../test/support/code/shell-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { maxChoices } from '../limits.ts';

const SCRIPTS: readonly [text: string, commands: string[]][] = [
  ['aws rds create --engine mysql', ['aws rds create --engine mysql']],
  ['O="--engine mysql"\naws rds create $O', ['aws rds create --engine mysql']],
  // In quotes a text is one word, and a variable of one word is a value.
  ['O="--engine mysql"\naws rds create "$O"', ['aws rds create ${O}']],
  ['O=mysql\naws rds create --engine $O', ['aws rds create --engine ${O}']],
  ['A=(--engine mysql)\naws rds create "${A[@]}"', ['aws rds create --engine mysql']],
  ['A=(--engine mysql)\nA+=(--port 3306)\naws x "${A[@]}"', ['aws x --engine mysql --port 3306']],
  ['O="--engine mysql"\nO="$O --port 3306"\naws x $O', ['aws x --engine mysql --port 3306']],
  [
    'if x; then O="--engine mysql"; else O="--engine postgres"; fi\naws x $O',
    ['aws x --engine mysql', 'aws x --engine postgres'],
  ],
  ['O="--engine mysql"\nif x; then O="$O --port 1"; fi\naws x $O', ['aws x --engine mysql --port 1']],
  ['aws x ${V:+--engine mysql}', ['aws x --engine mysql']],
  ['aws x ${O:---engine mysql}', ['aws x --engine mysql']],
  ['C="aws rds create --engine mysql"\n$C', ['aws rds create --engine mysql']],
  ['C="aws a; aws b"\neval "$C"', ['eval aws a', 'aws b']],
  ['bash -c "aws a && aws b"', ['bash -c aws a', 'aws b']],
  ['aws x $NONE', ['aws x ${NONE}']],
  ['O="$O"\naws x $O', ['aws x ${O}']],
];

test('splits variables that hold several words into words of the command', () => {
  assertRows(SCRIPTS, (text) => new ShellCode(text).expanded);
});

test('locates an expanded word where the script writes it', () => {
  const text = 'O="--engine-version 8.0"\naws x $O';
  const code = new ShellCode(text);
  const [way] = code.variables.commandsOf(code.commands.at(-1)?.words ?? []);
  const last = way?.at(-1);
  assert.ok(last !== undefined);
  assert.equal(text.slice(last.start, last.end), '8.0');
});

test('limits the number of combinations', () => {
  const set = Array.from({ length: 12 }, (_, i) => `if x; then O${i}="-a b"; else O${i}="-c d"; fi`).join(
    '\n',
  );
  const use = Array.from({ length: 12 }, (_, i) => `$O${i}`).join(' ');
  assert.equal(new ShellCode(`${set}\naws x ${use}`).expanded.length, maxChoices);
  const doubled = Array.from({ length: 40 }, (_, i) => `O${i + 1}="$O${i} $O${i}"`).join('\n');
  const found = new ShellCode(`O0="-a b"\n${doubled}\naws x $O40`).expanded;
  assert.ok(found.every((command) => command.length < 1_000_000));
});
