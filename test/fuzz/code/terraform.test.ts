import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import { terraform } from '../../../src/inventory/formats/terraform/index.ts';
import { isFileLocation } from '../../../src/model/index.ts';
import type { FileLocation, Location } from '../../../src/model/index.ts';
import { viewOf } from '../../support/code/format.ts';
import { RUNS } from '../../support/hostile/fuzz.ts';

/** Limit for one input on any machine; a hang takes a thousand times longer. */
const LONGEST_MS = 10_000;

const EXAMPLE = `# 🎉
locals {
  ev = { dev = "8.0.mysql_aurora.3.08.0", prod = "8.0.mysql_aurora.3.04.0" }
  db = merge({ engine = "aurora-mysql" }, { engine_version = local.ev[var.env] })
  all = { for k, v in local.ev : k => upper(v) if k != "dev" }
}
variable "env" { type = string }
variable "dbs" {
  type = map(object({ engine_version = optional(string, "8.0") }))
  default = { a = {}, b = { engine_version = "5.7.mysql_aurora.2.11.1" } }
}
resource "aws_rds_cluster" "main" {
  for_each       = var.dbs
  engine         = var.env == "x" ? "aurora-mysql" : local.db.engine
  engine_version = try(each.value.engine_version, lookup(local.ev, var.env, "8.0"))
  tags           = { Name = "a-\${each.key}" }
  dynamic "scaling_configuration" {
    for_each = [1]
    content { min_capacity = scaling_configuration.value }
  }
  lifecycle { ignore_changes = [engine_version] }
}
resource "aws_rds_cluster_instance" "main" {
  count              = length(var.dbs)
  cluster_identifier = aws_rds_cluster.main["a"].id
  engine_version     = aws_rds_cluster.main["a"].engine_version
}
module "child" {
  source = "./child"
  ev     = coalesce(null, local.ev["prod"])
}
module "db" {
  source         = "terraform-aws-modules/rds-aurora/aws"
  engine         = "aurora-mysql"
  engine_version = <<-EOT
    8.0.mysql_aurora.3.05.2
  EOT
  instances      = { one = {} }
}
resource "aws_launch_template" "web" { image_id = data.aws_ami.al2.id }
data "aws_ami" "al2" {
  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]
  }
}
`;
const CHILD =
  'variable "ev" {}\nresource "aws_rds_cluster" "c" {\n  engine_version = var.ev\n}\noutput "o" { value = module.x.y }\n';
const JSON_VARIABLES =
  '{ "dbs": { "j": { "engine": "aurora-mysql", "engine_version": "8.0" } }, "list": [{ "a": null }] }\n';
const VARIABLES = 'env = "prod"\ndbs = { c = { engine_version = "8.0.mysql_aurora.3.04.1" } }\n';
const JSON_CODE =
  '{ "resource": { "aws_rds_cluster": { "j": { "engine": "aurora-mysql", "engine_version": "${local.ev.dev}" } } } }\n';
const FILES = {
  'main.tf': EXAMPLE,
  'child/main.tf': CHILD,
  'prod.tfvars': VARIABLES,
  'more.tf.json': JSON_CODE,
  'z.auto.tfvars.json': JSON_VARIABLES,
};

/** Reads the files and fails if a result lies outside of them. */
function check(files: Record<string, string>): void {
  const started = performance.now();
  const { drafts, problems } = terraform.read('.', viewOf(files));
  const assets = buildAssets(drafts);
  assert.ok(performance.now() - started < LONGEST_MS);
  for (const { location, uses } of assets) {
    for (const place of [location, ...uses.map((use) => use.location)]) assertInside(place, files);
  }
  for (const { source, text } of problems) {
    const lines = (files[source] ?? '').split(/\r\n|\n|\r/).length;
    assert.ok(Number(text.args['line']) >= 1 && Number(text.args['line']) <= lines);
  }
}

function assertInside(place: Location, files: Record<string, string>): void {
  assert.ok(isFileLocation(place));
  const lines = (files[place.file] ?? '').split(/\r\n|\n|\r/);
  assertPoint(place, place.line, place.column, lines);
  assertPoint(place, place.endLine, place.endColumn, lines);
  assert.ok(place.endLine > place.line || (place.endLine === place.line && place.endColumn >= place.column));
}

