/**
 * Writes the answers of the public commands to test/golden, one row a line (`npm run golden`), or lists where today's
 * answers differ (`npm run golden -- --check`, exit code 1). Needs a build. Suppressions, baselines and bookmarks
 * depend on the ids in them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { differences, goldenAnswers, GOLDEN_FOLDER } from '../test/support/command-line/golden.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const answers = await goldenAnswers();

for (const [name, rows] of answers) {
  const file = path.join(GOLDEN_FOLDER, name);
  if (values.check) {
    const changed = differences(readFileSync(file, 'utf8').trimEnd().split('\n'), rows);
    for (const row of changed) console.log(`${name}: ${row}`);
    if (changed.length > 0) process.exitCode = 1;
  } else {
    writeFileSync(file, `${rows.join('\n')}\n`);
    console.log(`${name}: ${rows.length} rows`);
  }
}
