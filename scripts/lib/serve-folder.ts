import { createReadStream, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.sgml': 'text/plain; charset=utf-8',
};

/** Name of a host, such as `docs.aws.amazon.com`: a folder in a mirror of several hosts. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/**
 * Serves a folder over HTTP on this machine: the paths of one host, or folders named after hosts, whose paths are
 * merged.
 */
export async function serveFolder(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const roots = rootsIn(path.resolve(folder));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const page = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = roots.map((root) => fileIn(root, decodeURIComponent(page))).find((found) => found !== null);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function rootsIn(folder: string): string[] {
  const hosts = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && HOST.test(entry.name),
  );
  return [folder, ...hosts.map(({ name }) => path.join(folder, name))];
}

function fileIn(root: string, pathname: string): string | null {
  const file = path.join(root, path.normalize(pathname));
  return file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}
