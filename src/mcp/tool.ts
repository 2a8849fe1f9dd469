import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { say, type Language } from '../l10n/index.ts';
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
      outputSchema: z.object(tool.output),
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
        const answer = await tool.answer(input.parse(asked));
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
