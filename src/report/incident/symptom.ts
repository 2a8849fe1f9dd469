import type { Fit, FitTier, SymptomAnswer, VersionAnswer } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import type { BugMatch, Text } from '../../model/index.ts';
import { bugLine } from '../bugs/bugs-markdown.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Paint } from '../terminal/paint.ts';

/** A symptom of one version, and the answer from its listed bugs. */
export interface SymptomQuestion {
  version: VersionAnswer;
  answer: SymptomAnswer;
}

/** A part of an answer: a sentence, and the list below it. */
export interface AnswerPart {
  lead: Text;
  sentences: readonly Text[];
  bugs: readonly AnsweredBug[];
}

/** A bug in an answer. */
export interface AnsweredBug {
  listed: BugMatch;
  /** Quality of the match; null if it does not fit. */
  match: FitTier | null;
  /** Remarks on this bug: the words that it shares with the symptom, and a note if it is undetermined. */
  remarks: readonly Text[];
}

/** Parts of an answer in reading order, the same on every surface. */
export function symptomAnswerParts(answer: SymptomAnswer): AnswerPart[] {
  const { verdict, fits, causes, notUnderstood, urgent, reasons } = answer;
  const strong = fits.filter(({ match }) => match === 'strong');
  const nearest = fits.filter(({ match }) => match === 'nearest');
  const part = (lead: Text, sentences: readonly Text[], bugs: readonly AnsweredBug[]): AnswerPart => ({
    lead,
    sentences,
    bugs,
  });
  const isClose = verdict === 'strong';
  return [
    ...reasons.map((reason) => part(reason, [], [])),
    ...(verdict === 'nothing'
      ? [
          part(
            notUnderstood.length === 0
              ? text('symptom.notUnderstood.none')
              : text('symptom.notUnderstood', {
                  words: notUnderstood,
                }),
            [],
            [],
          ),
        ]
      : []),
    ...(causes.length > 0
      ? [part(text(isClose ? 'symptom.causes.close' : 'symptom.causes'), causes, [])]
      : []),
    ...(isClose
      ? [
          part(
            strong.length === 1
              ? text('symptom.strong.one')
              : text('symptom.strong', { count: strong.length }),
            [],
            strong.map(fittingBug),
          ),
        ]
      : []),
    ...(nearest.length > 0
      ? [part(text(isClose ? 'symptom.nearest.close' : 'symptom.nearest'), [], nearest.map(fittingBug))]
      : []),
    ...(urgent.length > 0 ? [part(text('symptom.urgent'), [], urgent.map(urgentBug))] : []),
  ];
}

function fittingBug({ listed, match, why, isUndetermined }: Fit): AnsweredBug {
  return { listed, match, remarks: [why, ...(isUndetermined ? [text('symptom.undetermined')] : [])] };
}

function urgentBug(listed: BugMatch): AnsweredBug {
  return { listed, match: null, remarks: [] };
}

function headingOf({ name, asOf }: VersionAnswer): Text {
  return text('symptom.heading', { name, asOf });
}

/** JSON of `bugs --symptom`, in the order of the text. */
export function symptomJson(answer: SymptomAnswer, language: Language): object {
  const { verdict, fits, causes, notUnderstood, urgent, reasons } = answer;
  const words = (texts: readonly Text[]): string[] => texts.map((each) => say(each, language));
  return {
    verdict,
    reasons: words(reasons),
    notUnderstood,
    causes: words(causes),
    fits: fits.map(({ listed, match, words: shared, why, isUndetermined }) => ({
      id: listed.bug.id,
      title: say(bugTitle(listed.bug), language),
      match,
      words: shared,
      why: say(why, language),
      undetermined: isUndetermined,
    })),
    urgent: urgent.map(({ bug }) => bug.id),
  };
}

/** The answer to a symptom as text. Bugs that do not fit are left out. */
export function symptomText({ version, answer }: SymptomQuestion, language: Language, paint: Paint): string {
  const lines = [
    paint.bold(say(headingOf(version), language)),
    ...symptomAnswerParts(answer).flatMap(({ lead, sentences, bugs }) => [
      '',
      say(lead, language),
      ...sentences.map((each) => `  - ${say(each, language)}`),
      ...bugs.flatMap((bug, index) => bugLines(bug, index, language, paint)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function bugLines(
  { listed, remarks }: AnsweredBug,
  index: number,
  language: Language,
  paint: Paint,
): string[] {
  const { bug, reason, url } = listed;
  const about = [say(text(`impact.${bug.impact}`), language), say(reason, language), bug.id].join(' · ');
  return [
    `${String(index + 1).padStart(2)}. ${paint.bold(say(bugTitle(bug), language))}`,
    ...remarks.map((each) => `    ${say(each, language)}`),
    `    ${paint.dim(about)}`,
    ...(url === null ? [] : [`    ${paint.dim(url)}`]),
  ];
}

/** The same answer as a document. */
export function symptomMarkdown({ version, answer }: SymptomQuestion, language: Language): string {
  const parts = [
    `# ${escapeMarkdown(version.name)}`,
    escapeMarkdown(say(headingOf(version), language)),
    ...symptomAnswerMarkdown(answer, language),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The answer to a symptom as sections of a document. */
export function symptomAnswerMarkdown(answer: SymptomAnswer, language: Language): string[] {
  const words = (message: Text): string => escapeMarkdown(say(message, language));
  return symptomAnswerParts(answer).flatMap(({ lead, sentences, bugs }) => [
    words(lead),
    ...(sentences.length > 0 ? [sentences.map((each) => `- ${words(each)}`).join('\n')] : []),
    ...(bugs.length > 0 ? [bugs.map((bug) => bugMarkdown(bug, language)).join('\n')] : []),
  ]);
}

function bugMarkdown({ listed, remarks }: AnsweredBug, language: Language): string {
  const remarkLines = remarks.map((each) => `  \n  ${escapeMarkdown(say(each, language))}`);
  return `${bugLine(listed, language)}${remarkLines.join('')}`;
}
