import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { differences, goldenAnswers, GOLDEN_FOLDER } from '../../support/command-line/golden.ts';

const MOST_SHOWN = 20;

test('public commands print the contents of the golden files', async () => {
  const changed: string[] = [];
  for (const [name, rows] of await goldenAnswers()) {
    const kept = readFileSync(path.join(GOLDEN_FOLDER, name), 'utf8').trimEnd().split('\n');
    changed.push(...differences(kept, rows).map((row) => `${name}: ${row.slice(0, 400)}`));
  }
  const shown = changed.slice(0, MOST_SHOWN).join('\n');
  assert.equal(
    changed.length,
    0,
    `${changed.length} rows differ. Review them, then run \`npm run golden\`:\n${shown}`,
  );
});
