/**
 * Prints how well the Aurora PostgreSQL catalogue agrees with labels made by hand (`npm run
 * catalogue:score:postgresql`, with `-- --verbose` every mismatch). Exits with 1 if the rules alone miss a target.
 * The labels and the vendor's pages are outside of the project, in ../shared; without them it reports that nothing
 * was scored.
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
/** Last day of the notes with which the claims were labelled: later patches of a minor version leave its pin undecided. */
const CLAIMS_DAY = '2026-04-06';
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
  const claims = reportClaims(
    readGoldClaims(gold('claims.jsonl')),
    await catalogueOfReleasesPage(),
    PRODUCT,
    verbose,
  );
  const urgency = reportUrgency(scoreUrgency(readGoldUrgency(gold('urgency.jsonl')), catalogue, PRODUCT), {
    auc: 0.8,
    minorInTen: 10,
  });
  const community = await communityMirror();
  const draws = ['blind-a', 'blind-b', 'blind-c', 'blind-d', 'blind-e'].map((name) => {
    const own = readCommunityLabels(path.join(FIXTURES, `${name}.jsonl`));
    return reportCommunityItems(name, own, community, verbose);
  });
  print(...draws);
  print(countsOf(releases, bugs.length), labels.lines, pairs.lines, claims.lines, urgency.lines);
  if (![labels, pairs, claims, urgency].every(({ isEnough }) => isEnough)) process.exitCode = 1;
}

/** Catalogue of the releases page alone, without the pages of the parts: the claims were labelled with it. */
async function catalogueOfReleasesPage(): Promise<Catalogue> {
  const all = await releasesOfPostgresqlMirror({ parts: false });
  const releases = all.filter(({ date }) => date <= CLAIMS_DAY);
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

/**
 * Texts by the digest of an item, and by the digest of its first paragraph: labels of items with several parts use
 * that one.
 */
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

/** Prints groups of lines, with a blank line after each. */
function print(...groups: readonly (readonly string[])[]): void {
  for (const lines of groups) console.log(`${lines.join('\n')}\n`);
}
