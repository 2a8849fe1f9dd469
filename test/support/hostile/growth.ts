import fc from 'fast-check';

/** A file in which one list of its grammar grows: text before it, parts by number, and text after it. */
interface Growth {
  file: string;
  before?: string;
  part: (nth: number) => string;
  /** Text after all parts, by their number, which closes brackets. */
  close?: (nth: number) => string;
  after?: string;
}

const VERSION = '8.0.mysql_aurora.3.04.0';
const RESOURCE = `resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = `;
const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n`;
const CLUSTER = `Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, EngineVersion: ${VERSION} }`;
const PROGRAM = `import * as rds from 'aws-cdk-lib/aws-rds';\nconst V = rds.AuroraMysqlEngineVersion.VER_3_04_0;\n`;
const ORDER = 'aws rds create-db-cluster --engine aurora-mysql --engine-version ';

const HCL: readonly Growth[] = [
  hcl((n) => `r${n} = "${VERSION}"\n`, { before: 'locals {\n', after: '}\n' }),
  hcl((n) => `  l${n + 1} = local.l${n}\n`, {
    before: `${RESOURCE}local.l1\n}\nlocals {\n  l0 = "${VERSION}"\n`,
    after: '}\n',
  }),
  hcl((n) => `  l${n + 1} = concat(local.l${n}, [${n}])\n`, {
    before: `${RESOURCE}local.l5[0]\n}\nlocals {\n  l0 = ["${VERSION}"]\n`,
    after: '}\n',
  }),
  hcl((n) => `  l${n + 1} = merge(local.l${n}, { k${n} = ${n} })\n`, {
    before: `${RESOURCE}local.l5["v"]\n}\nlocals {\n  l0 = { v = "${VERSION}" }\n`,
    after: '}\n',
  }),
  hcl(
    (n) =>
      `resource "aws_rds_cluster" "c${n}" {\n  engine = "aurora-mysql"\n  engine_version = "${VERSION}"\n}\n`,
  ),
  hcl((n) => `module "m${n}" {\n  source = "./m"\n  v = "${VERSION}"\n}\n`),
  hcl((n) => `data "aws_ami" "a${n}" {\n  name_regex = "^al2023-ami-2023"\n}\n`),
  hcl((n) => `b${n} {\n`, { before: `${RESOURCE}"${VERSION}"\n}\n` }),
  hcl((n) => `k${n} = "${VERSION}", `, { before: `${RESOURCE}{ `, after: '}["k1"]\n}\n' }),
  hcl(() => '(', { before: RESOURCE, close: () => ')', after: '\n}\n' }),
  hcl(() => '[', { before: `${RESOURCE}flatten(`, close: () => ']', after: ')\n}\n' }),
  hcl(() => '"${', { before: RESOURCE, close: () => '}"', after: '\n}\n' }),
  hcl((n) => `var.a${n} == "" ? "x" : `, { before: RESOURCE, after: `"${VERSION}"\n}\n` }),
  hcl((n) => `coalesce(var.a${n}, `, { before: RESOURCE, close: () => ')', after: '\n}\n' }),
  hcl((n) => `.a${n}`, { before: `${RESOURCE}var.x`, after: '\n}\n' }),
  hcl((n) => `[${n}]`, { before: `${RESOURCE}var.x`, after: '\n}\n' }),
  hcl((n) => ` && var.a${n}`, { before: `${RESOURCE}var.x`, after: ' ? 1 : 2\n}\n' }),
  hcl((n) => `"a${n}", `, { before: `${RESOURCE}element([`, after: `"${VERSION}"], 0)\n}\n` }),
  hcl(() => '%{ if true }', { before: `${RESOURCE}"`, close: () => '%{ endif }', after: '"\n}\n' }),
  hcl(() => '# aws_rds_cluster engine_version\n', { before: `${RESOURCE}"${VERSION}"\n}\n` }),
  hcl((n) => `  tags${n} = "x" # a\n`, { before: `${RESOURCE}"${VERSION}"\n`, after: '}\n' }),
  hcl((n) => `"k${n}", `, {
    before: `resource "aws_rds_cluster" "x" {\n  for_each = toset([`,
    after: '])\n}\n',
  }),
  hcl((n) => `v${n} = "${VERSION}"\n`, { file: 'a.auto.tfvars', before: 'aurora_engine_version = "8.0"\n' }),
  hcl((n) => `dynamic "b${n}" {\n for_each = [1]\n content {\n`, {
    before: `${RESOURCE}"8.0"\n`,
    after: '}',
  }),
  hcl((n) => `EOT${n}\n`, { before: `${RESOURCE}<<EOT\n`, after: 'EOT\n}\n' }),
];

