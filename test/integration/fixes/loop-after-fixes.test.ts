import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checklistOf } from '../../../src/analysis/index.ts';
import { EMPTY_CONFIG } from '../../../src/config/index.ts';
import { applyEdits, fixFor } from '../../../src/edits/index.ts';
import { say } from '../../../src/l10n/index.ts';
import type { Inventory } from '../../../src/model/index.ts';
import { CATALOGUE, inventoryOf, rowOf, rowsOf, TODAY } from '../../support/checks/checklist.ts';
import { subscribed } from '../../support/checks/subscribed.ts';

type Kind = 'tf' | 'cfn';
const FILE: Record<Kind, string> = { tf: 'main.tf', cfn: 'stack.yaml' };
const INCIDENT: Record<Kind, string> = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};
const PATH: Record<Kind, [RegExp, string]> = {
  tf: [/path( +)= "\/"/, 'path$1= "/healthz"'],
  cfn: [/HealthCheckPath: \//, 'HealthCheckPath: /healthz'],
};
const TYPE: Record<Kind, [RegExp, string]> = {
  tf: [/health_check_type( +)= "ELB"/, 'health_check_type$1= "EC2"'],
  cfn: [/HealthCheckType: ELB/, 'HealthCheckType: EC2'],
};

/** Sentences of the loops that an inventory can run into. */
function loopsOf(inventory: Inventory): string[] {
  const { findings } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
  return findings.map(({ message }) => say(message, 'en'));
}

/** The text after the next fix by code that was not applied yet; null if there is none. */
function withNextFix(kind: Kind, text: string, done: Set<string>): string | null {
  const inventory = inventoryOf(kind, text);
  for (const row of rowsOf(inventory)) {
    const key = `${row.id} ${row.assetId}`;
    if (row.answer !== 'fail' || done.has(key)) continue;
    const offer = fixFor(row, inventory.assets, (file) => (file === FILE[kind] ? { file, text } : null));
    if (offer === null || !('edits' in offer)) continue;
    done.add(key);
    return applyEdits(
      text,
      offer.edits.flatMap(({ edits }) => edits),
    );
  }
  return null;
}

const REMAINS = /: a health check path that does not touch the database\.$/;

for (const kind of ['tf', 'cfn'] as const) {
  test(`in ${FILE[kind]} the loop remains after every offered fix, and its causes are listed`, () => {
    const done = new Set<string>();
    let text = INCIDENT[kind];
    for (let next: string | null = text; next !== null; next = withNextFix(kind, text, done)) {
      text = next;
      const [loop, ...others] = loopsOf(inventoryOf(kind, text));
      assert.ok(loop, `still open after ${[...done].at(-1) ?? 'nothing'}`);
      assert.deepEqual(others, []);
      assert.match(loop, REMAINS);
    }
    const ids = [...done].map((key) => key.split(' ')[0]);
    for (const id of [
      'asg-elb-health-grace',
      'asg-termination-hook',
      'lt-log-shipping',
      'aurora-log-export-error',
    ])
      assert.ok(ids.includes(id), `${id} was mended`);
    const [afterAll = ''] = loopsOf(inventoryOf(kind, text));
    assert.match(afterAll, /grace period \d+ s, long enough to boot/);
    assert.doesNotMatch(afterAll, /Logs would be lost/);
    assert.match(
      afterAll,
      /In place: termination hook, log shipping, instances kept when the hook is abandoned: they save evidence but/,
    );
    assert.match(afterAll, /What remains: a health check path/);

    assert.deepEqual(loopsOf(inventoryOf(kind, text.replace(...PATH[kind]))), [], 'a shallow path ends it');
    const byHost = inventoryOf(kind, text.replace(...TYPE[kind]));
    assert.deepEqual(loopsOf(byHost), [], 'EC2 health checks end it');
    const subscribedInventory = inventoryOf(kind, subscribed(kind, text));
    assert.equal(rowOf(subscribedInventory, 'asg-alarms').answer, 'pass', 'and the alarm is there');
  });

  test(`in ${FILE[kind]} another path or type alone ends the loop, but unsaved logs are still lost`, () => {
    for (const [pattern, replacement] of [PATH[kind], TYPE[kind]]) {
      const changed = INCIDENT[kind].replace(pattern, replacement);
      assert.notEqual(changed, INCIDENT[kind]);
      const inventory = inventoryOf(kind, changed);
      assert.deepEqual(loopsOf(inventory), []);
      assert.equal(rowOf(inventory, 'asg-termination-hook').answer, 'fail');
      assert.equal(rowOf(inventory, 'lt-log-shipping').answer, 'fail');
    }
  });
}
