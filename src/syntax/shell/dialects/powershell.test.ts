import assert from 'node:assert/strict';
import test from 'node:test';
import { parseShell } from '../parse.ts';
import { powerShellAsShell } from './powershell.ts';

const SCRIPTS = [
  '$Version = "8.0"\r\nNew-RDSDBCluster -EngineVersion $Version\r\n',
  '$a = @{ Engine = "aurora-mysql"; EngineVersion = "8.0" }\nNew-RDSDBCluster @a\n',
  '$a = @{\n  Engine = "b" # c\n  Tags = @(@{ Key = "d" })\n}\n',
  '$a.EngineVersion = "8.0"\n',
  '<# a\n$b = "c" #>\n$d = "e" `\n  -f\n',
  'Write-Host "C:\\temp"\n',
];

test('keeps length and lines of a script, and so the position of each word', () => {
  for (const text of SCRIPTS) {
    const shell = powerShellAsShell(text);
    assert.equal(shell.length, text.length, text);
    assert.deepEqual(
      [...shell.matchAll(/\n/g)].map(({ index }) => index),
      [...[...text.matchAll(/\n/g)].map(({ index }) => index)],
    );
  }
});

test('converts an assignment to shell form', () => {
  const [command] = parseShell(powerShellAsShell('$Version = "8.0"\n'));
  assert.deepEqual(
    command?.assignments.map(({ name }) => name),
    ['Version'],
  );
});

test('converts a switch to an option, and blanks a comment', () => {
  assert.match(powerShellAsShell('a -EngineVersion b'), /-engineversion/i);
  assert.doesNotMatch(powerShellAsShell('<# $a = "b" #>'), /a/);
});

test('reads an unclosed table in bounded time', () => {
  for (const unit of ['$a = @{', '$a = @(', '@{ a = "', '<#'])
    assert.equal(powerShellAsShell(unit.repeat(2000)).length, unit.length * 2000, unit);
});
