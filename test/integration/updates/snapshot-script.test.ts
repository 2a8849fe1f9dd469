import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SNAPSHOT = path.join(ROOT, 'src/catalogue/snapshot/aurora-mysql.json');

test('keeps the embedded snapshot if a folder has no release notes, and explains that', (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'no-docs-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const before = readFileSync(SNAPSHOT, 'utf8');
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/snapshot.ts'), '--docs-folder', folder],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^No release for aurora-mysql\.json, aurora-postgresql\.json, (?:[a-z-]+\.json, )*postgresql\.json, (?:[a-z-]+\.json, )*amazon-linux\.json was found at .*: nothing/m,
  );
  assert.equal(readFileSync(SNAPSHOT, 'utf8'), before);
});
