import type { Host } from './host.ts';

/** A log that an instance writes and that is lost with the instance. */
export interface LogNeed {
  kind: 'system' | 'cloud-init' | 'web-server' | 'application';
  /** `httpd`, `Node.js` */
  name: string;
  /** Paths; empty if unknown. */
  paths: readonly string[];
  /** Other useful files of the program, such as access logs. */
  besides?: readonly string[];
  /** Pattern for further paths. */
  pattern?: RegExp;
  /** True if the log is written to the journal. A system log that is written from the journal then contains it. */
  isInJournal: boolean;
}

interface Workload {
  kind: 'web-server' | 'application';
  name: string;
  /** Pattern of its packages and systemd units. */
  names: RegExp;
  /** Programs that start it. */
  programs?: readonly string[];
  paths?: readonly string[];
  besides?: readonly string[];
  pattern?: RegExp;
}

/** Programs that serve requests, with the error log as their packages configure it. */
const WORKLOADS: readonly Workload[] = [
  {
    kind: 'web-server',
    name: 'httpd',
    names: /^httpd(?:24)?(?:-\d|$)/,
    paths: ['/var/log/httpd/error_log'],
    besides: ['/var/log/httpd/access_log'],
    pattern: /\/httpd\/[^/]*error/,
  },
  {
    kind: 'web-server',
    name: 'apache2',
    names: /^apache2(?:-\d|$)/,
    paths: ['/var/log/apache2/error.log'],
    besides: ['/var/log/apache2/access.log'],
    pattern: /\/apache2\/[^/]*error/,
  },
  {
    kind: 'web-server',
    name: 'nginx',
    names: /^nginx(?:1|-core|-full|-extras|-mainline|-\d|$)/,
    paths: ['/var/log/nginx/error.log'],
    besides: ['/var/log/nginx/access.log'],
    pattern: /\/nginx\/[^/]*error/,
  },
  {
    kind: 'web-server',
    name: 'php-fpm',
    names: /^php[\d.]*-fpm/,
    paths: ['/var/log/php-fpm/error.log', '/var/log/php-fpm/www-error.log'],
    pattern: /\/php[\d.]*-fpm/,
  },
  {
    kind: 'application',
    name: 'Tomcat',
    names: /^tomcat\d*(?:-\d|$)/,
    paths: ['/var/log/tomcat/catalina.out'],
    pattern: /tomcat[^/]*\/|catalina/,
  },
  {
    kind: 'application',
    name: 'Node.js',
    names: /^(?:nodejs(?:\d*|-\d.*)?|node|pm2)$/,
    programs: ['node', 'npm', 'yarn', 'pnpm', 'pm2', 'forever', 'npx'],
  },
  {
    kind: 'application',
    name: 'Java',
    names: /^(?:java-|openjdk-|default-jre|amazon-corretto|corretto)/,
    programs: ['java'],
  },
  {
    kind: 'application',
    name: 'Python',
    names: /^(?:gunicorn|uwsgi|uvicorn)$/,
    programs: ['gunicorn', 'uwsgi', 'uvicorn', 'flask'],
  },
  {
    kind: 'application',
    name: 'Ruby',
    names: /^(?:puma|unicorn|passenger)$/,
    programs: ['puma', 'unicorn'],
  },
  {
    kind: 'application',
    name: '.NET',
    names: /^(?:aspnetcore-runtime|dotnet-)/,
    programs: ['dotnet'],
  },
];

/** Files of the system and of known programs: any other is assumed to be an application's. */
const KNOWN_FILES = [
  String.raw`messages|syslog|secure|auth\.log|cron|maillog|boot\.log|kern\.log|dmesg|yum|dnf|audit`,
  'amazon|aws|cloud-init|user-data|httpd|apache2|nginx|php',
];
const KNOWN_FILE = new RegExp(`/var/log/(?:${KNOWN_FILES.join('|')})`);
/** Files that syslog writes, on systems of the Red Hat and Debian families. */
export const SYSTEM_LOGS = ['/var/log/messages', '/var/log/syslog'] as const;
/** Images of agents. */
const LOG_COLLECTOR = /agent|fluent|vector|filebeat|promtail|collector|alloy/;
/** Log drivers of Docker that send the output elsewhere. */
const SHIPPING_DRIVERS: ReadonlySet<string> = new Set(
  'awslogs fluentd splunk gelf syslog logentries gcplogs'.split(' '),
);
/** Packages that depend on Java but are not the application. */
const UNRELATED_PACKAGE = /^(?:aws-kinesis-agent|tomcat|jenkins)/;

