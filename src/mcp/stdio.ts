import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Desk } from './desk.ts';
import { createServer } from './server.ts';

/** Answers on standard input and output until the client closes them. */
export async function serveStdio(desk: Desk): Promise<void> {
  const server = createServer(desk);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
