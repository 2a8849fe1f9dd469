import { text } from '../../l10n/index.ts';
import { parseRetryAfter } from './backoff.ts';
import { FetchFailure } from '../../products/index.ts';

/** Server's answer to one request. */
export type HttpAnswer =
  | { kind: 'unchanged' }
  | { kind: 'redirect'; location: string }
  | {
      kind: 'body';
      /**
       * In base64 for a packed file (`.gz`), whose bytes are not text, so that it can pass between threads and into the
       * cache.
       */
      body: string;
      contentType: string;
      etag: string | null;
      lastModified: string | null;
      /** Size of the body in bytes after decompression. */
      size: number;
    };

export interface ExchangeOptions {
  /** Headers other than those of a conditional request. */
  headers: Readonly<Record<string, string>>;
  validators: { etag: string | null; lastModified: string | null } | null;
  /** Time limit of the whole answer. */
  timeoutMs: number;
  /** Time limit for the answer to begin; at most `timeoutMs`. */
  answerMs: number;
  maxBytes: number;
  signal: AbortSignal | undefined;
  nowMs: () => number;
}

/** Performs a request: `exchange`, or another thread on its behalf. */
export type Exchange = (url: URL, options: ExchangeOptions) => Promise<HttpAnswer>;

/**
 * Performs one request within the limits and returns the whole answer. Throws a FetchFailure, or the signal's reason
 * when cancelled. This uses Node's own `fetch`: VS Code replaces it in the extension host by one that follows its proxy
 * and certificate settings (`http.proxy`, `http.fetchAdditionalSupport`), also for ESM extensions and with `redirect:
 * 'manual'`; see workbench/api/node/proxyResolver.ts of microsoft/vscode. In the command line `useEnvironmentProxy`
 * does the same.
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<HttpAnswer> {
  options.signal?.throwIfAborted();
  const limit = limitTime(options.timeoutMs, options.signal);
  const answer = limitTime(options.answerMs, limit.signal);
  try {
    const response = await fetch(url, {
      headers: { ...options.headers, ...conditionalHeaders(options.validators) },
      redirect: 'manual',
      // Otherwise fetch adds `Cache-Control: no-cache` to a conditional request, which makes some servers send the
      // body.
      cache: 'no-cache',
      credentials: 'omit',
      signal: answer.signal,
    });
    answer.stop();
    return await readAnswer(response, url, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof FetchFailure) throw error;
    if (answer.isOver() && options.answerMs < options.timeoutMs) {
      const args = { host: url.host, seconds: Math.ceil(options.answerMs / 1_000) };
      throw new FetchFailure('connection', text('catalogue.fetch.noAnswer', args), { cause: error });
    }
    if (limit.isOver() || answer.isOver()) {
      const seconds = Math.ceil(options.timeoutMs / 1_000);
      throw new FetchFailure('timeout', text('catalogue.fetch.timeout', { seconds }), { cause: error });
    }
    throw connectionFailure(url, error);
  } finally {
    answer.clear();
    limit.clear();
  }
}

async function readAnswer(response: Response, url: URL, options: ExchangeOptions): Promise<HttpAnswer> {
  const { status } = response;
  if (status === 200) return readPage(response, url, options.maxBytes);
  await response.body?.cancel();
  if (status === 304 && options.validators !== null) return { kind: 'unchanged' };
  const location = response.headers.get('location');
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) return { kind: 'redirect', location };
  if (status === 404 || status === 410) {
    throw new FetchFailure('gone', text('catalogue.fetch.gone', { status }), { status });
  }
  const isOverloaded = status === 408 || status === 429 || status >= 500;
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), options.nowMs());
  throw new FetchFailure(isOverloaded ? 'overloaded' : 'status', text('catalogue.fetch.status', { status }), {
    status,
    retryAfterMs,
  });
}

async function readPage(response: Response, url: URL, maxBytes: number): Promise<HttpAnswer> {
  const contentType = response.headers.get('content-type') ?? '';
  const isPacked = isPackedFile(url);
  if (!isPacked && !isText(contentType, url.pathname)) {
    await response.body?.cancel();
    throw new FetchFailure('content-type', text('catalogue.fetch.contentType', { contentType }));
  }
  const bytes = await readBytes(response, maxBytes);
  const body = isPacked ? bytes.toString('base64') : new TextDecoder().decode(bytes);
  if (!isPacked && isCutOff(body)) throw new FetchFailure('truncated', text('catalogue.fetch.truncated'));
  return {
    kind: 'body',
    body,
    contentType,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    size: bytes.length,
  };
}

/**
 * Body of a response; stops reading above the limit. Counts decompressed bytes, which also stops a compression bomb.
 */
async function readBytes(response: Response, maxBytes: number): Promise<Buffer> {
  const body: AsyncIterable<Uint8Array> | null = response.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) {
      const limitMb = Math.round((maxBytes / 1_000_000) * 10) / 10;
      throw new FetchFailure('too-large', text('catalogue.fetch.tooLarge', { limitMb }));
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** True for the address of a packed file, which is passed on as it is. */
export function isPackedFile({ pathname }: URL): boolean {
  return pathname.endsWith('.gz');
}

/**
 * True for a text: release notes are HTML, Markdown, JSON or a feed. Plain file servers label HTML correctly, but not
 * all others.
 */
function isText(contentType: string, path: string): boolean {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type.startsWith('text/') || /[/+](json|xml)$/.test(type)) return true;
  return /^(?:application|binary)\/octet-stream$/.test(type) && /\.(?:md|rss|xml|json|list|sgml)$/.test(path);
}

/** True for an HTML page that was truncated although its declared length matches. */
function isCutOff(body: string): boolean {
  return /<html[\s>]/i.test(body.slice(0, 1_000)) && !/<\/html\s*>/i.test(body.slice(-1_000));
}

function conditionalHeaders(validators: ExchangeOptions['validators']): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}

function connectionFailure(url: URL, error: unknown): FetchFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // Node's fetch reports a body that ends early as `terminated`; a connection existed then.
  if (error instanceof Error && error.message === 'terminated') {
    return new FetchFailure('truncated', text('catalogue.fetch.truncated'), { cause });
  }
  const args = { host: url.host, error: errorCode(cause) };
  return new FetchFailure('connection', text('catalogue.fetch.connection', args), { cause });
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Signal that aborts at the time limit or with the caller's signal. */
function limitTime(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let over = false;
  const abort = () => controller.abort();
  const timer = setTimeout(() => {
    over = true;
    abort();
  }, timeoutMs);
  outer?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    isOver: () => over,
    /** Cancels the time limit; the outer signal remains effective. */
    stop: () => clearTimeout(timer),
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}
