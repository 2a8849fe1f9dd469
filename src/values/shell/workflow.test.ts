import assert from 'node:assert/strict';
import test from 'node:test';
import { valueOf } from '../../syntax/index.ts';
import { nodeOf } from '../../../test/support/code/template-code.ts';
import { assertRows, writtenAt } from '../../../test/support/code/values.ts';
import { isEnvironmentKey, workflowValues, literalOrFallback } from './workflow.ts';

const JOB = nodeOf(`
env: { VERSION: 8.0, OTHER: "\${{ secrets.X }}", USUAL: "\${{ vars.V || '5.7' }}" }
strategy:
  matrix:
    version: [8.0, "5.7"]
    include: [{ version: 8.4 }, { os: linux }]
`);
const WORKFLOW = nodeOf(`
on:
  workflow_dispatch: { inputs: { size: { default: 2 }, free: { type: string } } }
  workflow_call: { inputs: { name: { default: shop } } }
env: { VERSION: "1", ROOT: x, EMPTY: }
variables: { GROUP: y }
`);
const BUILD = nodeOf('env: { variables: { INNER: z } }');

const NAMES: readonly [name: string, texts: string[]][] = [
  ['VERSION', ['8.0']],
  ['env.VERSION', ['8.0']],
  ['env.ROOT', ['x']],
  ['EMPTY', []],
  ['OTHER', []],
  ['USUAL', ['5.7']],
  ['GROUP', ['y']],
  ['INNER', ['z']],
  ['inputs.size', ['2']],
  ['inputs.name', ['shop']],
  ['inputs.free', []],
  ['github.event.inputs.size', ['2']],
  ['matrix.version', ['8.0', '5.7', '8.4']],
  ['matrix.os', ['linux']],
  ['matrix.none', []],
  ['secrets.X', []],
  ['constructor', []],
];

test('resolves names of a workflow in the job, the step and the workflow', () => {
  assertRows(NAMES, (name) => workflowValues(name, [JOB, BUILD, WORKFLOW]).map(({ text }) => text));
});

test('locates a fallback where the workflow writes it', () => {
  const text = 'value: "${{ vars.V || \'8.0\' }}"';
  const node = valueOf(nodeOf(text), 'value');
  assert.ok(node?.kind === 'scalar');
  const piece = literalOrFallback(node);
  assert.deepEqual([piece.text, piece.origin, writtenAt(text, piece.span)], ['8.0', 'default', '8.0']);
});

test('recognises keys that hold an environment', () => {
  assert.deepEqual(
    ['env', 'environment', 'variables', 'inputs', 'vars', 'environments', 'name'].filter(isEnvironmentKey),
    [...['env', 'environment', 'variables'], ...['inputs', 'vars']],
  );
});
