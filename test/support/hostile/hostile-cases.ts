/** Generated files that hang or crash a careless reader. */
export interface HostileCase {
  name: string;
  /** Part under attack, after its group: cases of one group are scanned together. */
  reader: `${string}: ${string}`;
  files: Readonly<Record<string, string>>;
  /** True if only the watchdog stops it, because its cause is in a parser and cannot be detected earlier. */
  isGivenUp?: boolean;
  /** `.errata-lens.yaml` at the root of the scan. */
  config?: string;
  /** Pipes among the files, without a writer. */
  pipes?: readonly string[];
  /** Links among the files, with their targets. */
  links?: Readonly<Record<string, string>>;
}

/** Repetitions of a unit: enough to have an effect, in a file of realistic size. */
const MANY = 4000;

const CLUSTER =
  'resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = local.last\n}\n';

/** Terraform in which each local uses the previous one. */
function chained(first: string, next: (before: string) => string, count: number): string {
  const locals = Array.from({ length: count }, (_, n) => `  l${n + 1} = ${next(`local.l${n}`)}`);
  return [CLUSTER, 'locals {', `  l0 = ${first}`, ...locals, `  last = local.l${count}`, '}\n'].join('\n');
}

const numbers = (count: number): string => Array.from({ length: count }, (_, n) => n).join(', ');

