import { Readable } from 'node:stream';
import type { AutoScaling } from '@aws-sdk/client-auto-scaling';
import type { CloudTrail } from '@aws-sdk/client-cloudtrail';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { ConfigService } from '@aws-sdk/client-config-service';
import type { EC2 } from '@aws-sdk/client-ec2';
import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { EventBridge } from '@aws-sdk/client-eventbridge';
import type { RDS } from '@aws-sdk/client-rds';
import type { SNS } from '@aws-sdk/client-sns';
import type { SSM } from '@aws-sdk/client-ssm';
import type { STS } from '@aws-sdk/client-sts';
import type {
  AwsCredentialIdentityProvider,
  DeserializeHandler,
  FinalizeHandler,
  HandlerExecutionContext,
  MiddlewareStack,
} from '@smithy/types';
import { endpointFor, type ProfileEndpoints, type Service } from './endpoints.ts';
import type { Action } from './operations.ts';

/** The SDK's client of each service, by the prefix of its IAM actions. */
export interface Clients {
  autoscaling: AutoScaling;
  cloudtrail: CloudTrail;
  cloudwatch: CloudWatch;
  config: ConfigService;
  ec2: EC2;
  elasticloadbalancing: ElasticLoadBalancingV2;
  events: EventBridge;
  logs: CloudWatchLogs;
  rds: RDS;
  sns: SNS;
  ssm: SSM;
  sts: STS;
}
export type ServiceOf<A extends Action> = A extends `${infer S extends Service}:${string}` ? S : never;

/** Configuration of every client. */
export interface ClientConfig {
  region: string;
  credentials: AwsCredentialIdentityProvider;
  profile?: string;
  /** Endpoint that replaces those of the services and of the profile. */
  endpoint?: string;
  /** Endpoints that the profile sets. */
  endpoints?: ProfileEndpoints;
  maxAttempts: number;
  retryMode: 'adaptive';
  requestHandler: { connectionTimeout: number; requestTimeout: number; throwOnRequestTimeout: boolean };
}

/** Permission check and observer of the calls: sees each command before it leaves, each request, and each answer. */
export interface CallGate {
  /** Checks a command before it is sent, by its IAM action. @throws if the action is not allowed */
  check(action: string): void;
  sent(action: string): void;
  /** Body of an answer, wrapped for reading. @param isError true if its status is an error */
  answered(body: Readable, isError: boolean): Readable;
}

type Loader<S extends Service> = (config: ClientConfig, gate: CallGate) => Promise<Clients[S]>;

/** Loaders of the SDK's clients: nothing is loaded before the first call to a service. */
const CLIENT_LOADERS: { readonly [S in Service]: Loader<S> } = {
  async autoscaling(config, gate) {
    const { AutoScaling } = await import('@aws-sdk/client-auto-scaling');
    const client = new AutoScaling(config);
    guardCalls('autoscaling', client.middlewareStack, gate);
    return client;
  },
  async cloudtrail(config, gate) {
    const { CloudTrail } = await import('@aws-sdk/client-cloudtrail');
    const client = new CloudTrail(config);
    guardCalls('cloudtrail', client.middlewareStack, gate);
    return client;
  },
  async cloudwatch(config, gate) {
    const { CloudWatch } = await import('@aws-sdk/client-cloudwatch');
    const client = new CloudWatch(config);
    guardCalls('cloudwatch', client.middlewareStack, gate);
    return client;
  },
  async config(config, gate) {
    const { ConfigService } = await import('@aws-sdk/client-config-service');
    const client = new ConfigService(config);
    guardCalls('config', client.middlewareStack, gate);
    return client;
  },
  async ec2(config, gate) {
    const { EC2 } = await import('@aws-sdk/client-ec2');
    const client = new EC2(config);
    guardCalls('ec2', client.middlewareStack, gate);
    return client;
  },
  async elasticloadbalancing(config, gate) {
    const { ElasticLoadBalancingV2 } = await import('@aws-sdk/client-elastic-load-balancing-v2');
    const client = new ElasticLoadBalancingV2(config);
    guardCalls('elasticloadbalancing', client.middlewareStack, gate);
    return client;
  },
  async events(config, gate) {
    const { EventBridge } = await import('@aws-sdk/client-eventbridge');
    const client = new EventBridge(config);
    guardCalls('events', client.middlewareStack, gate);
    return client;
  },
  async logs(config, gate) {
    const { CloudWatchLogs } = await import('@aws-sdk/client-cloudwatch-logs');
    const client = new CloudWatchLogs(config);
    guardCalls('logs', client.middlewareStack, gate);
    return client;
  },
  async rds(config, gate) {
    const { RDS } = await import('@aws-sdk/client-rds');
    const client = new RDS(config);
    guardCalls('rds', client.middlewareStack, gate);
    return client;
  },
  async sns(config, gate) {
    const { SNS } = await import('@aws-sdk/client-sns');
    const client = new SNS(config);
    guardCalls('sns', client.middlewareStack, gate);
    return client;
  },
  async ssm(config, gate) {
    const { SSM } = await import('@aws-sdk/client-ssm');
    const client = new SSM(config);
    guardCalls('ssm', client.middlewareStack, gate);
    return client;
  },
  async sts(config, gate) {
    const { STS } = await import('@aws-sdk/client-sts');
    const client = new STS(config);
    guardCalls('sts', client.middlewareStack, gate);
    return client;
  },
};

export async function loadClient<S extends Service>(
  service: S,
  { endpoints = {}, ...config }: ClientConfig,
  gate: CallGate,
): Promise<Clients[S]> {
  const endpoint = config.endpoint ?? endpointFor(service, endpoints, process.env);
  return await CLIENT_LOADERS[service]({ ...config, ...(endpoint === undefined ? {} : { endpoint }) }, gate);
}

/** The client itself contains the gate, so that no command can bypass it. */
function guardCalls<I extends object, O extends object>(
  service: Service,
  stack: MiddlewareStack<I, O>,
  gate: CallGate,
): void {
  const actionOf = (commandName = ''): string => `${service}:${commandName.replace(/Command$/, '')}`;
  stack.add(
    (next, context) => (args) => {
      gate.check(actionOf(context.commandName));
      return next(args);
    },
    { step: 'initialize', name: 'errataLensGate' },
  );
  // Low priority: runs after the retries, and so sees each request.
  stack.add(
    (next: FinalizeHandler<I, O>, context: HandlerExecutionContext) => (args) => {
      gate.sent(actionOf(context.commandName));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'errataLensCount' },
  );
  // Low priority: runs before the parser of answers.
  stack.add(
    (next: DeserializeHandler<I, O>) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (isHttp(response)) response.body = gate.answered(response.body, response.statusCode >= 300);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'errataLensAnswer' },
  );
}

function isHttp(response: unknown): response is { statusCode: number; body: Readable } {
  return (
    typeof response === 'object' &&
    response !== null &&
    'statusCode' in response &&
    typeof response.statusCode === 'number' &&
    'body' in response &&
    response.body instanceof Readable
  );
}
