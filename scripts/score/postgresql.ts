/**
 * Prints the agreement of the Aurora PostgreSQL catalogue with hand-made judgements (`npm run catalogue:score:postgresql`,
 * `-- --verbose` for every mismatch). Ends with 1 if the rules alone miss a target. The judged items and the vendor's
 * pages are outside of the project, in ../shared; without them it reports that nothing was scored.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { classify } from '../../src/catalogue/classify/index.ts';
import { CURATED_LINKS } from '../../src/catalogue/curation/links.ts';
import { groupedBullets, mergeBugs } from '../../src/catalogue/merge/index.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import { digestOf, type Catalogue, type Release } from '../../src/model/index.ts';
import { LEXICON } from '../../src/products/aurora-postgresql/lexicon/index.ts';
import { communityMirror } from '../../test/support/mirror/community-mirror.ts';
import { releasesOfPostgresqlMirror } from '../../test/support/mirror/mirror-releases.ts';
import { needsShared, sharedPath } from '../../test/support/shared.ts';
import { readGoldClaims, reportClaims } from './claims.ts';
import { readCommunityLabels, reportCommunityItems } from './community-items.ts';
import { LABEL_TARGETS, readGoldLabels, reportLabels, type Words } from './labels.ts';
import { readGoldPairs, reportPairs, scorePairs } from './pairs.ts';
import { readGoldUrgency, reportUrgency, scoreUrgency } from './urgency.ts';

const PRODUCT = 'aurora-postgresql';
const FIXTURES = path.resolve(import.meta.dirname, '../../test/fixtures/postgresql');
const { values } = parseArgs({ options: { verbose: { type: 'boolean', short: 'v', default: false } } });

if (needsShared === false) await score(values.verbose);
else console.log(`left out: all that was judged by hand, and the vendor's pages (${needsShared})`);

async function score(verbose: boolean): Promise<void> {
  const releases = await releasesOfPostgresqlMirror();
  const gold = (name: string): string => sharedPath('gold', 'postgresql', name);
  const labels = reportLabels(
    'rules alone',
    readGoldLabels(gold('items.jsonl'), wordsOf(releases)),
    ({ section, text }) => classify({ section, text, cves: [], communityBugs: [] }, LEXICON),
    verbose,
    { ...LABEL_TARGETS, kind: 0.95, severity: 0 },
  );
  const pairs = reportPairs('rules alone', scorePairs(readGoldPairs(gold('pairs.jsonl')), releases), verbose);
  const snapshot = await loadSnapshot();
  const bugs = mergeBugs(releases, { links: CURATED_LINKS });
  const catalogue = { ...snapshot, releases, bugs };
  const claims = reportClaims(readGoldClaims(gold('claims.jsonl')), await ofReleasesPage(), PRODUCT, verbose);
  const urgency = reportUrgency(scoreUrgency(readGoldUrgency(gold('urgency.jsonl')), catalogue, PRODUCT), {
    auc: 0.8,
    minorInTen: 10,
  });
  const community = await communityMirror();
  const draws = ['blind-a', 'blind-b'].map((name) => {
    const own = readCommunityLabels(path.join(FIXTURES, `${name}.jsonl`));
    return reportCommunityItems(name, own, community, verbose);
  });
  print(...draws);
  print(countsOf(releases, bugs.length), labels.lines, pairs.lines, claims.lines, urgency.lines);
  if (![labels, pairs, claims, urgency].every(({ isEnough }) => isEnough)) process.exitCode = 1;
}

/** Claims were judged by the page of releases alone, without the pages of the parts. */
async function ofReleasesPage(): Promise<Catalogue> {
  const releases = await releasesOfPostgresqlMirror({ parts: false });
  const bugs = mergeBugs(releases, { links: CURATED_LINKS });
  return { ...(await loadSnapshot()), releases, bugs };
}

function countsOf(releases: readonly Release[], bugs: number): string[] {
  const items = releases.reduce((sum, release) => sum + release.items.length, 0);
  const groups = groupedBullets(releases);
  return [
    `Aurora PostgreSQL: ${releases.length} releases, ${items} items, ${groups.length} different, ${bugs} bugs`,
  ];
}

/** Words by the digest of an item, and by that of its first paragraph, by which an item with parts is judged. */
function wordsOf(releases: readonly Release[]): Words {
  return new Map(
    releases.flatMap(({ version, items }) =>
      items.flatMap(({ section, text }) => {
        const words = { version, section, text: text ?? '' };
        const [head = ''] = words.text.split(/(?<=:) /, 1);
        return [head, words.text].map((each) => [digestOf(each), words] as const);
      }),
    ),
  );
}

/** Groups of lines, a blank line after each. */
function print(...groups: readonly (readonly string[])[]): void {
  for (const lines of groups) console.log(`${lines.join('\n')}\n`);
}