function assertPoint(place: FileLocation, line: number, column: number, lines: readonly string[]): void {
  const text = lines[line - 1];
  assert.ok(text !== undefined && column >= 1 && column <= text.length + 1, JSON.stringify(place));
}

/** Pieces of code that break their surroundings. */
const PIECE = fc.oneof(
  fc.constantFrom(
    ...[
      '"',
      '${',
      '}',
      '{',
      '[',
      ']',
      '(',
      ')',
      '<<EOT',
      '<<-X\n',
      '\n',
      '\r\n',
      '=',
      '==',
      '?',
      ':',
      ',',
      '...',
      '%{',
      '/*',
      '*/',
      '#',
      '\\',
      '.*',
      '[*]',
      '🎉',
      '\u0000',
    ],
    ...[
      'for x in',
      'resource "aws_rds_cluster" "x" {',
      'local.ev',
      'var.dbs',
      'each.value',
      'local.db',
      'module.child.o',
      'null',
      '!',
      '-',
    ],
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const EDIT = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 40 }),
  insert: fc.array(PIECE, { maxLength: 4 }),
});

function mutate(
  text: string,
  edits: readonly { at: number; remove: number; insert: readonly string[] }[],
): string {
  return edits.reduce((current, { at, remove, insert }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + insert.join('') + current.slice(start + remove);
  }, text);
}

test('mutated code never crashes or hangs, and places stay inside its files', () => {
  const file = fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[]));
  fc.assert(
    fc.property(file, fc.array(EDIT, { minLength: 1, maxLength: 6 }), (name, edits) => {
      check({ ...FILES, [name]: mutate(FILES[name], edits) });
    }),
    RUNS,
  );
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 60 }), (pieces) => {
      check({ 'main.tf': pieces.join('') });
    }),
    RUNS,
  );
});

test('bounds expressions that grow exponentially', () => {
  const doubled = Array.from({ length: 60 }, (_, i) => `l${i + 1} = [local.l${i}, local.l${i}]`).join('\n');
  check({
    'main.tf': `locals {\nl0 = "8.0.mysql_aurora.3.04.0"\n${doubled}\n}\nmodule "x" {\n source = "x"\n v = local.l60\n}\nresource "aws_rds_cluster" "a" {\n engine_version = local.l60\n enabled_cloudwatch_logs_exports = local.l60\n}`,
  });
  const choices = Array.from(
    { length: 30 },
    (_, i) => `c${i + 1} = var.x ? "\${local.c${i}}a" : "\${local.c${i}}b"`,
  ).join('\n');
  check({
    'main.tf': `variable "x" {}\nlocals {\nc0 = "8"\n${choices}\n}\nresource "aws_rds_cluster" "a" {\n engine_version = local.c30\n}`,
  });
  check({
    'main.tf': `locals {\n a = local.b\n b = local.a\n}\nresource "aws_rds_cluster" "a" {\n engine_version = local.a\n}\nresource "aws_rds_cluster" "b" {\n engine_version = aws_rds_cluster.b.engine_version\n}`,
  });
  check({ 'main.tf': `resource "aws_rds_cluster" "a" {\n engine_version = ${'['.repeat(20_000)}\n}` });
  check({ 'main.tf': `resource "aws_rds_cluster" "a" {\n engine_version = ${'-'.repeat(20_000)}1\n}` });
  check({ 'main.tf': 'a {\n'.repeat(20_000) });
  check({ 'main.tf': `x = "${'${"'.repeat(5000)}` });
  const chain = Array.from({ length: 3000 }, (_, i) => `n${i + 1} = local.n${i}`).join('\n');
  check({
    'main.tf': `locals {\nn0 = "8.0"\n${chain}\n}\nresource "aws_rds_cluster" "a" {\n engine_version = local.n3000\n}`,
  });
});

test('ends the evaluation of modules that call themselves or each other', () => {
  check({
    'main.tf': 'module "me" {\n source = "./"\n}\nmodule "up" {\n source = "../"\n}\n',
    'child/main.tf': 'module "parent" {\n source = "../"\n}\n',
  });
  const many = Array.from({ length: 30 }, (_, i) => `module "m${i}" {\n source = "./child"\n}\n`).join('');
  const nested = Array.from({ length: 30 }, (_, i) => `module "n${i}" {\n source = "./sub"\n}\n`).join('');
  check({ 'main.tf': many, 'child/main.tf': nested, 'child/sub/main.tf': CHILD });
});
