import type { BrakeStep, VersionBugs, Evidence, Placeholder } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { BugMatch, Location, Text } from '../../model/index.ts';
import { bugLine } from '../bugs/bugs-markdown.ts';
import { placeText } from '../place-text.ts';
import { upstreamLine } from '../scan/scan-details.ts';
import { codeBlock, escapeMarkdown } from '../markdown.ts';
import { symptomAnswerMarkdown } from './symptom.ts';
import { utcAndLocalTime } from '../times.ts';

/** Style of a document about an incident. */
export interface IncidentStyle {
  language: Language;
  /** IANA name of the zone for local times, which follow UTC. */
  timeZone: string;
  /** Returns the link that opens a place; null to show the place as text. */
  linkTo?: (location: Location) => string | null;
}

/** A sentence as Markdown. */
export function sentenceMarkdown(message: Text, language: Language): string {
  return escapeMarkdown(say(message, language));
}

/** A place, as a link if the style has one. */
export function placeMarkdown(location: Location, { linkTo }: IncidentStyle): string {
  const address = linkTo?.(location) ?? null;
  const label = escapeMarkdown(placeText(location));
  return address === null ? label : `[${label}](<${address}>)`;
}

/** Switches that stop the loop, each with its side effects and its undo. */
export function brakeMarkdown(steps: readonly BrakeStep[], language: Language): string[] {
  return steps.flatMap(({ title, effect, command, undo }) => [
    `### ${sentenceMarkdown(title, language)}`,
    sentenceMarkdown(effect, language),
    codeBlock(command),
    `${sentenceMarkdown(text('pack.undo'), language)}:`,
    codeBlock(undo),
  ]);
}

export function placeholdersMarkdown(placeholders: readonly Placeholder[], language: Language): string[] {
  return placeholders.flatMap(({ word, asset, command }) => [
    sentenceMarkdown(text('incident.placeholder', { word, asset }), language),
    codeBlock(command),
  ]);
}

/** A piece of evidence and the time at which it expires. */
export function evidenceLine(evidence: Evidence, { language, timeZone }: IncidentStyle): string {
  const when = (instant: string): string => utcAndLocalTime(instant, timeZone, language);
  const until = say(expiryText(evidence, when), language);
  const oldest =
    evidence.oldest === null
      ? ''
      : ` ${sentenceMarkdown(text('lasting.oldest', { at: when(evidence.oldest.at), when: when(evidence.oldest.expires) }), language)}`;
  return `**${escapeMarkdown(until)}**: ${sentenceMarkdown(evidence.kept, language)}${oldest}`;
}

/** Time at which evidence expires. */
export function expiryText({ lasts, expires }: Evidence, when: (instant: string) => string): Text {
  return lasts === 'days' || lasts === 'about-days'
    ? text(`lasting.${lasts}`, { when: when(expires ?? '') })
    : text(`lasting.${lasts}`);
}

/** Arguments of a sentence that counts listed bugs. */
export function listedArgs({ listed, upstream }: Pick<VersionBugs, 'listed' | 'upstream'>): {
  total: number;
  upstream: Text | null;
} {
  return { total: listed.length, upstream: upstream && upstreamLine(upstream) };
}

/** Bugs of one version that may explain the symptom; without a symptom the worst. */
export function fittingBugsMarkdown(version: VersionBugs, shown: number, style: IncidentStyle): string[] {
  const { language } = style;
  const { name, assets, remarks, answer } = version;
  const [first] = assets;
  const who = assets.map((asset) => escapeMarkdown(asset.name)).join(', ');
  const place = first === undefined ? '' : ` (${who}, ${placeMarkdown(first.location, style)})`;
  return [
    `### ${escapeMarkdown(name)}${place}`,
    ...remarks.map((each) => sentenceMarkdown(each, language)),
    ...(answer === null ? worstMarkdown(version, shown, language) : symptomAnswerMarkdown(answer, language)),
    ...fixedMarkdown(version.fixedHere, name, language),
  ];
}

/** Fixes of the symptom that the version already contains, so that those bugs are not the cause. */
export function fixedMarkdown(fixed: readonly BugMatch[], name: string, language: Language): string[] {
  if (fixed.length === 0) return [];
  return [
    sentenceMarkdown(text('incident.fixedHere', { count: fixed.length, name }), language),
    fixed.map((match) => bugLine(match, language)).join('\n'),
  ];
}

function worstMarkdown(version: VersionBugs, shown: number, language: Language): string[] {
  const { listed } = version;
  if (listed.length === 0) return [];
  const lines = listed.slice(0, shown).map((match) => bugLine(match, language));
  const more = listed.length - lines.length;
  return [
    sentenceMarkdown(text('incident.worst', listedArgs(version)), language),
    lines.join('\n'),
    ...(more > 0 ? [sentenceMarkdown(text('incident.more', { count: more }), language)] : []),
  ];
}
