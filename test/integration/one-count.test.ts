import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { createAnalyser } from '../../src/extension/worker/analyser.ts';
import { say } from '../../src/l10n/index.ts';
import { bugsMarkdown } from '../../src/report/index.ts';
import { cliJson, runCli, temporaryFolder } from '../support/cli.ts';

const INCIDENT = path.resolve(import.meta.dirname, '../workspaces/incident');

interface Scan {
  findings: {
    ruleId: string;
    assetId: string;
    message: string;
    bugIds: string[];
    urgent: number;
    ordinary: number;
    minor: number;
    location: { file: string };
  }[];
}

/** The numbers that a text says in front of some words. */
function numbers(told: string, pattern: RegExp): number[] {
  return [...told.matchAll(pattern)].map(([, digits]) => Number(digits));
}

test('the incident in the window, the terminal and JSON: one count', async (t) => {
  const cache = await temporaryFolder(t);
  const analyser = createAnalyser({ cacheFolder: cache });
  const { findings } = await analyser.scanFolder(INCIDENT);
  const scan = await cliJson<Scan>(['scan', INCIDENT, '--cache-dir', cache]);
  const terminal = await runCli(['scan', INCIDENT, '--cache-dir', cache]);
  const inWindow = findings.filter(
    ({ ruleId, bugs }) => ruleId === 'known-bugs' && bugs?.product === 'aurora-mysql',
  );
  assert.ok(inWindow.length > 0);
  for (const finding of inWindow) {
    const { bugs, bugIds, assetId, message } = finding;
    assert.ok(bugs);
    const { urgent, ordinary, minor } = bugs.counts;
    const total = urgent + ordinary + minor;
    assert.equal(bugIds.length, total);

    const inJson = scan.findings.find((each) => each.assetId === assetId && each.ruleId === 'known-bugs');
    assert.deepEqual(inJson?.bugIds, bugIds);
    assert.equal(inJson.message, say(message, 'en'));
    assert.deepEqual(numbers(inJson.message, /(\d+) urgent known bugs?/g), urgent > 0 ? [urgent] : []);
    assert.deepEqual(numbers(inJson.message, /(\d+) in all/g), [total]);
    assert.deepEqual({ urgent: inJson.urgent, ordinary: inJson.ordinary, minor: inJson.minor }, bugs.counts);
    assert.ok(terminal.stdout.includes(inJson.message));
    assert.ok(
      terminal.stdout.includes(`${total} known bugs: ${urgent} urgent, ${ordinary} ordinary, ${minor} minor`),
    );

    const answer = await analyser.bugsOf(bugs.product, bugs.version, INCIDENT, assetId);
    assert.deepEqual(numbers(bugsMarkdown(answer, 'en'), /: (\d+) known bugs listed/g), [total]);
    const { advice } = await analyser.upgradesOf(bugs.product, bugs.version, INCIDENT, assetId);
    assert.ok(advice && advice.targets.length > 0);
    for (const target of advice.targets) {
      const all = [...target.clears, ...target.remains];
      assert.equal(all.length, total);
      assert.equal(all.filter((match) => match.urgency.level === 'urgent').length, urgent);
    }
    const rows = await analyser.rowsOf(INCIDENT);
    assert.deepEqual(rows.find(({ id }) => id === assetId)?.counts, bugs.counts);
  }
});
