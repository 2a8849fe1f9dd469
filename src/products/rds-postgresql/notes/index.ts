import { FEATURE_WORDS } from '../../postgresql-family/feature-words.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Classify, ReleaseNoteSource } from '../../source.ts';
import { parseCalendar, readSupport } from './calendar.ts';
import { dayIn } from './days.ts';
import { parseHistory } from './history.ts';
import { parseReleases, releaseOf } from './releases.ts';
import { CALENDAR, EXTENDED, HISTORY, NOTES, UPDATES } from './urls.ts';

/** How the notes of RDS for PostgreSQL speak. */
const LEXICON: Lexicon = {
  features: FEATURE_WORDS,
  covers: [],
  sections: [],
  kinds: [['fix', [/^cve-\d{4}-\d+$/]]],
  impacts: [['security', [/^cve-\d{4}-\d+$/, /\bunauthorized access\b/]]],
  severities: [],
  traits: [],
  doHeadingsTell: false,
};

/**
 * Release notes of RDS for PostgreSQL: one page of minor versions and revisions, which have no days, one of the releases of
 * Extended Support. The document history has the days, and names what the pages do not have yet.
 */
export function rdsPostgresqlSource(classify: Classify): ReleaseNoteSource {
  let dayOf = dayIn(new Map());
  return {
    product: 'rds-postgresql',
    hosts: [new URL(NOTES.url).host],
    async discover(read) {
      const history = parseHistory(await read(HISTORY));
      const { periods } = parseCalendar(await read(CALENDAR));
      const days = periods.flatMap(({ scope, releasedOn }) =>
        releasedOn === null ? [] : [[scope, releasedOn] as const],
      );
      dayOf = dayIn(new Map([...days, ...history.map(({ version, date }) => [version, date] as const)]));
      const listed = history
        .filter(({ status }) => status.length === 0)
        .map(({ version, date }) => releaseOf(version, HISTORY, { date }));
      return { pages: [UPDATES, EXTENDED], listed, problems: [] };
    },
    parse: (page) => parseReleases(page, dayOf),
    support: readSupport,
    classify: (item) => classify(item, LEXICON),
  };
}
