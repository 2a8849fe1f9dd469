import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits, fixFor, fixForAll } from '../index.ts';
import { text as words } from '../../l10n/index.ts';
import type { Inventory } from '../../model/index.ts';
import { inventoryOf, textAfterFix } from '../../../test/support/code/cdk-program.ts';
import { rowOf, rowsOf } from '../../../test/support/checks/checklist.ts';

const TYPESCRIPT = `import * as cdk from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

export class Shop extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new rds.DatabaseCluster(this, 'Db', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_04_0 }),
      writer: rds.ClusterInstance.provisioned('writer'), // one
    });
  }
}
`;
const PYTHON = `from aws_cdk import Stack, aws_rds as rds

class Shop(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        rds.DatabaseCluster(
            self,
            "Db",
            engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_04_0),
            writer=rds.ClusterInstance.provisioned("writer")
        )
`;

test('TypeScript: adds an export, the retention of its log group and the import for it', async () => {
  const after = await textAfterFix('stack.ts', TYPESCRIPT, 'aurora-log-export-error');
  assert.equal(
    after,
    TYPESCRIPT.replace("aws-rds';\n", "aws-rds';\nimport * as logs from 'aws-cdk-lib/aws-logs';\n").replace(
      '// one\n',
      `// one
      cloudwatchLogsRetention: logs.RetentionDays.THREE_MONTHS,
      cloudwatchLogsExports: ['error'],
`,
    ),
  );
  assert.equal(rowOf(await inventoryOf('stack.ts', after), 'aurora-log-group-retention').answer, 'pass');
});

test('Python: appends keyword arguments, without a trailing comma where the code has none', async () => {
  const after = await textAfterFix('stack.py', PYTHON, 'aurora-log-export-error');
  assert.equal(
    after,
    PYTHON.replace('aws_rds as rds\n', 'aws_rds as rds\nfrom aws_cdk import aws_logs as logs\n').replace(
      'provisioned("writer")\n',
      `provisioned("writer"),
            cloudwatch_logs_retention=logs.RetentionDays.THREE_MONTHS,
            cloudwatch_logs_exports=["error"]
`,
    ),
  );
});

test('uses imported names and keeps the style of lists', async () => {
  const text = TYPESCRIPT.replace(
    "import * as rds from 'aws-cdk-lib/aws-rds';",
    "import { aws_logs as l, aws_rds as rds } from 'aws-cdk-lib';",
  ).replace('// one', "// one\n      cloudwatchLogsExports: ['audit'],");
  const after = (await textAfterFix('stack.ts', text, 'aurora-log-export-error')) ?? '';
  assert.match(
    after,
    /cloudwatchLogsExports: \['audit', 'error'\],\n {6}cloudwatchLogsRetention: l\.RetentionDays/,
  );
  assert.doesNotMatch(after, /import \* as logs/);
});

test('adds parameters to the cluster, or to the parameter group that it already has', async () => {
  const own = (await textAfterFix('stack.ts', TYPESCRIPT, 'aurora-deadlocks-to-error-log')) ?? '';
  assert.match(own, / {6}parameters: \{ innodb_print_all_deadlocks: '1' \},\n/);
  const grouped = PYTHON.replace(
    'provisioned("writer")',
    'provisioned("writer"),\n            parameter_group=group',
  ).replace(
    '        rds.DatabaseCluster(',
    `        group = rds.ParameterGroup(self, "Group", engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_04_0), parameters={"time_zone": "UTC"})
        rds.DatabaseCluster(`,
  );
  const set = (await textAfterFix('stack.py', grouped, 'aurora-deadlocks-to-error-log')) ?? '';
  assert.match(set, /parameters=\{"time_zone": "UTC", "innodb_print_all_deadlocks": "1"\}\)/);
});

test('quotes the name of a parameter that contains a dot', async () => {
  const text = TYPESCRIPT.replace(
    /auroraMysql\(.*?\}\)/,
    'auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_14_9 })',
  );
  const after = (await textAfterFix('stack.ts', text, 'aurora-tls-required')) ?? '';
  assert.match(after, /parameters: \{ 'rds\.force_ssl': '1' \},/);
});

test('all fixes of a cluster together parse, pass their checks and break no other', async () => {
  for (const [file, text] of [
    ['stack.ts', TYPESCRIPT],
    ['stack.py', PYTHON],
  ] as const) {
    const before = await inventoryOf(file, text);
    const asset = before.assets.find(({ kind }) => kind === 'database');
    const failed = (inventory: Inventory): string[] =>
      rowsOf(inventory)
        .filter(({ answer }) => answer === 'fail')
        .map(({ id, assetId }) => `${id} ${assetId}`);
    const broken = rowsOf(before).filter(({ assetId, answer }) => assetId === asset?.id && answer === 'fail');
    const offer = fixForAll(broken, words('fix.all', { resource: 'Db' }), before.assets, () => ({
      file,
      text,
    }));
    assert.ok(offer);
    const after = applyEdits(
      text,
      offer.edits.flatMap(({ edits }) => edits),
    );
    const still = failed(await inventoryOf(file, after));
    assert.ok(failed(before).length - still.length >= 4, after);
    assert.deepEqual(
      still.filter((row) => !failed(before).includes(row)),
      [],
      after,
    );
  }
});

test('offers a command instead of an edit for spread properties and computed values', async () => {
  const handed = TYPESCRIPT.replace(/'Db', \{/, "'Db', {\n      ...this.common,");
  assert.equal(await fixedText(handed), null);
  const computed = TYPESCRIPT.replace('// one', '// one\n      cloudwatchLogsExports: LOGS,\n').replace(
    'export class',
    "const LOGS = ['audit'];\nexport class",
  );
  assert.equal(await textAfterFix('stack.ts', computed, 'aurora-log-export-error'), null);
});

/** Text after the fix; null if no code can be edited, whatever the check reports. */
async function fixedText(text: string): Promise<string | null> {
  const inventory = await inventoryOf('stack.ts', text);
  const offers = rowsOf(inventory).map((row) =>
    fixFor(row, inventory.assets, () => ({ file: 'stack.ts', text })),
  );
  return offers.some((offer) => offer !== null && 'edits' in offer) ? text : null;
}
