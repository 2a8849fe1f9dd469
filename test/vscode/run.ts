import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError, type Counts } from './harness/cases.ts';
import { failureReason } from './harness/commands.ts';
import { runEndToEnd } from './harness/endToEnd.ts';
import { prepareVsCode, type VsCode } from './harness/flavour.ts';
import { LOG_FILE, runInHostSuite } from './harness/inHost.ts';
import { findVsix } from './harness/product.ts';
import { projectFolder } from './harness/project.ts';

const LAST_LINES = 40;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' } },
  allowPositionals: true,
});
const parts = positionals.length > 0 ? positionals : ['in-host', 'e2e'];

const counts = await runParts(values.only);
const countsFile = process.env['ERRATA_LENS_TEST_COUNTS'];
if (countsFile !== undefined) await writeFile(countsFile, JSON.stringify(counts));
// A pattern that matches nothing must not look like success.
const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
process.exitCode = counts.failed > 0 || nothingRan ? 1 : 0;

async function runParts(only: string): Promise<Counts> {
  const prepared = await prepareVsCode();
  if (!prepared.available) return withoutVsCode(prepared.reason);

  const { vscode } = prepared;
  let vsix: string;
  try {
    vsix = await findVsix();
  } catch (error) {
    return failed(`the extension cannot be packaged: ${failureReason(error)}`);
  }
  const results: Counts[] = [];
  if (parts.includes('in-host')) {
    console.log(`In VS Code's extension host (${vscode.flavour} flavour):`);
    results.push(await attempt(() => runInHost(vscode, vsix, only)));
  }
  if (parts.includes('e2e')) {
    console.log(`In VS Code's window:`);
    results.push(
      vscode.flavour === 'browser'
        ? await attempt(() => runEndToEnd(vscode, vsix, only))
        : skipped('the tests in the window need the browser flavour of VS Code'),
    );
  }
  return sum(results);
}

async function runInHost(vscode: VsCode, vsix: string, only: string): Promise<Counts> {
  const { cases, ...found } = await runInHostSuite(vscode, vsix, only);
  for (const { name, ok, error } of cases) {
    if (!ok) console.log(`not ok: ${name}\n${(error ?? '').replaceAll(/^/gm, '    ')}`);
  }
  if (found.failed > 0) console.log(`The end of ${LOG_FILE}:\n${await lastLines(LOG_FILE)}`);
  console.log(`${found.passed} ok, ${found.failed} not ok, ${found.skipped} left out`);
  return found;
}

/** On a build server the output is all that is left. */
async function lastLines(file: string): Promise<string> {
  const lines = (await readFile(join(projectFolder, file), 'utf8').catch(failureReason)).split('\n');
  return lines.slice(-LAST_LINES).join('\n');
}

/** A part that breaks off counts as one failure, and the other part still runs. */
async function attempt(part: () => Promise<Counts>): Promise<Counts> {
  try {
    return await part();
  } catch (error) {
    return failed(`this part did not come to its end: ${describeError(error)}`);
  }
}

/** A machine that cannot have VS Code passes, visibly without it; a build server that lost it does not. */
function withoutVsCode(reason: string): Counts {
  if (process.env['CI'] !== 'true') return skipped(reason);
  return failed(`there is no VS Code: ${reason}`);
}

function failed(reason: string): Counts {
  console.log(`not ok: ${reason}`);
  return { passed: 0, failed: 1, skipped: 0, reasons: [] };
}

function skipped(reason: string): Counts {
  console.log(`left out: ${reason}`);
  return { passed: 0, failed: 0, skipped: 1, reasons: [reason] };
}

function sum(results: Counts[]): Counts {
  const total: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for (const result of results) {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    total.reasons.push(...result.reasons);
  }
  return total;
}
