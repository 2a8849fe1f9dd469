import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { findingsOf, versionChanges, worseThan } from '../analysis/index.ts';
import { EMPTY_CONFIG } from '../config/index.ts';
import type { BugDetails, BugMatch, Finding } from '../model/index.ts';
import {
  changeMarkdown,
  junit,
  NO_ROOTS,
  readScanJson,
  sarif,
  scanCsv,
  scanHtml,
  scanJson,
  scanJsonLines,
  scanMarkdown,
} from './index.ts';
import { bugOf, catalogueOf, supportOf } from '../../test/support/catalogue/catalogue.ts';
import { readSarif } from '../../test/support/surfaces/sarif.ts';
import { scanFiles } from '../../test/support/workspace.ts';

const CATALOGUE = {
  ...catalogueOf(
    [
      ['2.31.0', '2030-01-01'],
      ['2.31.1', '2030-02-01'],
      ['2.31.2', '2030-03-01'],
    ],
    [
      bugOf('crash', ['2.31.1'], { title: 'Restarts <b>often</b>, "always"', severity: 'critical' }),
      bugOf('slow', ['2.31.2'], { severity: 'low' }),
      bugOf('cve', ['2.31.2'], { severity: 'medium', cves: ['CVE-2030-1234'], impact: 'security' }),
    ],
  ),
  support: [supportOf('2.31', { standardEnds: '2030-04-30' })],
};
const TODAY = '2030-05-01';

function terraform(version: string, before = ''): string {
  return `${before}resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.${version}"\n}\n`;
}

async function scanOf(t: TestContext, version: string, before = '') {
  const inventory = await scanFiles(t, { 'live/my db.tf': terraform(version, before) });
  const findings = findingsOf(CATALOGUE, inventory, { today: TODAY, config: EMPTY_CONFIG });
  return { catalogue: CATALOGUE, inventory, findings, problems: [], paths: NO_ROOTS };
}

function logOf(findings: readonly Finding[]) {
  return readSarif(
    sarif(findings, { language: 'en', version: '1.2.3', bugs: CATALOGUE.bugs, inRepository: String }),
  );
}

describe('SARIF', () => {
  test('follows the standard, and has no result of level error', async (t) => {
    const { rules, results } = logOf((await scanOf(t, '2.31.0')).findings);
    const ids = ['known-bugs', 'known-cves/medium'];
    assert.deepEqual(
      results.map(({ ruleId }) => ruleId),
      ids,
    );
    assert.ok(results.every(({ level }) => level === 'warning' || level === 'note'));
    assert.equal(results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri, 'live/my%20db.tf');
    const scores = rules.map(({ id, properties }) => [id, properties['security-severity']]);
    assert.deepEqual(scores, [
      ['known-bugs', undefined],
      ['known-cves/medium', '4.0'],
    ]);
  });

  test('keeps fingerprints when lines move or bugs are added, and changes them with the version', async (t) => {
    const prints = async (version: string, before = '') =>
      logOf((await scanOf(t, version, before)).findings).results.map((result) => result.partialFingerprints);
    const first = await prints('2.31.0');
    assert.deepEqual(await prints('2.31.0', '# a comment\n\n'), first);
    assert.notDeepEqual((await prints('2.31.1'))[0], first[0]);
    assert.equal(new Set(first.map((each) => JSON.stringify(each))).size, first.length);
  });

  test('contains the reason of a suppression, and no file for findings of an account', async (t) => {
    const { findings } = await scanOf(t, '2.31.0');
    const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';
    const suppressed = findings.map((finding) => ({
      ...finding,
      location: { account: '123456789012', region: 'eu-west-1', arn },
      suppressed: { by: 'x', reason: 'known to us', until: null },
    }));
    const { results } = logOf(suppressed);
    assert.ok(results.every(({ suppressions }) => suppressions?.[0]?.justification === 'known to us'));
    assert.ok(results.every(({ suppressions }) => suppressions?.[0]?.kind === 'external'));
    const inSource = { by: 'live/my db.tf', reason: 'known to us', until: null };
    const beside = logOf(findings.map((finding) => ({ ...finding, suppressed: inSource })));
    assert.ok(beside.results.every(({ suppressions }) => suppressions?.[0]?.kind === 'inSource'));
  });
});