export const HOSTILE_CASES: readonly HostileCase[] = [
  {
    name: 'an ambiguous program that does not repeat itself',
    reader: 'watchdog: programs in Java',
    files: {
      'Other.java': `String engine = "8.0.mysql_aurora.3.04.0";\n${Array.from({ length: MANY }, (_, n) => `x${n} => `).join('')}`,
    },
    isGivenUp: true,
  },
  {
    name: 'a grammar that follows every reading of an ambiguous program',
    reader: 'programs: Java',
    files: { 'App.java': `String engine = "8.0.mysql_aurora.3.04.0";\n${'x => '.repeat(MANY)}` },
  },
  {
    name: 'lists that triple at each step',
    reader: 'Terraform: concat',
    files: { 'main.tf': chained(`[${numbers(10)}]`, (l) => `concat(${l}, ${l}, ${l})`, 40) },
  },
  {
    name: 'nested lists that repeat one list',
    reader: 'Terraform: flatten, resources of a value',
    files: {
      'main.tf': chained('[aws_rds_cluster.x.id]', (l) => `[${l}, ${l}, ${l}]`, 40),
      'flat/main.tf': chained('[1, 2]', (l) => `flatten([${l}, [${l}, ${l}]])`, 40),
    },
  },
  {
    name: 'manifests that repeat one list',
    reader: 'Terraform: manifests',
    files: {
      'main.tf': `resource "kubernetes_manifest" "x" {\n  manifest = local.last\n}\n${chained('{ image = "amazonlinux:2" }', (l) => `{ a = ${l}, b = ${l}, c = ${l} }`, 40)}`,
      'calls/main.tf': `resource "kubernetes_manifest" "x" {\n  manifest = local.last\n}\n${chained('"image: amazonlinux:2"', (l) => `[${l}, ${l}, ${l}, ${l}, ${l}]`, 20)}`,
    },
  },
  {
    name: 'texts that repeat one text',
    reader: 'Terraform: templates',
    files: {
      'empty/main.tf': chained('""', (l) => `"\${${l}}\${${l}}"`, 40),
      'long/main.tf': chained('"8.0.mysql_aurora.3.04.0"', (l) => `"\${${l}}\${${l}}"`, 40),
      'wide/main.tf': `${CLUSTER}locals {\n  a = "3"\n  last = "${'${local.a}'.repeat(50_000)}"\n}\n`,
    },
  },
  {
    name: 'a value that 20,000 locals pass on',
    reader: 'Terraform: uses',
    files: { 'main.tf': chained('"8.0.mysql_aurora.3.04.0"', (l) => l, 20_000) },
  },
  {
    name: 'functions named like properties of JavaScript objects',
    reader: 'Terraform: functions',
    files: {
      'main.tf': `${CLUSTER}locals {\n  a = hasOwnProperty("x")\n  b = constructor(1, 2)\n  last = __proto__(toString(), valueOf())\n}\n`,
    },
  },
  {
    name: 'a data source with an invalid pattern as its name',
    reader: 'Terraform: data sources',
    files: {
      'main.tf': `data "aws_ami" "image(" {\n  filter {\n    name   = "name"\n    values = ["amzn-ami-*"]\n  }\n}\n`,
    },
  },
  {
    name: 'a large text that is split',
    reader: 'Terraform: split, replace, format',
    files: {
      'main.tf': `${CLUSTER}locals {\n  text = file("\${path.module}/large.txt")\n  parts = split(",", local.text)\n  other = replace(local.text, "a", "bb")\n  some = format(local.text)\n  last = element(split("a", local.text), 7)\n}\n`,
      'large.txt': 'a,'.repeat(2_000_000),
    },
  },
  {
    name: 'blocks that are never closed',
    reader: 'Terraform: parser',
    files: {
      'few/main.tf': 'resource "aws_rds_cluster" "x" {\n'.repeat(100_000),
      'needed/main.tf': 'locals {\n'.repeat(250_000),
      'main.tf': `# aurora\n${'resource "aws_s3_bucket" "x" {\n'.repeat(150_000)}`,
      'deep/main.tf': `# aurora\n${'a {\n'.repeat(250_000)}`,
      'brackets/main.tf': `# aurora\nlocals {\n a = ${'['.repeat(1_000_000)}`,
    },
  },
  {
    name: 'comments without an end to their block',
    reader: 'Terraform: edits',
    files: {
      'main.tf': `resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  ${'# '.repeat(MANY)}`,
    },
  },
  {
    name: 'blank lines',
    reader: 'texts: parameters of CloudFormation, tests of programs',
    files: {
      'template.yaml': `# aurora-mysql\n${'\n'.repeat(300_000)}x`,
      'template.json': `{"a": "aurora-mysql"${'\n'.repeat(300_000)}`,
      'test.py': `# aurora-mysql\n${'\n'.repeat(300_000)}x`,
    },
  },
  {
    name: 'a deeply nested program',
    reader: 'programs: parents of a node',
    files: {
      'brackets.ts': `const v = rds.AuroraMysqlEngineVersion.of("8.0.mysql_aurora.3.04.0");\n${'f('.repeat(3000)}aurora${')'.repeat(3000)}`,
      'blocks.ts': `const a = "8.0.mysql_aurora.3.04.0";\n${'{ let amazonlinux = AL2_x; '.repeat(1500)}${'}'.repeat(1500)}`,
      'members.ts': `const a = "8.0.mysql_aurora.3.04.0"; a${'.aurora("aurora-mysql")'.repeat(2000)};`,
      'sums.py': `engine = "aurora-mysql"\nx = ${'"aurora-mysql" + '.repeat(4000)}""\n`,
      'lists.py': `engine = "aurora-mysql"\nx = ${'["aurora-mysql", '.repeat(3000)}\n`,
      'Many.java': `class Many { String e = "8.0.mysql_aurora.3.04.0"; Object o = ${'new A("aurora-mysql", '.repeat(2000)}1`,
      'many.go': `package a\nvar e = "aurora-mysql"\nvar x = ${'&a{"aurora-mysql", '.repeat(2000)}`,
      'Many.cs': `class Many { string e = "8.0.mysql_aurora.3.04.0"; object o = ${'new A("aurora-mysql", '.repeat(2000)}1`,
    },
  },
  {
    name: 'endlessly continued lines',
    reader: 'programs: continued lines, also of Python',
    files: {
      'app.py': `engine = "aurora-mysql"\nx = ${'\\\n'.repeat(100_000)}`,
      'run.sh': `aws rds create-db-cluster --engine aurora-mysql ${'\\\n'.repeat(100_000)}`,
      Dockerfile: `FROM amazonlinux:2\nRUN yum ${'\\\n'.repeat(50_000)}`,
    },
  },
  {
    name: 'thousands of commands',
    reader: 'programs: shell',
    files: {
      'run.sh': `# amazonlinux\n${'dnf '.repeat(20_000)}`,
      'assign.sh': `# amazonlinux\n${'A=$A '.repeat(20_000)}`,
      'words.sh': `aws rds create-db-cluster --engine aurora-mysql ${'$('.repeat(5000)}`,
      'quotes.sh': `# amazonlinux\n${'"$('.repeat(5000)}`,
      'heredocs.sh': `# amazonlinux\n${'cat <<A\n'.repeat(5000)}`,
    },
  },
  {
    name: 'backslashes in settings',
    reader: 'programs: environment files',
    files: {
      '.env': `IMAGE="amazonlinux:2${'\\'.repeat(200_000)}`,
      'a.env': `IMAGE='amazonlinux:2${'\\\\"'.repeat(100_000)}`,
    },
  },
  {
    name: 'expressions of a template that are never closed',
    reader: 'data: templates of Helm, Ansible',
    files: {
      'templates/a.yaml': `image: amazonlinux:2\n${'{{ if x }}'.repeat(20_000)}`,
      'templates/b.yaml': `image: amazonlinux:2\nx: ${'{{ '.repeat(100_000)}`,
      'templates/c.yaml': `image: amazonlinux:2\n${'{{- if .Values.a }}\n'.repeat(20_000)}`,
      'templates/d.yaml': `image: amazonlinux:{{ .Values.a ${'| default '.repeat(20_000)}`,
    },
  },
  {
    name: 'comment lines',
    reader: 'programs: Dockerfiles',
    files: {
      Dockerfile: `FROM amazonlinux:2\n${'# a\n'.repeat(100_000)}RUN yum update \\\n${'# a\n'.repeat(100_000)}  && true\n`,
      'b.dockerfile': `FROM amazonlinux:2\nRUN yum \\\n${' \t# a\n'.repeat(100_000)}`,
    },
  },
  {
    name: 'characters that begin a text or a comment',
    reader: 'texts: suppressions',
    files: {
      'Many.cs': `// errata-lens:ignore a -- b\nvar a = "8.0.mysql_aurora.3.04.0";\n${'$'.repeat(200_000)}`,
      'many.ts': `// errata-lens:ignore a -- b\nconst a = "8.0.mysql_aurora.3.04.0";\n${'`${'.repeat(20_000)}`,
      'many.py': `# errata-lens:ignore a -- b\na = "aurora-mysql"\n${'"""'.repeat(50_001)}`,
      'many.tf': `# errata-lens:ignore a -- b\n# aurora\n${'<<A\n'.repeat(20_000)}`,
      'many.sh': `# errata-lens:ignore a -- b\n# amazonlinux\n${'<<A\n'.repeat(20_000)}`,
      'many.yaml': `# errata-lens:ignore a -- b\n# aurora-mysql\n${'a: |\n'.repeat(50_000)}`,
    },
  },
  {
    name: 'nested data',
    reader: 'data: YAML, JSON',
    files: {
      'a.json': `{"AWS::RDS::DBCluster": ${'['.repeat(1_000_000)}`,
      'b.yaml': `AWS::RDS::DBCluster: ${'['.repeat(500_000)}`,
      'c.yaml': `AWS::RDS::DBCluster:\n${Array.from({ length: 1500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}`,
      'd.yaml': `x: AWS::RDS::DBCluster\na0: &a0 [1, 2]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
      'e.yaml': `x: AWS::RDS::DBCluster\ny: ${'- '.repeat(100_000)}`,
      'f.yaml': `x: AWS::RDS::DBCluster\n${'? '.repeat(20_000)}`,
      'g.yaml': `x: aurora-mysql\n${'&a '.repeat(50_000)}`,
      'h.yaml': `x: aurora-mysql\n${'---\n'.repeat(100_000)}`,
      'roles/web/defaults/main.yml': 'base_image_name: "amzn-ami-hvm-2018.03*-x86_64-gp2", '.repeat(2000),
    },
  },
  {
    name: 'records of program runs, and generated tables',
    reader: 'data: records by their content',
    files: {
      ...Object.fromEntries(
        Array.from({ length: 48 }, (_, n) => [
          `recorded${n}.snapshot.json`,
          `{"test_${n}": {"recorded-date": "01-01-2026", "recorded-content": [${'{"engine": "aurora-mysql", "EngineVersion": "8.0.mysql_aurora.3.04.0"}, '.repeat(5000)}{}]}}`,
        ]),
      ),
      'events.json': '{"type": "AWS::RDS::DBCluster", "image": "amazonlinux:2"}\n'.repeat(30_000),
      'amis.json': `[${Array.from({ length: 20_000 }, (_, n) => `{"ami_id": "ami-${n.toString(16).padStart(17, '0')}", "name": "amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2"}`).join(',\n')}]`,
    },
  },
  {
    name: 'pipes and devices instead of files',
    reader: 'texts: openers of all files',
    files: {
      'main.tf':
        'resource "aws_instance" "x" {\n  ami = file("pipe.txt")\n  user_data = file("zero.txt")\n}\n# aurora\n',
    },
    pipes: ['pipe.txt', 'pipe.tf', 'deploy.sh', '.gitignore', '.errata-lensignore'],
    links: {
      'zero.txt': '/dev/zero',
      'zero.tf': '/dev/zero',
      '.ignore': '/dev/zero',
      'README.md': 'pipe.txt',
    },
  },
  {
    name: 'a pattern for resources with exponential backtracking',
    reader: 'configuration: patterns',
    files: {
      'main.tf': `# aurora\nresource "aws_rds_cluster" "${'a'.repeat(3000)}" {\n  engine = "aurora-postgresql"\n}\n`,
    },
    config: `ignore:\n  - { rule: "os/eol", resource: "${'*a'.repeat(40)}b", reason: a }\nseverity-floor: *z\n`,
  },
  {
    name: 'a configuration of a million brackets',
    reader: 'configuration of brackets: depth',
    files: {},
    config: `ignore: ${'['.repeat(400_000)}`,
  },
  {
    name: 'a configuration of 4.8 MB',
    reader: 'configuration of entries: size',
    files: {},
    config: `ignore:\n${'  - { rule: a, reason: b }\n'.repeat(180_000)}`,
  },
  {
    name: 'patterns of an ignore file that compile to no regular expression',
    reader: 'texts: pattern of an ignore file',
    files: { '.gitignore': `(${'what tools write, '.repeat(MANY)}\n`, 'x.tf': '' },
  },
  {
    name: 'a configuration with a YAML set and an undefined alias',
    reader: 'configuration of a set: kind',
    files: {},
    config: '!!set\n? severity-floor\n? ignore: *why\n',
  },
];
