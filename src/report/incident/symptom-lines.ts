import { say, type Language } from '../../l10n/index.ts';
import { symptomAnswerParts, type SymptomQuestion } from './symptom.ts';
import { bugJson } from '../bugs/bugs-json.ts';
import { csv } from '../csv.ts';
import { filterCell, filterJson } from '../filter.ts';
import { COLUMNS, bugCells, emptyCells } from '../bugs/bugs-lines.ts';

/** Bugs that fit a symptom as CSV, the best first. `match` and `why` state how well a bug fits, and the reason. */
export function symptomCsv({ version, answer }: SymptomQuestion, language: Language): string {
  const { product, version: release, coverage } = version.covered;
  const filter = filterCell(version.filter ?? {});
  const fits = answer.fits.map(({ listed, match, why }) => [
    match,
    say(why, language),
    ...bugCells(listed, language),
    ...['', '', filter],
  ]);
  const none = ['', '', ...emptyCells(answerSummary(answer, language), filter)];
  return csv(
    [...COLUMNS.slice(0, 3), 'match', 'why', ...COLUMNS.slice(3)],
    (fits.length === 0 ? [none] : fits).map((each) => [product, release, coverage, ...each]),
  );
}

/** The same bugs as JSON lines: each as in `--format json`, with its match. */
export function* symptomJsonLines(
  { version, answer }: SymptomQuestion,
  language: Language,
): Generator<string> {
  const { product, version: release, coverage } = version.covered;
  const about = {
    ...{ schemaVersion: 1, product, version: release, coverage },
    ...filterJson(version.filter ?? {}),
  };
  for (const { listed, match, why, isUndetermined } of answer.fits) {
    const fit = { match, fits: say(why, language), undetermined: isUndetermined };
    yield `${JSON.stringify({ ...about, ...fit, ...bugJson(listed, language) })}\n`;
  }
  if (answer.fits.length > 0) return;
  yield `${JSON.stringify({ ...about, match: null, id: null, reason: answerSummary(answer, language) })}\n`;
}

function answerSummary(answer: SymptomQuestion['answer'], language: Language): string {
  return symptomAnswerParts(answer)
    .map(({ lead }) => say(lead, language))
    .join(' ');
}
