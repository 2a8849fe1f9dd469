import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Faults of a server. */
export type Fault =
  | { kind: 'status'; status: number; retryAfter?: string }
  /** Never answers. */
  | { kind: 'hang' }
  /** Sends a few bytes now and then, and never ends. */
  | { kind: 'trickle' }
  /** Half of the body; the declared length is that of the whole, or of the half. */
  | { kind: 'cut'; declares: 'whole' | 'half' }
  /** A page of this many spaces, which compress to almost nothing. */
  | { kind: 'oversize'; bytes: number; gzip?: boolean }
  | { kind: 'redirect'; to: string; status?: number }
  /** Another answer instead of the page: an error page with status 200, a picture. */
  | { kind: 'answer'; body: string; contentType?: string }
  /** Closes the connection without an answer. */
  | { kind: 'reset' };

export interface LoggedRequest {
  path: string;
  headers: http.IncomingHttpHeaders;
  /** True if the request named the client's version of the page. */
  conditional: boolean;
  status: number;
  /** True if a body of a page was sent, completely or in part. */
  sentBody: boolean;
}

export interface MirrorOptions {
  /** A folder whose files are the pages. */
  folder?: string;
  /** Pages by path, above those of the folder. */
  pages?: Readonly<Record<string, string | Buffer>>;
  /** History of the pages, from each day (YYYY-MM-DD) on; null for a removed page. See `moveTo`. */
  timeline?: readonly { from: string; pages: Readonly<Record<string, string | null>> }[];
  /** Headers with which the server identifies a page's version. */
  validators?: 'both' | 'etag' | 'last-modified' | 'none';
}

export interface Mirror {
  /** `http://127.0.0.1:…`, for `--docs-origin`. */
  readonly origin: string;
  /** Requests since the start or the last `forget`. */
  readonly requests: readonly LoggedRequest[];
  /** Paths of the pages whose bodies were sent. */
  bodies(): string[];
  forget(): void;
  /** Replaces a page, or removes it with null. */
  change(path: string, body: string | Buffer | null, on?: string): void;
  /** Serves the pages of a day of the timeline, and reverts every `change`. */
  moveTo(day: string): void;
  /** Pages with a matching path fail in this way, for a number of requests. */
  misbehave(paths: RegExp, fault: Fault, times?: number): void;
  /** Ends all faults. */
  behave(): void;
  close(): Promise<void>;
}

interface ServedPage {
  body: Buffer;
  modified: Date;
}

interface Reply {
  status: number;
  headers: http.OutgoingHttpHeaders;
  body: Buffer | string | null;
}

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const FIRST_DAY = '2020-01-01';
const TYPES: Record<string, string> = {
  '': 'text/html; charset=UTF-8',
  '.html': 'text/html; charset=UTF-8',
  '.gz': 'application/gzip',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.rss': 'application/rss+xml',
  '.sgml': 'text/plain',
  '.txt': 'text/plain',
};

