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

/** The commands of a bad night: what fits and how to stop it, and what a support case needs. Both ask no network. */
export function registerIncident(sources: SubjectSources, log: Log): Incidents {
  const documents = registerIncidentDocuments(sources.worker);
  // What was described for a subject is not asked again in this session; it is kept nowhere else.
  const described = new Map<string, ChosenSymptom>();
  const report = (error: unknown): void => log.error(error);

  // What asks and answers is loaded with the first question.
  async function askAndShow(given: unknown): Promise<void> {
    const { pickSubject } = await import('./subjects.ts');
    const { pickSymptom } = await import('./symptoms.ts');
    const subject = await pickSubject(sources, given);
    if (subject === undefined) return;
    const symptom = await pickSymptom(text('incident.command'), (words) =>
      sources.worker.call('symptomFits', subject, words),
    );
    if (symptom === undefined) return;
    if (subject.kind === 'asset') described.set(keyOf(subject), symptom);
    await documents.show({ subject, symptom });
  }

  async function askAndPrepare(given: unknown): Promise<void> {
    const { prepareSupportCase } = await import('./support-case.ts');
    await prepareSupportCase(sources, given, (cluster) => described.get(keyOf(cluster)));
  }

  return {
    commands: {
      incident: (given) => askAndShow(given).catch(report),
      supportCase: (given) => askAndPrepare(given).catch(report),
    },
    dispose: () => documents.dispose(),
  };
}

function keyOf({ folder, assetId }: Pick<Extract<Subject, { kind: 'asset' }>, 'folder' | 'assetId'>): string {
  return `${folder ?? ''} ${assetId}`;
}
