import { itemOf, releaseOf } from '../catalogue/catalogue.ts';
import type { Release } from '../../../src/model/index.ts';

/** A repository with two growing lists that careless code could multiply. Its bytes grow with its size. */
export interface Multiplying {
  name: string;
  files: (size: number) => Readonly<Record<string, string>>;
  /** `.errata-lens.yaml` of that size. */
  config?: (size: number) => string;
  /** Size for npm test, which also reads twice as much; it takes a fraction of a second. */
  size: number;
}

const VERSION = '8.0.mysql_aurora.3.04.0';
const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Db: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, EngineVersion: ${VERSION} } }\n`;

export function clusterNamed(name: string, version = `"${VERSION}"`): string {
  return `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  engine_version = ${version}\n}\n`;
}

function callOf(name: string, source: string, more = ''): string {
  return `module "${name}" {\n  source = "${source}"\n${more}}\n`;
}

function times(count: number, part: (nth: number) => string): string {
  return Array.from({ length: count }, (_, nth) => part(nth)).join('');
}

function folders(
  count: number,
  file: (nth: number) => string,
  text: (nth: number) => string,
): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, nth) => [file(nth), text(nth)]));
}

/** Side of a square: number of modules or stacks that all refer to each other, for a number of references. */
const side = (size: number): number => Math.ceil(Math.sqrt(size));

/** Modules that all call each other, themselves included. */
export function ringOfModules(members: number): Record<string, string> {
  const calls = times(members, (nth) => callOf(`m${nth}`, `../m${nth}`, `  engine_version = "${VERSION}"\n`));
  return folders(
    members,
    (nth) => `m${nth}/main.tf`,
    () => clusterNamed('own') + calls,
  );
}

/** Templates that all nest each other, some several times, each time with other parameters. */
export function ringOfStacks(members: number, stacks: number): Record<string, string> {
  const nested = times(
    stacks,
    (nth) =>
      `  S${nth}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: t${nth % members}.yaml, Parameters: { N: n${nth} } } }\n`,
  );
  return folders(
    members,
    (nth) => `t${nth}.yaml`,
    () => `Parameters:\n  N: { Type: String, Default: none }\n${TEMPLATE}${nested}`,
  );
}

/** Templates that each nest all later ones. */
function fanOfStacks(members: number): Record<string, string> {
  const nested = (nth: number): string =>
    times(
      members - nth - 1,
      (next) =>
        `  S${next}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: t${nth + next + 1}.yaml } }\n`,
    );
  return folders(
    members,
    (nth) => `t${nth}.yaml`,
    (nth) => TEMPLATE + nested(nth),
  );
}

/** Modules that call each other and apply templates that nest each other, and a Terragrunt file that deploys each. */
export function ringsTogether(members: number): Record<string, string> {
  const applied = times(
    members,
    (nth) =>
      `resource "aws_cloudformation_stack" "s${nth}" {\n  template_body = file("../t${nth}.yaml")\n}\n`,
  );
  const deployed = folders(
    members,
    (nth) => `live/${nth}/terragrunt.hcl`,
    (nth) => `terraform {\n  source = "../../m${nth}"\n}\n`,
  );
  const [module = ''] = Object.values(ringOfModules(members));
  const modules = folders(
    members,
    (nth) => `m${nth}/main.tf`,
    () => module + applied,
  );
  return { ...modules, ...deployed, ...ringOfStacks(members, members) };
}

/** Modules that each call the next one twice, so that each doubles the number of paths. */
function chainOfModules(members: number): Record<string, string> {
  return folders(
    members,
    (nth) => `m${nth}/main.tf`,
    (nth) => clusterNamed('own') + times(2, (each) => callOf(`n${each}`, `../m${nth + 1}`)),
  );
}

/** Modules that each call all later ones: no ring, and as many paths as subsets. */
export function fanOfModules(members: number): Record<string, string> {
  return folders(
    members,
    (nth) => `m${nth}/main.tf`,
    (nth) =>
      clusterNamed('own') + times(members - nth - 1, (next) => callOf(`n${next}`, `../m${nth + next + 1}`)),
  );
}

export const MULTIPLYING: readonly Multiplying[] = [
  { name: 'a ring of modules', files: (size) => ringOfModules(side(size)), size: 600 },
  { name: 'a ring of stacks', files: (size) => ringOfStacks(side(size), side(size)), size: 1800 },
  { name: 'rings of three notations', files: (size) => ringsTogether(side(size / 3)), size: 600 },
  { name: 'a fan of modules', files: (size) => fanOfModules(side(2 * size)), size: 300 },
  { name: 'a fan of stacks', files: (size) => fanOfStacks(side(2 * size)), size: 300 },
  { name: 'a chain of modules that double', files: chainOfModules, size: 60 },
  {
    name: 'outputs and modules',
    files: (size) => {
      const [modules, outputs] = [side(size), side(size)];
      const input = (nth: number, each: number): string =>
        nth === 0 ? `"${VERSION}"` : `module.m${nth - 1}.o${(each + 1) % outputs}`;
      return {
        ...folders(
          modules,
          (nth) => `m${nth}/main.tf`,
          () =>
            clusterNamed('own', 'var.v0') +
            times(
              outputs,
              (each) => `variable "v${each}" {}\noutput "o${each}" {\n  value = var.v${each}\n}\n`,
            ),
        ),
        'main.tf': times(modules, (nth) =>
          callOf(
            `m${nth}`,
            `./m${nth}`,
            times(outputs, (each) => `  v${each} = ${input(nth, each)}\n`),
          ),
        ),
      };
    },
    size: 400,
  },
  {
    name: 'values and uses',
    files: (size) => ({
      'main.tf': `variable "v" {}\nlocals {\n  all = [${times(size, () => 'var.v, ')}]\n}\n${times(size, (nth) => clusterNamed(`c${nth}`, `local.all[${nth}]`))}`,
      'a.auto.tfvars': `v = "${VERSION}"\n`,
    }),
    size: 300,
  },
  {
    name: 'conditions and resources',
    files: (size) => ({
      't.yaml':
        `AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n${times(size, (nth) => `  P${nth}: { Type: String }\n`)}` +
        `Conditions:\n${times(size, (nth) => `  C${nth}: !Equals [!Ref P${nth}, a]\n`)}Resources:\n` +
        times(
          size,
          (nth) =>
            `  Db${nth}: { Type: AWS::RDS::DBCluster, Condition: C${nth}, Properties: { Engine: aurora-mysql, EngineVersion: ${VERSION} } }\n`,
        ),
    }),
    size: 60,
  },
  {
    name: 'groups and clusters',
    files: (size) => ({
      'main.tf':
        times(size, (nth) => clusterNamed(`c${nth}`)) +
        times(
          size,
          (nth) =>
            `resource "aws_autoscaling_group" "g${nth}" {\n  max_size = 3\n  health_check_type = "ELB"\n  target_group_arns = [aws_lb_target_group.g${nth}.arn]\n}\nresource "aws_lb_target_group" "g${nth}" {\n  health_check {\n    path = "/health"\n  }\n}\n`,
        ),
    }),
    size: 60,
  },
  {
    name: 'includes in a cycle',
    files: (size) =>
      folders(
        side(size),
        (nth) => `ci/${nth}.gitlab-ci.yml`,
        () =>
          `include:\n${times(side(size), (nth) => `  - local: /ci/${nth}.gitlab-ci.yml\n`)}variables:\n  AURORA_ENGINE_VERSION: ${VERSION}\n`,
      ),
    size: 900,
  },
  {
    name: 'a module that is called often',
    files: (size) => ({
      'm/main.tf': clusterNamed('own'),
      'main.tf': times(size, (nth) => callOf(`c${nth}`, './m')),
    }),
    size: 300,
  },
  {
    name: 'callers and assets',
    files: (size) => ({
      'm/main.tf': times(size, (nth) => clusterNamed(`c${nth}`)),
      ...folders(
        size,
        (nth) => `a${nth}/main.tf`,
        () => callOf('m', '../m', '  count = 0\n') + times(5, (own) => clusterNamed(`own${own}`)),
      ),
    }),
    size: 250,
  },
  {
    name: 'comments and findings',
    files: (size) => ({
      'main.tf':
        times(size * 5, (nth) => `# errata-lens:ignore-file bug${nth} -- known\n`) +
        times(size, (nth) => clusterNamed(`c${nth}`)),
    }),
    size: 200,
  },
  {
    name: 'patterns and names',
    files: (size) => ({ 'main.tf': times(size, (nth) => clusterNamed(`c${nth}`)) }),
    config: (size) =>
      `ignore:\n${times(size, (nth) => `  - { rule: known-bugs, resource: "*_cluster.*${nth}x", reason: a }\n  - { rule: end-of-support, resource: "aws_rds_cluster.d${nth}", reason: a }\n`)}`,
    size: 300,
  },
  {
    name: 'misspelt rules',
    files: (size) => ({
      'main.tf':
        times(size, (nth) => `# errata-lens:ignore-file check/aurora-log-export-eror${nth} -- known\n`) +
        clusterNamed('own'),
    }),
    size: 1500,
  },
  {
    name: 'settings in JSON and clusters of programs',
    files: (size) => ({
      'app.ts': `import * as rds from 'aws-cdk-lib/aws-rds';\n${times(size, (nth) => `new rds.CfnDBCluster(this, 'c${nth}', { engine: 'aurora-mysql', engineVersion: '${VERSION}' });\n`)}`,
      ...folders(
        size,
        (nth) => `settings/s${nth}.json`,
        () => `{"auroraEngineVersion": "${VERSION}"}`,
      ),
    }),
    size: 60,
  },
];

/** Pages with the same fixes in other words, so that every item could be compared with all others. */
export function pagesOf(size: number): Release[] {
  const count = side(size);
  return Array.from({ length: count }, (_, page) =>
    releaseOf(`3.04.${page}`, `20${String(20 + (page % 7))}-01-01`, {
      items: Array.from({ length: count }, (_, nth) =>
        itemOf(
          `Fixed an issue that can cause a restart when table t${nth} of schema s${(nth * page) % 97} grows.`,
        ),
      ),
    }),
  );
}
