import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { parseHcl, type Expression, type TraversalStep } from '../../index.ts';

/** Expression with brackets around each operation, and around each base of steps. */
function outline(expression: Expression): string {
  const steps = (all: readonly TraversalStep[]): string =>
    all
      .map((step) =>
        step.kind === 'attribute'
          ? `.${step.name}`
          : step.kind === 'splat'
            ? '[*]'
            : `[${outline(step.key)}]`,
      )
      .join('');
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? `"${expression.value}"` : expression.text;
    case 'template':
      return `"${expression.parts.map(outline).join('+')}"`;
    case 'list':
      return `[${expression.items.map(outline).join(', ')}]`;
    case 'object':
      return `{${expression.entries.map(({ key, value }) => `${outline(key)}: ${outline(value)}`).join(', ')}}`;
    case 'reference':
      return expression.root + steps(expression.steps);
    case 'access':
      return `(${outline(expression.base)})${steps(expression.steps)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(outline).join(', ')})`;
    case 'conditional':
      return `(${outline(expression.condition)} ? ${outline(expression.yes)} : ${outline(expression.no)})`;
    case 'operation':
      return `(${expression.operator} ${expression.operands.map(outline).join(' ')})`;
    case 'for':
      return 'for';
    case 'opaque':
      return '?';
  }
}

function read(code: string): string {
  const { body, errors } = parseHcl({ file: 'a.tf', text: `a = ${code}\n` });
  const value = body.attributes[0]?.value;
  return value === undefined || errors.length > 0 ? 'error' : outline(value);
}

test('applies operator precedence of HCL', () => {
  assertRows(
    [
      ['1 + 2 * 3', '(+ 1 (* 2 3))'],
      ['a.b == "c" && d || !e', '(|| (&& (== a.b "c") d) (! e))'],
      ['1 - 2 - 3', '(- (- 1 2) 3)'],
      ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
      ['(1 + 2) * 3', '(* ((+ 1 2)) 3)'],
      ['-a + b', '(+ (- a) b)'],
    ],
    read,
  );
});

test('keeps the digits of a number, and unescapes a text', () => {
  assertRows(
    [
      ['8.0', '8.0'],
      ['1e3', '1e3'],
      ['"a\\"b"', '"a"b"'],
      ['"$${a}"', '""${"+"a}""'],
      ['"a${b}c"', '""a"+b+"c""'],
    ],
    read,
  );
});

test('reads steps after references, calls and brackets', () => {
  assertRows(
    [
      ['a.b[0]["c"].*.d', 'a.b[0]["c"][*].d'],
      ['f(a, b...)[0]', '(f(a, b))[0]'],
      ['[1, 2][0]', '([1, 2])[0]'],
      ['{ a = 1 }.a', '({a: 1}).a'],
    ],
    read,
  );
});

test('reports an invalid expression as an error, and never throws', () => {
  assertRows(
    [
      ['1 +', 'error'],
      ['f(', 'error'],
      ['[1', 'error'],
      ['? :', 'error'],
      ['"open', 'error'],
    ],
    read,
  );
});

test('reads deep nesting in bounded time', () => {
  for (const unit of ['(', '[', '{a=', 'f(', '!', '-', '"${', 'a ? b : '])
    assert.equal(typeof read(unit.repeat(3000)), 'string', unit);
});
