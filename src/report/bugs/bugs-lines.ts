import type { VersionAnswer } from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { answerParts, type AskedSymptom } from '../incident/symptom.ts';
import { allBugsJson, bugJson } from './bugs-json.ts';
import { csv } from '../csv.ts';

/*
 * Every line says what the catalogue can say of the version. An answer without bugs is one line without an id: an empty
 * output would read as an all-clear.
 */

const COLUMNS = [
  'product',
  'version',
  'coverage',
  'id',
  'urgency',
  'severity',
  'impact',
  'confidence',
  'title',
  'fixedIn',
  'inVersions',
  'cves',
  'features',
  'reason',
  'url',
  'source',
  'upstreamVersion',
];

/** The known bugs of a version as CSV, a line each. */
export function bugsCsv(answer: VersionAnswer, language: Language): string {
  const { product, version, coverage } = answer.covered;
  const { upstream } = answer;
  const lines = [
    ...answer.matches.map((match) => [...bugCells(match, language), 'product', '']),
    ...(upstream?.matches ?? []).map((match) => [
      ...bugCells(match, language),
      'upstream',
      upstream?.version ?? '',
    ]),
  ];
  const cells = lines.length === 0 ? [emptyCells(standingOf(answer, language))] : lines;
  return csv(
    COLUMNS,
    cells.map((each) => [product, version, coverage, ...each]),
  );
}

/** The same as JSON, a line each: a bug as in `--format json`, with the version that it is about. */
export function bugsJsonLines(answer: VersionAnswer, language: Language): string {
  const { product, version, coverage } = answer.covered;
  const about = { schemaVersion: 1, product, version, coverage };
  const lines = allBugsJson(answer, language).map((bug) => ({ ...about, ...bug }));
  const none = { ...about, id: null, reason: standingOf(answer, language) };
  return (lines.length === 0 ? [none] : lines).map((line) => `${JSON.stringify(line)}\n`).join('');
}

function standingOf({ standing }: VersionAnswer, language: Language): string {
  return standing.map((sentence) => say(sentence, language)).join(' ');
}

/** The bugs that fit a symptom as CSV, the best first; `match` and `why` are about the symptom. */
export function symptomCsv({ version, answer }: AskedSymptom, language: Language): string {
  const { product, version: release, coverage } = version.covered;
  const fits = answer.fits.map(({ listed, match, why }) => [
    match,
    say(why, language),
    ...bugCells(listed, language),
  ]);
  const none = ['', '', ...emptyCells(saidOf(answer, language))];
  return csv(
    [...COLUMNS.slice(0, 3), 'match', 'why', ...COLUMNS.slice(3)],
    (fits.length === 0 ? [none] : fits).map((each) => [product, release, coverage, ...each]),
  );
}

/** The same as JSON, a line each: a bug as in `--format json`, with how near it is. */
export function* symptomJsonLines({ version, answer }: AskedSymptom, language: Language): Generator<string> {
  const { product, version: release, coverage } = version.covered;
  const about = { schemaVersion: 1, product, version: release, coverage };
  for (const { listed, match, why, isUndetermined } of answer.fits) {
    const fit = { match, fits: say(why, language), undetermined: isUndetermined };
    yield `${JSON.stringify({ ...about, ...fit, ...bugJson(listed, language) })}\n`;
  }
  if (answer.fits.length > 0) return;
  yield `${JSON.stringify({ ...about, match: null, id: null, reason: saidOf(answer, language) })}\n`;
}

function saidOf(answer: AskedSymptom['answer'], language: Language): string {
  return answerParts(answer)
    .map(({ lead }) => say(lead, language))
    .join(' ');
}

function bugCells(match: BugMatch, language: Language): string[] {
  const { bug, urgency, confidence, fixedIn, inVersions = [], reason, url } = match;
  return [
    bug.id,
    urgency.level,
    bug.severity,
    bug.impact,
    confidence,
    bug.title,
    fixedIn.join(' '),
    inVersions.join(' '),
    bug.cves.join(' '),
    bug.features.join(' '),
    say(reason, language),
    url ?? '',
  ];
}

/** No bug: every cell but the reason is empty. */
function emptyCells(reason: string): string[] {
  return COLUMNS.slice(3).map((column) => (column === 'reason' ? reason : ''));
}
