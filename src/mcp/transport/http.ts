import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToolContext } from '../tool-context.ts';
import { MAX_QUESTION_BYTES, tooLongResponse } from './long-lines.ts';
import { createServer } from '../server.ts';

const LOOPBACK = '127.0.0.1';
const PATH = '/mcp';
/** Maximum number of sessions. Each has its own server; a further one ends the least recently used. */
export const MAX_SESSIONS = 16;
/** Milliseconds without use after which a session ends, because clients can disappear without closing it. */
export const MAX_IDLE_MS = 30 * 60_000;

interface Session {
  transport: NodeStreamableHTTPServerTransport;
  /** Time of the last question or answer, in milliseconds. */
  lastUsedAt: number;
  /** Number of questions in progress. */
  openQuestions: number;
}

export interface HttpEndpoint {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves Streamable HTTP on this machine only, to clients with the token.
 * @param port 0 for any free port
 * @param now monotonic milliseconds
 * @throws if the port is in use
 */
export async function serveHttp(
  context: ToolContext,
  port: number,
  token: string,
  now = () => performance.now(),
): Promise<HttpEndpoint> {
  const sessions = new Map<string, Session>();
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
    const body = request.method === 'POST' ? await bodyOf(request) : undefined;
    if (body === null) {
      response
        .writeHead(413, { 'content-type': 'application/json' })
        .end(JSON.stringify(tooLongResponse(null)));
      return;
    }
    const session = sessions.get(String(request.headers['mcp-session-id'] ?? ''));
    // A GET opens the stream of server messages, which stays open, so it is not counted.
    if (session !== undefined && request.method !== 'GET') use(session, response);
    await (session?.transport ?? (await openSession())).handleRequest(request, response, body);
  }

  function use(session: Session, response: ServerResponse): void {
    session.openQuestions++;
    session.lastUsedAt = now();
    response.once('close', () => {
      session.openQuestions--;
      session.lastUsedAt = now();
    });
  }

  /** HTTP status of a refusal; null to accept the request. */
  function refusalOf({ headers, url = '' }: IncomingMessage): number | null {
    // Prevents DNS rebinding: a web page could resolve its own name to this machine. Browsers also send an origin.
    if (headers.host !== host || headers.origin !== undefined) return 403;
    if (!isToken(headers.authorization)) return 401;
    if (new URL(url, `http://${host}`).pathname !== PATH) return 404;
    endIdle();
    const session = headers['mcp-session-id'];
    return session === undefined || sessions.has(String(session)) ? null : 404;
  }

  function endIdle(): void {
    for (const [id, { lastUsedAt, openQuestions }] of sessions)
      if (openQuestions === 0 && now() - lastUsedAt > MAX_IDLE_MS) end(id);
  }

  function end(id: string): void {
    const session = sessions.get(id);
    sessions.delete(id);
    void session?.transport.close();
  }

  function add(id: string, transport: NodeStreamableHTTPServerTransport): void {
    sessions.set(id, { transport, lastUsedAt: now(), openQuestions: 0 });
    if (sessions.size <= MAX_SESSIONS) return;
    const [oldest] = [...sessions].sort(
      ([, a], [, b]) =>
        Math.min(a.openQuestions, 1) - Math.min(b.openQuestions, 1) || a.lastUsedAt - b.lastUsedAt,
    );
    if (oldest !== undefined) end(oldest[0]);
  }

  async function openSession(): Promise<NodeStreamableHTTPServerTransport> {
    const transport: NodeStreamableHTTPServerTransport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id): void => add(id, transport),
    });
    transport.onclose = () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
    };
    await createServer(context).connect(transport);
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
      await Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/** Body as JSON, or as text if it is no JSON; null if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    // Reads to the end, because a client that is still sending does not see the answer.
    if (length <= MAX_QUESTION_BYTES) parts.push(part);
  }
  if (length > MAX_QUESTION_BYTES) return null;
  const written = Buffer.concat(parts).toString('utf8');
  try {
    return JSON.parse(written) as unknown;
  } catch {
    // The transport reports the error.
    return written;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end();
}
