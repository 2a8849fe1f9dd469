import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { classify } from '../../../src/catalogue/classify/index.ts';
import { auroraMysqlSource } from '../../../src/products/aurora-mysql/notes/index.ts';
import { auroraPostgresqlSource } from '../../../src/products/aurora-postgresql/notes/index.ts';
import { withAdditions } from '../../../src/catalogue/additions.ts';
import { classifyItems, readReleasePage } from '../../../src/catalogue/update/read-release-page.ts';
import type { Release } from '../../../src/model/index.ts';
import { sharedPath } from '../shared.ts';

/** Read once for all tests of a process. */
const ofMysql = new Map<typeof classify, readonly Release[]>();
let ofPostgresql: ReturnType<typeof readPostgresql> | undefined;

const GUIDE = 'docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/';

/**
 * Every release of Aurora MySQL 2, 3 and 8.4 in the mirror, read without a server. Labelled by the rules alone, or by
 * `labelsOf`.
 */
export function releasesOfMirror(labelsOf = classify): readonly Release[] {
  const known = ofMysql.get(labelsOf) ?? readMysql(labelsOf);
  ofMysql.set(labelsOf, known);
  return known;
}

function readMysql(labelsOf: typeof classify): readonly Release[] {
  const folder = sharedPath('docs-mirror', GUIDE);
  const source = auroraMysqlSource(labelsOf);
  return readdirSync(folder)
    .filter((name) => /^AuroraMySQL\.Updates\.\d+\.html$/.test(name))
    .flatMap((name) => {
      const body = readFileSync(path.join(folder, name), 'utf8');
      return source.parse({ url: `https://${GUIDE}${name}`, body, contentType: 'text/html' }).releases;
    })
    .filter(({ line }) => line !== '1')
    .map((release) => classifyItems(release, source));
}

/** Every release of Aurora PostgreSQL in the mirror, with or without the pages of its parts. */
export async function releasesOfPostgresqlMirror({ parts } = { parts: true }): Promise<readonly Release[]> {
  ofPostgresql ??= readPostgresql();
  const community = await ofPostgresql;
  return withAdditions(
    community.flatMap(({ releases }) => releases),
    parts ? community.flatMap(({ additions }) => additions) : [],
  );
}

async function readPostgresql() {
  const source = auroraPostgresqlSource(classify);
  const read = (url: string) => {
    const body = readFileSync(sharedPath('docs-mirror', url.replace('https://', '')), 'utf8');
    return Promise.resolve({ url, body, contentType: 'text/html' });
  };
  const { pages } = await source.discover(read);
  const outcomes = await Promise.all(pages.map((url) => readReleasePage(source, url, read, [])));
  return outcomes.flatMap((outcome) => (outcome.state === 'read' ? outcome : []));
}
