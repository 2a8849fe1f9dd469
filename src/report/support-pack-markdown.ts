import type { SupportPack } from '../analysis/index.ts';
import { say, text, type Language } from '../l10n/index.ts';
import { auroraEngineVersion, isFileLocation, type Text } from '../model/index.ts';
import { bugLine } from './bugs-markdown.ts';
import { placeText } from './checklist-rows.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { bothTimes } from './times.ts';

const SHOWN_BUGS = 20;

/**
 * A support case about one cluster as a document that can be attached as it is.
 * @param timeZone IANA name: of the local times beside UTC
 */
export function supportPackMarkdown(pack: SupportPack, language: Language, timeZone: string): string {
  const plain = (message: Text): string => escapeMarkdown(say(message, language));
  const parts = [
    `# ${plain(text('pack.title', { cluster: pack.cluster.name }))}`,
    plain(text('pack.asOf', { date: pack.today, notes: pack.asOf.slice(0, 10) })),
    `## ${plain(text('pack.version'))}`,
    versionLines(pack, language),
    `## ${plain(text('pack.bugs', { count: pack.bugs.length }))}`,
    ...bugLines(pack, language),
    `## ${plain(text('pack.logs'))}`,
    pack.evidence.map(({ kept }) => `- ${plain(kept)}`).join('\n'),
    `## ${plain(text('pack.timeline'))}`,
    timelineLines(pack, language, timeZone),
    ...brakeLines(pack, language),
    `## ${plain(text('pack.collect'))}`,
    collectLines(pack),
  ];
  return `${parts.join('\n\n')}\n`;
}

function versionLines({ cluster, version, support }: SupportPack, language: Language): string {
  const known =
    version === null
      ? escapeMarkdown(say(text('pack.versionUnknown'), language))
      : `Aurora MySQL ${escapeMarkdown(version)} (${codeSpan(auroraEngineVersion(version))})`;
  const place = isFileLocation(cluster.location) ? ` · ${escapeMarkdown(placeText(cluster.location))}` : '';
  const dates = support === null ? [] : [`- ${escapeMarkdown(say(support, language))}`];
  return [`- ${known}${place}`, ...dates].join('\n');
}

function bugLines({ bugs }: SupportPack, language: Language): string[] {
  const shown = bugs.slice(0, SHOWN_BUGS).map((match) => bugLine(match, language));
  const more = bugs.length - shown.length;
  const honesty = escapeMarkdown(say(text('bugs.honesty'), language));
  return [
    honesty,
    ...(shown.length > 0 ? [shown.join('\n')] : []),
    ...(more > 0 ? [escapeMarkdown(say(text('pack.more', { count: more }), language))] : []),
  ];
}

function timelineLines({ timeline }: SupportPack, language: Language, timeZone: string): string {
  if (timeline.length === 0) return escapeMarkdown(say(text('pack.timelineNone'), language));
  return timeline
    .map(({ at, what, expires, isAbout }) => {
      const until = say(text(isAbout ? 'pack.expiresAbout' : 'pack.expires', { date: expires }), language);
      return `- ${escapeMarkdown(`${bothTimes(at, timeZone, language)}: ${what} (${until})`)}`;
    })
    .join('\n');
}

function brakeLines({ brake }: SupportPack, language: Language): string[] {
  if (brake.length === 0) return [];
  const plain = (message: Text): string => escapeMarkdown(say(message, language));
  const steps = brake.map(({ title, command, effect, undo }) =>
    [
      `- **${plain(title)}** ${plain(effect)}`,
      `  ${codeSpan(command)}`,
      `  ${plain(text('pack.undo'))}: ${codeSpan(undo)}`,
    ].join('  \n'),
  );
  return [`## ${plain(text('pack.brake'))}`, steps.join('\n')];
}

function collectLines({ evidence }: SupportPack): string {
  const commands = new Set(evidence.flatMap(({ command }) => command ?? []));
  return [...commands].map((command) => `- ${codeSpan(command)}`).join('\n');
}
