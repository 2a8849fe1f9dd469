/** Files that hang or kill a careless reader, made by their rule. */
export interface HostileCase {
  name: string;
  files: Readonly<Record<string, string>>;
}

/** Numbers of a unit that is repeated: enough to matter, and a file that a repository can have. */
const MANY = 4000;

export const HOSTILE_CASES: readonly HostileCase[] = [
  {
    name: 'a grammar that follows every reading of an ambiguous program',
    files: { 'App.java': `// AuroraMysqlEngineVersion of aws-rds\n${'x => '.repeat(MANY)}` },
  },
  {
    name: 'lists that treble at each step',
    files: {
      'main.tf': [
        'resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = local.l40\n}',
        'locals {\n  l0 = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]',
        ...Array.from(
          { length: 40 },
          (_, n) => `  l${n + 1} = concat(local.l${n}, local.l${n}, local.l${n})`,
        ),
        '}\n',
      ].join('\n'),
    },
  },
];
