/** Services as variables and configuration files name them (SDKs and Tools Reference, “Service-specific endpoints”). */
const NAMES = {
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

/** A service that is asked, as IAM names it. */
export type Service = keyof typeof NAMES;

/** Endpoints that a profile sets: by service, and under an empty name that of all others. */
export type ProfileEndpoints = Readonly<Record<string, string>>;

/** The settings of a section of the shared configuration files. */
type Section = Readonly<Record<string, string | undefined>>;

/** What a profile and the section of services that it names set. */
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
 * The endpoint of a service that a profile sets, unless the environment decides, which the SDK reads itself. Of profiles,
 * the SDK looks at `AWS_PROFILE` alone.
 */
export function endpointFor(
  service: Service,
  endpoints: ProfileEndpoints,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const name = NAMES[service];
  const isDecided =
    environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true' ||
    Boolean(environment[`AWS_ENDPOINT_URL_${name.toUpperCase()}`]) ||
    Boolean(environment.AWS_ENDPOINT_URL);
  return isDecided ? undefined : (endpoints[name] ?? endpoints['']);
}
