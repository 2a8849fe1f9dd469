import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A received message. */
export interface Received {
  body: string;
  headers: http.IncomingHttpHeaders;
  /** Status of the answer; 0 for a connection that was closed instead. */
  status: number;
}

export interface Receiver {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A server for webhooks, which answers with each status of `answers` in turn, and then with 200. */
export async function startReceiver(answers: readonly number[] = []): Promise<Receiver> {
  const left = [...answers];
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    void text(request).then((body) => {
      const status = left.shift() ?? 200;
      received.push({ body, headers: request.headers, status });
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/very-secret`,
    received,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
