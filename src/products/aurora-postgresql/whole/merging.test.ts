import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeBugs } from '../../../catalogue/merge/index.ts';
import { itemOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';

/** Merge of two bullets on two branches, four weeks apart. */
function areOne(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text, nth) =>
    releaseOf(`3${nth}.7.2`, `2031-0${nth + 3}-01`, { items: [itemOf(text)] }),
  );
  return mergeBugs([first, second].flatMap((release) => release ?? [])).length === 1;
}

test('separates bugs that share only a short outage by their cause', () => {
  const outage = (cause: string): string =>
    `Mended: the engine could be unavailable for a brief period, due to ${cause}.`;
  assert.equal(areOne(outage('torn pages'), outage('an expired lease')), false);
  assert.equal(
    areOne(
      outage('an expired storage lease'),
      'Fixed an issue with an expired storage lease that could make the database briefly unavailable.',
    ),
    true,
  );
});

test('separates slowness from restarts, and Serverless v1 from v2', () => {
  assert.equal(
    areOne(
      'Fixed a performance problem of a GiST scan.',
      'Fixed a GiST scan that could restart the instance.',
    ),
    false,
  );
  const restart = (name: string): string => `Fixed a postmaster restart in Aurora Serverless ${name}.`;
  assert.equal(areOne(restart('v1'), restart('v2')), false);
  assert.equal(
    areOne(restart('v2'), `${restart('v2')} `.replace('Fixed a', 'Fixed an issue that caused a')),
    true,
  );
});

test('does not merge on the name of a feature alone', () => {
  assert.equal(
    areOne('Fixed an issue related to apg_plan_mgmt.', 'Fixed an outage when apg_plan_mgmt replays a plan.'),
    false,
  );
});

test('separates scaling bugs of serverless by their cause', () => {
  assert.equal(
    areOne('Fixed an Aurora Serverless v2 scaling issue.', 'Fixed failed scaling in Aurora Serverless v2.'),
    false,
  );
  assert.equal(
    areOne(
      'Fixed Aurora Serverless v2 scaling that a replayed lease prevents.',
      'Fixed a replayed lease that could prevent scaling in Aurora Serverless v2.',
    ),
    true,
  );
});
