import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows, writtenAt } from '../../../../test/support/code/values.ts';
import { groovyVariables, imagesNamedIn, stepsIn, stringsIn } from './groovy.ts';
import { scriptOf } from '../script.ts';

test('the commands of steps stand in their places', () => {
  assertRows(
    [
      ["sh 'a b'", ['a b']],
      ['sh """\n  a\n  b\n"""', ['\n  a\n  b\n']],
      ["sh(script: 'a', returnStdout: true)", ['a']],
      ["sh 'open", ['open']],
      ["echo 'a'", []],
    ],
    (code) => stepsIn(code).map((step) => writtenAt(code, step)),
  );
});

test('a step has a text of the same length for the shell', () => {
  for (const { start, end, text } of stepsIn('sh "a \\"b c\\" \\\\\n d"'))
    assert.equal(text.length, end - start);
});

test('images of containers are found where a pipeline names them', () => {
  const code = "agent { docker { image 'amazonlinux:2' } }\n";
  assert.deepEqual(
    imagesNamedIn(code).map((range) => writtenAt(code, range)),
    ['amazonlinux:2'],
  );
});

test('a string that is printed or compared is not passed on', () => {
  assertRows(
    [
      ["f('amazonlinux:2')", ['amazonlinux:2']],
      ["echo 'amazonlinux:2'", []],
      ["if (a == 'amazonlinux:2')", []],
    ],
    (code) => stringsIn(code).map(({ text }) => text),
  );
});

test('a variable with several values has none', () => {
  const variables = groovyVariables(
    scriptOf({ file: 'Jenkinsfile', text: "A = '1'\nB = '2'\nB = '3'\nC = \"${A}\"\n" }),
  );
  assert.deepEqual(
    [...variables].map(([name, { text }]) => [name, text]),
    [['A', '1']],
  );
});
