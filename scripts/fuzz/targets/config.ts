import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createSuppressor } from '../../../src/analysis/suppress/suppress.ts';
import { readConfig } from '../../../src/config/index.ts';
import { isIgnored, rulesForSubfolder, withOwnRules } from '../../../src/files/walk/ignore-rules.ts';
import { readSuppressions } from '../../../src/inventory/scan/suppressions.ts';
import { runTask } from '../../../src/threads/index.ts';
import { runningCluster } from '../../../test/support/accounts/account-scan.ts';
import { mutations } from '../../../test/support/hostile/mutations.ts';
import type { FuzzInput, FuzzTarget } from '../target.ts';

const CONFIG_TEXT = `features: [binlog, connection-surge]
known-issues:
  - id: own-1
    title: Connections are aborted
    product: aurora-mysql
    versions: ['2.11.1', '>=2.11.0 <2.11.4 || ~3.05.1', 2.11.0 - 2.11.3]
    severity: high
    impact: connectivity
    features: [connection-surge]
    link: https://example.com/case/1
    reason: Seen in the field.
severity-floor: medium
baseline: known-findings.json
example-folders: [example, Examples]
soak-days: 30
ignore:
  - rule: known-bugs
    resource: aws_rds_cluster.*old*
    versions: '<2.12'
    reason: Gone in spring
    until: 2031-03-31
  - { rule: check/, resource: 'module.a', reason: &why Accepted }
accepted:
  - { check: aurora-log-group-retention, reason: *why, date: 2031-01-01 }
checks:
  asg-elb-health-grace: { thresholds: { grace: 45 }, level: could, reason: Boots quickly }
  aurora-general-log-not-permanent: { enabled: false, reason: The audit wants it }
`;
const IGNORE_TEXT = `# what tools write
node_modules/
*.tfstate*
!keep/**/main.tf
/build/[a-z]?/\\#x
**/deep/**/*.y?ml
a\\ b
`;
const COMMENTS_TEXT = `# errata-lens:ignore known-bugs until=2031-03-31 -- replaced in spring
engine_version = "5.7.mysql_aurora.2.11.1" // errata-lens:ignore end-of-support, check/ -- paid for
/* errata-lens:ignore-file known-bugs -- a sample */
`;
const SNIPPETS = [
  ...[
    '*a',
    '&a ',
    '<<: *a',
    '? ',
    '- ',
    ': ',
    '|\n',
    '>-\n',
    '!!set ',
    '---\n',
    '*',
    '**',
    '!',
    '[',
    ']',
    '\\',
    '||',
    '>=',
  ],
  ...[
    'ignore:',
    'resource: ',
    'reason: x',
    'checks:',
    '__proto__: ',
    'constructor: ',
    ' until=',
    ' -- ',
    'errata-lens:ignore ',
  ],
];

const ASSETS = [
  runningCluster('aurora-1', '2.11.1'),
  runningCluster(`module.${'a'.repeat(60)}.aws_rds_cluster.old["x"]`, '3.04.0'),
];
const PATHS = [
  'main.tf',
  'a/b/c/keep/d/main.tf',
  `build/${'a'.repeat(60)}/x.yaml`,
  'node_modules',
  'deep/x/y.yml',
];

const TARGETS: Readonly<Record<string, { text: string; read: (text: string) => void }>> = {
  '.errata-lens.yaml': {
    text: CONFIG_TEXT,
    read: (text) => {
      const { config, problems } = readConfig(text, '.errata-lens.yaml');
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { text: message } of problems) {
        const line = message.args['line'];
        if (typeof line !== 'number') continue;
        assert.ok(line >= 1 && line <= lines, `line ${line} of a problem is outside`);
      }
      const suppressor = createSuppressor([], config.ignore, '2030-01-01');
      for (const asset of ASSETS) suppressor.finding('known-bugs', asset.location, [asset]);
      suppressor.rest('known-bugs', ASSETS);
    },
  },
  '.gitignore': {
    text: IGNORE_TEXT,
    read: (text) => {
      const folder = ignoreFolder();
      writeFileSync(path.join(folder, '.gitignore'), text);
      const rules = withOwnRules(folder, null, []);
      for (const each of PATHS) {
        const names = each.split('/');
        const below = names.slice(0, -1).reduce(rulesForSubfolder, rules);
        isIgnored(path.join(folder, each), names.at(-1) ?? '', !each.includes('.'), below);
      }
    },
  },
  'comments.tf': { text: COMMENTS_TEXT, read: (text) => readComments('comments.tf', text) },
  'comments.yaml': { text: COMMENTS_TEXT, read: (text) => readComments('comments.yaml', text) },
  'comments.ts': { text: COMMENTS_TEXT, read: (text) => readComments('comments.ts', text) },
};

let folder: string | null = null;

/** Temporary folder that all inputs of the process share. */
function ignoreFolder(): string {
  if (folder === null) {
    const made = mkdtempSync(path.join(tmpdir(), 'errata-lens-fuzz-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

function readComments(file: string, text: string): void {
  const lines = text.split(/\r\n|\n|\r/).length;
  const suppressions = readSuppressions({ file, text });
  for (const { scope } of suppressions) {
    if ('address' in scope || scope.lines === null) continue;
    const { first, last } = scope.lines;
    assert.ok(first >= 1 && first <= last && last <= lines + 1, `lines ${first} to ${last} are outside`);
  }
  createSuppressor(suppressions, [], '2030-01-01');
}

/** Changed configuration and ignore files. */
export const config: FuzzTarget = {
  name: 'config',
  share: 26,
  inputs: fc.oneof(
    ...Object.entries(TARGETS).map(([what, { text }]) =>
      mutations([text, COMMENTS_TEXT], { snippets: SNIPPETS, most: 4000 }).map((mutate): FuzzInput => ({
        what,
        text: mutate(text),
      })),
    ),
  ),
  check: ({ what, text }) => {
    const target = TARGETS[what];
    if (target === undefined) throw new Error(`nothing is called ${what}`);
    runTask(what, () => target.read(text));
  },
};
