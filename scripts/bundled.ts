/**
 * Lists the packages that the last build bundled. `npm run bundled -- sbom` prints them as CycloneDX; `npm run
 * bundled -- audit FILE` fails if the report of `npm audit --json` has advisories about them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lastBundled, ROOT } from './bundles/bundle.ts';
import { advisoriesOn, Lock, sbomOf } from './bundles/bundled.ts';

const [task, file] = process.argv.slice(2);
const packages = lastBundled();
if (task === 'sbom') {
  const lock = Lock.parse(readJson(path.join(ROOT, 'package-lock.json')));
  console.log(JSON.stringify(sbomOf(packages, lock), null, 2));
} else if (task === 'audit' && file !== undefined) {
  const found = advisoriesOn(packages, readJson(file));
  for (const line of found) console.error(line);
  console.error(`${packages.length} packages are bundled, ${found.length} advisories are on them.`);
  if (found.length > 0) process.exitCode = 1;
} else {
  console.error('usage: npm run bundled -- sbom | audit FILE');
  process.exitCode = 2;
}

function readJson(from: string): unknown {
  return JSON.parse(readFileSync(from, 'utf8'));
}
