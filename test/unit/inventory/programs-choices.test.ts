import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import { readUnit } from '../../support/format.ts';
import { scanFiles } from '../../support/workspace.ts';

before(() => programs.prepare?.(['a.ts', 'a.py', 'A.java', 'a.go', 'A.cs']));

function told(file: string, text: string): string[] {
  return buildAssets(readUnit(programs, file, { [file]: text }).drafts)
    .map(({ kind, product, version, isUnselected = 'runs' }) =>
      [kind, product, version, isUnselected].join(' '),
    )
    .sort();
}

const NEW = 'rds.AuroraPostgresEngineVersion.VER_17_4';
const OLD = 'rds.AuroraPostgresEngineVersion.VER_16_6';
const CLUSTER = `new rds.DatabaseCluster(this, 'Orders', {
  engine: rds.DatabaseClusterEngine.auroraPostgres({ version }),
  writer: rds.ClusterInstance.serverlessV2('writer'),
});`;

test('each version that a condition chooses, which nothing decides, is one of several, and so are the instances', () => {
  const both = [
    'database aurora-postgresql 16.6 true',
    'database aurora-postgresql 17.4 true',
    'db-instance aurora-postgresql 17.4 true',
  ];
  for (const chosen of [
    `const version = release.startsWith('17') ? ${NEW} : ${OLD};`,
    `let version = ${NEW}; if (props.isOld) version = ${OLD};`,
    `let version; if (props.isNew) { version = ${NEW}; } else { version = ${OLD}; }`,
    `function pick(kind) { if (kind === 'new') return ${NEW}; return ${OLD}; } const version = pick(kind);`,
    `let version; switch (props.kind) { case 'new': version = ${NEW}; break; default: version = ${OLD}; }`,
  ])
    assert.deepEqual(told('lib/orders.ts', `${chosen}\n${CLUSTER}`), both, chosen);
  const certain = ['database aurora-postgresql 17.4 runs', 'db-instance aurora-postgresql 17.4 runs'];
  for (const chosen of [`const version = ${NEW};`, `const version = props.version ?? ${NEW};`])
    assert.deepEqual(told('lib/orders.ts', `${chosen}\n${CLUSTER}`), certain, chosen);
});

test('what the default of a text decides is in use, what another text would is one of several', () => {
  const chosen = `const release = props.release || '17.4';
const version = release.startsWith('17') ? ${NEW} : ${OLD};`;
  assert.deepEqual(
    told('lib/orders.ts', `${chosen}\n${CLUSTER}`).filter((asset) => asset.startsWith('database')),
    ['database aurora-postgresql 16.6 true', 'database aurora-postgresql 17.4 runs'],
  );
});

test('versions that a condition chooses by environment all run, each in its own', () => {
  for (const chosen of [
    `const version = isProduction ? ${NEW} : ${OLD};`,
    `let version = ${NEW}; if (props.env !== 'prod') version = ${OLD};`,
    `let version; if (isProduction) { version = ${NEW}; } else { version = ${OLD}; }`,
    `let version; switch (env) { case 'live': version = ${NEW}; break; default: version = ${OLD}; }`,
    `let version; switch (props.tier) { case 'prod': version = ${NEW}; break; default: version = ${OLD}; }`,
    `function pick(env) { switch (env) { case 'live': return ${NEW}; default: return ${OLD}; } }
const version = pick(env);`,
  ])
    assert.deepEqual(
      told('lib/orders.ts', `${chosen}\n${CLUSTER}`).filter((asset) => asset.startsWith('database')),
      ['database aurora-postgresql 16.6 runs', 'database aurora-postgresql 17.4 runs'],
      chosen,
    );
});

test('the statement of a choice is one in every language, and each branch is the cluster itself', () => {
  const java = `switch (kind) { case "new" -> version = AuroraPostgresEngineVersion.VER_17_4;
  default -> version = AuroraPostgresEngineVersion.VER_16_6; }
DatabaseCluster.Builder.create(this, "Orders").engine(DatabaseClusterEngine.auroraPostgres(
  AuroraPostgresClusterEngineProps.builder().version(version).build())).build();`;
  const python = `match kind:
    case "new":
        version = ${NEW}
    case _:
        version = ${OLD}
rds.DatabaseCluster(self, "Orders", engine=rds.DatabaseClusterEngine.aurora_postgres(version=version))
`;
  const go = `package main
func orders(kind string) {
	switch kind {
	case "new":
		version = awsrds.AuroraPostgresEngineVersion_VER_17_4()
	default:
		version = awsrds.AuroraPostgresEngineVersion_VER_16_6()
	}
	awsrds.NewDatabaseCluster(stack, jsii.String("Orders"), &awsrds.DatabaseClusterProps{
		Engine: awsrds.DatabaseClusterEngine_AuroraPostgres(&awsrds.AuroraPostgresClusterEngineProps{Version: version}),
	})
}
`;
  const files: [string, string][] = [
    [
      'Orders.java',
      `class Orders extends Stack { Orders(String kind) { AuroraPostgresEngineVersion version; ${java} } }`,
    ],
    ['orders.py', python],
    ['orders.go', go],
  ];
  for (const [file, text] of files) {
    const named = buildAssets(readUnit(programs, file, { [file]: text }).drafts).map(
      ({ name, version, isUnselected }) => `${name} ${version} ${isUnselected}`,
    );
    assert.deepEqual(
      named.sort(),
      ['DatabaseCluster.Orders 16.6 true', 'DatabaseCluster.Orders 17.4 true'],
      file,
    );
  }
});

