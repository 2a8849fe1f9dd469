import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanFolders } from '../../../src/inventory/index.ts';
import { MAX_GIVEN_UP } from '../../../src/inventory/scan/scan-folders.ts';
import { ThreadEnded, type GiveUpReason } from '../../../src/threads/index.ts';
import { HOSTILE_CASES } from '../../support/hostile/hostile-cases.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** State after that number of files had ended the thread. */
function before(count: number): ReadonlyMap<string, GiveUpReason> {
  return new Map(Array.from({ length: count }, (_, nth) => [`look elsewhere ${nth}`, 'time']));
}

test('a scan ends with an error after it had to skip more than a hundred files', async (t) => {
  const hanging = HOSTILE_CASES.find(({ isGivenUp }) => isGivenUp === true);
  assert.ok(hanging);
  const folder = temporaryFolder(t, hanging.files);
  const scan = (count: number) =>
    scanFolders([folder], { budget: 200, givenUp: before(count), isLast: true });
  const { problems } = await scan(MAX_GIVEN_UP - 1);
  assert.deepEqual(
    problems.map(({ text }) => text.key),
    ['problem.tookTooLong'],
  );
  await assert.rejects(scan(MAX_GIVEN_UP), ThreadEnded);
});
