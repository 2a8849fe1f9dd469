import type { UpgradeAdvice, UpgradeAnswer, UpgradeTarget } from '../../analysis/index.ts';
import { bugTitle, inBrackets, say, text, type Language } from '../../l10n/index.ts';
import type { Paint } from '../terminal/paint.ts';
import { alignedRows } from '../terminal/table.ts';
import {
  upgradeDemands,
  notesOrigin,
  recommendedTarget,
  currentVersionLines,
  tableLegend,
  upgradeHeadline,
  upgradeTable,
  upgradePath,
  type SourcedSentence,
} from './upgrade-parts.ts';

/** Number of newly known bugs that are named. */
const MAX_NAMED_BUGS = 5;

interface UpgradeTextOptions {
  language: Language;
  paint: Paint;
  /** Columns of the terminal; null for other outputs. */
  width: number | null;
}

/** Upgrade advice as text: the advice, its reason, a table of targets, and the demands of the recommended one. */
export function upgradeText(answer: UpgradeAnswer, { language, paint, width }: UpgradeTextOptions): string {
  const { advice, standing } = answer;
  const introduction = standing.map((sentence) => say(sentence, language));
  if (advice === null) return `${introduction.join('\n')}\n`;
  const target = recommendedTarget(advice);
  const lines = [
    ...introduction,
    paint.bold(say(upgradeHeadline(answer, advice, false), language)),
    say(advice.reason, language),
    ...advice.notes.map((note) => say(note, language)),
  ];
  const legend = tableLegend(advice);
  const [columns = [], ...rows] = alignedRows(upgradeTable(advice, language), width);
  if (rows.length > 0) lines.push('', ...columns.map((line) => paint.dim(line)), ...rows.flat());
  if (legend !== null) lines.push(paint.dim(say(legend, language)));
  if (target !== undefined) lines.push(...sectionsOf(target, advice, language, paint));
  const source = currentVersionLines(answer, advice);
  if (source.length > 0) lines.push(...section(text('upgrade.section.source'), source, language, paint));
  lines.push('', ...notesOrigin(answer).map((sentence) => say(sentence, language)));
  return `${lines.join('\n')}\n`;
}

function sectionsOf(
  target: UpgradeTarget,
  advice: UpgradeAdvice,
  language: Language,
  paint: Paint,
): string[] {
  const { version, brings, more } = target;
  const demands = upgradeDemands(target);
  // Only for a major version, because a patch takes seconds with a restart.
  const blueGreen = more?.steps.some(({ isMajor }) => isMajor) === true ? more.blueGreen : [];
  return [
    ...section(text('upgrade.section.way', { version }), upgradePath(target, advice), language, paint),
    ...(demands.length > 0 ? section(text('upgrade.section.demands'), demands, language, paint) : []),
    ...(blueGreen.length > 0 ? section(text('upgrade.section.blueGreen'), blueGreen, language, paint) : []),
    ...(brings.length > 0
      ? [
          '',
          paint.bold(say(text('upgrade.list.brings'), language)),
          ...brings.slice(0, MAX_NAMED_BUGS).map(({ bug }) => {
            const severity = say(text(`severity.${bug.severity}`), language);
            return `  + ${severity}: ${say(bugTitle(bug), language)}`;
          }),
          ...(brings.length > MAX_NAMED_BUGS
            ? [`  ${say(text('upgrade.list.more', { count: brings.length - MAX_NAMED_BUGS }), language)}`]
            : []),
        ]
      : []),
  ];
}

function section(
  title: Parameters<typeof say>[0],
  lines: readonly SourcedSentence[],
  language: Language,
  paint: Paint,
): string[] {
  return [
    '',
    paint.bold(say(title, language)),
    ...lines.flatMap((line) => [
      `  - ${say(line.text, language)}`,
      ...(line.url === null ? [] : [`    ${paint.dim(urlWithDay(line.url, line.readOn ?? null, language))}`]),
    ]),
  ];
}

function urlWithDay(url: string, readOn: string | null, language: Language): string {
  return readOn === null
    ? url
    : `${url}${inBrackets(say(text('upgrade.readOn', { readOn }), language), language)}`;
}
