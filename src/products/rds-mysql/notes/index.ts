import type { Lexicon } from '../../lexicon.ts';
import { parseCalendar, readSupport } from '../../rds/notes/calendar.ts';
import { dayOfRelease } from '../../rds/notes/days.ts';
import { parseReleases, type RdsProduct } from '../../rds/notes/releases.ts';
import type { Classify, ReleaseNoteSource } from '../../source.ts';
import { VERSIONS } from '../versions.ts';
import { PAGE } from './urls.ts';

const RDS_PRODUCT: RdsProduct = { product: 'rds-mysql', versions: VERSIONS, calendar: PAGE };
/** Lower bound for releases without a day: the start of Amazon RDS with MySQL. */
const FIRST_DAY = '2009-10-22';

/** Vocabulary of the page, beyond that of MySQL notes in general. */
const LEXICON: Lexicon = {
  features: {},
  covers: [],
  sections: [],
  kinds: [
    ['fix', [/^cve-\d{4}-\d+$/]],
    // Bugs in building and testing MySQL, which its users never have.
    ['notice', [/\btests? (?:run|certificate|fails?)\b|\bcompil(?:e|ation)\b|\bbuilds from running\b/]],
  ],
  impacts: [['security', [/^cve-\d{4}-\d+$/]]],
  severities: [],
  traits: [],
  doHeadingsDecide: false,
};

/**
 * Source for RDS for MySQL: one page lists AWS's changes to minor versions, the Extended Support releases with their
 * CVEs, and the calendar with the days. The community's own notes are not read.
 */
export function rdsMysqlSource(classify: Classify): ReleaseNoteSource {
  let dayOf = dayOfRelease(new Map(), VERSIONS, FIRST_DAY);
  return {
    product: 'rds-mysql',
    hosts: [new URL(PAGE).host],
    async discover(read) {
      const { periods } = parseCalendar(await read(PAGE), RDS_PRODUCT);
      const days = periods.flatMap(({ scope, releasedOn }) =>
        releasedOn === null || VERSIONS.read(scope).form !== 'release' ? [] : [[scope, releasedOn] as const],
      );
      dayOf = dayOfRelease(new Map(days), VERSIONS, FIRST_DAY);
      return { pages: [PAGE], problems: [] };
    },
    parse: (page) => parseReleases(page, RDS_PRODUCT, dayOf),
    support: (read) => readSupport(read, RDS_PRODUCT),
    classify: (item) => classify(item, LEXICON),
  };
}
