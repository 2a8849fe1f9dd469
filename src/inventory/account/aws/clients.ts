import { Readable } from 'node:stream';
import type {
  AwsCredentialIdentityProvider,
  CommandIO,
  DeserializeHandler,
  FinalizeHandler,
  HandlerExecutionContext,
  MiddlewareStack,
} from '@smithy/types';
import { endpointFor, type ProfileEndpoints, type Service } from './endpoints.ts';
import type { Action } from './operations.ts';

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

/**
 * Modules with the SDK's client and the commands of each service, by the prefix of its IAM actions. Loaded with the
 * first call to a service. Each names its commands, so that the bundler leaves out all others.
 */
const SERVICES = {
  autoscaling: () => import('./services/autoscaling.ts'),
  cloudtrail: () => import('./services/cloudtrail.ts'),
  cloudwatch: () => import('./services/cloudwatch.ts'),
  config: () => import('./services/config.ts'),
  ec2: () => import('./services/ec2.ts'),
  elasticloadbalancing: () => import('./services/elasticloadbalancing.ts'),
  events: () => import('./services/events.ts'),
  logs: () => import('./services/logs.ts'),
  rds: () => import('./services/rds.ts'),
  sns: () => import('./services/sns.ts'),
  ssm: () => import('./services/ssm.ts'),
  sts: () => import('./services/sts.ts'),
} satisfies {
  [S in Service]: () => Promise<Record<`${OperationOf<S>}Command`, new (input: never) => object>>;
};

/** `DescribeImages` for `ec2:DescribeImages`. */
type OperationOf<S extends Service, A extends Action = Action> = A extends `${S}:${infer Operation}`
  ? Operation
  : never;

/** Options of every call, beside its input. */
export interface CallOptions {
  abortSignal: AbortSignal;
}

/** Function that sends a command with an input, and resolves to its output. */
type Send<Command> = Command extends new (input: never) => CommandIO<infer Input, infer Output>
  ? (input: Input, options: CallOptions) => Promise<Output>
  : never;

type ServiceModule<S extends Service> = Awaited<ReturnType<(typeof SERVICES)[S]>>;

/** Functions for the used commands of a service, for example `describeImages`. */
export type Client<S extends Service> = {
  readonly [O in OperationOf<S> as Uncapitalize<O>]: `${O}Command` extends keyof ServiceModule<S>
    ? Send<ServiceModule<S>[`${O}Command`]>
    : never;
};

/** Shape of every service module. The types of the modules themselves differ in the inputs that they accept. */
interface AnyService {
  Client: new (config: object) => {
    middlewareStack: MiddlewareStack<object, object>;
    send(command: object, options: CallOptions): Promise<unknown>;
  };
  [command: string]: new (input: object) => object;
}

export async function loadClient<S extends Service>(
  service: S,
  { endpoints = {}, ...config }: ClientConfig,
  gate: CallGate,
): Promise<Client<S>> {
  const endpoint = config.endpoint ?? endpointFor(service, endpoints, process.env);
  const loaded: unknown = await SERVICES[service]();
  const { Client: SdkClient, ...commands } = loaded as AnyService;
  const client = new SdkClient({ ...config, ...(endpoint === undefined ? {} : { endpoint }) });
  guardCalls(service, client.middlewareStack, gate);
  const calls = Object.entries(commands).map(([name, Command]) => [
    methodName(name),
    (input: object, options: CallOptions) => client.send(new Command(input), options),
  ]);
  return Object.fromEntries(calls) as Client<S>;
}

/** `describeImages` for `DescribeImagesCommand`. */
function methodName(command: string): string {
  return command.charAt(0).toLowerCase() + command.slice(1).replace(/Command$/, '');
}

/** The client itself contains the gate, so that no command can bypass it. */
function guardCalls(service: Service, stack: MiddlewareStack<object, object>, gate: CallGate): void {
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
    (next: FinalizeHandler<object, object>, context: HandlerExecutionContext) => (args) => {
      gate.sent(actionOf(context.commandName));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'errataLensCount' },
  );
  // Low priority: runs before the parser of answers.
  stack.add(
    (next: DeserializeHandler<object, object>) => async (args) => {
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
