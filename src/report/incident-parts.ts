import type { BrakeStep, Errata, Evidence, Placeholder } from '../analysis/index.ts';
import { say, text, type Language } from '../l10n/index.ts';
import type { Location, Text } from '../model/index.ts';
import { bugLine } from './bugs-markdown.ts';
import { placeText } from './checklist-rows.ts';
import { codeBlock, escapeMarkdown } from './markdown.ts';
import { bothTimes } from './times.ts';

/** How a document about an incident is written. */
export interface IncidentStyle {
  language: Language;
  /** IANA name: of the local times beside UTC. */
  timeZone: string;
  /** Where a place is opened; null for the place as text. */
  linkTo?: (location: Location) => string | null;
}

/** A sentence as Markdown. */
export function sentence(message: Text, language: Language): string {
  return escapeMarkdown(say(message, language));
}

/** A place, as a link where the document can lead there. */
export function placeMarkdown(location: Location, { linkTo }: IncidentStyle): string {
  const address = linkTo?.(location) ?? null;
  const label = escapeMarkdown(placeText(location));
  return address === null ? label : `[${label}](<${address}>)`;
}

/** The switches, each with what it does besides and the way back. */
export function brakeMarkdown(steps: readonly BrakeStep[], language: Language): string[] {
  return steps.flatMap(({ title, effect, command, undo }) => [
    `### ${sentence(title, language)}`,
    sentence(effect, language),
    codeBlock(command),
    `${sentence(text('pack.undo'), language)}:`,
    codeBlock(undo),
  ]);
}

export function placeholdersMarkdown(placeholders: readonly Placeholder[], language: Language): string[] {
  return placeholders.flatMap(({ word, asset, command }) => [
    sentence(text('incident.placeholder', { word, asset }), language),
    codeBlock(command),
  ]);
}

/** Until when something is there, and what it is. */
export function evidenceLine(evidence: Evidence, { language, timeZone }: IncidentStyle): string {
  const when = (instant: string): string => bothTimes(instant, timeZone, language);
  const until = say(lastingText(evidence, when), language);
  const oldest =
    evidence.oldest === null
      ? ''
      : ` ${sentence(text('lasting.oldest', { at: when(evidence.oldest.at), when: when(evidence.oldest.expires) }), language)}`;
  return `**${escapeMarkdown(until)}**: ${sentence(evidence.kept, language)}${oldest}`;
}

function lastingText({ lasts, expires }: Evidence, when: (instant: string) => string): Text {
  return lasts === 'days' || lasts === 'about-days'
    ? text(`lasting.${lasts}`, { when: when(expires ?? '') })
    : text(`lasting.${lasts}`);
}

/** What is listed of one version: what fits, else the worst. */
export function errataMarkdown(
  errata: Errata,
  symptom: string,
  shown: number,
  style: IncidentStyle,
): string[] {
  const { language } = style;
  const { name, assets, says, fitting, others } = errata;
  const [first] = assets;
  const who = assets.map((asset) => escapeMarkdown(asset.name)).join(', ');
  const place = first === undefined ? '' : ` (${who}, ${placeMarkdown(first.location, style)})`;
  const listed = fitting.length > 0 ? fitting : others;
  const more = fitting.length + others.length - Math.min(listed.length, shown);
  const isSystem = listed.some(({ bug }) => bug.os !== undefined);
  return [
    `### ${escapeMarkdown(name)}${place}`,
    ...says.map((each) => sentence(each, language)),
    ...(listed.length === 0 ? [] : [sentence(fitText(errata, symptom), language)]),
    ...(isSystem && fitting.length > 0 ? [sentence(text('incident.byPackage'), language)] : []),
    ...(listed.length === 0
      ? []
      : [
          listed
            .slice(0, shown)
            .map((match) => bugLine(match, language))
            .join('\n'),
        ]),
    ...(more > 0 ? [sentence(text('incident.more', { count: more }), language)] : []),
  ];
}

function fitText({ fitting, others }: Errata, symptom: string): Text {
  const total = fitting.length + others.length;
  if (symptom === '') return text('incident.worst', { total });
  return fitting.length > 0
    ? text('incident.fitting', { count: fitting.length, total })
    : text('incident.fitting.none', { total });
}