/** Logs that have to leave a host, by the programs that it runs. */
export function logNeedsOf(host: Host): LogNeed[] {
  const installed = [...host.packages].filter(([, { holds }]) => holds !== false).map(([name]) => name);
  const units = [...host.running, ...host.enabled]
    .filter(([, { holds }]) => holds !== false)
    .map(([name]) => name);
  const isForAgent = installed.some((name) => UNRELATED_PACKAGE.test(name));
  const workloads = WORKLOADS.flatMap((workload): LogNeed[] => {
    const { kind, name, names, programs = [], paths = [], besides, pattern } = workload;
    const run = host.commands.flatMap(({ step }) =>
      step.does === 'run' && programs.includes(programIn(step.words)) ? [step] : [],
    );
    const services = unitFiles(host).filter(({ program }) => programs.includes(program));
    const isInstalled =
      [...installed, ...units].some((each) => names.test(each)) && !(name === 'Java' && isForAgent);
    if (!isInstalled && run.length + services.length === 0) return [];
    const written = [
      ...run.flatMap(({ targets }) => targets),
      ...services.flatMap(({ output }) => output ?? []),
    ];
    const files = written.filter((file) => file.startsWith('/') && !file.startsWith('/dev/'));
    return [
      {
        kind,
        name,
        paths: files.length > 0 ? files : paths,
        ...(besides !== undefined && { besides }),
        ...(pattern !== undefined && { pattern }),
        isInJournal: files.length === 0 && services.some(({ output }) => output === null),
      },
    ];
  });
  return [
    { kind: 'system', name: 'system', paths: SYSTEM_LOGS, isInJournal: true },
    {
      kind: 'cloud-init',
      name: 'cloud-init',
      paths: ['/var/log/cloud-init-output.log', ...host.ownLogs],
      pattern: /cloud-init/,
      isInJournal: true,
    },
    ...workloads,
    ...containersOn(host),
  ];
}

/** True for a file of neither the system nor a known program: an application may write it. */
export function mayBeOfApplication(path: string): boolean {
  return !KNOWN_FILE.test(path);
}

/** Program in a list of words, without a leading shell or environment. */
function programIn(words: readonly string[]): string {
  const name = words[0] ?? '';
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Services with a unit file from a script, and where their output goes; null is the journal. */
function unitFiles(host: Host): { program: string; output: string | null }[] {
  return [...host.files].flatMap(([path, file]) => {
    if (!/\/systemd\/system\/[^/]+\.service$/.test(path)) return [];
    const text = host.textOf(file) ?? '';
    const command = /^[ \t]*ExecStart[ \t]*=[ \t]*(\S.*)$/m.exec(text)?.[1];
    if (command === undefined) return [];
    const words = command
      .replace(/^[-@:+!]+/, '')
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll(/["']/g, ''));
    const start = words.findIndex((word) => !/(?:^|\/)(?:env|bash|sh|-l?c|nice|sudo)$|^-|=/.test(word));
    const output =
      /^[ \t]*Standard(?:Output|Error)[ \t]*=[ \t]*(?:append|file|truncate):(\S+)/m.exec(text)?.[1] ?? null;
    return [{ program: programIn(words.slice(Math.max(0, start))), output }];
  });
}

/** Containers other than agents: their output stays in Docker's files unless a log driver ships it. */
function containersOn(host: Host): LogNeed[] {
  return host.commands.flatMap(({ step }): LogNeed[] => {
    if (step.does !== 'contain' || LOG_COLLECTOR.test(step.image)) return [];
    const at = step.words.findIndex((word) => word.startsWith('--log-driver'));
    const driver = at < 0 ? 'json-file' : (step.words[at]?.split('=')[1] ?? step.words[at + 1] ?? '');
    if (SHIPPING_DRIVERS.has(driver)) return [];
    return [
      {
        kind: 'application',
        name: step.image,
        paths: ['/var/lib/docker/containers/x/x-json.log'],
        pattern: /docker\/containers/,
        isInJournal: driver === 'journald',
      },
    ];
  });
}
