import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { say, type Language } from '../l10n/index.ts';
import { markedOutput, markOf } from './foreign.ts';
import { Refusal } from './refusal.ts';

/** One question that clients may ask. */
export interface Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  /** For whoever chooses a tool: what it answers, and from what. */
  description: string;
  input: Input;
  output: Output;
  /** @throws {Refusal} where the question has no answer */
  answer: (asked: z.output<z.ZodObject<Input>>) => Promise<z.input<z.ZodObject<Output>>>;
  /** Whether it asks the network. */
  isOpenWorld?: boolean;
}

/** The answer of a tool, which says first what of it others have written. @throws {Refusal} as the tool does */
export async function markedAnswer<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: Tool<Input, Output>,
  asked: z.output<z.ZodObject<Input>>,
  language: Language,
): Promise<Record<string, unknown>> {
  return { ...markOf(tool.output, language), ...(await tool.answer(asked)) };
}

/** Offers a tool: it changes nothing, and a refusal is an answer that says what to do. */
export function offer<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  server: McpServer,
  tool: Tool<Input, Output>,
  language: Language,
): void {
  const input = z.strictObject(tool.input);
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: input,
      outputSchema: markedOutput(tool.output),
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: tool.isOpenWorld === true,
      },
    },
    async (asked: unknown) => {
      try {
        // The protocol has checked it already; this gives it its type.
        const answer = await markedAnswer(tool, input.parse(asked), language);
        return {
          content: [{ type: 'text' as const, text: JSON.stringify(answer) }],
          structuredContent: answer,
        };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { content: [{ type: 'text' as const, text: say(error.text, language) }], isError: true };
      }
    },
  );
}
