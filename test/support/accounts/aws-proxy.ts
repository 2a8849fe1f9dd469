import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to a service, identified by its signature and body. */
export interface AwsRequest {
  /** `rds:DescribeDBClusters` */
  action: string;
  region: string;
  accessKey: string;
  /** The fields of a request in the query protocol. */
  params: URLSearchParams;
  /** The body of a request in a JSON protocol; null otherwise. */
  json: unknown;
  /** Number of earlier requests with this action. */
  before: number;
}

/** Reaction of the proxy to a request: an answer of its own, or the real one, changed or not. */
export type ProxyAnswer =
  | { kind: 'answer'; status?: number; body: string; type?: string }
  /** Never answers. */
  | { kind: 'hang' }
  /** Forwards the request and drops the answer. */
  | { kind: 'lose' }
  | { kind: 'change'; body: (body: string) => string };

/** Returns a reaction, or null. The first rule with one decides; without any, the request is forwarded. */
export type Rule = (request: AwsRequest) => ProxyAnswer | null;

/** Proxy between the scan and moto: plays the missing services, injects faults, and records requests. */
export interface AwsProxy {
  url: string;
  /** Requests since the last reset. */
  requests: AwsRequest[];
  reset(...rules: Rule[]): void;
  stop(): Promise<void>;
}

/** Amazon S3 has no names of actions in its requests. */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
};

/** The service that a signature names, as its IAM actions begin. */
const SERVICES: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' };

export async function startAwsProxy(target: string): Promise<AwsProxy> {
  let rules: readonly Rule[] = [];
  const requests: AwsRequest[] = [];
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });

  let writing: Promise<unknown> = Promise.resolve();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const request = read(incoming, body, requests);
    requests.push(request);
    const play = rules.reduce<ProxyAnswer | null>((found, rule) => found ?? rule(request), null);
    if (play?.kind === 'hang') return;
    if (play?.kind === 'answer') {
      response.writeHead(play.status ?? 200, { 'content-type': play.type ?? 'text/xml' }).end(play.body);
      return;
    }
    // Moto does not know the proxy's own page tokens.
    if (play?.kind === 'change') for (const name of ['Marker', 'MaxRecords']) request.params.delete(name);
    const sent = play?.kind === 'change' ? Buffer.from(request.params.toString()) : body;
    // S3 orders concurrent writes, and moto does not, so the proxy forwards them one after another.
    const answering =
      incoming.method === 'PUT'
        ? writing.then(() => forward(target, incoming, sent))
        : forward(target, incoming, sent);
    if (incoming.method === 'PUT') writing = answering.catch(() => undefined);
    const answer = await answering;
    if (play?.kind === 'lose') {
      response.writeHead(500).end();
      return;
    }
    const text = play?.kind === 'change' ? Buffer.from(play.body(answer.body.toString('utf8'))) : answer.body;
    response.writeHead(answer.status, answer.headers).end(text);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    reset(...next) {
      rules = next;
      requests.length = 0;
    },
    stop: () => close(server),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function read(incoming: IncomingMessage, body: Buffer, before: readonly AwsRequest[]): AwsRequest {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(incoming.headers.authorization ?? '');
  const [, accessKey = '', region = '', service = ''] = scope ?? [];
  // Bodies for S3 have megabytes, and no operation names.
  const params = new URLSearchParams(service === 's3' ? '' : body.toString('utf8'));
  const target = incoming.headers['x-amz-target'];
  const name =
    params.get('Action') ??
    (typeof target === 'string' ? target.split('.').at(-1) : undefined) ??
    /\/operation\/(\w+)/.exec(incoming.url ?? '')?.[1] ??
    (service === 's3' ? S3_ACTIONS[incoming.method ?? ''] : undefined) ??
    '';
  const action = `${SERVICES[service] ?? service}:${name}`;
  const json: unknown = typeof target === 'string' ? JSON.parse(body.toString('utf8')) : null;
  return {
    action,
    region,
    accessKey,
    params,
    json,
    before: before.filter((each) => each.action === action).length,
  };
}

async function forward(
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    const isOfConnection = ['connection', 'content-length', 'expect', 'transfer-encoding'].includes(name);
    if (typeof value === 'string' && !isOfConnection) headers.set(name, value);
  }
  const method = incoming.method ?? 'POST';
  const response = await fetch(target + (incoming.url ?? '/'), {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
  });
  const kept = [...response.headers].filter(([name]) => /^(content-type|etag|x-amz-meta-.*)$/.test(name));
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Answers of the query protocol. */
export function xml(action: string, result: string): ProxyAnswer {
  const name = action.slice(action.indexOf(':') + 1);
  return {
    kind: 'answer',
    body: `<${name}Response><${name}Result>${result}</${name}Result></${name}Response>`,
  };
}

/** An error of the query protocol. */
export function xmlError(code: string, status = 400): ProxyAnswer {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`;
  return { kind: 'answer', status, body };
}

export function json(value: unknown, status = 200): ProxyAnswer {
  return { kind: 'answer', status, body: JSON.stringify(value), type: 'application/x-amz-json-1.1' };
}

/** A rule for one action. */
export function on(action: string, play: (request: AwsRequest) => ProxyAnswer | null): Rule {
  return (request) => (request.action === action ? play(request) : null);
}

/** Cuts moto's one page into pages, by the elements of a list: `DBCluster` in `DBClusters`. */
export function paged(action: string, element: string, size: number): Rule {
  return on(action, ({ params }) => {
    const from = Number(params.get('Marker') ?? 0);
    return { kind: 'change', body: (whole) => pageOf(whole, element, from, size) };
  });
}

function pageOf(whole: string, element: string, from: number, size: number): string {
  const items = whole.match(new RegExp(`<${element}>[\\s\\S]*?</${element}>`, 'g')) ?? [];
  if (items.length === 0) return whole;
  const list = items.slice(from, from + size).join('');
  const next = from + size < items.length ? `<Marker>${from + size}</Marker>` : '';
  const start = whole.indexOf(items[0] ?? '');
  const last = items.at(-1) ?? '';
  const end = whole.lastIndexOf(last) + last.length;
  const close = `</${element}s>`;
  return (whole.slice(0, start) + list + whole.slice(end)).replace(close, close + next);
}
