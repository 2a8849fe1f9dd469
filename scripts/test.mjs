// npm test [suite…]: every suite, or the named ones; ends with one line over all of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, setUp } from './lib/setup.mjs';

const node = setUp();
const counts = fs.mkdtempSync(path.join(os.tmpdir(), 'errata-lens-counts-'));

const SUITES = {
  unit: () => nodeTests('unit', 'test/unit/**/*.test.ts'),
  integration: () => {
    run(node, ['scripts/build.ts']);
    return nodeTests('integration', 'test/integration/**/*.test.ts');
  },
  // Packages the product itself.
  vscode: () => runSuite('vscode', ['test/vscode/run.ts']),
};

function nodeTests(name, pattern) {
  return runSuite(name, ['--test', '--test-reporter=./scripts/lib/reporter.mjs', pattern]);
}

function runSuite(name, args) {
  const file = path.join(counts, `${name}.json`);
  const { status } = run(node, args, { tolerate: true, env: { ERRATA_LENS_TEST_COUNTS: file } });
  if (!fs.existsSync(file)) return { name, passed: 0, failed: 1, skipped: 0 };
  const result = { name, ...JSON.parse(fs.readFileSync(file, 'utf8')) };
  if (status !== 0 && result.failed === 0) result.failed = 1;
  return result;
}

const wanted = process.argv.slice(2);
const results = Object.entries(SUITES)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([, suite]) => suite());
fs.rmSync(counts, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, skipped, reasons = [] } of results) {
  console.log(`${name}: ${passed} ok, ${failed} not ok, ${skipped} left out`);
  for (const reason of reasons) console.log(`  left out: ${reason}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') > 0 || results.length === 0 ? 1 : 0);
