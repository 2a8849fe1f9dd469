import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fixFor, type FixOffer, type TextEdit } from '../../../src/edits/index.ts';
import type { CheckRow, Inventory } from '../../../src/model/index.ts';
import { inventoryOf, rowOf, rowsOf } from '../../support/checklist.ts';

type Kind = 'tf' | 'cfn';
const FILE: Record<Kind, string> = { tf: 'main.tf', cfn: 'stack.yaml' };

/** The text with edits applied as an editor does: from the last to the first. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  const ordered = edits
    .map(({ range, newText }) => ({
      start: offset(range.line, range.column),
      end: offset(range.endLine, range.endColumn),
      newText,
    }))
    .sort((a, b) => b.start - a.start);
  return ordered.reduce(
    (before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end),
    text,
  );
}

function offerFor(row: CheckRow, inventory: Inventory, kind: Kind, text: string): FixOffer | null {
  return fixFor(row, inventory.assets, (file) => (file === FILE[kind] ? text : null));
}

function mend(kind: Kind, text: string, id: string): string {
  const inventory = inventoryOf(kind, text);
  const row = rowOf(inventory, id);
  assert.equal(row.answer, 'fail', `${id} fails before`);
  const offer = offerFor(row, inventory, kind, text);
  assert.ok(offer !== null && 'edits' in offer, `${id} is mended by an edit`);
  assert.deepEqual(
    offer.edits.map(({ file }) => file),
    [FILE[kind]],
  );
  return applied(
    text,
    offer.edits.flatMap(({ edits }) => edits),
  );
}

const INCIDENT: Record<Kind, string> = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};

/** Fixes by code, in an order in which each is still needed. */
const BY_CODE = [
  'aurora-log-export-error',
  'aurora-slow-query-log-on',
  'aurora-audit-connect-events',
  'aurora-deadlocks-to-error-log',
  'aurora-database-insights',
  'asg-elb-health-grace',
  'asg-termination-hook',
  'asg-group-metrics',
];

for (const kind of ['tf', 'cfn'] as const) {
  for (const eol of ['\n', '\r\n']) {
    test(`in ${FILE[kind]} with ${JSON.stringify(eol)} every fix turns its check green, and they add up`, () => {
      const before = INCIDENT[kind].replaceAll('\n', eol);
      let text = before;
      for (const id of BY_CODE) {
        text = mend(kind, text, id);
        assert.equal(
          rowOf(inventoryOf(kind, text), id).answer,
          'pass',
          `${id} passes after its fix:\n${text}`,
        );
        assert.equal(text.replaceAll('\r\n', '\n').includes('\r'), false);
        if (eol === '\r\n') assert.doesNotMatch(text, /[^\r]\n/, `${id} keeps the line endings`);
      }
      for (const id of BY_CODE) assert.equal(rowOf(inventoryOf(kind, text), id).answer, 'pass', id);
      assert.equal(
        rowOf(inventoryOf(kind, text), 'tg-health-path-shallow').answer,
        'fail',
        'the path is as it was',
      );
      const lines = before
        .split(eol)
        .filter((line) => !line.includes('grace') && !line.includes('GracePeriod'));
      const after = new Set(text.split(eol));
      assert.deepEqual(
        lines.filter((line) => !after.has(line)),
        [],
        'no other line is touched',
      );
    });
  }

  test(`in ${FILE[kind]} retention is repaired by a log group, and where one is`, () => {
    const exporting = mend(kind, INCIDENT[kind], 'aurora-log-export-error');
    const kept = mend(kind, exporting, 'aurora-log-group-retention');
    assert.equal(rowOf(inventoryOf(kind, kept), 'aurora-log-group-retention').answer, 'pass');
    const short = kept.replace(/(retention_in_days = |RetentionInDays: )90/, '$17');
    const longer = mend(kind, short, 'aurora-log-group-retention');
    assert.equal(rowOf(inventoryOf(kind, longer), 'aurora-log-group-retention').answer, 'pass');
  });

  test(`in ${FILE[kind]} no fix touches a check path or a health check type`, () => {
    const inventory = inventoryOf(kind, INCIDENT[kind]);
    for (const row of rowsOf(inventory)) {
      const offer = offerFor(row, inventory, kind, INCIDENT[kind]);
      if (offer === null || !('edits' in offer)) continue;
      for (const { newText } of offer.edits.flatMap(({ edits }) => edits)) {
        assert.doesNotMatch(newText, /health_?check_?(?:path|type)|path\s*=/i, row.id);
      }
    }
    assert.equal(rowOf(inventory, 'tg-health-path-shallow').fix, null);
  });
}

const cluster = (exports: string): string => `resource "aws_rds_cluster" "a" {
  engine = "aurora-mysql" # ours
  ${exports}

  tags = { a = "b" }
}
`;
const errorIn = (text: string): string => mend('tf', text, 'aurora-log-export-error');

test('a list keeps its style', () => {
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = ["audit"] # why')),
    cluster('enabled_cloudwatch_logs_exports = ["audit", "error"] # why'),
  );
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = [\n    "audit", # one\n  ]')),
    cluster('enabled_cloudwatch_logs_exports = [\n    "audit",\n    "error", # one\n  ]'),
  );
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = []')),
    cluster('enabled_cloudwatch_logs_exports = ["error"]'),
  );
});

test('what is written as something else than a literal is left to a command', () => {
  const text = `${cluster('enabled_cloudwatch_logs_exports = local.logs')}\nlocals {\n  logs = ["audit"]\n}\n`;
  const inventory = inventoryOf('tf', text);
  const offer = offerFor(rowOf(inventory, 'aurora-log-export-error'), inventory, 'tf', text);
  assert.ok(offer !== null && 'command' in offer);
  assert.match(offer.command, /^aws rds modify-db-cluster /);
});

test('a JSON template stays JSON', () => {
  const text = JSON.stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        Db: {
          Type: 'AWS::RDS::DBCluster',
          Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.10.1' },
        },
      },
    },
    null,
    2,
  );
  const mended = mend('cfn', text, 'aurora-log-export-error');
  assert.deepEqual(
    (JSON.parse(mended) as { Resources: { Db: { Properties: object } } }).Resources.Db.Properties,
    {
      EnableCloudwatchLogsExports: ['error'],
      Engine: 'aurora-mysql',
      EngineVersion: '8.0.mysql_aurora.3.10.1',
    },
  );
});

test('a row without a fix offers nothing', () => {
  const inventory = inventoryOf('tf', INCIDENT.tf);
  assert.equal(offerFor(rowOf(inventory, 'aurora-readers-multi-az'), inventory, 'tf', INCIDENT.tf), null);
});
