/**
 * Prints how well the catalogue agrees with labels made by hand, with rules alone and with curation; how well the
 * order by urgency does; and the number of known bugs of each version (`npm run catalogue:score`, with `-- --verbose`
 * every mismatch). Exits with 1 if the rules alone miss a target. The labels and the vendor's pages are outside of
 * the project, in ../shared; without them it counts the embedded snapshot.
 */
import { parseArgs } from 'node:util';
import { classify } from '../../src/catalogue/classify/index.ts';
import { classifyCurated } from '../../src/catalogue/curation/labels.ts';
import { CURATED_LINKS } from '../../src/catalogue/curation/links.ts';
import { mergeBugs } from '../../src/catalogue/merge/index.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import type { Catalogue, Labels } from '../../src/model/index.ts';
import { releasesOfMirror } from '../../test/support/mirror/mirror-releases.ts';
import { needsShared, sharedPath } from '../../test/support/shared.ts';
import { readGoldItems, reportLabels, type GoldItem } from './labels.ts';
import { readGoldPairs, reportPairs, scorePairs } from './pairs.ts';
import { ownSymptomQueries, readSymptomQueries, reportSymptoms } from './symptoms.ts';
import { reportCounts, reportVersions } from './table.ts';
import { readGoldUrgency, reportUrgency, scoreUrgency } from './urgency.ts';

const { values } = parseArgs({ options: { verbose: { type: 'boolean', short: 'v', default: false } } });
const snapshot = await loadSnapshot();

if (needsShared === false) {
  scoreLabels(values.verbose);
  scoreMerging(values.verbose);
  const catalogue = catalogueOfMirror();
  scoreOrder(catalogue);
  print(['From the pages in ../shared/docs-mirror:', ...reportCounts(catalogue)], reportVersions(catalogue));
} else {
  print(
    [`left out: labels and pairs judged by hand, and the vendor's pages (${needsShared})`],
    [`From the embedded snapshot of ${snapshot.asOf.slice(0, 10)}:`, ...reportCounts(snapshot)],
    reportVersions(snapshot),
  );
}

scoreSymptomSearch(values.verbose);

/** Uses the embedded snapshot, which needs no network. */
function scoreSymptomSearch(verbose: boolean): void {
  const unexplained = ownSymptomQueries('unexplained');
  for (const [title, queries] of [
    ['questions of our own', ownSymptomQueries()],
    ['written before the search was asked', [...ownSymptomQueries('unseen'), ...unexplained]],
    ['the founding incident', ownSymptomQueries('incident')],
  ] as const) {
    const { lines, isEnough } = reportSymptoms(title, queries, snapshot, verbose);
    if (!isEnough) process.exitCode = 1;
    print(lines);
  }
  if (needsShared !== false) {
    print([`left out: symptoms judged by hand (${needsShared})`]);
    return;
  }
  const gold = readSymptomQueries(sharedPath('gold', 'incidents.jsonl'));
  const judged = reportSymptoms('symptoms judged by hand', gold, snapshot, verbose);
  if (!judged.isEnough) process.exitCode = 1;
  print(judged.lines);
}

function scoreLabels(verbose: boolean): void {
  const gold = readGoldItems(sharedPath('gold', 'items.jsonl'));
  const by =
    (rules: typeof classify) =>
    ({ section, text }: GoldItem): Labels =>
      rules({ section, text, cves: [], communityBugs: [] });
  const rules = reportLabels('rules alone', gold, by(classify), verbose);
  const curated = reportLabels('rules and curation', gold, by(classifyCurated), verbose);
  print(rules.lines, curated.lines);
  if (!rules.isEnough) process.exitCode = 1;
}

function scoreMerging(verbose: boolean): void {
  const gold = readGoldPairs(sharedPath('gold', 'pairs.jsonl'));
  const releases = releasesOfMirror();
  const rules = reportPairs('rules alone', scorePairs(gold, releases), verbose);
  const curated = scorePairs(gold, releases, { links: CURATED_LINKS });
  print(rules.lines, reportPairs('rules and curation', curated, verbose).lines);
  if (!rules.isEnough) process.exitCode = 1;
}

function scoreOrder(catalogue: Catalogue): void {
  const gold = readGoldUrgency(sharedPath('gold', 'urgency.jsonl'));
  const { lines, isEnough } = reportUrgency(scoreUrgency(gold, catalogue));
  print(lines);
  if (!isEnough) process.exitCode = 1;
}

function catalogueOfMirror(): Catalogue {
  const releases = releasesOfMirror(classifyCurated);
  return { ...snapshot, releases, bugs: mergeBugs(releases, { links: CURATED_LINKS }) };
}

/** Prints groups of lines, with a blank line after each. */
function print(...groups: readonly (readonly string[])[]): void {
  for (const lines of groups) console.log(`${lines.join('\n')}\n`);
}