const YAML: readonly Growth[] = [
  { file: 't.yaml', before: TEMPLATE, part: (n) => `  A${n}: { ${CLUSTER} }\n` },
  { file: 't.yaml', before: `${TEMPLATE}  A: { ${CLUSTER} }\n`, part: () => '\n' },
  {
    file: 't.yaml',
    before: `${TEMPLATE}  A:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      EngineVersion: `,
    part: () => '!If [C, ',
    close: () => ', x]',
  },
  { file: 't.yaml', before: `x: &x0 { ${CLUSTER} }\n`, part: (n) => `x${n}: &x${n + 1} [*x${n}, *x${n}]\n` },
  {
    file: 't.yaml',
    before: 'Parameters:\n',
    part: (n) => `  P${n}: { Type: String, Default: ${VERSION} }\n`,
  },
  { file: 't.yaml', before: `${TEMPLATE}  A: `, part: () => '[', close: () => ']' },
  { file: 't.yaml', before: `${TEMPLATE}  A: "`, part: (n) => `\${P${n}}`, after: '"\n' },
  { file: 't.yaml', before: `---\nkind: x # aws\n`, part: () => '---\n' },
  { file: 't.yaml', before: TEMPLATE, part: () => '  {{ if .x }}\n', close: () => '  {{ end }}\n' },
  {
    file: 'playbook.yml',
    before: `- hosts: all\n  tasks:\n`,
    part: (n) => `  - rds_cluster: { engine: aurora-mysql, engine_version: "{{ v${n} }}" }\n`,
  },
  {
    file: 'playbook.yml',
    before: `- hosts: all\n  vars:\n    v0: ${VERSION}\n`,
    part: (n) => `    v${n + 1}: "{{ v${n} }}"\n`,
    after: `  tasks:\n    - rds_cluster: { engine: aurora-mysql, engine_version: "{{ v9 }}" }\n`,
  },
  {
    file: '.github/workflows/a.yml',
    before: `jobs:\n  a:\n    steps:\n`,
    part: () => `      - run: ${ORDER}${VERSION}\n`,
  },
  {
    file: 't.json',
    before: '{"Resources":',
    part: () => '{"Type":"AWS::RDS::DBCluster","Properties":',
    after: '1',
  },
  {
    file: 't.json',
    before: '{"Resources":{',
    part: (n) => `"A${n}":{"Type":"AWS::RDS::DBCluster"},`,
    after: '"x":1}}',
  },
  { file: 't.json', before: `{"AWSTemplateFormatVersion":"2010-09-09"`, part: () => '\n' },
];

