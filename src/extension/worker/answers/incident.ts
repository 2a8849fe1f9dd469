import type { AccountScan } from '../account-scan.ts';
import {
  incidentOfAsset,
  incidentSubjects,
  incidentOfRelease,
  supportPackOfCluster,
} from '../checklist/incidents.ts';
import type { ChecklistQuestion, ChecklistQuestions } from '../checklist/questions.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';
import type { WorkerApi } from '../protocol.ts';

type IncidentAnswers = Pick<
  WorkerApi,
  'incidentSubjects' | 'incidentOf' | 'incidentOfVersion' | 'supportPackOf'
>;

/** Answers for a bad night: about a folder, or about what runs where none is named. */
export function incidentAnswers(
  questions: ChecklistQuestions,
  folders: Folders,
  accounts: AccountScan,
  catalogue: CurrentCatalogue,
): IncidentAnswers {
  const questionOf = (folder: string | null): Promise<ChecklistQuestion | null> =>
    folder === null ? questions.ofAccounts() : questions.ofFolder(folder);
  return {
    async incidentSubjects(folder) {
      const inventory = folder === null ? accounts.scan?.inventory : (await folders.get(folder)).inventory;
      return inventory === undefined ? [] : incidentSubjects(inventory);
    },
    async incidentOf(folder, assetId, symptom) {
      const question = await questionOf(folder);
      return question && incidentOfAsset(question, assetId, symptom);
    },
    async incidentOfVersion(version, symptom) {
      return incidentOfRelease(await catalogue.get(), version, symptom);
    },
    async supportPackOf(folder, assetId, symptom) {
      const question = await questionOf(folder);
      return question && supportPackOfCluster(question, assetId, symptom);
    },
  };
}
