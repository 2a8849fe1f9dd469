import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { ToolContext } from '../tool-context.ts';
import { MAX_QUESTION_BYTES, LongLineFilter, tooLongResponse } from './long-lines.ts';
import { createServer } from '../server.ts';

/** Serves standard input and output until the client closes them. */
export async function serveStdio(context: ToolContext): Promise<void> {
  // Each answer that waits for a slow client adds a listener, so Node's warning does not apply.
  // eslint-disable-next-line no-restricted-properties -- the protocol's own output
  process.stdout.setMaxListeners(0);
  const server = createServer(context);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  // Filters long lines, at which the protocol's transport would end silently.
  const lines = new LongLineFilter(MAX_QUESTION_BYTES, (id) => void transport.send(tooLongResponse(id)));
  const transport = new StdioServerTransport(process.stdin.pipe(lines));
  await server.connect(transport);
  await closed;
}