test('an instance of a chosen engine is no cluster, and may be of another engine', () => {
  const engine = (aurora: string, other: string, use: string) => `if (props.kind.includes('aurora')) {
    engine = rds.DatabaseInstanceEngine.${aurora};
  } else {
    engine = rds.DatabaseInstanceEngine.${other};
  }
  ${use}`;
  const use = `new rds.DatabaseInstance(this, 'Orders', { engine });`;
  const other = 'mysql({ version: rds.MysqlEngineVersion.VER_8_0_35 })';
  const aurora = 'auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_04_0 })';
  assert.deepEqual(told('lib/orders.ts', `let engine; ${engine(aurora, other, use)}`), [
    'db-instance aurora-mysql 3.04.0 true',
  ]);
  assert.deepEqual(told('lib/orders.ts', `let engine; ${engine('AURORA_MYSQL', 'MYSQL', use)}`), [
    'db-instance aurora-mysql  true',
  ]);
});

test('what only a key of the context makes that the app does not give is possible', async (t) => {
  const make = (name: string, version: string): string =>
    `new rds.CfnDBCluster(this, '${name}', { engine: 'aurora-postgresql', engineVersion: '${version}' });`;
  const [copy, fresh] = [make('Copy', '15.12'), make('Fresh', '15.13')];
  const asks = "this.node.tryGetContext('copyOf')";
  const both = ['Copy possible', 'Fresh runs'];
  const found = async (text: string, context: string): Promise<string[]> => {
    const files = { 'lib/orders.ts': `import * as rds from 'aws-cdk-lib/aws-rds';\n${text}` };
    const { assets } = await scanFiles(t, { ...files, 'cdk.json': `{ "context": ${context} }` });
    return assets
      .map(({ name, isUnselected }) => `${name.slice(13)} ${isUnselected === true ? 'possible' : 'runs'}`)
      .sort();
  };
  for (const text of [
    `const copy = ${asks}; if (copy !== undefined) { ${copy} } else { ${fresh} }`,
    `const isCopy = ${asks} !== undefined; if (!isCopy) { ${fresh} } else { ${copy} }`,
    `if (${asks} === 'true') { ${copy} } ${fresh}`,
    `${asks} ? ${copy.slice(0, -1)} : ${fresh}`,
  ]) {
    assert.deepEqual(await found(text, '{}'), both, text);
    assert.deepEqual(await found(text, '{ "copyOf": "true" }'), ['Copy runs', 'Fresh runs'], text);
  }
  for (const text of [
    `const stage = this.node.tryGetContext('stage'); if (stage === 'live') { ${copy} } else { ${fresh} }`,
    `if (this.node.tryGetContext('env')) { ${copy} } ${fresh}`,
    `if (props.copyOf !== undefined) { ${copy} } ${fresh}`,
  ])
    assert.deepEqual(await found(text, '{}'), ['Copy runs', 'Fresh runs'], text);
});

test('the text that a function is given decides what it gives back, the default of one what is usual', () => {
  const decide = (given: string): Record<string, string> => ({
    cases: `function pick(kind) { switch (kind) { case 'old': case 'older': return ${OLD}; case 'new': return ${NEW}; default: throw new Error(kind); } }
const version = pick(${given});`,
    otherwise: `function pick(kind) { switch (kind) { case 'new': return ${NEW}; default: return ${OLD}; } } const version = pick(${given});`,
    early: `const pick = (kind) => { if (kind === 'new') { return ${NEW}; } return ${OLD}; }; const version = pick(${given});`,
  });
  const clusters = (text: string): string[] =>
    told('lib/orders.ts', `${text}\n${CLUSTER}`).filter((asset) => asset.startsWith('database'));
  const [old, recent] = ['database aurora-postgresql 16.6', 'database aurora-postgresql 17.4'];
  for (const [given, expected] of [
    ["'older'", [`${old} runs`]],
    ["'new'", [`${recent} runs`]],
    ["props.kind ?? 'new'", [`${old} true`, `${recent} runs`]],
    ['props.kind', [`${old} true`, `${recent} true`]],
  ] as const)
    for (const text of Object.values(decide(given))) assert.deepEqual(clusters(text), expected, text);
  const inPython = `def pick(kind):
    match kind:
        case "new":
            return ${NEW}
        case _:
            return ${OLD}
rds.DatabaseCluster(self, "Orders", engine=rds.DatabaseClusterEngine.aurora_postgres(version=pick("other")))
`;
  assert.deepEqual(told('orders.py', inPython), [`${old} runs`]);
});