/** A server of pages for tests, with ETag and Last-Modified, which records requests and can simulate faults. */
export async function startMirror(options: MirrorOptions = {}): Promise<Mirror> {
  const { validators = 'both', timeline = [] } = options;
  const overlay = new Map<string, ServedPage | null>();
  const faults: { paths: RegExp; fault: Fault; left: number }[] = [];
  let requests: LoggedRequest[] = [];
  /** Files of the folder, by path. */
  const read = new Map<string, ServedPage>();

  function change(pagePath: string, body: string | Buffer | null, on = FIRST_DAY): void {
    overlay.set(pagePath, body === null ? null : { body: Buffer.from(body), modified: new Date(on) });
  }

  function moveTo(day: string): void {
    overlay.clear();
    for (const [pagePath, body] of Object.entries(options.pages ?? {})) change(pagePath, body);
    for (const step of timeline) {
      if (step.from > day) continue;
      for (const [pagePath, body] of Object.entries(step.pages)) change(pagePath, body, step.from);
    }
  }

  function find(pagePath: string): ServedPage | null {
    const changed = overlay.get(pagePath);
    if (changed !== undefined) return changed;
    const file = options.folder === undefined ? '' : path.join(options.folder, path.normalize(pagePath));
    const stat = file === '' ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) return null;
    const known = read.get(file);
    if (known?.modified.getTime() === stat.mtime.getTime()) return known;
    const page = { body: readFileSync(file), modified: stat.mtime };
    read.set(file, page);
    return page;
  }

  function takeFault(pagePath: string): Fault | null {
    const rule = faults.find(({ paths, left }) => left > 0 && paths.test(pagePath));
    if (rule === undefined) return null;
    rule.left--;
    return rule.fault;
  }

  function replyFor(pagePath: string, headers: http.IncomingHttpHeaders): Reply {
    const page = find(pagePath);
    if (page === null) return { status: 404, headers: HTML, body: 'Not here' };
    const validity = validityOf(page, validators);
    if (isUnchanged(headers, validity)) return { status: 304, headers: validity, body: null };
    const type = { 'content-type': TYPES[path.extname(pagePath)] ?? 'application/octet-stream' };
    if (!/\bgzip\b/.test(headers['accept-encoding']?.toString() ?? '')) {
      return { status: 200, headers: { ...validity, ...type }, body: page.body };
    }
    const packed = { 'content-encoding': 'gzip' };
    return { status: 200, headers: { ...validity, ...type, ...packed }, body: packedOf(page.body) };
  }

  const server = http.createServer((request, response) => {
    const pagePath = decodeURIComponent(new URL(request.url ?? '/', 'http://mirror').pathname);
    const { headers } = request;
    const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
    const logged = { path: pagePath, headers, conditional, status: 0, sentBody: false };
    requests.push(logged);
    const fault = takeFault(pagePath);
    const reply = fault === null ? replyFor(pagePath, headers) : playFault(fault, find(pagePath), response);
    if (reply === null) return;
    logged.status = reply.status;
    logged.sentBody = reply.status === 200;
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body ?? undefined);
  });
  moveTo('9999-12-31');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    bodies: () => requests.filter(({ sentBody }) => sentBody).map((request) => request.path),
    forget() {
      requests = [];
    },
    change,
    moveTo,
    misbehave(paths, fault, times = Infinity) {
      faults.unshift({ paths, fault, left: times });
    },
    behave() {
      faults.length = 0;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Memoization helps because unchanged pages are requested again and again. */
const etags = new WeakMap<Buffer, string>();

function etagOf(body: Buffer): string {
  const known = etags.get(body) ?? `"${createHash('sha1').update(body).digest('hex')}"`;
  etags.set(body, known);
  return known;
}

const packedBodies = new WeakMap<Buffer, Buffer>();

function packedOf(body: Buffer): Buffer {
  const packed = packedBodies.get(body) ?? gzipSync(body);
  packedBodies.set(body, packed);
  return packed;
}

function validityOf(page: ServedPage, validators: MirrorOptions['validators']): Record<string, string> {
  const etag = etagOf(page.body);
  const modified = page.modified.toUTCString();
  if (validators === 'none') return {};
  if (validators === 'etag') return { etag };
  if (validators === 'last-modified') return { 'last-modified': modified };
  return { etag, 'last-modified': modified };
}

/** Follows Express: a client with `no-cache` gets the body, and an ETag precedes a date. */
function isUnchanged(headers: http.IncomingHttpHeaders, validity: Record<string, string>): boolean {
  if (/\bno-cache\b/.test(headers['cache-control'] ?? '')) return false;
  const { etag, 'last-modified': modified } = validity;
  if (headers['if-none-match'] !== undefined && etag !== undefined) return headers['if-none-match'] === etag;
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && Date.parse(modified) <= since;
}

/** Wrong answer to send; null for a fault that is no HTTP answer. */
function playFault(fault: Fault, page: ServedPage | null, response: http.ServerResponse): Reply | null {
  switch (fault.kind) {
    case 'status': {
      const wait = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      return { status: fault.status, headers: { ...HTML, ...wait }, body: 'Error' };
    }
    case 'hang':
      return null;
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'redirect':
      return { status: fault.status ?? 302, headers: { location: fault.to }, body: null };
    case 'answer':
      return { status: 200, headers: { 'content-type': fault.contentType ?? 'text/html' }, body: fault.body };
    case 'oversize': {
      const blanks = Buffer.alloc(fault.bytes, ' ');
      if (!fault.gzip) return { status: 200, headers: HTML, body: blanks };
      return { status: 200, headers: { ...HTML, 'content-encoding': 'gzip' }, body: gzipSync(blanks) };
    }
    case 'trickle': {
      response.writeHead(200, HTML);
      const drip = setInterval(() => response.write('<p>'), 10);
      response.on('close', () => clearInterval(drip));
      return null;
    }
    case 'cut': {
      const whole = page?.body ?? Buffer.from('<html><body>whole</body></html>');
      const half = whole.subarray(0, Math.ceil(whole.length / 2));
      if (fault.declares === 'half') return { status: 200, headers: HTML, body: half };
      response.writeHead(200, { ...HTML, 'content-length': whole.length });
      response.write(half, () => response.destroy());
      return null;
    }
  }
}
