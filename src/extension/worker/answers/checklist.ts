import { fixChoices, panelChecklist, preparedFix, preparedFixOfAll } from '../checklist/panel-checklist.ts';
import type { ChecklistQuestions } from '../checklist/questions.ts';
import type { WorkerApi } from '../protocol.ts';
import type { FolderTasks } from '../tasks.ts';

type ChecklistAnswers = Pick<WorkerApi, 'checklistOf' | 'accountChecklist' | 'fixOf' | 'fixesOf'>;

/** Answers about the checklist. */
export function checklistAnswers(questions: ChecklistQuestions, tasks: FolderTasks): ChecklistAnswers {
  return {
    async checklistOf(folder) {
      const question = await questions.ofFolder(folder);
      const { length } = question.inventory.assets;
      return tasks.run('checklist of', folder, () => panelChecklist(question), length);
    },
    async accountChecklist() {
      const question = await questions.ofAccounts();
      return question && panelChecklist(question);
    },
    async fixOf(folder, assetId, check) {
      const question = await questions.ofFolder(folder);
      return tasks.run('fix in', folder, () =>
        check === null ? preparedFixOfAll(question, assetId) : preparedFix(question, assetId, check),
      );
    },
    async fixesOf(folder, assetId) {
      const question = await questions.ofCode(folder);
      return tasks.run('fixes in', folder, () => fixChoices(question, assetId));
    },
  };
}
