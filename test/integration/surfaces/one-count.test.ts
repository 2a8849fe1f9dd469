import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { withKnownIssues } from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { readConfig } from '../../../src/config/index.ts';
import { createAnalyser } from '../../../src/extension/worker/analyser.ts';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { bugsMarkdown } from '../../../src/report/index.ts';
import { createMuter, NO_MUTES } from '../../../src/watch/mutes.ts';
import { groupByVersion } from '../../../src/watch/versions/version-groups.ts';
import { temporaryFolder } from '../../support/command-line/cli.ts';
import { runSharedCli, cliJson } from '../../support/command-line/one-cli.ts';

const INCIDENT = path.resolve(import.meta.dirname, '../../workspaces/incident');

interface SarifLog {
  runs: { results: { ruleId: string; message: { text: string }; properties: { bugIds: string[] } }[] }[];
}

/** An instance with more settings than its cluster, and a configuration that suppresses bugs and adds one. */
const CLUSTER = `resource "aws_rds_cluster" "orders" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster_instance" "orders" {
  count                        = 2
  cluster_identifier           = aws_rds_cluster.orders.id
  engine                       = aws_rds_cluster.orders.engine
  engine_version               = aws_rds_cluster.orders.engine_version
  instance_class               = "db.t3.medium"
  performance_insights_enabled = true
}
`;
const settings = (ignored: string): string => `severity-floor: medium
features: [binlog]
known-issues:
  - { id: own, title: Our own, versions: 2.11.x, reason: seen }
ignore:
  - { rule: '${ignored}', reason: does not concern us }
`;

interface Scan {
  findings: {
    ruleId: string;
    assetId: string;
    assetIds: string[];
    message: string;
    bugIds: string[];
    urgent: number;
    ordinary: number;
    minor: number;
    location: { file: string };
  }[];
}

/** Numbers before some words of a text. */
function numbers(shownText: string, pattern: RegExp): number[] {
  return [...shownText.matchAll(pattern)].map(([, digits]) => Number(digits));
}

test('shows the same counts of the incident in the window, the terminal and JSON', async (t) => {
  const cache = await temporaryFolder(t);
  const analyser = createAnalyser({ cacheFolder: cache });
  const { findings } = await analyser.scanFolder(INCIDENT);
  const scan = await cliJson<Scan>(['scan', INCIDENT, '--cache-dir', cache]);
  const terminal = await runSharedCli(['scan', INCIDENT, '--verbose', '--cache-dir', cache]);
  const inWindow = findings.filter(
    ({ ruleId, bugs }) => ruleId === 'known-bugs' && bugs?.product === 'aurora-mysql',
  );
  assert.ok(inWindow.length > 0);
  for (const finding of inWindow) {
    const { bugs, assetId, message } = finding;
    assert.ok(bugs);
    const { urgent, ordinary, minor } = bugs.counts;
    const total = urgent + ordinary + minor;
    const inJson = scan.findings.find(
      (each) => each.assetIds.includes(assetId) && each.ruleId === 'known-bugs',
    );
    assert.ok(inJson);
    assert.equal(inJson.bugIds.length, total);
    assert.equal(inJson.message, say(message, 'en'));
    assert.deepEqual(numbers(inJson.message, /(\d+) urgent known bugs?/g), urgent > 0 ? [urgent] : []);
    assert.deepEqual(numbers(inJson.message, /(\d+) in all/g), [total]);
    assert.deepEqual(
      { urgent: inJson.urgent, ordinary: inJson.ordinary, minor: inJson.minor },
      { urgent, ordinary, minor },
    );
    assert.equal(bugs.counts.apply, total);
    assert.ok(terminal.stdout.includes(inJson.message));
    assert.ok(
      terminal.stdout.includes(`${total} known bugs apply here (`) &&
        terminal.stdout.includes(`): ${urgent} urgent, ${ordinary} ordinary, ${minor} minor`),
    );

    const answer = await analyser.bugsOf(bugs.product, bugs.version, INCIDENT, assetId);
    assert.deepEqual(answer.matches.map(({ bug }) => bug.id).sort(), inJson.bugIds.toSorted());
    assert.deepEqual(numbers(bugsMarkdown(answer, 'en'), /(\d+) known bugs apply here/g), [total]);
    const { advice } = await analyser.upgradesOf(bugs.product, bugs.version, INCIDENT, assetId);
    assert.ok(advice && advice.targets.length > 0);
    for (const target of advice.targets) {
      const all = [...target.clears, ...target.remains, ...target.undetermined];
      assert.equal(all.length, total);
      assert.equal(all.filter((match) => match.urgency.level === 'urgent').length, urgent);
    }
    const rows = await analyser.rowsOf(INCIDENT);
    assert.deepEqual(rows.find(({ id }) => id === assetId)?.counts, bugs.counts);
  }
});

test('counts in SARIF, JUnit, the support pack and the watch as the scan does', async (t) => {
  const folder = await temporaryFolder(t);
  const cache = await temporaryFolder(t);
  await writeFile(path.join(folder, 'main.tf'), CLUSTER);
  const { bugs } = await cliJson<{ bugs: { id: string }[] }>([
    ...['bugs', 'aurora-mysql', '2.11.1', '--cache-dir', cache],
  ]);
  const written = settings(bugs[0]?.id ?? '');
  await writeFile(path.join(folder, '.errata-lens.yaml'), written);
  const asked = [folder, '--cache-dir', cache];
  const [json, sarif, xml, pack] = await Promise.all([
    cliJson<Scan>(['scan', ...asked]),
    runSharedCli(['scan', ...asked, '--format', 'sarif']),
    runSharedCli(['scan', ...asked, '--format', 'junit']),
    runSharedCli(['support-pack', 'aws_rds_cluster.orders', ...asked]),
  ]);
  const finding = json.findings.find(({ ruleId }) => ruleId === 'known-bugs');
  assert.ok(finding && finding.bugIds.includes('own') && !finding.bugIds.includes(bugs[0]?.id ?? ''));
  const ids = new Set(finding.bugIds);
  assert.equal(finding.urgent + finding.ordinary + finding.minor, ids.size);

  const log = JSON.parse(sarif.stdout) as SarifLog;
  const result = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'known-bugs');
  assert.equal(result?.message.text, finding.message);
  assert.deepEqual(new Set(result.properties.bugIds), ids);
  assert.ok(xml.stdout.includes(finding.message), 'JUnit has the sentence of the scan');
  assert.deepEqual(numbers(pack.stdout, /\((\d+) listed\)/g), [ids.size], pack.stdout.slice(0, 600));

  const inventory = await scanWorkspace([folder]);
  const { config } = readConfig(written, '.errata-lens.yaml');
  const known = withKnownIssues(await loadCatalogue(cache), config.knownIssues);
  const today = new Date().toISOString().slice(0, 10);
  const { ignore, severityFloor } = config;
  const { reportsBug } = createMuter({ ...NO_MUTES, ignore, severityFloor }, inventory.suppressions, today);
  const running = groupByVersion(known, inventory, config.features, reportsBug);
  assert.deepEqual(
    running.flatMap(({ matches }) =>
      [...matches.values()].map((sameBugs) => new Set(sameBugs.map(({ bug }) => bug.id))),
    ),
    [ids],
  );
});
