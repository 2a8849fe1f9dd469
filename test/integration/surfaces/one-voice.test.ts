import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { createAnalyser } from '../../../src/extension/worker/analyser.ts';
import { bugsView } from '../../../src/extension/versions/view.ts';
import { isSystem } from '../../../src/products/index.ts';
import { upgradeMarkdown } from '../../../src/report/index.ts';
import { ROOT } from '../../support/command-line/cli.ts';
import { runSharedCli, cliJson } from '../../support/command-line/one-cli.ts';
import { ASSETS, VERSIONS } from '../../support/command-line/agreement-cases.ts';
import { siteData, sitePage } from '../../support/surfaces/site-page.ts';
import {
  AdviceJson,
  CountsJson,
  voiceOfJson,
  voiceOfWords,
  type Voice,
} from '../../support/surfaces/voices.ts';
import { writeFiles } from '../../support/workspace.ts';

const Step = z
  .object({ version: z.string(), path: z.array(z.string()), when: z.string(), before: z.string().nullable() })
  .nullable();
const Advice = z.object({ stay: z.boolean(), now: Step, destination: Step, reason: z.string() }).nullable();
const OfVersion = z
  .object({
    scope: z.literal('version'),
    listed: z.int(),
    urgent: z.int(),
    ordinary: z.int(),
    minor: z.int(),
    undetermined: z.int(),
  })
  .nullable();
const OfAsset = z.object({
  scope: z.literal('asset'),
  listed: z.int(),
  off: z.int(),
  recorded: z.int(),
  apply: z.int(),
  urgent: z.int(),
  ordinary: z.int(),
  minor: z.int(),
});
const Target = z.object({
  version: z.string(),
  counts: z.object({
    fixed: z.int(),
    stays: z.int(),
    undetermined: z.int(),
    new: z.int(),
    undeterminedThere: z.int(),
  }),
});
const Upgrade = z.object({ advice: Advice, counts: OfVersion, targets: z.array(Target) });
const Upstream = z.object({
  included: z.boolean().optional(),
  listed: z.int(),
  urgent: z.int(),
  undetermined: z.int(),
});
const Bugs = z.object({
  counts: OfVersion,
  undetermined: z.int().optional(),
  upstream: Upstream.nullable().default(null),
});
const Known = z.object({ counts: OfVersion, upstream: Upstream.nullable(), total: z.int().nullable() });
/** Advice and counts of a version, as sentences contain them. */
const Spoken = z
  .object({ advice: AdviceJson, counts: CountsJson })
  .transform(({ advice, counts }) => voiceOfJson(advice, counts));
const ScannedPins = z.object({
  findings: z.array(
    z.object({
      counts: OfAsset,
      upstream: z.object({ listed: z.int(), off: z.int().optional() }).optional(),
    }),
  ),
});
const AskedTarget = z.object({
  version: z.string(),
  clears: z.int(),
  remains: z.int(),
  undetermined: z.int(),
  brings: z.int(),
  undeterminedThere: z.int(),
});

