/**
 * Prints how well the catalogue agrees with what was judged by hand (`npm run catalogue:score`, `-- --verbose` for every
 * mismatch). Ends with 1 when the rules alone miss a target. The judged items stand outside of the project, in ../shared.
 */
import { parseArgs } from 'node:util';
import { classify } from '../src/catalogue/classify/index.ts';
import { CURATED_LINKS } from '../src/catalogue/curation/links.ts';
import { releasesOfMirror } from '../test/support/mirror-releases.ts';
import { needsShared, sharedPath } from '../test/support/shared.ts';
import { readGoldItems, reportLabels, type GoldItem } from './score/labels.ts';
import { readGoldPairs, reportPairs, scorePairs } from './score/pairs.ts';

const { values } = parseArgs({ options: { verbose: { type: 'boolean', short: 'v', default: false } } });

if (needsShared !== false) {
  console.log(`skipped: ${needsShared}`);
} else {
  scoreAll(values.verbose);
}

function scoreAll(verbose: boolean): void {
  const gold = readGoldItems(sharedPath('gold', 'items.jsonl'));
  const rules = reportLabels('rules alone', gold, byRules, verbose);
  console.log(rules.lines.join('\n'));
  if (!rules.isEnough) process.exitCode = 1;
  scoreMerging(verbose);
}

function scoreMerging(verbose: boolean): void {
  const gold = readGoldPairs(sharedPath('gold', 'pairs.jsonl'));
  const releases = releasesOfMirror();
  const rules = reportPairs('rules alone', scorePairs(gold, releases), verbose);
  const curated = scorePairs(gold, releases, { links: CURATED_LINKS });
  const withCuration = reportPairs('rules and curation', curated, verbose);
  console.log(['', ...rules.lines, '', ...withCuration.lines].join('\n'));
  if (!rules.isEnough) process.exitCode = 1;
}

function byRules({ section, text }: GoldItem): ReturnType<typeof classify> {
  return classify({ section, text, cves: [], mysqlBugs: [] });
}
