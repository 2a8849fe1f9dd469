import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import {
  prepareFor,
  programIn,
  useArguments,
  useArgument,
} from '../../../../test/support/code/program-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { callOf, codeOf, nodesNamed } from '../../../syntax/programs/index.ts';
import { isChangedLater, isOverridden } from './changes.ts';
import { contextValue } from '../context.ts';
import { codeWithOriginalName } from '../enumerations.ts';

describe('changes that a program makes to created objects', () => {
  before(() => prepareFor('.ts', '.json', '.py', '.go', '.java', '.cs'));

  test('reports a list or object that is changed later as incomplete', () => {
    assertRows(
      [
        ["logs.push('audit'); use(logs)", true],
        ["logs['a'] = 1; use(logs)", true],
        ['logs += other; use(logs)', true],
        ['logs.a = 1; use(logs)', true],
        ["logs['a'] == 1; use(logs)", false],
        ["others.logs2.push('audit'); use(logs)", false],
        ["other_logs.push('audit'); use(logs)", false],
        ["use(['audit'])", false],
      ],
      (text) => isChangedLater(useArgument('a.ts', text)),
    );
    assert.equal(isChangedLater(useArgument('a.py', 'logs.append("audit")\nuse(logs)')), true);
  });

  test('reports overrides of a construct through its template', () => {
    const overridden = (text: string): boolean => {
      const name = nodesNamed('use', programIn('a.ts', text))[0];
      const call = name === undefined ? null : callOf(name);
      assert.ok(call !== null);
      return isOverridden({ variable: 'db', call });
    };
    assertRows(
      [
        ["const db = use(1); db.addPropertyOverride('EngineVersion', v)", true],
        ['const db = use(1); (db.node.defaultChild as CfnDBCluster).engineVersion = v', true],
        ['const db = use(1); db.grantConnect(role)', false],
        ["const db = use(1); mydb.addPropertyOverride('A', v)", false],
      ],
      overridden,
    );
  });

  test('reads the context of a CDK app from the nearest cdk.json', () => {
    const value = (file: string, text: string, others: Readonly<Record<string, string>>): string | null => {
      const [used] = useArguments(programIn(file, text, others));
      const found = used === undefined ? null : contextValue(used);
      return found && codeOf(found);
    };
    const settings = '{ "context": { "db": "8.0", "db": "8.4" } }';
    const asked = "use(this.node.tryGetContext('db'))";
    assertRows(
      [
        [['lib/a.ts', asked, { 'cdk.json': settings }], '"8.4"'],
        [['lib/a.ts', asked, { 'lib/cdk.json': '{ "context": {} }', 'cdk.json': settings }], null],
        [['lib/a.ts', "use(this.node.tryGetContext('x'))", { 'cdk.json': settings }], null],
        [['lib/a.ts', "use(get('db'))", { 'cdk.json': settings }], null],
        [['lib/a.ts', asked, {}], null],
        [['a.py', 'use(self.node.try_get_context("db"))', { 'cdk.json': settings }], '"8.4"'],
      ] as const,
      ([file, text, others]) => value(file, text, others),
    );
  });

  test('restores the original name of an enumeration that is imported under an alias', () => {
    const original = (file: string, text: string): string => {
      const node = useArgument(file, text);
      return codeWithOriginalName(codeOf(node), node);
    };
    const VERSION = 'AuroraMysqlEngineVersion';
    assertRows(
      [
        [['a.ts', `use(${VERSION}.VER_3_04_0)`], `${VERSION}.VER_3_04_0`],
        [
          ['a.ts', `import { ${VERSION} as V } from 'aws-cdk-lib/aws-rds'; use(V.VER_3_04_0)`],
          `${VERSION}.VER_3_04_0`,
        ],
        [['a.ts', `const V = rds.${VERSION}; use(V.VER_3_04_0)`], `rds.${VERSION}.VER_3_04_0`],
        [['a.ts', 'import { Other as V } from "x"; use(V.VER_3_04_0)'], 'V.VER_3_04_0'],
        [
          [
            'A.java',
            `import static software.amazon.awscdk.services.rds.${VERSION}.*;\nclass A { int x = use(VER_3_04_0); }`,
          ],
          `${VERSION}.VER_3_04_0`,
        ],
        [
          ['a.cs', `using V = Amazon.CDK.AWS.RDS.${VERSION};\nuse(V.VER_3_04_0);`],
          `Amazon.CDK.AWS.RDS.${VERSION}.VER_3_04_0`,
        ],
      ] as const,
      ([file, text]) => original(file, text),
    );
  });
});