test('JUnit fails cases from a severity on, skips suppressed ones and escapes any text', async (t) => {
  const { findings } = await scanOf(t, '2.31.0');
  const [bugs] = findings;
  assert.ok(bugs !== undefined);
  const quiet = { ...bugs, suppressed: { by: 'x', reason: 'a & b\u0001', until: null } };
  const xml = junit([bugs, quiet, { ...bugs, severity: 'low' }], 'high', 'en');
  assert.match(
    xml,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="Errata Lens" tests="3" failures="1" errors="0" skipped="1">/,
  );
  assert.match(xml, /<skipped message="a &amp; b\\u0001"\/>/);
  assert.doesNotMatch(xml, /<b>|\u0001/);
  assert.equal(xml.match(/<testcase /g)?.length, xml.match(/<\/testcase>/g)?.length);
});

test('CSV and JSON lines have one line for each finding', async (t) => {
  const findings = [...(await scanOf(t, '2.31.0')).findings, ...(await scanOf(t, '2.31.1')).findings];
  const lines = scanJsonLines(findings, 'en').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as Finding).ruleId),
    ['known-bugs', 'known-bugs'],
  );
  const csv = scanCsv(findings, 'ja');
  assert.match(csv, /^rule,severity,.*\r\n(known-bugs,.*\r\n){2}$/);
  assert.ok(csv.includes('""') || !csv.includes('"always"'));
});

test('Markdown is a table of escaped text', async (t) => {
  const result = await scanOf(t, '2.31.0');
  const markdown = scanMarkdown(result, 'en');
  assert.match(markdown, /^\| critical \| Aurora MySQL 2\.31\.0/m);
  assert.doesNotMatch(markdown, /<b>/);
  assert.match(scanMarkdown({ ...result, findings: [] }, 'en'), /No known problems/);
  const strange = result.findings.map((finding) => ({ ...finding, helpUri: 'https://example.org/' }));
  assert.match(markdown, /→/);
  assert.doesNotMatch(scanMarkdown({ ...result, findings: strange }, 'en'), /→/, 'an arrow is a link');
});

