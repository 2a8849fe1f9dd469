import assert from 'node:assert/strict';
import test from 'node:test';
import { setParameters } from './terraform.ts';
import { parseHcl } from '../syntax/index.ts';

void test('finds the end of a block after any number of comments', () => {
  for (const [comment, isClosed] of [
    ['# '.repeat(5000), true],
    ['#\n'.repeat(5000), true],
    ['/* */ // a\n'.repeat(5000), true],
    ['# '.repeat(5000), false],
    ['/*'.repeat(5000), false],
  ] as const) {
    const text = `resource "aws_rds_cluster_parameter_group" "x" {\n  name = "a"\n  ${comment}\n${isClosed ? '}\n' : ''}`;
    const source = { file: 'main.tf', text };
    const [block] = parseHcl(source).body.blocks;
    assert.ok(block !== undefined);
    const changes = setParameters(source, block, { parameters: { a: 'b' } });
    assert.equal(changes !== null, isClosed, comment.slice(0, 10));
  }
});
