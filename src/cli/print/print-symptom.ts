import { symptomOfVersion, type VersionAnswer } from '../../analysis/index.ts';
import type { Catalogue } from '../../model/index.ts';
import {
  bugsJson,
  createPaint,
  symptomCsv,
  symptomJson,
  symptomJsonLines,
  symptomMarkdown,
  symptomText,
} from '../../report/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { printResult } from './print-result.ts';
import type { Terminal } from './terminal.ts';

/**
 * Prints `bugs --symptom`: the listed bugs, best match first. JSON also contains all other bugs.
 * @param more additional fields of the JSON
 */
export async function printSymptom(
  symptom: string,
  version: VersionAnswer,
  catalogue: Catalogue,
  { lang, format }: CommonOptions,
  terminal: Terminal,
  more: object,
): Promise<void> {
  const answer = symptomOfVersion(symptom, version, catalogue.bugs, version.matches);
  const question = { version, answer };
  await printResult<'bugs'>(
    format,
    {
      preamble: version.standing,
      text: () => symptomText(question, lang, createPaint(terminal.colour)),
      json: () => ({ ...bugsJson(version, lang), ...more, ...symptomJson(answer, lang) }),
      jsonl: () => symptomJsonLines(question, lang),
      csv: () => symptomCsv(question, lang),
      markdown: () => symptomMarkdown(question, lang),
    },
    terminal,
  );
}
