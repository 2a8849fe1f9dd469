import { ChecklistQuestions } from '../checklist/questions.ts';
import { accountAnswers } from './accounts.ts';
import type { AnswerSources } from './answer-sources.ts';
import { checklistAnswers } from './checklist.ts';
import { findingAnswers } from './findings.ts';
import { incidentAnswers } from './incident.ts';
import { versionAnswers } from './versions.ts';

/** Answers that most sessions never need. */
export function rarelyNeededAnswers({
  folders,
  accounts,
  baselines,
  catalogue,
  tasks,
  judge,
}: AnswerSources) {
  const questions = new ChecklistQuestions({ folders, accounts, baselines, catalogue });
  return {
    ...findingAnswers(folders, judge),
    ...accountAnswers(accounts, folders, baselines, catalogue),
    ...checklistAnswers(questions, tasks),
    ...incidentAnswers(questions, folders, accounts, catalogue),
    ...versionAnswers(catalogue, judge, accounts, folders),
  };
}
