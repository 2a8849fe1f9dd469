import type * as vscode from 'vscode';

/** A case and its file in the project. */
export interface FiledCase extends Case {
  file: string;
}

/** Context of a case of the in-host suite. */
export interface CaseContext {
  vscode: typeof vscode;
  /** The open workspace folder: temporary, empty at the start, shared by all cases. */
  folder: string;
  /** The project's test/workspaces, to copy from. */
  workspaces: string;
  /** The product's own folder of this machine: all windows share it. */
  storage: string;
}

/** One case of the in-host suite. It fails by throwing. */
export interface Case {
  name: string;
  /** Reason why the case cannot run here. */
  skip?: string;
  run: (context: CaseContext) => Promise<void>;
}

export interface CaseResult {
  name: string;
  /** File of the project with the case. */
  file: string;
  ok: boolean;
  /** Reason of a skipped case, or null. */
  skipped: string | null;
  /** The failure with its stack, or null. */
  error: string | null;
  ms: number;
}

export interface SuiteResults {
  cases: CaseResult[];
}

const CASE_TIMEOUT = 240_000;

/**
 * Runs the cases one after another. It does not use node:test, whose programmatic `run` in the same process ends
 * only when the process has no work left, and an extension host always has some.
 *
 * @param only run only the cases whose name this matches
 */
export async function runCases(
  cases: FiledCase[],
  context: CaseContext,
  only: RegExp,
): Promise<SuiteResults> {
  const results: CaseResult[] = [];
  for (const one of cases) {
    if (only.test(one.name)) results.push(await runCase(one, context));
  }
  return { cases: results };
}

async function runCase(one: FiledCase, context: CaseContext): Promise<CaseResult> {
  const { name, file, skip } = one;
  if (skip !== undefined) return { name, file, ok: true, skipped: skip, error: null, ms: 0 };
  const start = performance.now();
  let error: string | null = null;
  try {
    await withDeadline(one.run(context), CASE_TIMEOUT);
  } catch (thrown) {
    error = describeError(thrown);
  }
  return { name, file, ok: error === null, skipped: null, error, ms: Math.round(performance.now() - start) };
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function withDeadline(work: Promise<void>, ms: number): Promise<void> {
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`not finished after ${ms} ms`));
  }, ms);
  try {
    await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
