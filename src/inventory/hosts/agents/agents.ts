import {
  readCloudWatchAgent,
  readDatadog,
  readFilebeat,
  readKinesisAgent,
  readOtelCollector,
  readPromtail,
} from './documents.ts';
import { readFluentBit } from './fluent-bit.ts';
import { readFluentd } from './fluentd.ts';
import { readAwslogs, readJournalUpload, readRsyslog, readVector } from './plain.ts';
import type { ConfigFile, Shipping } from './shipment.ts';

/** A program that ships logs off its host. */
export interface Agent {
  id: AgentId;
  /** Display name. */
  name: string;
  /** Names of the agent's packages, without version and architecture. */
  packages: RegExp;
  /** Addresses of the agent's install scripts. */
  installers?: RegExp;
  /** Names of the agent's container images. */
  images?: RegExp;
  /** Systemd units that run the agent. */
  services: readonly string[];
  /** Paths of the agent's configuration, main file first; `*` matches names. */
  configs: readonly string[];
  /** Program that configures and starts the agent, with its own options. */
  control?: RegExp;
  read: (files: readonly ConfigFile[]) => Shipping;
  /** Default configuration in the package, if it ships logs. */
  packaged?: string;
  /** Systems whose images include the agent, and systems without a package of the agent. */
  presentOn?: readonly string[];
  missingOn?: readonly string[];
  /** Set if the installation starts the agent. */
  startsItself?: true;
}

export type AgentId =
  | 'cloudwatch-agent'
  | 'awslogs'
  | 'fluent-bit'
  | 'fluentd'
  | 'kinesis-agent'
  | 'vector'
  | 'datadog'
  | 'filebeat'
  | 'promtail'
  | 'alloy'
  | 'otel-collector'
  | 'rsyslog'
  | 'journal-upload';

const noShipments = (): Shipping => ({ shipments: [] });

