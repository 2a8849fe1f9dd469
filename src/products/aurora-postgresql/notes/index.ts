import type { Classify, Page, ParsedPage, ReleaseNoteSource } from '../../source.ts';
import { parseBabelfish, parsePlanManagement } from './additions.ts';
import { readSupport } from './calendar.ts';
import { LEXICON } from '../lexicon/index.ts';
import { parseReleases } from './page.ts';
import { BABELFISH, LIMITLESS, NOTES, PLAN_MANAGEMENT, UPDATES } from './urls.ts';

/**
 * Release notes of Aurora PostgreSQL: one page of all releases, one of Limitless Database, and two of parts that have
 * their own numbers and come with a release.
 */
export function auroraPostgresqlSource(classify: Classify): ReleaseNoteSource {
  return {
    product: 'aurora-postgresql',
    hosts: [new URL(NOTES.url).host],
    discover: () => Promise.resolve({ pages: [...PARSERS.keys()], problems: [] }),
    parse: (page) => parserOf(page)(page),
    support: readSupport,
    classify: (item) => classify(item, LEXICON),
  };
}

type Parser = (page: Page) => ParsedPage;

const PARSERS: ReadonlyMap<string, Parser> = new Map([
  [UPDATES, parseReleases],
  [LIMITLESS, parseReleases],
  [BABELFISH, parseBabelfish],
  [PLAN_MANAGEMENT, parsePlanManagement],
]);

function parserOf({ url }: Page): Parser {
  return PARSERS.get(NOTES.page(NOTES.pageOf(url) ?? '')) ?? parseReleases;
}
