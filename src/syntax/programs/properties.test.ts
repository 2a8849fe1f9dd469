import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn, useArguments } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { codeOf, nodesNamed } from './program.ts';
import {
  propertyValue,
  normalizedName,
  propertiesBeside,
  propertiesOf,
  type Property,
} from './properties.ts';

const shown = (properties: readonly Property[]): Record<string, string> =>
  Object.fromEntries(properties.map(({ name, value }) => [name, codeOf(value)]));

describe('properties in programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('are read from objects, structs, initialisers, builders and calls', () => {
    const both: Readonly<Record<string, string>> = { engineversion: '"8.0"', port: '3306' };
    assertRows(
      [
        [['a.ts', 'use({ engineVersion: "8.0", /* a */ port: 3306 })'], both],
        [['a.ts', 'use({ "engineVersion": "8.0", ["port"]: 3306 } as Props)'], both],
        [['a.ts', 'use({ port, ...others })'], { port: 'port' }],
        [['a.py', 'use({"engine_version": "8.0", "port": 3306})'], both],
        [['a.py', 'use(Props(engine_version="8.0", port=3306))'], both],
        [['a.go', 'package a\nvar x = use(&Props{EngineVersion: "8.0", Port: 3306})'], both],
        [
          ['A.java', 'class A { int x = use(Props.builder().engineVersion("8.0").port(3306).build()); }'],
          both,
        ],
        [['a.cs', 'use(new Props { EngineVersion = "8.0", Port = 3306 });'], both],
        [['a.ts', 'use(props)'], {}],
      ] as const,
      ([file, text]) => shown(useArguments(programIn(file, text)).flatMap(propertiesOf)),
    );
  });

  test('have the last value if they are repeated', () => {
    const properties = useArguments(programIn('a.py', 'use({"a": 1, "a": 2})')).flatMap(propertiesOf);
    const value = propertyValue(properties, 'a');
    assert.equal(value && codeOf(value), '2');
    assert.equal(propertyValue(properties, 'b'), null);
    assert.equal(normalizedName('Engine_Version'), 'engineversion');
  });

  test('include those beside a value', () => {
    const beside = (file: string, text: string): unknown => {
      const value = nodesNamed('x', programIn(file, text)).at(-1);
      const found = value === undefined ? null : propertiesBeside(value);
      return found && [found.own.name, Object.keys(shown(found.all))];
    };
    assertRows(
      [
        [
          ['a.ts', 'f({ version: x, engine: "mysql" })'],
          ['version', ['version', 'engine']],
        ],
        [
          ['a.py', 'f(version=x, engine="mysql")'],
          ['version', ['version', 'engine']],
        ],
        [
          ['a.go', 'package a\nvar v = Props{Version: jsii.String(x), Engine: y}'],
          ['version', ['version', 'engine']],
        ],
        [
          ['a.cs', 'var v = new Props { Version = x, Engine = y };'],
          ['version', ['version', 'engine']],
        ],
        [
          ['A.java', 'class A { Object v = Props.builder().engine(y).version(x).build(); }'],
          ['version', ['engine', 'version']],
        ],
        [
          ['a.py', 'def f(title, version=x, engine: str = "mysql"): pass'],
          ['version', ['version', 'engine']],
        ],
        [
          ['a.py', 'class A:\n  version = x\n  engine: str = "mysql"'],
          ['version', ['version', 'engine']],
        ],
        [
          ['a.ts', 'class A { readonly version: string = x; engine = "mysql"; }'],
          ['version', ['version', 'engine']],
        ],
        [['a.py', 'version = x\nengine = "mysql"'], null],
        [['a.ts', 'const v = x;'], null],
      ] as const,
      ([file, text]) => beside(file, text),
    );
  });
});