describe('bugs of a contained upstream', () => {
  const upstream = { name: 'PostgreSQL', from: '16.7', to: '16.9', listed: 12, urgent: 3 };
  const resultOf = async (t: TestContext, own: Partial<NonNullable<BugDetails['upstream']>>) => {
    const result = await scanOf(t, '2.31.0');
    const withUpstream = result.findings.map((finding) => ({
      ...finding,
      bugs: finding.bugs && { ...finding.bugs, upstream: { ...upstream, ...own } },
    }));
    return { ...result, findings: withUpstream };
  };

  test('have a column of the table, with the features that are off', async (t) => {
    const markdown = scanMarkdown(await resultOf(t, { off: 2 }), 'en');
    assert.match(markdown, /^\| Severity \| Finding \| PostgreSQL's bugs \| Place \|$/m);
    assert.match(
      markdown,
      /\| and 12 of PostgreSQL 16\.7 to 16\.9, 3 urgent \(2 need features that are off here\) \|/,
    );
    assert.doesNotMatch(scanMarkdown(await scanOf(t, '2.31.0'), 'en'), /PostgreSQL/);
  });

  test('have columns of CSV, which state if they are among the counts', async (t) => {
    assert.match(scanCsv((await resultOf(t, {})).findings, 'en'), /,12,3,apart,\r\n$/);
    assert.match(scanCsv((await resultOf(t, { included: true })).findings, 'en'), /,12,3,included,\r\n$/);
    assert.match(scanCsv((await scanOf(t, '2.31.0')).findings, 'en'), /,,,,\r\n$/);
    const filter = { severity: 'high' } as const;
    assert.match(scanCsv((await scanOf(t, '2.31.0')).findings, 'en', filter), /,,,,severity=high\r\n$/);
  });

  test('have a filter in HTML, in both languages, below the title', async (t) => {
    const result = await resultOf(t, {});
    assert.match(
      scanHtml(result, 'en'),
      /<\/h1><p class="filter"><label><input type="checkbox" id="only-upstream"> Only versions with bugs of PostgreSQL \(1 row\)</,
    );
    assert.match(scanHtml(result, 'ja'), /PostgreSQL の不具合があるバージョンのみ表示（1 行）/);
    assert.doesNotMatch(scanHtml(await scanOf(t, '2.31.0'), 'en'), /<input/);
  });
});

test('counts unknown versions separately, and has rows for them in every format', async (t) => {
  const inventory = await scanFiles(t, {
    'live/main.tf': terraform('2.31.0'),
    'live/open.tf':
      'variable "v" {}\nresource "aws_rds_cluster" "b" {\n  engine = "aurora-mysql"\n  engine_version = var.v\n}\n',
    Dockerfile: 'FROM amazonlinux:2023\n',
  });
  const findings = findingsOf(CATALOGUE, inventory, { today: TODAY, config: EMPTY_CONFIG });
  const result = { catalogue: CATALOGUE, inventory, findings, problems: [], paths: NO_ROOTS };
  const markdown = scanMarkdown(result, 'en');
  assert.match(markdown, /^1 finding \(1 serious\); 2 versions unknown\.$/m);
  const [, ofFindings = '', ofUnknown = ''] = markdown.split(/^\| (?:Severity|Version unknown) .*\n/m);
  assert.match(ofFindings, /Aurora MySQL 2\.31\.0/);
  assert.match(
    ofUnknown,
    /aws_rds_cluster\.b[\s\S]*Amazon Linux 2023|Amazon Linux 2023[\s\S]*aws_rds_cluster\.b/,
  );
  const without = findings.filter(({ ruleId }) => ruleId !== 'known-bugs');
  assert.match(scanMarkdown({ ...result, findings: without }, 'en'), /^No findings; 2 versions unknown\.$/m);
  assert.match(scanMarkdown({ ...result, findings: without }, 'ja'), /^指摘なし、バージョン不明 2 件。$/m);
  assert.match(scanMarkdown({ ...result, findings: [] }, 'en'), /2 versions unknown/, 'suppressed ones too');
  assert.match(junit(findings, 'low', 'en'), /tests="3" failures="1" errors="0" skipped="2"/);
  assert.deepEqual(
    logOf(findings)
      .results.filter(({ ruleId }) => /unknown|floating/.test(ruleId))
      .map(({ level }) => level),
    ['note', 'note'],
  );
});

describe('comparison with an earlier scan', () => {
  test('reads its own JSON back, and rejects anything else', async (t) => {
    const result = await scanOf(t, '2.31.0');
    const read = readScanJson(JSON.stringify(scanJson(result, 'en')));
    assert.deepEqual(
      read?.assets.map(({ id, version }) => [id, version]),
      [['live/my db.tf#aws_rds_cluster.main', '2.31.0']],
    );
    assert.deepEqual(
      read.findings.map(({ ruleId, alsoRules }) => [ruleId, alsoRules]),
      [['known-bugs', ['end-of-support']]],
    );
    for (const bad of ['', '{', '[]', '{"schemaVersion": 2, "assets": [], "findings": []}']) {
      assert.equal(readScanJson(bad), null);
    }
    const odd = { schemaVersion: 1, assets: [{ id: 5 }, null], findings: [{ ruleId: 'known-bugs' }] };
    assert.deepEqual(readScanJson(JSON.stringify(odd)), { assets: [], findings: [] });
  });

  test('returns only findings that got worse', async (t) => {
    const [old, same, worse] = [
      await scanOf(t, '2.31.1'),
      await scanOf(t, '2.31.1', '\n'),
      await scanOf(t, '2.31.0'),
    ];
    assert.deepEqual(worseThan(same.findings, old.findings), []);
    assert.deepEqual(
      worseThan(worse.findings, old.findings).map(({ ruleId }) => ruleId),
      ['known-bugs'],
    );
    assert.deepEqual(worseThan(old.findings, worse.findings), []);
    assert.equal(worseThan(old.findings, []).length, old.findings.length);
  });

  test('the comment for a pull request lists the bugs that a change fixes, keeps and adds', async (t) => {
    const before = await scanOf(t, '2.31.0');
    const now = await scanOf(t, '2.31.1');
    const changes = versionChanges(CATALOGUE, before.inventory.assets, now.inventory.assets);
    const [change] = changes;
    const ids = (matches: readonly BugMatch[]) => matches.map(({ bug }) => bug.id).sort();
    assert.ok(change !== undefined);
    assert.deepEqual(
      [ids(change.clears), ids(change.leaves), ids(change.brings)],
      [['crash'], ['cve', 'slow'], []],
    );
    const comment = changeMarkdown(changes, CATALOGUE, 'en');
    assert.match(comment, /Fixes 1 known bug; 2 stay, 0 undetermined\. New there: 0\./);
    assert.doesNotMatch(comment, /<b>/);
    const back = versionChanges(CATALOGUE, now.inventory.assets, before.inventory.assets);
    assert.deepEqual(ids(back[0]?.brings ?? []), ['crash']);
    const older = { ...CATALOGUE, readOn: { 'aurora-mysql': '2020-01-02T00:00:00Z' } };
    assert.match(changeMarkdown(changes, older, 'en'), /Notes as of 2020-01-02/);
    assert.match(changeMarkdown([], CATALOGUE, 'ja'), /バージョンの変更はありません/);
  });
});
