import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { Cursor } from './cursor.ts';
import { readMultiLineExpression } from './expression.ts';
import { parseHcl } from '../parse.ts';
import type { Expression } from '../syntax.ts';
import { readTemplateText } from './template.ts';

/** Value of `a` in a file, with the number of errors. */
function read(code: string): { value: Expression; errors: number; text: string } {
  const text = `a = ${code}\n`;
  const { body, errors } = parseHcl({ file: 'main.tf', text });
  const value = body.attributes[0]?.value;
  assert.ok(value !== undefined, text);
  return { value, errors: errors.length, text };
}

/** Short form: the text of a literal, `${…}` for an expression, `%{}` for what is not evaluated. */
function shown(expression: Expression): string {
  if (expression.kind === 'literal') return expression.text;
  if (expression.kind === 'template') return expression.parts.map(shown).join('|');
  if (expression.kind === 'opaque') return '%{}';
  return expression.kind === 'reference' ? `\${${expression.root}}` : `\${${expression.kind}}`;
}

const STRINGS: readonly [code: string, read: string][] = [
  ['""', ''],
  ['"8.0.mysql_aurora.3.04.0"', '8.0.mysql_aurora.3.04.0'],
  [String.raw`"a\"b\\c\n"`, 'a"b\\c\n'],
  [String.raw`"é \u00e9 \U0001F600"`, 'é é 😀'],
  [String.raw`"\UFFFFFFFF"`, ''],
  ['"${var.a}"', '${var}'],
  ['"8.0.${var.a}"', '8.0.|${var}'],
  ['"${ var.a }-${f("}")}"', '${var}|-|${call}'],
  ['"${~ var.a ~}"', '${var}'],
  ['"$${a} %%{b}"', '${|a} |%{|b}'],
  ['"cost: $5, 100%"', 'cost: $5, 100%'],
  ['"%{ if a == "}" }x%{ endif }"', '%{}|x|%{}'],
];

test('splits a string into texts, expressions and directives', () => {
  assertRows(STRINGS, (code) => shown(read(code).value));
  for (const [code] of STRINGS) assert.equal(read(code).errors, 0, code);
});

test('reads a heredoc up to its marker', () => {
  const heredocs: readonly [code: string, read: string][] = [
    ['<<EOT\na\n\nb\nEOT', 'a\n\nb\n'],
    ['<<EOT\r\na\r\nEOT\r', 'a\r\n'],
    ['<<-EOT\n  a ${var.b}\n  EOT', '  a |${var}|\n'],
    ['<<EOT\nEOT', ''],
    ['<<EOT\nEOTS\n"\nEOT', 'EOTS\n"\n'],
    ['<<EOT\n$${a}\nEOT', '${|a}\n'],
    ['f(<<EOT\na\nEOT\n)', '${call}'],
  ];
  assertRows(heredocs, (code) => shown(read(code).value));
  for (const [code] of heredocs) assert.equal(read(code).errors, 0, code);
});

test('locates a text without quotes and margins', () => {
  assertRows(
    [
      ['"8.0"', '8.0'],
      ['"8.0.${var.a}"', '8.0.${var.a}'],
      ['<<-EOT\n    8.0\n  EOT', '8.0'],
    ],
    (code) => {
      const { value, text } = read(code);
      return text.slice(value.start, value.end);
    },
  );
});

test('ends an unclosed string with its line, and an unclosed heredoc with the file', () => {
  const open = parseHcl({ file: 'main.tf', text: 'a = "8.0\nb = "8.4"\n' });
  assert.deepEqual(
    open.body.attributes.map(({ name, value }) => [name, shown(value)]),
    [
      ['a', '8.0'],
      ['b', '8.4'],
    ],
  );
  assert.equal(open.errors.length, 1);
  assert.ok(read('<<EOT\nb\n').errors > 0);
  assert.ok(read('<<EOT').errors > 0);
});

test('reads a whole file as a template without quotes', () => {
  const parts = (text: string): string =>
    shown(readTemplateText(new Cursor({ file: 'a.tftpl', text }), readMultiLineExpression));
  assertRows(
    [
      ['dnf install "a"\n', 'dnf install "a"\n'],
      ['version=${version}\n', 'version=|${version}|\n'],
      ['%{ if a }\nb\n%{ endif }', '%{}|\nb\n|%{}'],
      ['$${HOME}', '${|HOME}'],
      ['${a', '${a}'],
      ['', ''],
    ],
    parts,
  );
});

test('reads hostile templates in bounded time', () => {
  for (const unit of ['"${', '${', '%{', '$${', '${"', '<<EOT\n'])
    assert.ok(parseHcl({ file: 'main.tf', text: `a = ${unit.repeat(3000)}` }).errors.length > 0, unit);
});
