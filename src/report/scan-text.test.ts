import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf, foldFindings, LOOP_RULE } from '../analysis/index.ts';
import { text } from '../l10n/index.ts';
import { createPaint, NO_ROOTS, scanJson, scanText } from './index.ts';
import { displayWidth } from './terminal/wrap.ts';
import { bugOf, catalogueOf, supportOf } from '../../test/support/catalogue/catalogue.ts';
import { osReleaseOf } from '../../test/support/catalogue/os-catalogue.ts';
import { scanFiles } from '../../test/support/workspace.ts';

const AL2 = 'amazon-linux-2';
const CATALOGUE = {
  ...catalogueOf(
    [
      ['2.30.0', '2029-01-01'],
      ['2.31.0', '2030-01-01'],
      ['2.31.1', '2030-02-01'],
    ],
    [
      bugOf('crash', ['2.31.1'], { severity: 'critical', impact: 'data' }),
      bugOf('login', ['2.31.1'], { severity: 'critical', impact: 'data', features: ['iam-auth'] }),
      bugOf('old', ['2.31.0'], { severity: 'low' }),
    ],
  ),
  calendarReadOn: '2030-04-01',
  support: [
    supportOf('2', { standardEnds: '2030-04-30' }),
    supportOf('2.31', { standardEnds: '2030-04-30' }),
    supportOf('', { product: AL2, scope: AL2, standardEnds: '2030-04-01' }),
  ],
};
const cluster = (version: string, more = ''): string =>
  `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.${version}"\n${more}}\n`;

const OPTIONS: Parameters<typeof scanText>[1] = {
  language: 'en',
  paint: createPaint(false),
  today: '2030-05-01',
  width: null,
  verbose: false,
  limit: 30,
  groupBy: 'version',
};

interface ScanJson {
  assets: { version: string; inUse: string }[];
  findings: { ruleId: string; message: string; urgent?: number; ordinary?: number; minor?: number }[];
}

async function shown(
  t: TestContext,
  files: Record<string, string>,
  options: Partial<Parameters<typeof scanText>[1]> = {},
) {
  const inventory = await scanFiles(t, files);
  const each = findingsOf(CATALOGUE, inventory, { today: '2030-05-01' });
  const findings = foldFindings(each, inventory.assets);
  const result = { catalogue: CATALOGUE, inventory, findings, problems: [], paths: NO_ROOTS };
  const parts = scanText(result, { ...OPTIONS, ...options });
  return {
    lines: [...parts].join('').trimEnd().split('\n'),
    json: JSON.parse(JSON.stringify(scanJson(result, 'en'))) as ScanJson,
  };
}

test('fits 80 columns with all details and in Japanese, except for addresses', async (t) => {
  const files = {
    'a.tf': cluster('2.30.0'),
    'modules/databases/production/main.tf': cluster('2.30.0').replace('"a"', '"b"'),
    'image.tf':
      'data "aws_ami" "a" {\n  filter {\n    name = "name"\n    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]\n  }\n}\n',
  };
  for (const language of ['en', 'ja'] as const) {
    for (const verbose of [false, true]) {
      const { lines } = await shown(t, files, { language, verbose, width: 80 });
      for (const line of lines.filter((each) => !/^ *https:/.test(each)))
        assert.ok(displayWidth(line) <= 80, line);
    }
  }
});

/** Minimum and maximum of a number: `12`, `9–12`. */
const bounds = (cell: string | undefined): number[] => {
  const numbers = (cell ?? '').split('–').map(Number);
  return [Math.min(...numbers), Math.max(...numbers)];
};

