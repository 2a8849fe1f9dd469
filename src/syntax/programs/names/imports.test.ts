import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn, useArgument } from '../../../../test/support/code/program-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { exportedObject, importOf, qualifiedNameOf, programOfImport } from './imports.ts';
import { codeOf } from '../program.ts';

describe('imports in programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('know the module and the original name of an import', () => {
    assertRows(
      [
        [['a.ts', "import { V } from './v';"], { module: './v', name: 'V' }],
        [['a.ts', "import { Version as V } from './v';"], { module: './v', name: 'Version' }],
        [['a.ts', "import * as V from './v';"], { module: './v', name: null }],
        [['a.ts', "import V from './v';"], { module: './v', name: 'default' }],
        [['a.ts', 'const V = 1;'], null],
        [['a.py', 'from versions import V'], { module: 'versions', name: 'V' }],
        [['a.py', 'from .versions import Version as V'], { module: '.versions', name: 'Version' }],
        [['a.py', 'import V'], { module: 'V', name: null }],
        [['a.go', 'package a\nimport V "example.com/v"'], { module: 'example.com/v', name: null }],
      ] as const,
      ([file, text]) => importOf('V', programIn(file, text)),
    );
  });

  test('resolve to programs of the workspace', () => {
    const found = (file: string, text: string, other: string): string | null => {
      const program = programIn(file, text, { [other]: other.endsWith('.json') ? '{}' : '' });
      const imported = importOf('V', program);
      const source = imported && programOfImport(imported, program);
      return source && `${source.program.source.file}: ${source.name ?? 'all'}`;
    };
    assertRows(
      [
        [['bin/a.ts', "import { V } from '../lib/v';", 'lib/v.ts'], 'lib/v.ts: V'],
        [['bin/a.ts', "import { V } from './v.js';", 'bin/v.ts'], 'bin/v.ts: V'],
        [['bin/a.ts', "import { V } from '.';", 'bin/index.ts'], null],
        [['bin/a.ts', "import { V } from './lib';", 'bin/lib/index.ts'], 'bin/lib/index.ts: V'],
        [['bin/a.ts', "import V from './v.json';", 'bin/v.json'], 'bin/v.json: all'],
        [['bin/a.ts', "import { V } from 'v';", 'bin/v.ts'], null],
        [['app/a.py', 'from .v import V', 'app/v.py'], 'app/v.py: V'],
        [['app/a.py', 'from ..v import V', 'v.py'], 'v.py: V'],
        [['app/sub/a.py', 'from app.v import V', 'app/v.py'], 'app/v.py: V'],
        [['app/a.py', 'from app import V', 'app/V.py'], 'app/V.py: all'],
        [['app/a.py', 'from ..........v import V', 'v.py'], null],
      ] as const,
      ([file, text, other]) => found(file, text, other),
    );
  });

  test('find the only object that a module exports', () => {
    const object = (file: string, text: string): string | null => {
      const node = exportedObject(programIn(file, text));
      return node && codeOf(node);
    };
    assertRows(
      [
        [['a.json', '{ "a": 1 }'], '{ "a": 1 }'],
        [['a.ts', 'export default { a: 1 };'], '{ a: 1 }'],
        [['a.js', 'module.exports = { a: 1 };'], '{ a: 1 }'],
        [['a.ts', 'export const a = 1;'], null],
        [['a.ts', ''], null],
      ] as const,
      ([file, text]) => object(file, text),
    );
  });

  test('include qualifier and module in the origin of a class', () => {
    const origin = (text: string): string => qualifiedNameOf(useArgument('a.ts', text));
    assert.equal(
      origin("import * as rds from 'aws-cdk-lib/aws-rds'; use(rds.DatabaseCluster);"),
      ' aws-cdk-lib/aws-rds.',
    );
    assert.equal(
      origin("import { Cluster } from 'aws-cdk-lib/aws-rds'; use(Cluster);"),
      ' aws-cdk-lib/aws-rds.Cluster',
    );
    assert.equal(origin('use(Cluster);'), '');
  });
});
