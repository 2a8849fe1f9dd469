import type { BrakeStep, VersionBugs, Evidence, Incident } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { escapeInvisible, type BugMatch, type Text } from '../../model/index.ts';
import type { Paint } from '../terminal/paint.ts';
import { utcAndLocalTime } from '../times.ts';
import { expiryText, listedArgs } from './incident-parts.ts';
import { symptomAnswerParts } from './symptom.ts';

interface IncidentTextStyle {
  language: Language;
  timeZone: string;
  paint: Paint;
  /** True for all evidence and bugs; false for the most important. */
  verbose: boolean;
}

const MAX_SHOWN_BUGS = 3;
const MAX_SHOWN_EVIDENCE = 8;

/** An incident for a terminal: stop the loop, check the bugs, save the evidence before it expires. */
export function incidentText(incident: Incident, style: IncidentTextStyle): string {
  const { language, paint, timeZone, verbose } = style;
  const words = (message: Text): string => say(message, language);
  const heading = (message: Text): string => paint.bold(words(message));
  const versions = [...incident.databases, ...incident.systems];
  const shown = verbose ? incident.evidence : incident.evidence.slice(0, MAX_SHOWN_EVIDENCE);
  const more = incident.evidence.length - shown.length;
  const asked = text('incident.asked', {
    when: utcAndLocalTime(incident.now, timeZone, language),
    notes: incident.asOf,
    symptom: incident.symptom === '' ? null : incident.symptom,
  });
  const parts = [
    [heading(text('incident.title', { name: incident.name })), words(asked)],
    [heading(text('incident.brake')), ...brakeLines(incident, style)],
    [
      heading(text('incident.bugs')),
      ...(versions.length === 0 ? [words(text('incident.bugs.none'))] : []),
      ...versions.flatMap((each) => versionLines(each, style)),
    ],
    [
      heading(text('incident.save')),
      ...shown.flatMap((each) => evidenceLines(each, style)),
      ...(more > 0 ? [paint.dim(words(text('incident.moreEvidence', { count: more })))] : []),
    ],
    ...(incident.loops.length === 0 ? [] : [[heading(text('incident.after')), ...incident.loops.map(words)]]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function brakeLines({ groups, placeholders, brake }: Incident, { language }: IncidentTextStyle): string[] {
  const words = (message: Text): string => say(message, language);
  return [
    ...(groups.length === 0 ? [words(text('incident.brake.none'))] : []),
    ...placeholders.flatMap(({ word, asset, command }) => [
      words(text('incident.placeholder', { word, asset })),
      `  ${escapeInvisible(command)}`,
    ]),
    ...brake.flatMap(({ title, effect, command, undo }: BrakeStep) => [
      `- ${words(title)}`,
      `  ${words(effect)}`,
      `    ${escapeInvisible(command)}`,
      `  ${words(text('pack.undo'))}:`,
      `    ${escapeInvisible(undo)}`,
    ]),
  ];
}

function versionLines(version: VersionBugs, style: IncidentTextStyle): string[] {
  const { name, assets, remarks, answer, listed, fixedHere } = version;
  const { language, verbose } = style;
  const words = (message: Text): string => say(message, language);
  const most = verbose ? listed.length : MAX_SHOWN_BUGS;
  const worst =
    listed.length === 0
      ? []
      : [
          words(text('incident.worst', listedArgs(version))),
          ...listed.slice(0, most).map((match) => bugOfIncident(match, style)),
        ];
  const answered = (answer === null ? [] : symptomAnswerParts(answer)).flatMap(
    ({ lead, sentences, bugs }) => [
      words(lead),
      ...sentences.map((each) => `  - ${words(each)}`),
      ...bugs
        .slice(0, most)
        .flatMap((bug) => [
          bugOfIncident(bug.listed, style),
          ...bug.remarks.map((remark) => `      ${words(remark)}`),
        ]),
    ],
  );
  const fixed =
    fixedHere.length === 0
      ? []
      : [
          words(text('incident.fixedHere', { count: fixedHere.length, name })),
          ...fixedHere.map((match) => bugOfIncident(match, style)),
        ];
  const who = assets.map((asset) => asset.name).join(', ');
  return [
    `${name}${who === '' ? '' : ` (${escapeInvisible(who)})`}`,
    ...remarks.map(words),
    ...(answer === null ? worst : answered),
    ...fixed,
  ];
}

function bugOfIncident({ bug, reason }: BugMatch, { language }: IncidentTextStyle): string {
  return `  - ${say(bugTitle(bug), language)} (${say(reason, language)}; ${bug.id})`;
}

function evidenceLines(evidence: Evidence, { language, timeZone }: IncidentTextStyle): string[] {
  const until = say(
    expiryText(evidence, (instant) => utcAndLocalTime(instant, timeZone, language)),
    language,
  );
  return [
    `- ${until}: ${say(evidence.kept, language)}`,
    ...evidence.commands.map((command) => `    ${escapeInvisible(command)}`),
  ];
}
