import { symptomOfVersion, type VersionAnswer } from '../../analysis/index.ts';
import type { Catalogue } from '../../model/index.ts';
import { bugsJson, createPaint, symptomJson, symptomMarkdown, symptomText } from '../../report/index.ts';
import type { CommonOptions } from '../options/options.ts';
import type { Terminal } from './terminal.ts';
import { unsupportedFormat } from '../options/usage.ts';

/**
 * `bugs --symptom`: the listed bugs nearest to what is seen. JSON has all bugs beside the fits; text stops after them.
 * @param more what else the JSON says
 */
export async function printSymptom(
  symptom: string,
  version: VersionAnswer,
  catalogue: Catalogue,
  options: CommonOptions,
  terminal: Terminal,
  more: object,
): Promise<void> {
  const { lang, format } = options;
  const answer = symptomOfVersion(symptom, version, catalogue.bugs, version.matches);
  const asked = { version, answer };
  switch (format) {
    case 'text':
      terminal.words(symptomText(asked, lang, createPaint(terminal.colour)));
      return;
    case 'markdown':
      terminal.result(symptomMarkdown(asked, lang));
      return;
    case 'json': {
      const json = { ...bugsJson(version, lang), ...more, ...symptomJson(answer, lang) };
      for (const sentence of version.standing) terminal.warn(sentence);
      await terminal.json(json);
      return;
    }
    default:
      throw unsupportedFormat(format, 'bugs');
  }
}
