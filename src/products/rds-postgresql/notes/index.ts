import { FEATURE_WORDS } from '../../postgresql-family/feature-words.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Classify, ReleaseNoteSource } from '../../source.ts';
import { parseHistory } from './history.ts';
import { parseCalendar, readSupport } from '../../rds/notes/calendar.ts';
import { dayOfRelease } from '../../rds/notes/days.ts';
import { parseReleases, releaseOf, type RdsProduct } from '../../rds/notes/releases.ts';
import { VERSIONS } from '../versions.ts';
import { CALENDAR, EXTENDED, HISTORY, RELEASE_NOTES_GUIDE, UPDATES } from './urls.ts';

const RDS_PRODUCT: RdsProduct = { product: 'rds-postgresql', versions: VERSIONS, calendar: CALENDAR };
/** Lower bound for releases without a day: 9.3 was the first on RDS. */
const FIRST_DAY = '2013-11-14';

/** Vocabulary of the notes of RDS for PostgreSQL. */
const LEXICON: Lexicon = {
  features: FEATURE_WORDS,
  covers: [],
  sections: [],
  kinds: [['fix', [/^cve-\d{4}-\d+$/]]],
  impacts: [['security', [/^cve-\d{4}-\d+$/, /\bunauthorized access\b/]]],
  severities: [],
  traits: [],
  doHeadingsDecide: false,
};

/**
 * Source for RDS for PostgreSQL: one page of minor versions and revisions, without days, and one of the Extended
 * Support releases. The document history has the days, and names releases that the pages lack so far.
 */
export function rdsPostgresqlSource(classify: Classify): ReleaseNoteSource {
  let dayOf = dayOfRelease(new Map(), VERSIONS, FIRST_DAY);
  return {
    product: 'rds-postgresql',
    hosts: [new URL(RELEASE_NOTES_GUIDE.url).host],
    async discover(read) {
      const history = parseHistory(await read(HISTORY));
      const { periods } = parseCalendar(await read(CALENDAR), RDS_PRODUCT);
      const days = periods.flatMap(({ scope, releasedOn }) =>
        releasedOn === null ? [] : [[scope, releasedOn] as const],
      );
      const dated = history.map(({ version, date }) => [version, date] as const);
      dayOf = dayOfRelease(new Map([...days, ...dated]), VERSIONS, FIRST_DAY);
      const listed = history
        .filter(({ status }) => status.length === 0)
        .map(({ version, date }) => releaseOf(version, HISTORY, RDS_PRODUCT, { date }));
      return { pages: [UPDATES, EXTENDED], listed, problems: [] };
    },
    parse: (page) => parseReleases(page, RDS_PRODUCT, dayOf),
    support: (read) => readSupport(read, RDS_PRODUCT),
    classify: (item) => classify(item, LEXICON),
  };
}
