import type { Text } from '../../../model/index.ts';
import type { Message, Say } from '../../say.ts';

/** Evidence in other files: runbooks, health check pages, connection pools and clients. */
export const application = {
  'remedy.suspend-processes': 'suspend the replacement of unhealthy instances',
  'remedy.health-check-type': 'let the group replace by EC2 health checks only',
  'remedy.detach': 'detach an instance, or the load balancer, from the group',
  'remedy.standby': 'put an instance into standby',
  'evidence.brake': (a: { file: string; line: number; remedy: Text }, say: Say) =>
    `${a.file}:${a.line} recommends how to stop a replacement loop: ${say(a.remedy)}`,
  'evidence.brakeUndo': (a: { file: string; line: number }) => `${a.file}:${a.line} is the way back`,
  'evidence.brakeForbidden': (a: { file: string; line: number }) =>
    `${a.file}:${a.line} forbids it, or only mentions it: no document or script recommends how to stop a replacement loop`,
  'evidence.brakeOfOther': (a: { file: string; line: number; groups: string }) =>
    `${a.file}:${a.line} is about another group (${a.groups})`,
  'evidence.brakeWithoutUndo': (a: { file: string; line: number; remedy: Text }, say: Say) =>
    `${a.file}:${a.line} recommends to ${say(a.remedy)}, and nothing says how to undo it`,
  'evidence.noBrake': 'no document or script says how to stop a replacement loop',
  'evidence.pathPage': (a: { path: string; file: string; line: number }) =>
    `${a.path} is a file that the web server sends as it is (${a.file}:${a.line})`,
  'evidence.pathStatic': (a: { path: string }) =>
    `whether ${a.path} is a file or an answer of the application is unknown: no such file is published here`,
  'evidence.handlerUnclear': (a: { path: string; file: string; line: number }) =>
    `${a.path}: the handler in ${a.file}:${a.line} calls something that is not found here`,
  'evidence.proxyShares': (a: { proxy: string; limit: number }) =>
    `${a.proxy} shares connections between clients; the limit is ${a.limit}`,
  'evidence.connectionsFit': (a: { servers: number; pool: number; total: number; limit: number }) =>
    `${a.servers} servers with pools of ${a.pool} open ${a.total} connections at most; the limit is ${a.limit}`,
  'evidence.noPoolKnown': (a: { limit: number }) =>
    `up to ${a.limit} connections, but no pool size is found: look at the JDBC URL, environment variables or the driver's default, times the servers`,
  'evidence.poolsNotRead': (a: { limit: number }) =>
    `up to ${a.limit} connections; the application's code, with its pool size, was not read`,
  'evidence.serversUnknown': (a: { limit: number; pool: number }) =>
    `up to ${a.limit} connections, and pools of ${a.pool}; how many servers connect is unknown`,
  'evidence.noClientTimeout':
    "no connect time-out of a database client is found: look at the JDBC URL (connectTimeout, socketTimeout), environment variables and the driver's default, which may be none",
  'evidence.noReadTimeout': 'no read time-out is found: a query on a dead connection may wait for minutes',
  'evidence.clientTimeout': (a: { name: string; value: number; file: string; line: number }) =>
    `${a.name} is ${a.value} s in ${a.file}:${a.line}`,
  'evidence.longClientTimeout': (a: {
    name: string;
    value: number;
    file: string;
    line: number;
    longest: number;
  }) => `${a.name} in ${a.file}:${a.line} is ${a.value} s, longer than ${a.longest} s`,
  'evidence.longClientTimeout.endless': (a: {
    name: string;
    value: number;
    file: string;
    line: number;
    longest: number;
  }) => `${a.name} in ${a.file}:${a.line} is 0: the client waits without an end`,
  'evidence.eagerRetries': (a: { name: string; value: number; file: string; line: number }) =>
    `${a.name} in ${a.file}:${a.line} retries ${a.value} times, and no backoff is found: a short fault becomes a surge of connections`,
  'evidence.backoff': (a: { name: string; file: string; line: number }) =>
    `retries wait longer each time (${a.name} in ${a.file}:${a.line})`,
  'check.app-client-timeouts.title': 'Database clients should time out, and wait before they retry',
  'check.app-client-timeouts.why':
    'A client that waits for a slow database without an end holds the thread that answers the health check. One that retries at once turns a short fault into a surge of new connections.',
  'check.app-client-timeouts.care':
    'A read time-out shorter than the longest good query breaks that query. Test with a database that does not answer.',
} satisfies Record<string, Message>;
