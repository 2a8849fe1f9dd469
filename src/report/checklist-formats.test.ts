import assert from 'node:assert/strict';
import test from 'node:test';
import { checklistOf } from '../analysis/index.ts';
import { EMPTY_CONFIG } from '../config/index.ts';
import { scanWorkspace } from '../inventory/index.ts';
import { checklistJunit, sarif } from './index.ts';
import { CATALOGUE, TODAY } from '../../test/support/checks/checklist.ts';
import { readSarif } from '../../test/support/surfaces/sarif.ts';

const inventory = await scanWorkspace(['test/workspaces/incident/terraform']);
const accepted = [{ check: 'asg-notifications', reason: 'told by <chat>', date: '2026-11-01', line: 1 }];
const { rows, findings } = checklistOf(CATALOGUE, inventory, { ...EMPTY_CONFIG, accepted }, { today: TODAY });

test('SARIF of the checklist has one result for each failure, suppresses accepted ones and omits unknown ones', () => {
  const log = sarif(findings, { language: 'en', version: '1', bugs: [], inRepository: String, rows });
  assert.doesNotMatch(JSON.stringify(log), /check check\//);
  const { results } = readSarif(log);
  const failed = rows.filter(({ answer }) => answer === 'fail');
  assert.equal(results.length, failed.length + findings.length);
  assert.ok(results.every(({ level }) => level === 'warning' || level === 'note'));
  const notified = results.find(({ ruleId }) => ruleId === 'check/asg-notifications');
  assert.equal(notified?.suppressions?.length, 1);
});

test('JUnit of the checklist counts failures from a level on, and skips unknown and accepted ones', () => {
  const all = checklistJunit({ rows, findings }, 'low', 'en');
  const open = rows.filter(({ answer, accepted: reason }) => answer === 'fail' && reason === null);
  const unknown = rows.filter(({ answer }) => answer === 'unknown');
  assert.match(all, new RegExp(`failures="${open.length + findings.length}" errors="0"`));
  assert.match(all, new RegExp(`^<testsuites .*skipped="${unknown.length + 1}"`, 'm'));
  assert.match(all, /<skipped message="told by &lt;chat&gt;"\/>/);
  const musts = open.filter(({ level }) => level === 'must').length;
  assert.match(
    checklistJunit({ rows, findings }, 'high', 'en'),
    new RegExp(`failures="${musts + findings.length}"`),
  );
});
