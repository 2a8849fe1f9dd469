import type { Problem } from '../../model/index.ts';
import type { FolderResult, ShownFinding } from '../worker/protocol.ts';

/** Display of a folder's findings. */
export interface FindingsView {
  show(findings: readonly ShownFinding[]): void;
  clear(): void;
}

/** Result of an answer. */
export interface Answer {
  result: FolderResult;
  /** False if a newer question was asked meanwhile, or the folder was disabled: the answer is then dropped. */
  isShown: boolean;
  /**
   * Problems that the last answer did not have. Every keypress brings an answer, but the log needs each line only once.
   */
  newProblems: readonly Problem[];
}

/** One workspace folder: its last result, and the decision whether an arriving answer is still wanted. */
export class AnalysedFolder {
  /** Path of the folder. */
  readonly path: string;
  readonly #view: FindingsView;
  #result: FolderResult | null = null;
  /** Number of the newest question. Answers to older ones are out of date, and disabling the folder drops all. */
  #newest = 0;

  constructor(path: string, view: FindingsView) {
    this.path = path;
    this.#view = view;
  }

  /** Null until the first answer, and while the folder is disabled. */
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

  /** Clears the folder's findings, and drops pending answers. */
  clear(): void {
    this.#newest += 1;
    this.#view.clear();
    this.#result = null;
  }
}
