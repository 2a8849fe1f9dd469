import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import type { Catalogue, KnownBug, ProductId } from '../../../src/model/index.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const DOCS = 'docs.aws.amazon.com';
const GITHUB = 'raw.githubusercontent.com';
const CHANGELOG = `${GITHUB}/bottlerocket-os/bottlerocket/develop/CHANGELOG.md`;

function read(...parts: string[]): string {
  return readFileSync(sharedPath('docs-mirror', ...parts), 'utf8');
}

function textsOf(folder: string, name: RegExp): string[] {
  const files = readdirSync(sharedPath('docs-mirror', DOCS, folder)).filter((file) => name.test(file));
  return files.map((file) => read(DOCS, folder, file));
}

function found(pattern: RegExp, texts: readonly string[]): string[] {
  const all = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(all)].sort();
}

/** `3022` of a page's name is 3.02.2, `21201` is 2.12.1: only their number is compared. */
function pagesOfAuroraMysql(): string[] {
  const folder = readdirSync(sharedPath('docs-mirror', DOCS, 'AmazonRDS/latest/AuroraMySQLReleaseNotes'));
  return folder.filter((name) => /^AuroraMySQL\.Updates\.(?:[23]|84)\d{2,5}\.html$/.test(name));
}

describe('the embedded catalogue', { skip: needsShared }, () => {
  let catalogue: Catalogue;
  const versionsOf = (product: ProductId): string[] =>
    catalogue.releases.filter((release) => release.product === product).map(({ version }) => version);

  before(async () => {
    catalogue = await loadSnapshot();
  });

  test('has every release of Amazon Linux 2023 in the mirror, except for previews', () => {
    const texts = textsOf('linux/al2023/release-notes', /^(?:relnotes.*|document-history)\.md$/);
    const named = found(/\b(2023\.\d{1,2}\.20\d{6})(?!\d|rc)/g, texts);
    const previews = found(/\b(2023\.0\.20230\d{3})rc\d/g, texts);
    assert.deepEqual(
      versionsOf('amazon-linux-2023').sort(),
      named.filter((version) => !previews.includes(version)),
    );
  });

  test('has every release of Amazon Linux 2 in the mirror', () => {
    const pages = textsOf('AL2/latest/relnotes', /^relnotes-\d[\d-]*\.html$/);
    assert.equal(versionsOf('amazon-linux-2').length, pages.length);
  });

  test('has every release of Bottlerocket in the mirror', () => {
    assert.deepEqual(versionsOf('bottlerocket').sort(), found(/^# v ?(\d+\.\d+\.\d+)/gm, [read(CHANGELOG)]));
  });

  test('has every release of Aurora PostgreSQL in the mirror', () => {
    const page = read(DOCS, 'AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html');
    const headings = found(/<h[34][^>]*>Aurora PostgreSQL (\d+\.\d+(?:\.\d+)?),? /g, [page]);
    // Before PostgreSQL 10, Aurora numbered its releases differently; the catalogue does not use those numbers.
    const named = headings
      .filter((version) => Number.parseInt(version) >= 9)
      .map((version) => version.replace(/^(\d+\.\d+)\.0$/, '$1'));
    const known = new Set(versionsOf('aurora-postgresql'));
    assert.ok(named.includes('18.4.2') && named.length > 100, String(named.length));
    assert.deepEqual(
      named.filter((version) => !known.has(version)),
      [],
    );
  });

  test('has at least one release for each page of Aurora MySQL in the mirror', () => {
    const urls = new Set(catalogue.releases.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)));
    assert.deepEqual(
      pagesOfAuroraMysql().filter((name) => !urls.has(name)),
      [],
    );
  });

  test('has every image of EKS and ECS whose changelog names its source', () => {
    for (const [publisher, repository, heading] of [
      ['eks', 'awslabs/amazon-eks-ami', /^# (?=.*v20\d{6}\b)/m],
      ['ecs', 'aws/amazon-ecs-ami', /^## (?=20\d{6}$)/m],
    ] as const) {
      const sections = read(GITHUB, repository, 'main/CHANGELOG.md').split(heading).slice(1);
      const days = sections
        .filter((section) => /\b(?:al2023-ami|amzn2-ami)-[a-z-]*(?:2023|2)\./.test(section))
        .map((section) => /20\d{6}/.exec(section)?.[0] ?? '');
      const images = (catalogue.imageBases ?? []).filter((image) => image.publisher === publisher);
      const known = new Set(images.map(({ day }) => day.replaceAll('-', '')));
      assert.ok(days.length > 50, `${publisher} ${days.length}`);
      assert.deepEqual(
        days.filter((day) => !known.has(day)),
        [],
        publisher,
      );
    }
  });
});

describe('the embedded advisories of Bottlerocket', { skip: needsShared }, () => {
  const ADVISORY =
    /<id>([\w-]+)<\/id>[\s\S]*?\/bottlerocket-os\/(bottlerocket-\w+-kit)\/[^"]*\/advisories\/([\d.]+)\//g;

  /** First release with a version of a kit, by the lines of the changelog alone; `kit 2.7.0` came with 1.23.0. */
  function firstReleases(): (kit: string, version: string) => string | null | undefined {
    const sections = read(CHANGELOG)
      .split(/^# v ?(?=\d)/m)
      .slice(1)
      .reverse();
    const taken = sections.flatMap((section) => {
      const release = /^[\d.]+/.exec(section)?.[0] ?? '';
      const lines = section.matchAll(
        /^\* (?:Update|Add) `?(bottlerocket-\w+-kit)`?(?: from v?[\d.]+)?(?: to)? v?([\d.]+\d)/gm,
      );
      return [...lines].map(([, kit = '', version = '']) => ({ release, kit, version }));
    });
    taken.push({ release: '1.23.0', kit: 'bottlerocket-core-kit', version: '2.7.0' });
    return (kit, version) => {
      const own = taken.filter((each) => each.kit === kit).sort((a, b) => inOrder(a.release, b.release));
      const at = own.findIndex((each) => inOrder(each.version, version) >= 0);
      if (at === 0 && own[0]?.version !== version) return undefined;
      return own[at]?.release ?? null;
    };
  }

  test('name the first release with the fixed version of their kit', async () => {
    const { bugs } = await loadSnapshot();
    const known = new Map<string, KnownBug>(
      bugs.flatMap((bug) => (typeof bug.os?.advisory === 'string' ? [[bug.os.advisory, bug] as const] : [])),
    );
    const xml = gunzipSync(
      readFileSync(sharedPath('docs-mirror', 'advisories.bottlerocket.aws', 'updateinfo.xml.gz')),
    ).toString('utf8');
    const firstWith = firstReleases();
    const advisories = [...xml.matchAll(ADVISORY)];
    assert.ok(advisories.length > 600, String(advisories.length));
    const odd = advisories.flatMap(([, id = '', kit = '', version = '']) => {
      const expected = firstWith(kit, version);
      const bug = known.get(id);
      const actual = bug === undefined ? null : bug.listings[0]?.version;
      const how = expected === undefined ? 'by date' : 'by version';
      const isRight = (expected === undefined || actual === expected) && (bug?.os?.assigned ?? how) === how;
      return isRight ? [] : [{ id, kit, version, expected, actual }];
    });
    assert.deepEqual(odd, []);
  });
});

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
