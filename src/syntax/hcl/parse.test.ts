import assert from 'node:assert/strict';
import test from 'node:test';
import { argumentOf, parseHcl, type Expression } from '../index.ts';
import { ownOutline, treeSitterOutline } from '../../../test/support/code/hcl-oracle.ts';

/** Valid code of every form; each is read alike by tree-sitter's grammar. */
const FORMS = [
  'a = 1',
  'a = "x"\r\nb = [1, "y",]\r\n',
  'a = { b = 1, "c" : "z"\n d = [\n] }\n',
  'a = var.x["k"].y[0].z[*].w.*.v',
  'a = f(1, g("x")...)\n',
  'a = provider::aws::arn_parse("x")',
  'a = !b && c || d == "e" && f != "g" && h >= i',
  'a = (b ? "c" : "d")',
  'a = -b + (c * d) / e % f - -g',
  'a = [for x in y : upper(x) if x != ""]',
  'a = { for k, v in y : k => v... if v.z }',
  'a = "b${c}d${"e${f}"}g"',
  'a = <<EOT\n  x ${y} "z"\nEOT\nb = "c"\n',
  'a = <<-EOT\n  resource "x" "y" {\n  EOT\n',
  'resource "a" "b" {\n  # comment { "\n  // }\n  /* } */ c = "d"\n  e { f = "g" }\n  h "i" {\n  }\n}\n',
  'resource a b { c = "d" }',
  'a = null\nb = true\n',
  '/* 🎉 */ a = "🎉" # 🎉\nb = "c"',
  'rule "a" {\n\nlocals {\nformat = "b"\n}\n}\n',
  'a = {\n  (b.c) = "d"\n  "${e}" = "f"\n}',
];

test("reads HCL like tree-sitter's grammar", async () => {
  const outline = await treeSitterOutline();
  for (const text of FORMS) {
    const expected = outline(text);
    assert.ok(expected !== null, text);
    assert.deepEqual(ownOutline(text), expected, text);
    assert.deepEqual(parseHcl({ file: 'a.tf', text }).errors, [], text);
  }
});

test('reads the body of a skipped block on demand', () => {
  const text =
    'a "x" {\n  b = "}" # }\n  c = <<E\n}\nE\n  d { e = "${f({ g = "}" })}" }\n}\nh "y" {\n i = 1\n}\n';
  const eager = parseHcl({ file: 'a.tf', text });
  const lazy = parseHcl({ file: 'a.tf', text }, () => false);
  assert.deepEqual(lazy.errors, []);
  assert.deepEqual(
    lazy.body.blocks.map(({ type, body }) => [type, body]),
    eager.body.blocks.map(({ type, body }) => [type, body]),
  );
});

test('assigns a nested conditional to the second branch', () => {
  const { body } = parseHcl({ file: 'a.tf', text: 'a = b ? "c" : d ? "e" : "f"' });
  const value: Expression | undefined = body.attributes[0]?.value;
  assert.equal(value?.kind, 'conditional');
  assert.equal(value.yes.kind, 'literal');
  assert.equal(value.no.kind, 'conditional');
});

test('keeps the digits of a number', () => {
  const { body } = parseHcl({ file: 'a.tf', text: 'a = 8.0\nb = 1e3' });
  assert.deepEqual(
    body.attributes.map(({ value }) => value.kind === 'literal' && [value.value, value.text]),
    [
      [8, '8.0'],
      [1000, '1e3'],
    ],
  );
});

test('finds an argument in an unparsed block, and leaves the body unparsed if it is missing', () => {
  const code = 'resource "x" "y" {\n  arn_of = z.w.arn\n  id = "1"\n  "name" = z.name-id\n  size=2 }\n';
  const [block] = parseHcl({ file: 'main.tf', text: code }, () => false).body.blocks;
  assert.ok(block !== undefined);
  const found = ['arn', 'id', 'name', 'size', 'w', 'z', 'y'].map((name) => argumentOf(block, name)?.name);
  assert.deepEqual(found, [undefined, 'id', 'name', 'size', undefined, undefined, undefined]);
  const unparsed = {
    ...block,
    unread: block.unread,
    get body(): never {
      throw new Error('parsed');
    },
  };
  assert.equal(argumentOf(unparsed, 'arn'), undefined);
});
