import { text } from '../../l10n/index.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { Log } from '../ui/log.ts';
import type { IncidentDocuments } from './documents.ts';
import { pickSubject, type Subject, type SubjectSources } from './subjects.ts';
import { prepareSupportCase } from './support-case.ts';
import { pickSymptom, type ChosenSymptom } from './symptoms.ts';

/** Commands for incidents: likely bugs and how to stop the loop, and evidence for a support case. */
export function incidentCommands(
  sources: SubjectSources,
  documents: IncidentDocuments,
  log: Log,
): CommandHandlers<'incident' | 'supportCase'> {
  // Symptoms of this session by subject, so that users enter each only once. Never stored.
  const enteredSymptoms = new Map<string, ChosenSymptom>();
  const report = (error: unknown): void => log.error(error);

  async function askAndShow(given: unknown): Promise<void> {
    const subject = await pickSubject(sources, given);
    if (subject === undefined) return;
    const symptom = await pickSymptom(text('incident.command'), (words) =>
      sources.worker.call('symptomFits', subject, words),
    );
    if (symptom === undefined) return;
    if (subject.kind === 'asset') enteredSymptoms.set(keyOfSubject(subject), symptom);
    await documents.show({ subject, symptom });
  }

  return {
    incident: (given) => askAndShow(given).catch(report),
    supportCase: (given) =>
      prepareSupportCase(sources, given, (cluster) => enteredSymptoms.get(keyOfSubject(cluster))).catch(
        report,
      ),
  };
}

function keyOfSubject({
  folder,
  assetId,
}: Pick<Extract<Subject, { kind: 'asset' }>, 'folder' | 'assetId'>): string {
  return `${folder ?? ''} ${assetId}`;
}
