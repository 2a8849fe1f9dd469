import type { Problem } from '../../model/index.ts';
import type { FolderResult, ShownFinding } from '../worker/protocol.ts';

/** Shows the findings of a folder. */
export interface FindingsView {
  show(findings: readonly ShownFinding[]): void;
  clear(): void;
}

/** Result of a question. */
export interface Answer {
  result: FolderResult;
  /** False if the answer was dropped, because a newer question was asked or the folder was disabled. */
  isShown: boolean;
  /** Problems that the previous answer did not have, because the log should list each only once. */
  newProblems: readonly Problem[];
}

/** A workspace folder with its latest result. Drops answers that are out of date. */
export class AnalysedFolder {
  /** Path of the folder. */
  readonly path: string;
  readonly #view: FindingsView;
  #result: FolderResult | null = null;
  /** Number of the newest question. Answers to older questions are dropped. */
  #newest = 0;

  constructor(path: string, view: FindingsView) {
    this.path = path;
    this.#view = view;
  }

  /** Null before the first answer, and while the folder is disabled. */
  get result(): FolderResult | null {
    return this.#result;
  }

  /**
   * Asks a question and shows its answer.
   * @throws errors of the question
   */
  async show(question: () => Promise<FolderResult>): Promise<Answer> {
    const number = ++this.#newest;
    const result = await question();
    if (number !== this.#newest) return { result, isShown: false, newProblems: [] };
    const earlier = new Set(this.#result?.problems.map((problem) => JSON.stringify(problem)));
    this.#result = result;
    this.#view.show(result.findings);
    return {
      result,
      isShown: true,
      newProblems: result.problems.filter((problem) => !earlier.has(JSON.stringify(problem))),
    };
  }

  /** Removes the folder's findings, and drops pending answers. */
  clear(): void {
    this.#newest += 1;
    this.#view.clear();
    this.#result = null;
  }
}
