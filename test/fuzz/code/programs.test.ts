import { before, test } from 'node:test';
import fc from 'fast-check';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { checkPlaces, RUNS } from '../../support/hostile/fuzz.ts';
import { mutationsOf } from '../../support/hostile/mutations.ts';

const FILES = ['a.ts', 'a.tsx', 'a.py', 'A.java', 'a.go', 'A.cs'];
const SEEDS = [
  `const V = process.env.V ?? rds.AuroraMysqlEngineVersion.VER_3_04_0; const c = { ...d, v: V };
const g = new rds.ParameterGroup(this, 'G', { engine: E, parameters: { a: '1' } });
const E = rds.DatabaseClusterEngine.auroraMysql({ version: c.v });
new rds.DatabaseCluster(this, 'D', { engine: E, parameterGroup: g, readers: [x], backtrackWindow: Duration.hours(2) });
new aws.rds.Cluster('a', { engine: 'aurora-mysql', engineVersion: V ? '8.0.mysql_aurora.3.05.2' : "8.0" }); // aws.rds
ec2.MachineImage.lookup({ name: 'amzn2-ami-hvm-2.0.20230307.0-x86_64' }); ec2.MachineImage.latestAmazonLinux2();
`,
  `V = os.environ.get("V", "8.0.mysql_aurora.3.05.2")
class S(Stack):
    def __init__(self, v=V):
        self.v = v or V
        rds.CfnDBCluster(self, "L", engine="aurora-mysql", engine_version=self.v, **x)
cmd = ["--engine-version", "8.0.mysql_aurora.3.06.0"]
`,
  `class A { static final String V = "8.0.mysql_aurora.3.05.2"; void f() {
DatabaseCluster.Builder.create(this, "D").engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder().version(AuroraMysqlEngineVersion.of(V)).build())).build(); } }
`,
  `package main
const v = "8.0.mysql_aurora.3.05.2"
func f() { a, b := awsrds.NewCfnDBCluster(s, jsii.String("L"), &awsrds.CfnDBClusterProps{Engine: jsii.String("aurora-mysql"), EngineVersion: jsii.String(v)}), 1 }
`,
  `class A { const string V = "8.0.mysql_aurora.3.05.2"; void F() { new CfnDBCluster(this, "L", new CfnDBClusterProps { Engine = "aurora-mysql", EngineVersion = V, X = new [] {"a"} }); } }
`,
];

before(() => programs.prepare?.(FILES));

test('mutated programs never throw, and places stay inside the file', () => {
  const snippets = ['const V = V;\n', 'V = ', '({', '})', 'new ', '.of(', '...', '?? ', '"""', '/*', '*/'];
  fc.assert(
    fc.property(mutationsOf(SEEDS, snippets), fc.constantFrom(...FILES), (text, file) =>
      checkPlaces(programs, file, text),
    ),
    RUNS,
  );
});

test('deep nesting and circular names are read in bounded time', () => {
  const cycle = 'const A = B ?? B; const B = A || A;\n'.repeat(50);
  const call = `new rds.CfnDBCluster(this, 'x', { engine: 'aurora-mysql', engineVersion: `;
  checkPlaces(programs, 'a.ts', `${cycle}${call}A });`);
  checkPlaces(programs, 'a.ts', `${call}${'('.repeat(3000)}'8.0.mysql_aurora.3.05.2'${')'.repeat(3000)} });`);
  checkPlaces(programs, 'a.ts', `${call}'8.0.mysql_aurora.3.05.2' });\n`.repeat(300));
  const names = `const V = process.env.V ?? rds.AuroraMysqlEngineVersion.VER_3_04_0; const c = { ...d, v: V, w: [V] };\n`;
  for (const file of FILES) checkPlaces(programs, file, names.repeat(100));
});
