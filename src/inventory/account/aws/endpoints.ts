/** Services as variables and configuration files name them (SDKs and Tools Reference, “Service-specific endpoints”). */
const SERVICE_NAMES = {
  autoscaling: 'auto_scaling',
  cloudtrail: 'cloudtrail',
  cloudwatch: 'cloudwatch',
  config: 'config_service',
  ec2: 'ec2',
  elasticloadbalancing: 'elastic_load_balancing_v2',
  events: 'eventbridge',
  logs: 'cloudwatch_logs',
  rds: 'rds',
  sns: 'sns',
  ssm: 'ssm',
  sts: 'sts',
} as const;

/** A service of AWS, as IAM names it. */
export type Service = keyof typeof SERVICE_NAMES;

/** Endpoints that a profile sets, by service; the empty name is the endpoint of all others. */
export type ProfileEndpoints = Readonly<Record<string, string>>;

/** The settings of a section of the shared configuration files. */
type Section = Readonly<Record<string, string | undefined>>;

/** Endpoints in a profile and in the services section that it names. */
export function endpointsOf(profile: Section, services: Section | undefined): ProfileEndpoints {
  if (profile.ignore_configured_endpoint_urls === 'true') return {};
  const own = Object.entries(services ?? {}).flatMap(([key, url]) => {
    const name = /^(\w+)\.endpoint_url$/.exec(key)?.[1];
    return name === undefined || url === undefined ? [] : [[name, url] as const];
  });
  const { endpoint_url: all } = profile;
  return Object.fromEntries([...(all === undefined ? [] : [['', all] as const]), ...own]);
}

/**
 * Endpoint that a profile sets for a service. Undefined if the environment sets one: the SDK reads that itself, but of
 * the profiles it reads only the one in `AWS_PROFILE`.
 */
export function endpointFor(
  service: Service,
  endpoints: ProfileEndpoints,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const name = SERVICE_NAMES[service];
  const isDecided =
    environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true' ||
    Boolean(environment[`AWS_ENDPOINT_URL_${name.toUpperCase()}`]) ||
    Boolean(environment.AWS_ENDPOINT_URL);
  return isDecided ? undefined : (endpoints[name] ?? endpoints['']);
}
