import assert from 'node:assert/strict';
import test from 'node:test';
import { parseJsonCode, parseJsonValues } from './json-file.ts';
import { argumentOf } from './syntax.ts';

const parse = (content: unknown) =>
  parseJsonCode({ file: 'a.tf.json', text: typeof content === 'string' ? content : JSON.stringify(content) });

test('reads blocks with their labels, as in HCL', () => {
  const { body, errors } = parse({
    resource: { aws_rds_cluster: { a: { engine: 'aurora-mysql' }, b: [{}, {}] } },
    variable: { v: { default: '8.0' } },
    locals: { l: 1 },
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    body.blocks.map(({ type, labels }) => [type, ...labels.map(({ text }) => text)]),
    [
      ['resource', 'aws_rds_cluster', 'a'],
      ['resource', 'aws_rds_cluster', 'b'],
      ['resource', 'aws_rds_cluster', 'b'],
      ['variable', 'v'],
      ['locals'],
    ],
  );
});

test('reads an object in a resource as a nested block, and tags as a value', () => {
  const { body } = parse({
    resource: { a: { b: { nested: { c: 1 }, tags: { d: 'e' }, listed: [{ f: 1 }, { f: 2 }] } } },
  });
  const [block] = body.blocks;
  assert.ok(block !== undefined);
  assert.deepEqual(
    block.body.blocks.map(({ type }) => type),
    ['nested', 'listed', 'listed'],
  );
  assert.equal(argumentOf(block, 'tags')?.value.kind, 'object');
  assert.equal(block.body.blocks[0]?.body.attributes.length, 1);
});

test('reads a text as a template in code, and as plain text in a variables file', () => {
  const code = parse({ locals: { a: '${var.b}' } }).body.blocks[0];
  assert.ok(code !== undefined);
  assert.equal(argumentOf(code, 'a')?.value.kind, 'reference');
  const { body } = parseJsonValues({ file: 'a.tfvars.json', text: '{"a": "x"}' });
  assert.equal(body.attributes[0]?.value.kind, 'literal');
});

test('reports an error with its line for a file other than JSON', () => {
  const { body, errors } = parse('{\n  "resource": {\n');
  assert.deepEqual(body.attributes, []);
  assert.ok(errors.length > 0 && errors.every(({ line }) => line >= 1));
});