const COMMANDS: readonly Growth[] = [
  { file: 'a.sh', before: ORDER, part: () => '$(', close: () => ')' },
  { file: 'a.sh', before: ORDER, part: (n) => `\${a${n}:-`, close: () => '}' },
  { file: 'a.sh', before: `A=${VERSION}\n`, part: () => 'A=$A$A\n', after: `${ORDER}$A\n` },
  { file: 'a.sh', before: `A0=${VERSION}\n`, part: (n) => `A${n + 1}=$A${n}\n`, after: `${ORDER}$A9\n` },
  { file: 'a.sh', part: () => `${ORDER}${VERSION}\n` },
  { file: 'a.sh', before: ORDER, part: () => '\\\n' },
  { file: 'a.sh', part: () => 'dnf ' },
  { file: 'a.sh', part: () => 'if dnf upgrade --releasever=2023.4.20240416; then\n' },
  { file: 'a.sh', part: (n) => `cat <<EOF${n}\n`, after: ORDER },
  { file: 'a.sh', before: ORDER, part: () => '"' },
  { file: '.env', before: 'AURORA_ENGINE_VERSION=', part: () => '\\' },
  { file: '.env', part: (n) => `AURORA_ENGINE_VERSION_${n}=${VERSION}\n` },
  { file: 'Dockerfile', part: (n) => `FROM amazonlinux:2023.4.20240416.${n} AS a${n}\n` },
  {
    file: 'Dockerfile',
    before: 'ARG A0=2023.4.20240416.0\n',
    part: (n) => `ARG A${n + 1}=$A${n}\n`,
    after: 'FROM amazonlinux:$A9\n',
  },
  {
    file: 'Dockerfile',
    before: 'FROM amazonlinux:2023.4.20240416.0\nRUN a \\\n',
    part: () => '# a comment\n',
  },
  {
    file: 'Dockerfile',
    before: 'FROM amazonlinux:2023.4.20240416.0\nRUN a',
    part: () => ' && dnf upgrade --releasever=latest',
  },
  { file: 'Makefile', before: 'V = 1\n', part: () => `a:\n\t${ORDER}${VERSION}\n` },
  { file: 'Jenkinsfile', part: () => `sh '${ORDER}${VERSION}'\n` },
];

const PROGRAMS: readonly Growth[] = ['a.ts', 'a.py', 'A.java', 'a.go', 'A.cs'].flatMap((file) => [
  program(file, () => 'x => '),
  program(file, () => '('),
  program(
    file,
    () => '(',
    () => ')',
  ),
  program(file, () => '['),
  program(file, () => '{'),
  program(file, () => 'f('),
  program(
    file,
    () => 'f(',
    () => ')',
  ),
  program(file, () => '.of(V)'),
  program(file, () => ' + "a"'),
  program(file, (n) => `const A${n + 1} = A${n};\n`),
  program(file, (n) => `A${n + 1} = A${n}\n`),
  program(
    file,
    () => `new rds.CfnDBCluster(this, 'x', { engine: 'aurora-mysql', engineVersion: '${VERSION}' });\n`,
  ),
  program(
    file,
    (n) => `rds.CfnDBCluster(self, "x${n}", engine="aurora-mysql", engine_version="${VERSION}")\n`,
  ),
  program(file, (n) => `class C${n} { static final String V = "${VERSION}"; }\n`),
  program(file, (n) => `a${n} ? b : `),
  program(file, () => '// errata-lens:ignore known-bugs -- no\n'),
  program(file, () => '\\\n'),
  program(file, () => '"'),
  program(file, () => '`${'),
  program(file, () => '<a'),
  program(file, () => 'a?.b'),
  program(file, () => '@a '),
  program(file, () => '/*'),
  program(file, () => '$'),
]);

function hcl(part: Growth['part'], more: Partial<Growth> = {}): Growth {
  return { file: 'main.tf', part, ...more };
}

function program(file: string, part: Growth['part'], close?: Growth['close']): Growth {
  return { file, before: PROGRAM, part, ...(close === undefined ? {} : { close }) };
}

const ALL = [...HCL, ...YAML, ...COMMANDS, ...PROGRAMS];
/** Characters of a text at most. */
const MOST_TEXT = 150_000;

/** Files in which one list of a grammar grows, rarely to thousands of elements. */
export const GROWTHS: fc.Arbitrary<{ file: string; text: string }> = fc
  .tuple(fc.constantFrom(...ALL), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([growth, size]) => ({
    file: growth.file,
    text: grown(growth, Math.floor(2 ** (1 + size ** 4 * 11))),
  }));

function grown({ before = '', part, close, after = '' }: Growth, count: number): string {
  const length = part(count).length + (close?.(count).length ?? 0);
  const numbers = Array.from({ length: Math.min(count, Math.floor(MOST_TEXT / length)) }, (_, nth) => nth);
  const closing = close === undefined ? '' : numbers.map(close).join('');
  return before + numbers.map(part).join('') + closing + after;
}