test('has one row for a version whatever its settings, with the numbers of the JSON', async (t) => {
  const off = '  iam_database_authentication_enabled = false\n';
  const on = '  iam_database_authentication_enabled = true\n';
  const { lines, json } = await shown(t, {
    'one/main.tf': cluster('2.31.0', on),
    'two/main.tf': cluster('2.31.0', off),
    'three/main.tf': cluster('2.30.0', on),
  });
  const findings = json.findings.filter(({ ruleId }) => ruleId === 'known-bugs');
  for (const version of ['2.31.0', '2.30.0']) {
    const rows = lines.filter((line) => line.startsWith(`Aurora MySQL ${version}`));
    assert.equal(rows.length, 1, lines.join('\n'));
    const counts = lines
      .slice(lines.indexOf(rows[0] ?? ''))
      .find((line) => / urgent known bugs, /.test(line));
    const [, urgent, all] = /^ {2}(\S+) urgent known bugs, (\S+) in all\./.exec(counts ?? '') ?? [];
    const own = findings.filter(({ message }) => message.includes(version));
    assert.ok(own.length > 0);
    const ofUrgent = own.map((each) => each.urgent ?? 0);
    const totals = own.map((each) => (each.urgent ?? 0) + (each.ordinary ?? 0) + (each.minor ?? 0));
    assert.deepEqual(bounds(urgent), [Math.min(...ofUrgent), Math.max(...ofUrgent)]);
    assert.deepEqual(bounds(all), [Math.min(...totals), Math.max(...totals)]);
  }
  assert.match(lines.join('\n'), /\d–\d urgent known bugs/, 'the settings differ');
});

test('shows ended support for a version that has left the calendar', async (t) => {
  const { lines, json } = await shown(t, { 'main.tf': cluster('2.30.0') });
  assert.match(lines[0] ?? '', /^Aurora MySQL 2\.30\.0 {2}Standard support ended$/);
  const [finding] = json.findings;
  assert.match(
    finding?.message ?? '',
    /^Aurora MySQL 2\.30\.0: .*\. 2\.30 is no longer in the vendor's release calendar/,
  );
});

test('prints a common beginning of several sentences once', async (t) => {
  const { lines } = await shown(t, {
    'one/Dockerfile': 'FROM amazonlinux:2\n',
    'two/main.tf': `data "aws_ssm_parameter" "image" {\n  name = "/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2"\n}\n`,
  });
  const text = lines.join('\n');
  assert.equal(text.match(/reached end of support/g)?.length, 1, text);
  assert.match(
    text,
    /^Amazon Linux 2, version unknown\n {2}Amazon Linux 2 reached end of support on 2030-04-01 \(30 days ago\)\.\n {2}one\/Dockerfile/m,
  );
  assert.match(
    text,
    /^ {2}two\/main\.tf\S+\n {2}data\.aws_ssm_parameter\.image: \/aws\/service\/\S+ means the newest image .* Pin an image/m,
  );
});

test('only counts versions that may not be in use, and has rows for incomplete versions', async (t) => {
  const files = {
    'open/Dockerfile': 'FROM amazonlinux:2023\n',
    'examples/Dockerfile': 'FROM amazonlinux:2\n',
    'images.yaml':
      'images:\n  first: amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2\n  second: al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64\n',
  };
  const textIn = async (language: 'en' | 'ja') => (await shown(t, files, { language })).lines.join('\n');
  const english = await textIn('en');
  assert.match(english, /^\d hints? \(may not run, an example, no known database\): --verbose/m);
  assert.match(english, /^Amazon Linux 2023, version unknown\n {2}open\/Dockerfile:1:\d+\n/m);
  assert.match(english, /^2 hints /m);
  assert.match(english, /means the newest image whenever it is used, not one release\. Pin an image/);
  assert.match(english, /^4 assets, no findings; 2 versions unknown\. Notes/m);
  const japanese = await textIn('ja');
  assert.match(japanese, /使われない可能性・例・データベース不明のヒント \d 件/);
  assert.match(japanese, /^Amazon Linux 2023、バージョン不明/m);
});