export const AGENTS: readonly Agent[] = [
  {
    ...{
      id: 'cloudwatch-agent',
      name: 'CloudWatch agent',
      packages: /^(?:amazon-cloudwatch-agent|AmazonCloudWatchAgent)/,
    },
    images: /(?:^|\/)(?:amazon\/)?cloudwatch-agent(?:[:@]|$)/,
    services: ['amazon-cloudwatch-agent'],
    configs: [
      '/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.json',
      '/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.d/*',
    ],
    control: /^amazon-cloudwatch-agent-ctl$/,
    read: readCloudWatchAgent,
  },
  {
    ...{ id: 'awslogs', name: 'awslogs', packages: /^awslogs/, installers: /awslogs-agent-setup/ },
    services: ['awslogsd', 'awslogs'],
    configs: ['/etc/awslogs/awslogs.conf', '/etc/awslogs/config/*', '/var/awslogs/etc/awslogs.conf'],
    read: readAwslogs,
    packaged: '[/var/log/messages]\nfile = /var/log/messages\nlog_group_name = /var/log/messages\n',
    missingOn: ['amazon-linux-2023'],
  },
  {
    ...{ id: 'fluent-bit', name: 'Fluent Bit', packages: /^(?:aws-for-)?(?:fluent-bit|td-agent-bit)/ },
    installers: /fluent-bit[^\s]*install\.sh/,
    images: /(?:^|\/)(?:aws-for-)?fluent-bit(?:[:@]|$)/,
    services: ['fluent-bit', 'td-agent-bit', 'aws-for-fluent-bit'],
    configs: [
      ...[
        '/etc/fluent-bit/fluent-bit.conf',
        '/etc/fluent-bit/fluent-bit.yaml',
        '/etc/fluent-bit/fluent-bit.yml',
      ],
      ...['/etc/td-agent-bit/td-agent-bit.conf', '/fluent-bit/etc/fluent-bit.conf', '/etc/fluent-bit/*'],
    ],
    read: readFluentBit,
  },
  {
    ...{
      id: 'fluentd',
      name: 'fluentd',
      packages: /^(?:fluentd|td-agent(?!-bit)|fluent-package|calyptia-fluentd)/,
    },
    installers: /toolbelt\.treasuredata\.com|fluent-package|td-agent\d?\.sh/,
    images: /(?:^|\/)fluentd(?:-kubernetes-daemonset)?(?:[:@]|$)/,
    services: ['fluentd', 'td-agent'],
    configs: [
      '/etc/td-agent/td-agent.conf',
      '/etc/fluent/fluentd.conf',
      '/etc/fluent/fluent.conf',
      '/etc/td-agent/conf.d/*',
      '/etc/fluent/conf.d/*',
    ],
    read: readFluentd,
  },
  {
    ...{ id: 'kinesis-agent', name: 'Kinesis Agent', packages: /^aws-kinesis-agent/ },
    services: ['aws-kinesis-agent'],
    configs: ['/etc/aws-kinesis/agent.json', '/etc/aws-kinesis/agent.d/*'],
    read: readKinesisAgent,
  },
  {
    ...{
      id: 'vector',
      name: 'Vector',
      packages: /^vector(?:[-_]\d|$)/,
      installers: /sh\.vector\.dev|setup\.vector\.dev/,
    },
    images: /(?:^|\/)(?:timberio\/)?vector(?:[:@]|$)/,
    services: ['vector'],
    configs: [
      '/etc/vector/vector.toml',
      '/etc/vector/vector.yaml',
      '/etc/vector/vector.yml',
      '/etc/vector/vector.json',
      '/etc/vector/*',
    ],
    read: readVector,
  },
  {
    ...{ id: 'datadog', name: 'Datadog Agent', packages: /^datadog-agent/ },
    installers: /datadoghq\.com[^\s]*install/,
    images: /(?:^|\/)(?:datadog\/)?(?:agent|datadog-agent)(?:[:@]|$)/,
    services: ['datadog-agent'],
    configs: ['/etc/datadog-agent/datadog.yaml', '/etc/datadog-agent/conf.d/*'],
    read: readDatadog,
    startsItself: true,
  },
  {
    ...{ id: 'filebeat', name: 'Filebeat', packages: /^filebeat/, images: /(?:^|\/)filebeat(?:[:@]|$)/ },
    services: ['filebeat'],
    configs: ['/etc/filebeat/filebeat.yml'],
    read: readFilebeat,
  },
  {
    ...{ id: 'promtail', name: 'Promtail', packages: /^promtail/, images: /(?:^|\/)promtail(?:[:@]|$)/ },
    services: ['promtail'],
    configs: ['/etc/promtail/config.yml', '/etc/promtail/*'],
    read: readPromtail,
  },
  {
    ...{
      id: 'alloy',
      name: 'Grafana Alloy',
      packages: /^(?:grafana-)?alloy/,
      images: /(?:^|\/)alloy(?:[:@]|$)/,
    },
    services: ['alloy'],
    configs: ['/etc/alloy/config.alloy'],
    read: noShipments,
  },
  {
    ...{ id: 'otel-collector', name: 'OpenTelemetry Collector' },
    packages: /^(?:otelcol|aws-otel-collector|opentelemetry-collector)/,
    images: /(?:^|\/)(?:aws-otel-collector|opentelemetry-collector(?:-contrib)?)(?:[:@]|$)/,
    services: ['otelcol', 'otelcol-contrib', 'aws-otel-collector'],
    configs: [
      '/etc/otelcol/config.yaml',
      '/etc/otelcol-contrib/config.yaml',
      '/opt/aws/aws-otel-collector/etc/config.yaml',
    ],
    read: readOtelCollector,
  },
  {
    ...{ id: 'rsyslog', name: 'rsyslog', packages: /^rsyslog(?:[-_]\d|$)/, services: ['rsyslog', 'syslog'] },
    configs: ['/etc/rsyslog.conf', '/etc/rsyslog.d/*'],
    read: readRsyslog,
    presentOn: ['amazon-linux-2', 'amazon-linux-1'],
  },
  {
    ...{
      id: 'journal-upload',
      name: 'systemd-journal-upload',
      packages: /^systemd-journal-(?:remote|upload)/,
    },
    services: ['systemd-journal-upload'],
    configs: ['/etc/systemd/journal-upload.conf', '/etc/systemd/journal-upload.conf.d/*'],
    read: readJournalUpload,
  },
];

/** Agents with an unsupported configuration language: whether they ship anything is unknown. */
export const UNREAD_GRAMMARS: ReadonlySet<AgentId> = new Set(['alloy']);
