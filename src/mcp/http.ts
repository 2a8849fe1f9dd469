import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from './desk.ts';
import { createServer } from './server.ts';

const LOOPBACK = '127.0.0.1';
const PATH = '/mcp';
/** Each holds a server of its own: as many clients as one person has. */
const MOST_SESSIONS = 16;

export interface HttpDoor {
  url: string;
  close: () => Promise<void>;
}

/**
 * Answers over Streamable HTTP on this machine only, to whoever has the token.
 * @param port 0 for any that is free
 * @throws where the port is taken
 */
export async function serveHttp(desk: Desk, port: number, token: string): Promise<HttpDoor> {
  const sessions = new Map<string, NodeStreamableHTTPServerTransport>();
  const http = createHttpServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500);
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, LOOPBACK, resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  const host = `${LOOPBACK}:${taken}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request);
    if (refusal !== null) {
      refuse(response, refusal);
      return;
    }
    const known = sessions.get(String(request.headers['mcp-session-id'] ?? ''));
    await (known ?? (await openSession())).handleRequest(request, response);
  }

  /** A status of HTTP, or null. */
  function refusalOf({ headers, url = '' }: IncomingMessage): number | null {
    // A page in a browser could be made to ask a name that leads here: the host is compared, and pages send an origin.
    if (headers.host !== host || headers.origin !== undefined) return 403;
    if (!isToken(headers.authorization)) return 401;
    if (new URL(url, `http://${host}`).pathname !== PATH) return 404;
    const session = headers['mcp-session-id'];
    if (session !== undefined) return sessions.has(String(session)) ? null : 404;
    return sessions.size < MOST_SESSIONS ? null : 503;
  }

  async function openSession(): Promise<NodeStreamableHTTPServerTransport> {
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    });
    transport.onclose = () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
    };
    await createServer(desk).connect(transport);
    return transport;
  }

  function isToken(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  return {
    url: `http://${host}${PATH}`,
    close: async () => {
      await Promise.all([...sessions.values()].map((session) => session.close()));
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end();
}
