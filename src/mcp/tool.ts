import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { say, type Language } from '../l10n/index.ts';
import { outputWithNotice, untrustedNotice } from './fields/untrusted-fields.ts';
import { Refusal } from './refusal.ts';

/** A tool that clients can call. */
export interface Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  /** Purpose and sources of the answer, for the model that chooses a tool. */
  description: string;
  input: Input;
  output: Output;
  /** @throws {Refusal} if the question has no answer */
  answer: (args: z.output<z.ZodObject<Input>>) => Promise<z.input<z.ZodObject<Output>>>;
  /** True if it uses the network. */
  isOpenWorld?: boolean;
}

/**
 * Answer of a tool, which begins with the notice if it has untrusted fields.
 * @throws {Refusal} from the tool
 */
export async function answerWithNotice<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: Tool<Input, Output>,
  args: z.output<z.ZodObject<Input>>,
  language: Language,
): Promise<Record<string, unknown>> {
  return { ...untrustedNotice(tool.output, language), ...(await tool.answer(args)) };
}

/** Registers a tool as read-only. A refusal becomes an answer with an alternative. */
export function registerTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
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
      outputSchema: outputWithNotice(tool.output),
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: tool.isOpenWorld === true,
      },
    },
    async (question: unknown) => {
      try {
        // The protocol has validated it; this adds the type.
        const answer = await answerWithNotice(tool, input.parse(question), language);
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
