import assert from 'node:assert/strict';
import test from 'node:test';
import { codeOf, unwrap } from '../../syntax/programs/index.ts';
import { prepareFor, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { contextValue } from './context.ts';
import { codeWithOriginalName } from './enumerations.ts';
import { fallbackIn, isDeploymentInput, isEnumerated, lookupIn, passThroughArgument } from './expressions.ts';

await prepareFor('.ts', '.py', '.go', '.java', '.cs');

const FALLBACKS: readonly [
  program: readonly [file: string, text: string],
  parts: (string | null)[] | null,
][] = [
  [
    ['a.ts', "use(a ?? '8.0')"],
    ['a', "'8.0'"],
  ],
  [
    ['a.ts', "use(a || '8.0')"],
    ['a', "'8.0'"],
  ],
  [['a.ts', "use(a && '8.0')"], null],
  [
    ['a.ts', "use(getEnv('V', '8.0'))"],
    [null, "'8.0'"],
  ],
  [['a.ts', "use(settings.get('V', '8.0'))"], null],
  [
    ['a.py', "use(a or '8.0')"],
    ['a', "'8.0'"],
  ],
  [
    ['a.py', "use(os.environ.get('V', '8.0'))"],
    [null, "'8.0'"],
  ],
  [
    ['a.py', "use(os.getenv('V', '8.0'))"],
    [null, "'8.0'"],
  ],
  [['a.py', "use(os.getenv('V'))"], null],
];

test('finds the fallback of an expression', () => {
  assertRows(FALLBACKS, ([file, text]) => {
    const fallback = fallbackIn(useArgument(file, text));
    return fallback && [fallback.first && codeOf(fallback.first), codeOf(fallback.otherwise)];
  });
});

const LOOKUPS: readonly [program: readonly [file: string, text: string], parts: string[] | null][] = [
  [
    ['a.ts', "use(s['v'])"],
    ['s', "'v'"],
  ],
  [['a.ts', 'use(s.v)'], null],
  [
    ['a.py', "use(s['v'])"],
    ['s', "'v'"],
  ],
  [
    ['a.py', "use(s.get('v'))"],
    ['s', "'v'"],
  ],
  [['a.py', "use(s.get('v', 1))"], null],
  [
    ['a.go', 'package a\nfunc f() { use(s["v"]) }'],
    ['s', '"v"'],
  ],
  [
    ['A.cs', 'class A { void F() { use(s["v"]); } }'],
    ['s', '"v"'],
  ],
];

test('finds the table and the key of a look-up', () => {
  assertRows(LOOKUPS, ([file, text]) => {
    const lookup = lookupIn(unwrap(useArgument(file, text)));
    return lookup && [codeOf(lookup.table), codeOf(lookup.key).replace(/^\[|\]$/g, '')];
  });
});

const ARGUMENTS: readonly [program: readonly [file: string, text: string], argument: string | null][] = [
  [['a.ts', 'use(String(v))'], 'v'],
  [['a.ts', 'use(String(v, w))'], null],
  [['a.ts', 'use(upper(v))'], null],
  [['a.py', 'use(str(v))'], 'v'],
  [['a.go', 'package a\nfunc f() { use(jsii.String(v)) }'], 'v'],
  [['A.java', 'class A { void f() { use(Output.of(v)); } }'], 'v'],
  [['A.java', 'class A { void f() { use(MysqlEngineVersion.of(v)); } }'], null],
];

test('finds the argument that a call returns unchanged', () => {
  assertRows(ARGUMENTS, ([file, text]) => {
    const argument = passThroughArgument(useArgument(file, text));
    return argument && codeOf(argument);
  });
});

test('recognises inputs of a deployment and names of versions', () => {
  const isInput = (text: string) => isDeploymentInput(useArgument('a.ts', text));
  assert.deepEqual(['use(props.v)', "use(config.get('v'))", 'use(compute())', "use('8.0')"].map(isInput), [
    ...[true, true],
    ...[false, false],
  ]);
  assert.equal(isDeploymentInput(null), true);
  const isName = (text: string) => isEnumerated(useArgument('a.ts', text));
  assert.deepEqual(['use(AuroraMysqlEngineVersion.VER_3_04_0)', 'use(Engine.MYSQL)'].map(isName), [
    true,
    false,
  ]);
});

test('restores the original name of a CDK version that is imported under an alias', () => {
  const named = (file: string, text: string) => {
    const node = useArgument(file, text);
    return codeWithOriginalName(codeOf(node), node);
  };
  const own = 'AuroraMysqlEngineVersion.VER_3_04_0';
  assert.equal(named('a.ts', `use(${own})`), own);
  assert.equal(
    named('a.ts', "import { AuroraMysqlEngineVersion as V } from 'aws-cdk-lib/aws-rds'; use(V.VER_3_04_0)"),
    own,
  );
  assert.equal(
    named('a.py', 'from aws_cdk.aws_rds import AuroraMysqlEngineVersion as V\nuse(V.VER_3_04_0)'),
    own,
  );
  assert.equal(
    named(
      'A.java',
      'import static a.AuroraMysqlEngineVersion.VER_3_04_0; class A { void f() { use(VER_3_04_0); } }',
    ),
    own,
  );
  assert.equal(named('a.ts', 'use(V.VER_3_04_0)'), 'V.VER_3_04_0');
});

test('reads a context value from the nearest cdk.json', () => {
  const files = {
    'app/cdk.json': '{ "context": { "version": "8.0" } }',
    'cdk.json': '{ "context": { "version": "5.7" } }',
  };
  const inContext = (text: string, others: Record<string, string> = files) => {
    const value = contextValue(useArgument('app/lib/a.ts', text, others));
    return value && codeOf(value);
  };
  assert.equal(inContext("use(this.node.tryGetContext('version'))"), '"8.0"');
  assert.equal(inContext("use(this.node.tryGetContext('none'))"), null);
  assert.equal(inContext('use(this.node.tryGetContext(name))'), null);
  assert.equal(inContext("use(other('version'))"), null);
  assert.equal(
    inContext("use(this.node.tryGetContext('version'))", {
      'cdk.json': '{ "context": { "version": "5.7" } }',
    }),
    '"5.7"',
  );
  assert.equal(inContext("use(this.node.tryGetContext('version'))", {}), null);
});
