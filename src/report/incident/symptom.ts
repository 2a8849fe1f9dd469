import type { Fit, SymptomAnswer, VersionAnswer } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { bugLine } from '../bugs/bugs-markdown.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Paint } from '../paint.ts';

/** A symptom that was asked of one version, and what it found among the bugs of it. */
export interface AskedSymptom {
  version: VersionAnswer;
  answer: SymptomAnswer;
}

function headingOf({ name, asOf }: VersionAnswer): Text {
  return text('symptom.heading', { name, asOf });
}

/** What comes before the fits, or in their place: how many there are, a question back, or where else to look. */
function introOf(answer: SymptomAnswer, total: number): readonly Text[] {
  const { fits, says } = answer;
  return fits.length > 0 ? [text('symptom.fits', { count: fits.length, total })] : says;
}

/** The fits of `bugs --symptom` in the JSON of the command. */
export function symptomJson({ verdict, fits, says }: SymptomAnswer, language: Language): object {
  return {
    fits: fits.map(({ match, why, check }) => ({
      id: match.bug.id,
      why: say(why, language),
      check: check === null ? null : say(check, language),
    })),
    verdict,
    says: says.map((each) => say(each, language)),
  };
}

/** Whether a symptom is a listed bug, as text. Nothing else that is listed is printed. */
export function symptomText({ version, answer }: AskedSymptom, language: Language, paint: Paint): string {
  const lines = [
    paint.bold(say(headingOf(version), language)),
    ...introOf(answer, version.matches.length).map((each) => say(each, language)),
    ...answer.fits.flatMap((fit, index) => fitLines(fit, index, language, paint)),
  ];
  return `${lines.join('\n')}\n`;
}

function fitLines({ match, why, check }: Fit, index: number, language: Language, paint: Paint): string[] {
  const { bug, reason, url } = match;
  const about = [say(text(`impact.${bug.impact}`), language), say(reason, language), bug.id].join(' · ');
  const details = [why, ...(check === null ? [] : [check])].map((each) => say(each, language));
  return [
    '',
    `${String(index + 1).padStart(2)}. ${paint.bold(say(bugTitle(bug), language))}`,
    ...details.map((each) => `    ${each}`),
    `    ${paint.dim(about)}`,
    ...(url === null ? [] : [`    ${paint.dim(url)}`]),
  ];
}

/** The same as a document. */
export function symptomMarkdown({ version, answer }: AskedSymptom, language: Language): string {
  const parts = [
    `# ${escapeMarkdown(version.name)}`,
    escapeMarkdown(say(headingOf(version), language)),
    ...answerMarkdown(answer, version.matches.length, language),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What a symptom found, as parts of a document. */
export function answerMarkdown(answer: SymptomAnswer, total: number, language: Language): string[] {
  const intro = introOf(answer, total).map((each) => escapeMarkdown(say(each, language)));
  const fits = answer.fits.map((fit) => fitMarkdown(fit, language));
  return [...intro, ...(fits.length === 0 ? [] : [fits.join('\n')])];
}

function fitMarkdown({ match, why, check }: Fit, language: Language): string {
  const details = [why, ...(check === null ? [] : [check])];
  const told = details.map((each) => `  \n  ${escapeMarkdown(say(each, language))}`);
  return `${bugLine(match, language)}${told.join('')}`;
}
