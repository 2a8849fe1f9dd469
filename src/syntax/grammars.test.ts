import assert from 'node:assert/strict';
import test from 'node:test';
import { GRAMMAR_FILES, parserOf, prepareParsers } from './grammars.ts';
import { readWasm } from './read-wasm.ts';

test('provides one parser for a loaded grammar, and none before', async () => {
  assert.equal(parserOf(null), null);
  await prepareParsers(['python', 'python']);
  const parser = parserOf('python');
  await prepareParsers(['python']);
  assert.ok(parser !== null);
  assert.equal(parserOf('python'), parser);
  assert.equal(parser.parse('a = 1')?.rootNode.type, 'module');
});

test('reads each grammar as WebAssembly, and rejects a missing one', async () => {
  const [runtime = ''] = GRAMMAR_FILES;
  assert.deepEqual([...(await readWasm(runtime)).subarray(0, 4)], [0, 97, 115, 109]);
  await assert.rejects(readWasm('web-tree-sitter/no-such-file.wasm'));
});
