import type { Incident } from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import {
  brakeMarkdown,
  fittingBugsMarkdown,
  evidenceLine,
  placeholdersMarkdown,
  sentenceMarkdown,
  type IncidentStyle,
} from './incident-parts.ts';
import { codeBlock } from '../markdown.ts';
import { utcAndLocalTime } from '../times.ts';

/** Maximum number of bugs per version, because time is short in an incident. */
const MAX_SHOWN_BUGS = 8;

/**
 * Steps during an incident, in their order: stop the loop, check the fitting bugs, save the evidence before it expires,
 * then fix the causes.
 * @param symptom its name if it was chosen from the list and not typed
 */
export function incidentMarkdown(
  incident: Incident,
  style: IncidentStyle,
  symptom: Text | null = null,
): string {
  const { language, timeZone } = style;
  const plain = (message: Text): string => sentenceMarkdown(message, language);
  const versions = [...incident.databases, ...incident.systems];
  const asked = text('incident.asked', {
    when: utcAndLocalTime(incident.now, timeZone, language),
    notes: incident.asOf,
    symptom: symptom ?? (incident.symptom === '' ? null : incident.symptom),
  });
  const parts = [
    `# ${plain(text('incident.title', { name: incident.name }))}`,
    plain(asked),
    `## ${say(text('incident.brake'), language)}`,
    ...(incident.groups.length === 0 ? [plain(text('incident.brake.none'))] : []),
    ...placeholdersMarkdown(incident.placeholders, language),
    ...brakeMarkdown(incident.brake, language),
    `## ${say(text('incident.bugs'), language)}`,
    plain(text('bugs.honesty')),
    ...(versions.length === 0 ? [plain(text('incident.bugs.none'))] : []),
    ...versions.flatMap((each) => fittingBugsMarkdown(each, MAX_SHOWN_BUGS, style)),
    `## ${say(text('incident.save'), language)}`,
    ...saveParts(incident, style),
    ...(incident.loops.length === 0 ? [] : [`## ${say(text('incident.after'), language)}`]),
    ...incident.loops.map((loop) => `> ${plain(loop)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function saveParts({ evidence }: Incident, style: IncidentStyle): string[] {
  return evidence.map((each) => {
    const commands = each.commands.length === 0 ? '' : `\n\n${codeBlock(each.commands.join('\n'), '  ')}`;
    return `- ${evidenceLine(each, style)}${commands}`;
  });
}
