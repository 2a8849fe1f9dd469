import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { commandRange, mayContainCommandText, textWithMarks } from './commands/command-texts.ts';
import { parseShell } from './parse.ts';
import { commandName, plainText, withoutStart, type Word } from './syntax.ts';

function secondWord(text: string): Word {
  const word = parseShell(text)[0]?.words[1];
  assert.ok(word !== undefined, text);
  return word;
}

test('returns plain text only for a word without variables', () => {
  assertRows(
    [
      ['a b', 'b'],
      [`a "b c"'d'`, 'b cd'],
      ['a ""', ''],
      ['a $b', null],
      ['a b${c%d}', null],
    ],
    (text) => plainText(secondWord(text)),
  );
  assert.equal(plainText(undefined), null);
});

test('names a command by the last part of its path', () => {
  assertRows(
    [
      ['/usr/bin/aws rds', 'aws'],
      ['aws', 'aws'],
      ['$AWS rds', ''],
    ],
    (text) => commandName(parseShell(text)[0]?.words ?? []),
  );
});

test('removes the first characters of a word', () => {
  const text = 'a --set=b$c';
  const rest = withoutStart(secondWord(text), '--set='.length);
  assert.equal(text.slice(rest.start, rest.end), 'b$c');
  assert.equal(withoutStart(secondWord('a --set=$c'), '--set='.length).parts.length, 1);
  const variable = secondWord('a $c');
  assert.equal(withoutStart(variable, 1), variable);
});

test('finds a command in a word that another shell runs', () => {
  const command = (text: string): string | null => {
    const range = commandRange(secondWord(text));
    return range === null ? null : text.slice(range.start, range.end);
  };
  assertRows(
    [
      [`bash "dnf upgrade --releasever=2023.5.20240708 -y"`, 'dnf upgrade --releasever=2023.5.20240708 -y'],
      [`bash 'a && yum update releasever'`, 'a && yum update releasever'],
      [`bash "microdnf upgrade --releasever=$VERSION"`, 'microdnf upgrade --releasever=$VERSION'],
      [`bash "dnf upgrade; echo releasever"`, null],
      ['bash releasever', null],
    ],
    command,
  );
  assert.equal(mayContainCommandText('dnf upgrade'), false);
  assert.equal(textWithMarks(secondWord('a b$c"d"').parts), 'b$d');
});
