import type { AccountScan } from '../account-scan.ts';
import type { Incident } from '../../../analysis/index.ts';
import {
  bestFits,
  incidentOfAsset,
  incidentSubjects,
  incidentOfRelease,
  incidentWithoutSubject,
  supportPackOfCluster,
} from '../checklist/incidents.ts';
import type { ChecklistQuestion, ChecklistQuestions } from '../checklist/questions.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';
import type { IncidentAbout, WorkerApi } from '../protocol.ts';

type IncidentAnswers = Pick<
  WorkerApi,
  | 'incidentSubjects'
  | 'incidentOf'
  | 'incidentOfVersion'
  | 'incidentOfUnknown'
  | 'symptomFits'
  | 'supportPackOf'
>;

/** Answers about incidents, in a folder or among running resources. */
export function incidentAnswers(
  questions: ChecklistQuestions,
  folders: Folders,
  accounts: AccountScan,
  catalogue: CurrentCatalogue,
): IncidentAnswers {
  const questionOf = (folder: string | null): Promise<ChecklistQuestion | null> =>
    folder === null ? questions.ofAccounts() : questions.ofFolder(folder);
  const answers: IncidentAnswers = {
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
    async incidentOfUnknown(symptom) {
      return incidentWithoutSubject(await catalogue.get(), symptom);
    },
    async symptomFits(about, symptom) {
      const incident = await incidentFor(answers, about, symptom);
      return incident === null ? [] : bestFits(incident);
    },
    async supportPackOf(folder, assetId, symptom) {
      const question = await questionOf(folder);
      return question && supportPackOfCluster(question, assetId, symptom);
    },
  };
  return answers;
}

function incidentFor(
  answers: IncidentAnswers,
  about: IncidentAbout,
  symptom: string,
): Promise<Incident | null> {
  switch (about.kind) {
    case 'asset':
      return answers.incidentOf(about.folder, about.assetId, symptom);
    case 'version':
      return answers.incidentOfVersion(about.version, symptom);
    case 'unknown':
      return answers.incidentOfUnknown(symptom);
  }
}
