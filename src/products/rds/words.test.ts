import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  casesNamed,
  changeBrief,
  findingsOf,
  incidentOf,
  supportPackOf,
  upgradeAnswer,
  versionsInUse,
  type ChangeBrief,
} from '../../analysis/index.ts';
import { EMPTY_CONFIG } from '../../config/index.ts';
import { LANGUAGES, say, type Language } from '../../l10n/index.ts';
import type { ProductId, Release, SupportPeriod } from '../../model/index.ts';
import {
  briefMarkdown,
  createPaint,
  incidentMarkdown,
  supportPackMarkdown,
  upgradeMarkdown,
  upgradeText,
} from '../../report/index.ts';
import { bugOf, catalogueOf, releaseOf, supportOf } from '../../../test/support/catalogue/catalogue.ts';
import { inventoryOf, rowsOf } from '../../../test/support/checks/checklist.ts';
import { productOf } from '../index.ts';

const DAY = '2026-11-27';
const POSTGRES = 'rds-postgresql';
const MYSQL = 'rds-mysql';

function release(product: ProductId, version: string, date: string): Release {
  const { line, branch } = productOf(product).versions;
  return releaseOf(version, date, { product, line: line(version), branch: branch(version) });
}

const period = (product: ProductId, scope: string, standardEnds: string): SupportPeriod => ({
  ...supportOf(scope, { standardEnds, extendedOffered: true }),
  product,
});

const CATALOGUE = {
  ...catalogueOf(
    [
      release(POSTGRES, '14.9', '2023-08-30'),
      release(POSTGRES, '14.22', '2026-08-20'),
      release(POSTGRES, '17.10', '2026-08-20'),
      release(MYSQL, '8.0.35', '2023-12-01'),
      release(MYSQL, '8.0.43', '2026-03-01'),
      release(MYSQL, '8.4.7', '2026-05-01'),
    ],
    [
      bugOf('aaaaaaaaaa', ['14.22'], {
        product: POSTGRES,
        impact: 'data',
        severity: 'critical',
        features: ['replicas'],
        traits: ['reader'],
      }),
      bugOf('bbbbbbbbbb', ['14.22'], { product: POSTGRES, features: ['ddl'] }),
      bugOf('cccccccccc', ['8.0.43'], { product: MYSQL, impact: 'data', severity: 'critical' }),
    ],
  ),
  support: [
    period(POSTGRES, '14', '2027-02-28'),
    period(POSTGRES, '14.22', '2027-02-28'),
    period(POSTGRES, '17', '2030-02-28'),
    period(POSTGRES, '17.10', '2027-09-30'),
    period(MYSQL, '8.0', '2026-07-31'),
    period(MYSQL, '8.4', '2029-07-31'),
    period(MYSQL, '8.4.7', '2027-09-30'),
  ],
};

const CODE = `resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  engine_version = "14.9"
}
resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = aws_db_instance.orders.identifier
}
resource "aws_db_instance" "shop" {
  identifier     = "shop"
  engine         = "mysql"
  engine_version = "8.0.35"
}
`;
const INVENTORY = inventoryOf('tf', CODE);

const VERSIONS = [
  { product: POSTGRES, from: '14.9', name: 'orders' },
  { product: MYSQL, from: '8.0.35', name: 'shop' },
] as const;

/** Sentences about the one thing of RDS that is a cluster, and addresses of pages and metrics. */
const OF_NO_DATABASE = /https?:\/\/[^\s)]+|Multi-AZ DB cluster|マルチ AZ DB クラスター/g;
const OF_AURORA: Record<Language, RegExp> = {
  en: /\b(?:clusters?|clones?|readers?|writers?|Aurora)\b/i,
  ja: /クラスター|クローン|リーダー|ライター|Aurora/,
};

function assertOfRds(words: string, language: Language): void {
  const found = words
    .replace(OF_NO_DATABASE, '')
    .split('\n')
    .filter((line) => OF_AURORA[language].test(line));
  assert.deepEqual(found, [], language);
}

function briefOf(product: ProductId, from: string, to?: string): ChangeBrief {
  const inUse = versionsInUse(CATALOGUE, INVENTORY, { today: DAY });
  const brief = changeBrief(CATALOGUE, INVENTORY, {
    today: DAY,
    product,
    from,
    config: EMPTY_CONFIG,
    assets: inUse.find((each) => each.product === product)?.assets ?? [],
    ...(to === undefined ? {} : { to }),
  });
  assert.ok('target' in brief);
  return brief;
}

for (const { product, from, name } of VERSIONS)
  describe(`texts about a database of ${product}`, () => {
    for (const language of LANGUAGES) {
      test(`name no part of Aurora in a change brief (${language})`, () => {
        const brief = briefMarkdown(briefOf(product, from), language);
        assertOfRds(brief, language);
        assert.match(brief, language === 'en' ? /Take a DB snapshot/ : /、DB スナップショットを取得/);
        assert.match(brief, language === 'en' ? /Upgrade a copy of production/ : /本番のコピーを/);
      });

      test(`name no part of Aurora in upgrade advice (${language})`, () => {
        const answer = upgradeAnswer(CATALOGUE, product, from, { day: DAY });
        const text = upgradeText(answer, { language, paint: createPaint(false), width: null });
        assertOfRds(text, language);
        assertOfRds(upgradeMarkdown(answer, language), language);
        assert.match(text, language === 'en' ? /blue\/green/ : /ブルー\/グリーン/);
      });

      test(`name no part of Aurora in findings and the checklist (${language})`, () => {
        const findings = findingsOf(CATALOGUE, INVENTORY, { today: DAY }).map(({ message }) => message);
        const rows = rowsOf(INVENTORY).flatMap(({ title, why, evidence, missing, care }) => [
          ...[title, why, evidence, ...missing],
          ...(care === null ? [] : [care]),
        ]);
        assert.ok(findings.length > 0 && rows.length > 50);
        assertOfRds([...findings, ...rows].map((message) => say(message, language)).join('\n'), language);
      });

      test(`name no part of Aurora during an incident (${language})`, () => {
        const [found] = casesNamed(INVENTORY, name);
        assert.ok(found);
        const options = { symptom: '', now: `${DAY}T18:00:00.000Z`, today: DAY };
        const style = { language, timeZone: 'UTC' };
        const incident = incidentOf(CATALOGUE, INVENTORY, found.subject, options);
        assertOfRds(incidentMarkdown(incident, style), language);
        assertOfRds(
          supportPackMarkdown(supportPackOf(CATALOGUE, INVENTORY, found, options), style),
          language,
        );
      });
    }
  });

describe('the test plan of a change brief', () => {
  test('reads replicas, and the log of the prechecks for a major version only', () => {
    const plan = (to: string): string =>
      briefMarkdown(briefOf(POSTGRES, '14.9', to), 'en')
        .split('## Test plan')[1]
        ?.split('\n## ')[0] ?? '';
    assert.match(plan('17.10'), /Read pg_upgrade_precheck\.log of the copy/);
    assert.doesNotMatch(plan('14.22'), /precheck/);
    assert.match(
      plan('14.22'),
      /replicas: read from each replica while its source works; watch ReplicaLag\./,
    );
  });

  test('comes with the requirements of a blue/green deployment for that step', () => {
    const page = (to: string): string => briefMarkdown(briefOf(POSTGRES, '14.9', to), 'en');
    assert.match(
      page('17.10'),
      /blue\/green deployment instead\n\n- Needs logical replication: .* and a reboot\./,
    );
    assert.match(page('14.22'), /blue\/green deployment instead\n\n- Needs automated backups/);
  });
});
