import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { keepPort, portForWindows } from '../harness/windows/address.ts';

const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

/** A server in front of the workbench's own. */
export interface Front extends AsyncDisposable {
  url: string;
}

/**
 * Serves a workbench together with extensions that are not installed: the page names them and loads them from here, as an
 * editor on the web loads those of its gallery.
 * @param back the workbench's server
 * @param extensions their files, by a path that begins with the name of an extension
 */
export async function serveFront(
  back: string,
  extensions: ReadonlyMap<string, string | Uint8Array>,
): Promise<Front> {
  const names = [...new Set([...extensions.keys()].map((file) => file.split('/')[0] ?? ''))];
  const { hostname, port } = new URL(back);
  const ask = ({ url = '/', method, headers }: IncomingMessage): Promise<IncomingMessage> => {
    const asked = request({
      hostname,
      port,
      path: url,
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      // A kept connection may be closed by the server at the moment of its next use.
      agent: false,
    });
    asked.end();
    return once(asked, 'response').then(([answer]) => answer as IncomingMessage);
  };
  const server = createServer((asked, response) => {
    const { pathname } = new URL(asked.url ?? '/', back);
    const own = extensions.get(pathname.replace(/^\/extensions\//, ''));
    if (pathname.startsWith('/extensions/')) {
      response.writeHead(own === undefined ? 404 : 200, { 'content-type': typeOf(pathname) }).end(own);
      return;
    }
    const answered = ask(asked).then(async (answer) => {
      const { statusCode = 500, headers } = answer;
      if (pathname !== '/') {
        answer.pipe(response.writeHead(statusCode, headers));
        return;
      }
      const page = withExtensions(await text(answer), asked.headers.host ?? '', names);
      response.writeHead(statusCode, { ...headers, 'content-length': Buffer.byteLength(page) }).end(page);
    });
    // The server may stop while a closed page still sends requests.
    answered.catch(() => response.destroy());
  });
  // The server does not close upgraded connections, and either end may leave its half open.
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked, socket, head) => {
    const behind = connect(Number(port), hostname, () => {
      const lines = asked.rawHeaders.flatMap((name, at, all) =>
        at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : [],
      );
      behind.write([`GET ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    for (const [one, other] of [
      [behind, socket],
      [socket, behind],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(await portForWindows(), '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  keepPort(taken);
  return {
    url: `http://127.0.0.1:${taken}`,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Page of the workbench with additional built-in extensions. */
function withExtensions(page: string, host: string, names: readonly string[]): string {
  return page.replace(CONFIGURATION, (_, beginning: string, written: string) => {
    const settings = JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as object;
    const added = names.map((name) => ({
      $mid: 1,
      scheme: 'http',
      authority: host,
      path: `/extensions/${name}`,
    }));
    const changed = JSON.stringify({ ...settings, additionalBuiltinExtensions: added });
    return `${beginning}${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}

function typeOf(file: string): string {
  if (/\.c?js$/.test(file)) return 'text/javascript';
  if (file.endsWith('.css')) return 'text/css';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
