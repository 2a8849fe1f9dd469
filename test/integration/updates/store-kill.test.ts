import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readCatalogue, writeCatalogue } from '../../../src/catalogue/store/catalogue-file.ts';
import { createFolderStore } from '../../../src/catalogue/store/folder-store.ts';
import { catalogueOf } from '../../support/catalogue/catalogue.ts';
import { startMirror } from '../../support/mirror/mirror.ts';

const WORKER = path.join(import.meta.dirname, '../../support/catalogue/store-worker.ts');

let folder: string;
describe('a store whose writer is killed', () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-kill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the worker, kills it after a number of lines, and returns the printed lines. */
  async function runWorker(args: readonly string[], killAfter = Infinity): Promise<string[]> {
    const worker = spawn(process.execPath, [WORKER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(worker, 'close');
    const lines: string[] = [];
    for await (const line of createInterface({ input: worker.stdout })) {
      lines.push(line);
      if (lines.length === killAfter) worker.kill('SIGKILL');
    }
    await closed;
    return lines;
  }

  test('lets the next update continue without repeating pages', async () => {
    const paths = Array.from({ length: 30 }, (_, i) => `/page-${i}.html`);
    const pages = Object.fromEntries(paths.map((page) => [page, `<html>${page.repeat(500)}</html>`]));
    const mirror = await startMirror({ pages });
    try {
      mirror.misbehave(/page-2/, { kind: 'hang' }); // so that it cannot be done before it is killed
      const before = await runWorker(['pages', folder, mirror.origin, ...paths], 10);
      assert.ok(before.length >= 10 && before.length < 30, `killed after ${before.length} pages`);
      mirror.behave();
      mirror.forget();
      const after = await runWorker(['pages', folder, mirror.origin, ...paths]);
      assert.deepEqual(after.toSorted(), paths.toSorted());
      assert.deepEqual(
        mirror.bodies().filter((page) => before.includes(page)),
        [],
      );
      mirror.forget();
      await runWorker(['pages', folder, mirror.origin, ...paths]);
      assert.equal(mirror.requests.length, 30);
      assert.deepEqual(mirror.bodies(), []);
    } finally {
      await mirror.close();
    }
  });

  test('always contains a whole catalogue', async () => {
    for (const rounds of [1, 2, 3, 4]) {
      const lines = await runWorker(['catalogue', folder], rounds);
      const { stored, problems } = await readCatalogue(createFolderStore(folder));
      assert.deepEqual(problems, []);
      assert.ok(stored !== null);
      const { builtBy, catalogue } = stored;
      assert.ok(Number(builtBy) >= lines.length, `round ${builtBy} after ${lines.length}`);
      assert.equal(catalogue.bugs.length, 2_000);
      assert.ok(catalogue.bugs.every(({ id }) => id.startsWith(`${builtBy}-`)));
    }
    await writeCatalogue(createFolderStore(folder), catalogueOf([]), 'after');
    assert.equal((await readCatalogue(createFolderStore(folder))).stored?.builtBy, 'after');
  });
});
