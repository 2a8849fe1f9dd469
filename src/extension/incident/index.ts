import type { CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import { registerIncidentDocuments } from './documents.ts';
import { pickSubject, type SubjectSources } from './subjects.ts';
import { prepareSupportCase } from './support-case.ts';
import { pickSymptom } from './symptoms.ts';

export interface Incidents extends Disposable {
  commands: CommandHandlers<'incident' | 'supportCase'>;
}

/** The commands of a bad night: what fits and how to stop it, and what a support case needs. Both ask no network. */
export function registerIncident(sources: SubjectSources, log: Log): Incidents {
  const documents = registerIncidentDocuments(sources.worker);
  const report = (error: unknown): void => log.error(error);

  async function askAndShow(given: unknown): Promise<void> {
    const subject = await pickSubject(sources, given);
    if (subject === undefined) return;
    const symptom = await pickSymptom();
    if (symptom === undefined) return;
    await documents.show({ subject, symptom });
  }

  return {
    commands: {
      incident: (given) => askAndShow(given).catch(report),
      supportCase: (given) => prepareSupportCase(sources, given).catch(report),
    },
    dispose: () => documents.dispose(),
  };
}
