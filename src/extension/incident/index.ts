import { text } from '../../l10n/index.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import { registerIncidentDocuments } from './documents.ts';
import type { Subject, SubjectSources } from './subjects.ts';
import type { ChosenSymptom } from './symptoms.ts';

export interface Incidents extends Disposable {
  commands: CommandHandlers<'incident' | 'supportCase'>;
}

/**
 * Registers the commands for incidents: likely bugs and how to stop the loop, and evidence for a support case. They do
 * not use the network.
 */
export function registerIncident(sources: SubjectSources, log: Log): Incidents {
  const documents = registerIncidentDocuments(sources.worker);
  // Symptoms of this session by subject, so that users enter each only once. Never stored.
  const enteredSymptoms = new Map<string, ChosenSymptom>();
  const report = (error: unknown): void => log.error(error);

  // Loads dialogs and answer on demand.
  async function askAndShow(given: unknown): Promise<void> {
    const { pickSubject } = await import('./subjects.ts');
    const { pickSymptom } = await import('./symptoms.ts');
    const subject = await pickSubject(sources, given);
    if (subject === undefined) return;
    const symptom = await pickSymptom(text('incident.command'), (words) =>
      sources.worker.call('symptomFits', subject, words),
    );
    if (symptom === undefined) return;
    if (subject.kind === 'asset') enteredSymptoms.set(keyOfSubject(subject), symptom);
    await documents.show({ subject, symptom });
  }

  async function askAndPrepare(given: unknown): Promise<void> {
    const { prepareSupportCase } = await import('./support-case.ts');
    await prepareSupportCase(sources, given, (cluster) => enteredSymptoms.get(keyOfSubject(cluster)));
  }

  return {
    commands: {
      incident: (given) => askAndShow(given).catch(report),
      supportCase: (given) => askAndPrepare(given).catch(report),
    },
    dispose: () => documents.dispose(),
  };
}

function keyOfSubject({
  folder,
  assetId,
}: Pick<Extract<Subject, { kind: 'asset' }>, 'folder' | 'assetId'>): string {
  return `${folder ?? ''} ${assetId}`;
}
