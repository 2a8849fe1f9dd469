import type { SiteDay, SiteRelease } from '../pages/aurora-site.ts';

/** A step of the made-up vendor: publications from that day on, and the expected alerts. */
export interface VendorStep {
  day: string;
  site: SiteDay;
  /** `kind release severity: clusters`, without support dates. */
  expected: string[];
  /** End of standard support of 2.31, YYYY-MM-DD. */
  ends: string;
}

/** Runs 2.30.1, 2.31.0 and 3.31.0, as `old`, `new` and `three`. */
export const CLUSTERS = [
  ['old', '5.7.mysql_aurora.2.30.1'],
  ['new', '5.7.mysql_aurora.2.31.0'],
  ['three', '8.0.mysql_aurora.3.31.0'],
]
  .map(
    ([name, version]) =>
      `resource "aws_rds_cluster" "${name}" {\n  engine         = "aurora-mysql"\n  engine_version = "${version}"\n}\n`,
  )
  .join('');

/** Words of one sentence each, so that no two sentences are similar. */
const WORDS =
  'zebra walrus heron otter lemur gecko bison raven tapir moose koala viper stork camel shrew finch crane hyena eland quail skunk squid trout llama rhino sloth panda mouse eagle tiger horse whale snail spider beetle badger ferret jackal magpie salmon turtle weasel baboon donkey falcon iguana lizard monkey parrot rabbit toucan vulture walnut willow maple cedar'.split(
    ' ',
  );

function sentence(index: number, what: string): string {
  const [one, two, three] = [0, 1, 2].map((offset) => WORDS[(index * 3 + offset) % WORDS.length]);
  return `Fixed an issue that ${what} when ${one} partitions follow ${two} and ${three} columns.`;
}

const MONTHS = 18;
const FIRST: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const OWN: SiteRelease = { date: '2030-11-05', fixes: ['Corrected a label in the gamma view.'] };
const THREE: SiteRelease = { date: '2030-11-06', fixes: ['Corrected the order of delta rows.'] };
const SPELT: Record<string, string> = {
  '2031-09-30': 'September 30, 2031',
  '2032-02-29': 'February 29, 2032',
  '2031-12-31': 'December 31, 2031',
};

/** A year and a half, month by month: patches, added and reworded bullets, marks, removed pages, and moved dates. */
export function vendorYears(): VendorStep[] {
  let releases: Record<string, SiteRelease> = {
    '2.30.0': FIRST,
    '2.30.1': FIRST,
    '2.31.0': OWN,
    '3.31.0': THREE,
  };
  let ends = '2031-09-30';
  let patch = 0;
  const steps: VendorStep[] = [];
  for (let month = 0; month < MONTHS; month++) {
    const day = `${2031 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    const newest = `2.31.${patch}`;
    let expected: string[] = [];
    const change = (version: string, release: SiteRelease): void => {
      releases = { ...releases, [version]: release };
    };
    const last = releases[newest] ?? OWN;
    if (month === 0) expected = [];
    else if (month === 16) {
      change('2.31.0', { ...OWN, deprecated: true });
      expected = ['withdrawn 2.31.0 high: new'];
    } else if (month % 6 === 1) {
      const version = `2.31.${++patch}`;
      change(version, { date: day, fixes: [sentence(month, 'restarts the writer')] });
      expected = [`new-release ${version} medium: new old`];
    } else if (month % 6 === 2) {
      const fixes = [...last.fixes, sentence(month, 'can lead to data corruption')];
      change(newest, { ...last, fixes });
      expected = [`new-bug ${newest} medium: new old`];
    } else if (month % 6 === 3) {
      const fixes = last.fixes.map((fix, index) =>
        index === 0 ? fix.replace('follow', 'come before') : fix,
      );
      change(newest, { ...last, fixes });
      expected = [`changed-notes ${newest} info: new old`];
    } else if (month % 6 === 4) {
      const version = `3.31.${month}`;
      change(version, { date: day, fixes: [sentence(month, 'restarts the reader')] });
      expected = [`new-release ${version} medium: three`];
    } else if (month % 6 === 5) ends = month === 5 ? '2032-02-29' : '2031-12-31';
    const calendar: SiteDay['calendar'] = [
      ['2.30', 'June 1, 2030', 'December 31, 2045'],
      ['2.31', 'November 5, 2030', SPELT[ends] ?? ''],
    ];
    steps.push({ day, site: { releases, calendar }, expected, ends });
  }
  return steps;
}
