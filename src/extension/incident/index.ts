import * as vscode from 'vscode';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import { registerIncidentDocuments } from './documents.ts';
import { pickSubject } from './subjects.ts';
import { prepareSupportCase } from './support-case.ts';
import { pickSymptom } from './symptoms.ts';

/** The commands of a bad night: what fits and how to stop it, and what a support case needs. Both ask no network. */
export function registerIncident(worker: WorkerClient, log: Log): vscode.Disposable {
  const documents = registerIncidentDocuments(worker);
  const report = (error: unknown): void => log.error(error);

  async function askAndShow(given: unknown): Promise<void> {
    const subject = await pickSubject(worker, given);
    if (subject === undefined) return;
    const symptom = await pickSymptom();
    if (symptom === undefined) return;
    await documents.show({ subject, symptom });
  }

  return vscode.Disposable.from(
    documents,
    vscode.commands.registerCommand('errataLens.incident', (given: unknown) =>
      askAndShow(given).catch(report),
    ),
    vscode.commands.registerCommand('errataLens.supportCase', (given: unknown) =>
      prepareSupportCase(worker, given).catch(report),
    ),
  );
}
