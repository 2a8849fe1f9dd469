import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { parseHcl } from './parse.ts';
import { argumentsReferringTo, usedKeys, referencesIn, refersTo } from './references.ts';
import type { Block, Expression, HclFile } from './syntax.ts';

const parsed = (text: string): HclFile => parseHcl({ file: 'main.tf', text });

function firstBlock(text: string): Block {
  const block = parsed(text).body.blocks[0];
  assert.ok(block !== undefined, text);
  return block;
}

const counted = (text: string): Record<string, number> => Object.fromEntries(referencesIn([parsed(text)]));

test('counts variables and locals wherever code uses their value', () => {
  assertRows(
    [
      ['a = var.version', { 'var.version': 1 }],
      ['a = "${local.major}.${var.minor}"', { 'local.major': 1, 'var.minor': 1 }],
      ['a = var.versions[var.env].mysql', { 'var.versions': 1, 'var.env': 1 }],
      ['a = { (var.key) = [local.item] }', { 'var.key': 1, 'local.item': 1 }],
      ['a = lookup(var.m, "k")\nb = var.m', { 'var.m': 2 }],
      ['a = [for v in var.all : v if v != var.none]', { 'var.all': 1 }],
      ['a {\n  b {\n    c = var.größe\n  }\n}', { 'var.größe': 1 }],
      ['a = aws_rds_cluster.var.id', {}],
    ],
    counted,
  );
});

test('does not count comparisons, validations and the major version of an option group', () => {
  assertRows(
    [
      ['a = var.env == "prod" ? 1 : 2', {}],
      ['a = var.env == "prod" ? var.b : local.c', { 'var.b': 1, 'local.c': 1 }],
      ['a = !var.on', { 'var.on': 1 }],
      ['variable "a" {\n  validation {\n    condition = can(var.a)\n  }\n}', {}],
      ['resource "aws_db_option_group" "a" {\n  major_engine_version = var.major\n}', {}],
    ],
    counted,
  );
});

test('ignores references of an unused branch', () => {
  const block = firstBlock(
    'resource "aws_rds_cluster" "a" {\n  engine_version = local.on ? var.a : var.b\n}',
  );
  const value = block.body.attributes[0]?.value as Expression & { kind: 'conditional' };
  const branches = new Map<Expression, boolean>([
    [value.yes, true],
    [value.no, false],
  ]);
  assert.equal(refersTo('var.b', block), true);
  assert.equal(refersTo('var.b', block, branches), false);
  assert.equal(refersTo('var.a', block, branches), true);
  assert.equal(refersTo('var.c', block, branches), false);
  const names = (name: string): string[] =>
    argumentsReferringTo(name, block, branches).map((argument) => argument.name);
  assert.deepEqual([names('var.a'), names('var.b')], [['engine_version'], []]);
});

test('finds used instances of a data source by their literal keys', () => {
  const taken = (text: string): (string | null)[] => [
    ...usedKeys('aws_ssm_parameter', 'image', [parsed(text)]),
  ];
  assertRows(
    [
      ['a = data.aws_ssm_parameter.image["arm"].value', ['arm']],
      ['a = [data.aws_ssm_parameter.image["arm"], data.aws_ssm_parameter.image["x86"]]', ['arm', 'x86']],
      ['a = data.aws_ssm_parameter.image[each.key].value', [null]],
      ['a = data.aws_ssm_parameter.image.value', [null]],
      ['a = data.aws_ssm_parameter.other["arm"].value', []],
      ['', []],
    ],
    taken,
  );
});

test('searches an unparsed block as text', () => {
  const text = [
    'resource "aws_ecs_service" "a" {',
    '  name = "${var.name}-${local.env}"',
    '  image = data.aws_ssm_parameter.image["arm"].value',
    '}',
  ].join('\n');
  const { body } = parseHcl({ file: 'main.tf', text }, () => false);
  assert.notEqual(body.blocks[0]?.unread, null);
  const file = { ...parsed(text), body };
  assert.deepEqual(Object.fromEntries(referencesIn([file])), { 'var.name': 1, 'local.env': 1 });
  assert.deepEqual([...usedKeys('aws_ssm_parameter', 'image', [file])], ['arm']);
});
