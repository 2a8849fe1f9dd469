import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checklistOf } from '../../analysis/index.ts';
import { EMPTY_CONFIG } from '../../config/index.ts';
import { say, text } from '../../l10n/index.ts';
import { scanWorkspace } from '../../inventory/index.ts';
import {
  checklistCsv,
  checklistJson,
  checklistMarkdown,
  checklistText,
  createPaint,
  wrapText,
  NO_ROOTS,
  noteSentences,
  type ChecklistResult,
} from '../index.ts';
import { CATALOGUE, TODAY } from '../../../test/support/checks/checklist.ts';

const inventory = await scanWorkspace(['test/workspaces/incident']);
const accepted = [{ check: 'asg-notifications', reason: 'told by chat', date: '2026-11-01', line: 1 }];
const result: ChecklistResult = {
  ...checklistOf(CATALOGUE, inventory, { ...EMPTY_CONFIG, accepted }, { today: TODAY }),
  asOf: CATALOGUE.asOf.slice(0, 10),
  paths: NO_ROOTS,
  problems: [],
};

test('writes JSON that matches its schema', () => {
  const schema = JSON.parse(readFileSync('docs/schemas/checklist.schema.json', 'utf8')) as object;
  const validate = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema);
  for (const language of ['en', 'ja'] as const) {
    const json: unknown = JSON.parse(JSON.stringify(checklistJson(result, language)));
    assert.ok(validate(json), JSON.stringify(validate.errors?.slice(0, 3)));
  }
});

test('writes Markdown with the loop, tables, details and a section by question, without foreign markup', () => {
  const document = checklistMarkdown(result, 'en');
  assert.match(document, /^# Observability checklist\n/);
  assert.match(document, /## The replacement loop\n\n> Group /);
  assert.match(document, /## By question of the Well-Architected Framework\n\n### OPS04: /);
  assert.match(document, /accepted 2026-11-01: told by chat/);
  assert.match(document, /### Logs and metrics that Aurora MySQL 2\.11\.1 offers/);
  assert.match(document, /\| Error log ★ indispensable \| yes \(always/);
  assert.match(document, /### What makes the group replace an instance/);
  const tables = document.split(/\n{2,}/).filter((block) => block.startsWith('|'));
  assert.ok(tables.length > 4);
  for (const table of tables) {
    const widths = new Set(table.split('\n').map((line) => line.split(/(?<!\\)\|/).length));
    assert.equal(widths.size, 1, table);
  }
});

test('a note contains the requirement, then the evidence or the reason for unknown', () => {
  const demand = text('check.aurora-deletion-protection.title');
  const found = { asset: 'main', name: 'deletion_protection', tool: 'Terraform', value: 'false' };
  const note = {
    id: 'n',
    level: 'should',
    title: demand,
    evidence: text('evidence.default', found),
  } as const;
  const notes = (['fail', 'unknown', 'pass'] as const).map((answer) => ({ ...note, answer }));
  assert.deepEqual(
    noteSentences({ notes }).map((sentence) => say(sentence, 'en')),
    [
      'Deletion protection should be on. Found: main: deletion_protection is not set (Terraform default: false)',
      'Deletion protection should be on. Unknown: main: deletion_protection is not set (Terraform default: false)',
    ],
  );
  assert.match(
    checklistMarkdown(result, 'en'),
    /Group should have several zones and a launch template\. Unknown: /,
  );
});

test('lists failures first in text, and ends with the counts in both languages', () => {
  const options = { paint: createPaint(false), today: TODAY, width: null, verbose: true };
  const english = checklistText(result, { ...options, language: 'en' });
  assert.match(
    english,
    /\d+ resources: \d+ pass, \d+ fail \(\d+ required\), 2 accepted, \d+ unknown\. Notes as of 2026-11-20\.\n$/,
  );
  assert.ok(english.indexOf('fail     must') < english.indexOf('pass     should'));
  assert.match(checklistText(result, { ...options, language: 'ja' }), /リソース \d+ 件: 適合 \d+/);
});

test('counts checks that need no action, and fits the terminal', () => {
  const options = { language: 'en', paint: createPaint(false), today: TODAY, width: 80 } as const;
  const short = checklistText(result, { ...options, verbose: false });
  assert.doesNotMatch(short, /^ {2}(?:pass|n\/a)/m);
  assert.match(short, /^ {2}\d+ checks passed or not applicable$/m);
  assert.match(short, /: --verbose\.\n$/);
  const lines = wrapText(short, 80).split('\n');
  assert.ok(
    lines.every((line) => line.length <= 80 || !line.trim().includes(' ')),
    lines.join('\n'),
  );
  const all = checklistText(result, { ...options, verbose: true });
  assert.match(all, /^ {2}pass/m);
  assert.ok(all.split('\n').length > short.split('\n').length);
});

test('writes one CSV line for each row, without any cell that a spreadsheet would run', () => {
  const [first] = result.rows;
  assert.ok(first);
  const lines = checklistCsv(result, 'en').trimEnd().split('\r\n');
  assert.equal(lines.length, result.rows.length + 1);
  const hostile = checklistCsv({ rows: [{ ...first, assetId: '=HYPERLINK("x")' }] }, 'en');
  assert.match(hostile, /"'=HYPERLINK\(""x""\)"/);
});

test('shows reading problems even without results', () => {
  const nothing = {
    ...result,
    rows: [],
    findings: [],
    problems: [{ source: 'gone', text: text('evidence.filesNotRead') }],
  };
  const shownText = checklistText(nothing, {
    language: 'en',
    paint: createPaint(false),
    today: '',
    width: null,
    verbose: false,
  });
  assert.match(shownText, /gone: documents and scripts were not read/);
});
