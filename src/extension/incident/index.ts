import { loadedHandlers, type CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import { registerIncidentDocuments } from './documents.ts';
import type { SubjectSources } from './subjects.ts';

export interface Incidents extends Disposable {
  commands: CommandHandlers<'incident' | 'supportCase'>;
}

/** Registers the commands for incidents and their documents. They do not use the network. */
export function registerIncident(sources: SubjectSources, log: Log): Incidents {
  const documents = registerIncidentDocuments(sources.worker);
  return {
    commands: loadedHandlers(['incident', 'supportCase'], async () =>
      (await import('./commands.ts')).incidentCommands(sources, documents, log),
    ),
    dispose: () => documents.dispose(),
  };
}
