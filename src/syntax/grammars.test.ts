import assert from 'node:assert/strict';
import test from 'node:test';
import { GRAMMAR_FILES, parserOf, prepareParsers } from './grammars.ts';
import { readWasm } from './read-wasm.ts';

test('a parser is there once its grammar is loaded, and stays the same', async () => {
  assert.equal(parserOf(null), null);
  await prepareParsers(['python', 'python']);
  const parser = parserOf('python');
  await prepareParsers(['python']);
  assert.ok(parser !== null);
  assert.equal(parserOf('python'), parser);
  assert.equal(parser.parse('a = 1')?.rootNode.type, 'module');
});

test('every grammar is a file of WebAssembly, and a missing one an error', async () => {
  const [runtime = ''] = GRAMMAR_FILES;
  assert.deepEqual([...(await readWasm(runtime)).subarray(0, 4)], [0, 97, 115, 109]);
  await assert.rejects(readWasm('web-tree-sitter/no-such-file.wasm'));
});
