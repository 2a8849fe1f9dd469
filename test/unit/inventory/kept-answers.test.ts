import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { KeptAnswer } from '../../../src/inventory/index.ts';
import { keptFiles, RULES, scanKeeping } from '../../support/kept.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ANSWER = { parts: ['Two bugs.\n', '\u001b[1m'], failing: 2 };
const MAIN = 'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n}\n';

interface Folders {
  folder: string;
  open: (made: unknown, rules?: string) => KeptAnswer | null;
  cache: string;
}

/** A folder of which a scan is kept, and that has not changed for long. */
async function scanned(t: TestContext): Promise<Folders> {
  const folder = temporaryFolder(t, { 'main.tf': MAIN });
  const cache = temporaryFolder(t);
  await scanKeeping(folder, cache);
  const open = (made: unknown, rules = RULES): KeptAnswer | null =>
    KeptAnswer.open({ folder: cache, rules }, [folder], true, made);
  return { folder, cache, open };
}

/** Prints an answer, to the end or not. */
function keep(kept: KeptAnswer | null, { parts, failing } = ANSWER, most = Infinity): void {
  const printed: string[] = [];
  for (const part of kept?.keeping(parts, failing) ?? []) {
    printed.push(part);
    if (printed.length === most) break;
  }
  assert.deepEqual(printed, parts.slice(0, most));
}

describe('an answer is kept', () => {
  test('for the same files and all else that it is made of', async (t) => {
    const { open } = await scanned(t);
    assert.equal(open(['today'])?.load(), null);
    keep(open(['today']));
    assert.deepEqual(open(['today'])?.load(), ANSWER);
    assert.equal(open(['tomorrow'])?.load(), null);
  });

  test('for nothing once a file has changed, or another build asks', async (t) => {
    const { folder, open } = await scanned(t);
    keep(open(['today']));
    assert.equal(open(['today'], 'other rules'), null);
    appendFileSync(path.join(folder, 'main.tf'), '# edited\n');
    assert.equal(open(['today']), null);
    writeFileSync(path.join(folder, 'new.tf'), MAIN);
    assert.equal(open(['today']), null);
  });

  test('only as it was written', async (t) => {
    const { cache, open } = await scanned(t);
    keep(open([]));
    const file = keptFiles(cache).find((each) => readFileSync(each, 'utf8').includes('Two bugs')) ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace('Two', 'No'));
    assert.equal(open([])?.load(), null);
  });

  test('of what is not too long', async (t) => {
    const { open } = await scanned(t);
    keep(open([]), { ...ANSWER, parts: ['x'.repeat(8_000_000), 'x'] });
    assert.equal(open([])?.load(), null);
  });

  test('once all of it was printed', async (t) => {
    const { open } = await scanned(t);
    keep(open([]), ANSWER, 1);
    assert.equal(open([])?.load(), null);
  });
});