describe('the same advice on all surfaces', () => {
  let folder = '';
  let client: Client;
  let analyser: ReturnType<typeof createAnalyser>;
  const seen: (string | null)[] = [];

  const SiteData = z.object({
    releases: z.array(
      z.object({ product: z.string(), version: z.string(), knownBugs: OfVersion, advice: Advice }),
    ),
  });

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'errata-lens-voice-'));
    writeFiles(path.join(folder, 'code'), ASSETS);
    writeFiles(path.join(folder, 'empty'), { 'README.md': '' });
    analyser = createAnalyser({ cacheFolder: path.join(folder, 'cache') });
    client = new Client({ name: 'test', version: '1' }, { capabilities: { roots: { listChanged: true } } });
    client.setRequestHandler('roots/list', () => ({
      // The first folder decides advice about versions. Its configuration is empty, as for the command line and the site.
      roots: ['empty', 'code'].map((name) => ({ uri: pathToFileURL(path.join(folder, name)).href })),
    }));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.join(ROOT, 'dist/cli.js'), 'mcp', '--cache-dir', path.join(folder, 'cache')],
      }),
    );
  });

  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function ask(name: string, asked: Record<string, unknown>): Promise<unknown> {
    const { structuredContent } = await client.callTool({ name, arguments: asked });
    return structuredContent;
  }

  for (const [product, version] of VERSIONS) {
    test(`${product} ${version}: every surface has the same advice and counts`, async () => {
      const upgrade = Upgrade.parse(await cliJson(['upgrade', product, version]));
      const bugs = await knownBugsOf(product, version);
      const asked = z
        .object({ advice: Advice, targets: z.array(AskedTarget) })
        .parse(await ask('upgrade_advice', { product, version }));
      const known = Known.parse(await ask('known_bugs', { product, version }));
      // site.test.ts holds that the command writes these.
      const [page] = SiteData.parse(await siteData(product, version)).releases;
      assert.ok(page);
      const inWindow = await analyser.upgradesOf(product, version, null, null);
      const bugsInWindow = await analyser.bugsOf(product, version, null, null);
      assert.deepEqual(asked.advice, upgrade.advice);
      assert.deepEqual(page.advice, upgrade.advice);
      const counted = bugs.counts === null ? [] : [bugsInWindow.counts];
      for (const counts of [known.counts, page.knownBugs, ...counted]) assert.deepEqual(counts, bugs.counts);
      if (bugs.counts !== null) assert.deepEqual(inWindow.advice?.counts, upgrade.counts);
      assert.deepEqual(totalsOf(upgrade.counts), totalsOf(bugs.counts));
      assert.deepEqual(totalsOf(known.upstream), totalsOf(bugs.upstream));
      if (bugs.counts !== null) {
        const { listed, undetermined } = bugs.counts;
        assert.equal(known.total, listed);
        const panel = bugsView(bugsInWindow, version, 'en');
        assert.equal(panel.bugs.length, listed);
        const apart = bugs.upstream?.included === true ? undefined : bugs.upstream?.listed;
        assert.equal(panel.upstream?.bugs.length, apart);
        assert.equal(bugs.undetermined ?? undetermined, undetermined);
      }
      for (const [i, { counts }] of upgrade.targets.entries()) {
        const { fixed, stays, undetermined } = counts;
        const isOfSameSystem = !isSystem(product) || fixed + stays > 0;
        if (isOfSameSystem && upgrade.counts !== null)
          assert.equal(fixed + stays + undetermined, upgrade.counts.listed);
        const { clears, remains, brings, ...open } = asked.targets[i] ?? assert.fail(version);
        assert.deepEqual(
          { fixed: clears, stays: remains, new: brings, ...open },
          { ...counts, version: upgrade.targets[i]?.version },
        );
      }
    });

    test(`${product} ${version}: the documents contain the advice in the words of the command, and its numbers`, async () => {
      const { stdout } = await runSharedCli(['upgrade', product, version]);
      const truth = Spoken.parse(await cliJson(['upgrade', product, version]));
      assertVoice(stdout, truth);
      const { counts } = voiceOfWords((await runSharedCli(['bugs', product, version])).stdout);
      assert.ok(counts === null || counts === truth.counts, `${counts ?? ''} is not ${truth.counts ?? ''}`);
      const [, head = ''] =
        /: (upgrade to .*|stay on this version|no upgrade to recommend)\.\n/.exec(stdout) ?? [];
      assert.notEqual(head, '', stdout);
      const inWindow = upgradeMarkdown(await analyser.upgradesOf(product, version, null, null), 'en');
      assert.ok(inWindow.toLowerCase().includes(head.toLowerCase()), inWindow.slice(0, 900));
      if (head.startsWith('no')) return;
      const release = await sitePage(product, version);
      assert.ok(release.toLowerCase().includes(head.toLowerCase()), head);
      assertVoice(release.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '), truth);
      if (head.startsWith('stay')) return;
      const empty = path.join(folder, 'empty');
      const named = `${product} ${version}`;
      const brief = await runSharedCli(['brief', empty, '--from', named, '--format', 'markdown']);
      assert.ok(brief.stdout.includes(head), `${head}\n${brief.stdout.slice(0, 900)}`);
      assertVoice(brief.stdout, truth);
    });
  }

  test('scan, SARIF and assistants have the same advice about six assets, and their counts add up', async () => {
    const code = path.join(folder, 'code');
    const { findings } = z
      .object({
        findings: z.array(
          z.object({
            ruleId: z.string(),
            message: z.string(),
            assetId: z.string(),
            advice: Advice.optional(),
            counts: OfAsset.optional(),
          }),
        ),
      })
      .parse(await cliJson(['scan', code]));
    const advised = findings.filter(({ advice }) => advice !== undefined && advice !== null);
    assert.equal(advised.length, 6);
    // Fixes of Amazon Linux 2023 are not listed: it has advice, and no number.
    assert.equal(advised.filter(({ counts }) => counts !== undefined).length, 5);
    for (const { counts, message } of advised) {
      if (counts === undefined) continue;
      const { apply, listed, off, recorded, urgent, ordinary, minor } = counts;
      assert.equal(apply, listed - off + recorded, message);
      assert.equal(urgent + ordinary + minor, apply, message);
    }
    const countsOf = (name: string) =>
      advised.find(({ assetId }) => assetId.includes(`aws_rds_cluster.${name}`))?.counts ?? assert.fail(name);
    assert.ok(countsOf('off').off > 0);
    assert.equal(countsOf('recorded').recorded, 1);

    const log = z
      .object({
        runs: z.array(
          z.object({
            results: z.array(
              z.object({
                message: z.object({ text: z.string() }),
                properties: z.object({ advice: Advice.optional() }),
              }),
            ),
          }),
        ),
      })
      .parse(JSON.parse((await runSharedCli(['scan', code, '--format', 'sarif'])).stdout));
    const results = log.runs[0]?.results ?? [];
    const asked = z
      .object({
        findings: z.array(z.object({ message: z.string(), advice: Advice, urgent: z.int().nullable() })),
      })
      .parse(await ask('scan_workspace', {}));
    for (const { message, advice, counts } of advised) {
      assert.deepEqual(
        results.find((result) => result.message.text === message)?.properties.advice,
        advice,
        message,
      );
      const row = asked.findings.find((each) => each.message === message);
      assert.deepEqual([row?.advice, row?.urgent], [advice, counts?.urgent ?? null], message);
    }
  });

  for (const [product, version, pin] of [
    ['rds-postgresql', '16.6', 'resource "aws_db_instance" "x" {\n  engine = "postgres"'],
    ['aurora-postgresql', '16.6', 'resource "aws_rds_cluster" "x" {\n  engine = "aurora-postgresql"'],
    ['aurora-mysql', '2.11.1', 'resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"'],
  ] as const) {
    test(`a scan of ${product} ${version} states the number of listed bugs, and why fewer apply`, async () => {
      const code = path.join(folder, 'pins', product);
      const written = product === 'aurora-mysql' ? `5.7.mysql_aurora.${version}` : version;
      writeFiles(code, { 'main.tf': `${pin}\n  engine_version = "${written}"\n}\n` });
      const { counts, upstream } = await knownBugsOf(product, version);
      const { findings } = ScannedPins.parse(await cliJson(['scan', code]));
      const [finding] = findings;
      assert.ok(finding && counts);
      const { listed, off, apply } = finding.counts;
      assert.equal(listed, counts.listed);
      assert.ok(off > 0);
      assert.equal(apply, listed - off);
      const why = `${listed} listed; ${off} need features that are off here`;
      for (const more of [[], ['--verbose']])
        assert.ok((await runSharedCli(['scan', code, ...more])).stdout.includes(why), why);
      assert.match(
        (await runSharedCli(['bugs', product, version])).stdout,
        new RegExp(
          `: ${listed} known bugs listed, [^]*a scan leaves out those that need features which are off`,
        ),
      );
      const isApart = upstream !== null && upstream.included !== true;
      if (isApart)
        assert.equal((finding.upstream?.listed ?? 0) + (finding.upstream?.off ?? 0), upstream.listed);
    });
  }

  test('applies the advice policy of a team on the command line, for assistants, in the brief and in the scan', async () => {
    const policy = { 'README.md': '', 'pg.tf': PINNED };
    for (const [name, text] of [
      ['plain', ''],
      ['lts', 'prefer: lts\n'],
      ['patient', 'soak-days: 200\n'],
    ] as const) {
      const code = path.join(folder, 'code', name);
      writeFiles(code, { ...policy, ...(text !== '' && { '.errata-lens.yaml': text }) });
      const config = text === '' ? [] : ['--config', path.join(code, '.errata-lens.yaml')];
      const asked = { product: 'aurora-postgresql', version: '15.4', path: name };
      const { advice } = Upgrade.parse(await cliJson(['upgrade', asked.product, asked.version, ...config]));
      const ofAssistants = z.object({ advice: Advice }).parse(await ask('upgrade_advice', asked));
      const ofScan = z
        .object({ findings: z.array(z.object({ advice: Advice })) })
        .parse(await ask('scan_workspace', { path: name }));
      assert.deepEqual(ofAssistants.advice, advice, name);
      assert.deepEqual(stepsOf(ofScan.findings[0]?.advice ?? null), stepsOf(advice), name);
      seen.push(advice?.now?.version ?? null);
    }
    // Each policy leads to another answer: most fixes, the long-term version, and none that is old enough.
    assert.equal(new Set(seen).size, 3, String(seen));
  });
});

/** Known bugs of a version on the command line. */
async function knownBugsOf(product: string, version: string): Promise<z.infer<typeof Bugs>> {
  return Bugs.parse(await cliJson(['bugs', product, version]));
}

/** Totals that every surface states. */
function totalsOf(counts: z.infer<typeof OfVersion> | z.infer<typeof Upstream> | null): unknown {
  return counts && [counts.listed, counts.urgent, counts.undetermined];
}

/** Asserts that the sentences of a document contain no other advice and numbers than these. */
function assertVoice(words: string, truth: Voice): void {
  const { advice, counts } = voiceOfWords(words);
  assert.deepEqual({ advice: advice ?? truth.advice, counts: counts ?? truth.counts }, truth);
}

const PINNED =
  'resource "aws_rds_cluster" "pg" {\n  engine = "aurora-postgresql"\n  engine_version = "15.4"\n}\n';

function stepsOf(advice: z.infer<typeof Advice>): unknown {
  return [advice?.stay, advice?.now?.version, advice?.destination?.version];
}
