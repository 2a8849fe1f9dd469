import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows, writtenAt } from '../../../../test/support/code/values.ts';
import { groovyVariables, imagesNamedIn, stepsIn, stringsIn } from './groovy.ts';
import { scriptOf } from '../script.ts';

test('locates commands of pipeline steps', () => {
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

test("keeps the length of a step's text", () => {
  for (const { start, end, text } of stepsIn('sh "a \\"b c\\" \\\\\n d"'))
    assert.equal(text.length, end - start);
});

test('finds container images of a pipeline', () => {
  const code = "agent { docker { image 'amazonlinux:2' } }\n";
  assert.deepEqual(
    imagesNamedIn(code).map((range) => writtenAt(code, range)),
    ['amazonlinux:2'],
  );
});

test('ignores a string that is printed or compared', () => {
  assertRows(
    [
      ["f('amazonlinux:2')", ['amazonlinux:2']],
      ["echo 'amazonlinux:2'", []],
      ["if (a == 'amazonlinux:2')", []],
    ],
    (code) => stringsIn(code).map(({ text }) => text),
  );
});

test('drops a variable with several values', () => {
  const variables = groovyVariables(
    scriptOf({ file: 'Jenkinsfile', text: "A = '1'\nB = '2'\nB = '3'\nC = \"${A}\"\n" }),
  );
  assert.deepEqual(
    [...variables].map(([name, { text }]) => [name, text]),
    [['A', '1']],
  );
});