test('has one row for each group that can be replaced in a loop, with the reason under --verbose', async (t) => {
  const loop = (group: string) =>
    text('loop.message', {
      ...{ group, path: text('loop.path.unknown'), grace: null, lost: [], kept: [], version: null, open: [] },
      first: text('loop.first.fix'),
    });
  const inventory = await scanFiles(t, { 'main.tf': cluster('2.31.0') });
  const [any] = findingsOf(CATALOGUE, inventory, { today: '2030-05-01' });
  assert.ok(any !== undefined);
  const findings = ['web', 'api-workers'].map((group) => ({
    ...any,
    ruleId: LOOP_RULE,
    bugs: null,
    bugIds: [],
    message: loop(group),
  }));
  const result = { catalogue: CATALOGUE, inventory, findings, problems: [], paths: NO_ROOTS };
  const textWith = (more: Partial<typeof OPTIONS>) => [...scanText(result, { ...OPTIONS, ...more })].join('');
  assert.match(
    textWith({}),
    /^Auto Scaling groups that can replace healthy instances in a loop:\n {2}web {10}main\.tf:3:21\n {2}api-workers {2}main\.tf:3:21\n\n/m,
  );
  assert.match(textWith({ language: 'ja' }), /Auto Scaling グループ:\n {2}web {10}main\.tf:3:21\n/);
  assert.doesNotMatch(textWith({}), /Fix first/);
  assert.match(textWith({ verbose: true }), /Group web can replace healthy instances .* Fix first: /);
});

test('advises a release of the same system, and the next system once support has ended', async (t) => {
  const releases = ['2.0.20300101.0', '2.0.20300301.0', '2023.30.20300301'].map((version) =>
    osReleaseOf(version, []),
  );
  const catalogue = { ...CATALOGUE, releases: [...CATALOGUE.releases, ...releases] };
  const files = { Dockerfile: 'FROM amazonlinux:2.0.20300101.0\n' };
  const inventory = await scanFiles(t, files);
  const textOn = (today: string, language: 'en' | 'ja'): string => {
    const findings = foldFindings(findingsOf(catalogue, inventory, { today }), inventory.assets);
    const result = { catalogue, inventory, findings, problems: [], paths: NO_ROOTS };
    return [...scanText(result, { ...OPTIONS, today, language, verbose: true })].join('');
  };
  const ended = textOn('2030-05-01', 'en');
  assert.match(ended, /Next: 2\.0\.20300301\.0\. Move to Amazon Linux 2023 now\./);
  assert.match(
    ended,
    /Upgrade to Amazon Linux 2 2\.0\.20300301\.0 with the next maintenance, and to Amazon Linux 2023 /,
  );
  assert.match(
    textOn('2030-05-01', 'ja'),
    /次の一手: 2\.0\.20300301\.0。Amazon Linux 2023 にすぐ移行してください。/,
  );
});

test('ends with the age of the notes about scanned products, unless a past day is requested', async (t) => {
  const inventory = await scanFiles(t, { 'a.tf': cluster('2.31.1') });
  const lastLine = (more: { calendarReadOn?: string }, language: 'en' | 'ja') => {
    const readOn = { 'aurora-mysql': '2026-11-01T00:00:00Z' };
    const catalogue = { ...catalogueOf([]), readOn, ...more };
    const result = { catalogue, inventory, findings: [], problems: [], paths: NO_ROOTS };
    return [...scanText(result, { ...OPTIONS, today: '2026-11-21', language })].join('');
  };
  assert.match(lastLine({}, 'en'), /Notes as of 2026-11-01 \(embedded snapshot, 20 days old\)/);
  assert.match(
    lastLine({ calendarReadOn: '2026-11-20' }, 'en'),
    /Notes as of 2026-11-01 \(embedded snapshot\)/,
  );
  assert.doesNotMatch(lastLine({ calendarReadOn: '2026-11-20' }, 'ja'), /日経過/);
});

test('ignores a default that all callers of a module override', async (t) => {
  const files = {
    'modules/db/main.tf': `variable "release" { default = "5.7.mysql_aurora.2.30.0" }
resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = var.release
}
`,
    'live/main.tf': 'module "db" {\n  source  = "../modules/db"\n  release = "5.7.mysql_aurora.2.31.0"\n}\n',
  };
  const { lines, json } = await shown(t, files);
  assert.match(lines.join('\n'), /MySQL 2\.31\.0/);
  assert.doesNotMatch(lines.join('\n'), /2\.30\.0|modules/);
  assert.ok(lines.some((line) => line.startsWith('1 asset,')));
  assert.deepEqual(
    json.assets.map(({ version, inUse }) => `${version} ${inUse}`),
    ['2.31.0 yes', '2.30.0 no'],
  );
  const verbose = await shown(t, files, { verbose: true });
  assert.match(verbose.lines.join('\n'), /The default here, 2\.30\.0, is replaced/);
});
