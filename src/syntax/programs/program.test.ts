import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn, useArguments, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { itemsOfList } from './lists.ts';
import { ancestorsOf, isWithin, parentOf, programOf } from './nodes.ts';
import {
  matchesInCode,
  codeOf,
  computedPartsOf,
  rangeInQuotes,
  isName,
  isString,
  lastName,
  nodesNamed,
  placeOfNode,
  stringIn,
  unwrap,
} from './program.ts';

describe('programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('read the text of a string without computed parts', () => {
    assertRows(
      [
        [['a.ts', "use('8.0')"], '8.0'],
        [['a.ts', 'use(`8.0`)'], '8.0'],
        [['a.ts', 'use(`8.${minor}`)'], null],
        [['a.ts', 'use("größe")'], 'größe'],
        [['a.ts', 'use(8)'], null],
        [['a.py', 'use(r"8.0")'], '8.0'],
        [['a.py', 'use("""8.0""")'], '8.0'],
        [['a.py', 'use(f"8.{minor}")'], null],
        [['a.py', 'use("8" ".0")'], null],
        [['a.go', 'package a\nvar x = use(`8.0`)'], '8.0'],
        [['a.cs', 'use(@"8.0");'], '8.0'],
        [['a.cs', 'use($"8.{minor}");'], null],
      ] as const,
      ([file, text]) => stringIn(unwrap(useArgument(file, text)))?.text ?? null,
    );
  });

  test('list computed parts of a string, and its inner range', () => {
    const node = useArgument('a.ts', 'use(`8.${minor}`)');
    assert.equal(isString(node), true);
    assert.deepEqual(computedPartsOf(node).map(codeOf), ['${minor}']);
    const { start, end } = rangeInQuotes(node);
    assert.equal(programOf(node).source.text.slice(start, end), '8.${minor}');
  });

  test('ignore brackets, casts and pointers around an expression', () => {
    assertRows(
      [
        [['a.ts', 'use((a as any)!)'], 'a'],
        [['a.ts', 'use(await a)'], 'a'],
        [['a.ts', 'use(f(a))'], 'f(a)'],
        [['a.go', 'package a\nvar x = use(&b)'], 'b'],
        [['A.java', 'class A { int x = use((String) a); }'], 'a'],
        [['a.cs', 'use((string)a);'], 'a'],
      ] as const,
      ([file, text]) => codeOf(unwrap(useArgument(file, text))),
    );
  });

  test('use the last part of a qualified name', () => {
    assertRows(
      [
        ['use(props.version)', [true, 'version']],
        ['use(version)', [true, 'version']],
        ['use(props.größe)', [true, 'größe']],
        ["use('version')", [false, 'version']],
        ['use(a[0])', [false, '']],
        ['use(f(x))', [false, 'x']],
      ],
      (text) => {
        const node = useArgument('a.ts', text);
        return [isName(node), lastName(node)];
      },
    );
  });

  test('find a name as a whole word, outside comments', () => {
    const program = programIn('a.ts', '// v\nconst v = 1; const va = 2; use(a.v, "v$"); /* v */');
    assert.deepEqual(
      nodesNamed('v', program).map(({ type }) => type),
      ['identifier', 'property_identifier'],
    );
    assert.deepEqual(nodesNamed('v + 1', program), []);
    const many = Array.from({ length: 600 }, (_, nth) => `x = ${nth};`).join('\n');
    assert.equal(nodesNamed('x', programIn('a.ts', many)).length, 500);
  });

  test('limit matches of a pattern, and record that more exist', () => {
    const program = programIn('a.ts', '// f(0)\nf(1); f(2); f(3);');
    assert.deepEqual(
      matchesInCode(/f\(\d\)/g, 10, program).map(({ code }) => code),
      ['f(1)', 'f(2)', 'f(3)'],
    );
    assert.equal(program.files.isCut, false);
    matchesInCode(/f\(\d\)/g, 2, program);
    assert.equal(program.files.isCut, true);
  });

  test('know place, parents and program of a node', () => {
    const node = useArgument('a.ts', 'const a = 1;\r\nfunction f() { use(b); }');
    assert.deepEqual(placeOfNode(node), { file: 'a.ts', line: 2, column: 20, endLine: 2, endColumn: 21 });
    const around = ancestorsOf(node);
    assert.equal(around[0], parentOf(node));
    assert.equal(around.at(-1), programOf(node).root);
    assert.ok(around.every((each) => isWithin(node, each)));
    assert.equal(parentOf(programOf(node).root), null);
  });

  test('limit the number of parents of deeply nested code', () => {
    const node = useArgument('a.ts', `${'('.repeat(400)}use(a)${')'.repeat(400)}`);
    assert.equal(ancestorsOf(node).length, 200);
  });

  test('list items of an array in any language', () => {
    assertRows(
      [
        [
          ['a.ts', "use(['a', /* b */ 'c'])"],
          ["'a'", "'c'"],
        ],
        [
          ['a.py', 'use(["a", "b"])'],
          ['"a"', '"b"'],
        ],
        [['a.py', 'use(("a",))'], ['"a"']],
        [
          ['a.go', 'package a\nvar x = use([]string{"a", "b"})'],
          ['"a"', '"b"'],
        ],
        [['a.go', 'package a\nvar x = use(jsii.Strings("a"))'], ['"a"']],
        [
          ['A.java', 'class A { int x = use(List.of("a", "b")); }'],
          ['"a"', '"b"'],
        ],
        [['a.cs', 'use(new[] { "a" });'], ['"a"']],
        [['a.cs', 'use(new List<string> { "a" });'], ['"a"']],
        [['a.cs', 'use(new Props { A = "a" });'], null],
        [['a.go', 'package a\nvar x = use(Props{A: "a"})'], null],
        [['a.ts', 'use(a)'], null],
      ] as const,
      ([file, text]) => {
        const [node] = useArguments(programIn(file, text));
        const items = node === undefined ? null : itemsOfList(unwrap(node));
        return items === null ? null : items.map(codeOf);
      },
    );
  });
});
