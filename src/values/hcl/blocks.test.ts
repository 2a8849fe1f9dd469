import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { parseHcl, type Body } from '../../syntax/index.ts';
import { maxBlocks } from '../limits.ts';
import { blockTypes, valueInside, nestedBlocks, valueAtPath } from './blocks.ts';
import { policyDocument } from './policy-documents.ts';

const CODE = new HclCode({ variables: { zones: '["a", "b"]', none: '[]' } });

/** Body of a resource with some code. */
function bodyOf(code: string): Body {
  const { body, errors } = parseHcl({ file: 'main.tf', text: `resource "aws_a" "b" {\n${code}\n}\n` });
  assert.deepEqual(errors, [], code);
  return body.blocks[0]?.body ?? body;
}

const resultOf = (code: string, path: string): Sketch =>
  sketch(valueAtPath(bodyOf(code), path.split('.'), CODE.context));

test('follows a path through arguments and nested blocks', () => {
  assertRows<string, Sketch>(
    [
      ['engine = "mysql"', 'mysql'],
      ['engine {\n version = "8.0"\n}', { version: '8.0' }],
      ['engine {\n engine_version = "8.0"\n port = null\n}', { engineVersion: '8.0' }],
      ['engine {\n a = 1\n}\nengine {\n a = 2\n}', [{ a: 1 }, { a: 2 }]],
      ['engine {\n options {\n a = 1\n}\n}', { options: { a: 1 } }],
      ['other = 1', 'nothing'],
    ],
    (code) => resultOf(code, 'engine'),
  );
  assert.equal(resultOf('engine {\n version = "8.0"\n}', 'engine.version'), '8.0');
  assert.equal(resultOf('engine = { version = "8.0" }', 'engine.version'), '8.0');
  assert.equal(resultOf('engine = [{ version = "8.0" }]', 'engine.version'), '8.0');
  assert.equal(resultOf('engine = { port = 1 }', 'engine.version'), 'nothing');
  assert.equal(resultOf('engine = var.open', 'engine.version'), '?');
});

const dynamic = (forEach: string, more = ''): string =>
  `dynamic "tag" {\n for_each = ${forEach}\n ${more}\n content {\n value = tag.value\n }\n}`;

test('repeats a dynamic block for each row', () => {
  assertRows<string, Sketch>(
    [
      [dynamic('var.zones'), [{ value: 'a' }, { value: 'b' }]],
      [dynamic('{ one = 1 }'), { value: 1 }],
      [dynamic('{ one = 1 }', 'iterator = other').replace('tag.value', 'other.key'), { value: 'one' }],
      [dynamic('var.none'), 'nothing'],
      [dynamic('var.open'), '?'],
      ['dynamic "tag" {}', 'nothing'],
    ],
    (code) => resultOf(code, 'tag'),
  );
  assert.deepEqual([...blockTypes(bodyOf(`${dynamic('[]')}\nother {}`).blocks)], ['tag', 'other']);
});

test('limits the number of nested blocks of one type', () => {
  const body = bodyOf('a {}\n'.repeat(maxBlocks + 50));
  assert.equal(nestedBlocks(body, 'a', CODE.context).known.length, maxBlocks);
});

test("reads a module's input object like a nested block", () => {
  const inside = (code: string): Sketch => sketch(valueInside(CODE.valueOf(code), ['a', 'b']));
  assertRows<string, Sketch>(
    [
      ['{ a = { b = 1 } }', 1],
      ['[{ a = [{ b = 1 }] }]', 1],
      ['{ a = {} }', 'nothing'],
      ['merge({ c = 1 }, var.open)', '?'],
      ['var.open', '?'],
    ],
    inside,
  );
});

test("converts a policy document to IAM's own statement keys", () => {
  const documentOf = (code: string): Sketch => {
    const body = bodyOf(code);
    return sketch(policyDocument(body, CODE.context, CODE.expression('1')));
  };
  assertRows<string, Sketch>(
    [
      [
        'statement {\n actions = ["s3:*"]\n resources = ["*"]\n principals {\n type = "AWS"\n identifiers = ["*"]\n }\n}',
        { Statement: [{ Action: ['s3:*'], Resource: ['*'], Principal: { AWS: ['*'] } }] },
      ],
      ['statement {\n effect = "Deny"\n}', { Statement: [{ Effect: 'Deny' }] }],
      ['source_policy_documents = [var.open]', { Statement: '?' }],
      ['', { Statement: [] }],
    ],
    documentOf,
  );
});
