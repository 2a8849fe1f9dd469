import * as z from 'zod';
import { say, text, type Language } from '../l10n/index.ts';
import type { ToolContext } from './tool-context.ts';
import { Refusal } from './refusal.ts';
import { answerWithNotice, type Tool } from './tool.ts';
import { checklist } from './tools/checklist.ts';
import { cve } from './tools/cve.ts';
import { isThisMyBug } from './tools/is-this-my-bug.ts';
import { knownBugs } from './tools/known-bugs.ts';
import { scanAccounts } from './tools/scan-accounts.ts';
import { scanWorkspace } from './tools/scan-workspace.ts';
import { upgradeAdvice } from './tools/upgrade-advice.ts';
import { whatsNew } from './tools/whats-new.ts';

/** Function that is called with a tool of any input and output. */
export type ToolVisitor<T> = <I extends z.ZodRawShape, O extends z.ZodRawShape>(tool: Tool<I, O>) => T;

/** Calls a function with every tool that is allowed, and returns its results. */
export function mapTools<T>(context: ToolContext, visit: ToolVisitor<T>): T[] {
  return [
    visit(scanWorkspace(context)),
    visit(knownBugs(context)),
    visit(cve(context)),
    visit(isThisMyBug(context)),
    visit(upgradeAdvice(context)),
    visit(checklist(context)),
    visit(whatsNew(context)),
    ...(context.readAccounts === null ? [] : [visit(scanAccounts(context, context.readAccounts))]),
  ];
}

/** Description of a tool, for callers without the protocol. */
export interface ToolDescription {
  name: string;
  title: string;
  description: string;
  /** JSON Schema of the input. */
  input: object;
}

export function describeTools(context: ToolContext): ToolDescription[] {
  return mapTools(context, ({ name, title, description, input }) => {
    const schema = z.toJSONSchema(z.strictObject(input), { io: 'input' });
    delete schema.$schema;
    return { name, title, description, input: schema };
  });
}

/**
 * Calls a tool and returns its answer as JSON.
 * @throws {Refusal} if the question has no answer, or is invalid
 */
export async function callTool(context: ToolContext, name: string, question: unknown): Promise<string> {
  const [answer] = mapTools(context, (tool) =>
    tool.name === name
      ? async () => {
          const read = z.strictObject(tool.input).safeParse(question);
          if (!read.success) throw new Refusal(text('mcp.question', { reason: z.prettifyError(read.error) }));
          return JSON.stringify(await answerWithNotice(tool, read.data, context.language));
        }
      : null,
  ).filter((each) => each !== null);
  if (answer === undefined) throw new RangeError(`There is no tool ${name}.`);
  return answer();
}

/** Message of a refusal; null for every other error. */
export function refusalMessage(error: unknown, language: Language): string | null {
  return error instanceof Refusal ? say(error.text, language) : null;
}
