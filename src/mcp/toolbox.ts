import * as z from 'zod';
import { say, text, type Language } from '../l10n/index.ts';
import type { Desk } from './desk.ts';
import { Refusal } from './refusal.ts';
import { markedAnswer, type Tool } from './tool.ts';
import { checklist } from './tools/checklist.ts';
import { cve } from './tools/cve.ts';
import { isThisMyBug } from './tools/is-this-my-bug.ts';
import { knownBugs } from './tools/known-bugs.ts';
import { scanAccounts } from './tools/scan-accounts.ts';
import { scanWorkspace } from './tools/scan-workspace.ts';
import { adviceOnUpgrade } from './tools/upgrade-advice.ts';
import { whatsNew } from './tools/whats-new.ts';

/** Callback for tools of any input and output. */
export type Visit<T> = <I extends z.ZodRawShape, O extends z.ZodRawShape>(tool: Tool<I, O>) => T;

/** Calls back for every tool that is allowed. */
export function eachTool<T>(desk: Desk, visit: Visit<T>): T[] {
  return [
    visit(scanWorkspace(desk)),
    visit(knownBugs(desk)),
    visit(cve(desk)),
    visit(isThisMyBug(desk)),
    visit(adviceOnUpgrade(desk)),
    visit(checklist(desk)),
    visit(whatsNew(desk)),
    ...(desk.readAccounts === null ? [] : [visit(scanAccounts(desk, desk.readAccounts))]),
  ];
}

/** Description of a tool, for uses without this protocol. */
export interface ToolDescription {
  name: string;
  title: string;
  description: string;
  /** JSON Schema of the input. */
  input: object;
}

export function describeTools(desk: Desk): ToolDescription[] {
  return eachTool(desk, ({ name, title, description, input }) => {
    const schema = z.toJSONSchema(z.strictObject(input), { io: 'input' });
    delete schema.$schema;
    return { name, title, description, input: schema };
  });
}

/**
 * Calls a tool and returns its answer as JSON.
 * @throws {Refusal} if the question has no answer, or is invalid
 */
export async function askTool(desk: Desk, name: string, question: unknown): Promise<string> {
  const [answer] = eachTool(desk, (tool) =>
    tool.name === name
      ? async () => {
          const read = z.strictObject(tool.input).safeParse(question);
          if (!read.success) throw new Refusal(text('mcp.question', { reason: z.prettifyError(read.error) }));
          return JSON.stringify(await markedAnswer(tool, read.data, desk.language));
        }
      : null,
  ).filter((each) => each !== null);
  if (answer === undefined) throw new RangeError(`There is no tool ${name}.`);
  return answer();
}

/** Message of a refusal; null for every other error. */
export function refusalIn(error: unknown, language: Language): string | null {
  return error instanceof Refusal ? say(error.text, language) : null;
}
