import { entriesOf, itemsOf, type Node, readDocuments, textOf, valueOf } from '../../../syntax/index.ts';
import {
  type ConfigFile,
  daysIn,
  type LogInput,
  type LogOutput,
  type Shipment,
  type Shipping,
} from './shipment.ts';

// A parsed configuration in JSON or YAML.

interface Parsed {
  root: Node | null;
  /** Line of the first syntax error. */
  errorLine: number | null;
}

/** Parses a configuration in JSON or YAML. Placeholders of scripts or templates are no errors. */
export function parseConfig(text: string, isJson: boolean): Parsed {
  const document = readDocuments({ file: isJson ? 'config.json' : 'config.yaml', text })[0];
  const error = document?.errors[0];
  const isOpen = /\$\{|\$\(|\{\{|%\{/.test(text);
  return { root: document?.root ?? null, errorLine: error === undefined || isOpen ? null : error.line };
}

function textsAt(node: Node | null, ...path: readonly string[]): string[] {
  const found = valueOf(node, ...path);
  if (found?.kind === 'list') return found.items.flatMap((item) => textOf(item) ?? []);
  const text = textOf(found);
  return text === null ? [] : [text];
}

function eachConfig(
  files: readonly ConfigFile[],
  isJson: (file: ConfigFile) => boolean,
  read: (root: Node) => readonly Shipment[] | Shipping['error'],
): Shipping {
  const shipments: Shipment[] = [];
  for (const file of files) {
    const { root, errorLine } = parseConfig(file.text, isJson(file));
    if (errorLine !== null) return { shipments: [], error: { kind: 'syntax', line: errorLine } };
    const found = root === null ? [] : read(root);
    if (found !== undefined && 'kind' in found) return { shipments: [], error: found };
    shipments.push(...(found ?? []));
  }
  return { shipments };
}

/**
 * CloudWatch agent.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function readCloudWatchAgent(files: readonly ConfigFile[]): Shipping {
  return eachConfig(
    files,
    () => true,
    (root) => {
      const collected = valueOf(root, 'logs', 'logs_collected');
      const groupOf = (entry: Node, otherwise: string | null): LogOutput => ({
        kind: 'log-group',
        name: textOf(valueOf(entry, 'log_group_name')) ?? otherwise,
        retention: daysIn(textOf(valueOf(entry, 'retention_in_days'))),
        creates: true,
      });
      const ofFiles = itemsOf(valueOf(collected, 'files', 'collect_list')).flatMap((entry): Shipment[] => {
        const path = textOf(valueOf(entry, 'file_path'));
        if (path === null) return [];
        const blacklist = textOf(valueOf(entry, 'blacklist'));
        const input: LogInput = { kind: 'file', path, ...(blacklist !== null && { excluded: [blacklist] }) };
        return [{ input, output: groupOf(entry, path) }];
      });
      const ofJournal = itemsOf(valueOf(collected, 'journald', 'collect_list')).map((entry): Shipment => ({
        input: { kind: 'journal', units: textsAt(entry, 'units') },
        output: groupOf(entry, 'journald'),
      }));
      return [...ofFiles, ...ofJournal];
    },
  );
}

/** Kinesis Agent. https://docs.aws.amazon.com/streams/latest/dev/writing-with-agents.html */
export function readKinesisAgent(files: readonly ConfigFile[]): Shipping {
  return eachConfig(
    files,
    () => true,
    (root) =>
      itemsOf(valueOf(root, 'flows')).flatMap((flow): Shipment[] => {
        const path = textOf(valueOf(flow, 'filePattern'));
        const [stream, delivery] = ['kinesisStream', 'deliveryStream'].map((key) =>
          textOf(valueOf(flow, key)),
        );
        const name = stream ?? delivery ?? null;
        if (path === null || name === null) return [];
        const service = stream === null ? 'firehose' : 'kinesis';
        return [{ input: { kind: 'file', path }, output: { kind: 'stream', service, name } }];
      }),
  );
}

/** Datadog. https://docs.datadoghq.com/agent/logs/ */
export function readDatadog(files: readonly ConfigFile[]): Shipping {
  const main = files.find(({ path }) => /datadog\.ya?ml$/.test(path));
  const isOn = main !== undefined && /^[ \t]*logs_enabled:\s*["']?true/m.test(main.text);
  if (!isOn) return { shipments: [], error: { kind: 'switched-off', setting: 'logs_enabled' } };
  const output: LogOutput = { kind: 'elsewhere', name: 'Datadog' };
  return eachConfig(
    files.filter((file) => file !== main),
    () => false,
    (root) =>
      itemsOf(valueOf(root, 'logs')).flatMap((entry): Shipment[] => {
        const type = textOf(valueOf(entry, 'type'));
        const path = textOf(valueOf(entry, 'path'));
        if (type === 'journald')
          return [{ input: { kind: 'journal', units: textsAt(entry, 'include_units') }, output }];
        return type === 'file' && path !== null
          ? [{ input: { kind: 'file', path, excluded: textsAt(entry, 'exclude_paths') }, output }]
          : [];
      }),
  );
}

/** Filebeat. https://www.elastic.co/docs/reference/beats/filebeat/configuring-howto-filebeat */
export function readFilebeat(files: readonly ConfigFile[]): Shipping {
  return eachConfig(
    files,
    () => false,
    (root) => {
      const outputs = entriesOf(root).flatMap(({ key, value }) => {
        if (key === 'output') return entriesOf(value).map((entry) => entry.key);
        return key.startsWith('output.') ? [key.slice('output.'.length)] : [];
      });
      const [name] = outputs.filter((each) => !/^(?:console|file|discard)$/.test(each));
      if (name === undefined) return [];
      const output: LogOutput = { kind: 'elsewhere', name };
      const inputs = [
        ...itemsOf(valueOf(root, 'filebeat.inputs')),
        ...itemsOf(valueOf(root, 'filebeat', 'inputs')),
      ];
      return inputs
        .filter((input) => textOf(valueOf(input, 'enabled')) !== 'false')
        .flatMap((input): Shipment[] =>
          textOf(valueOf(input, 'type')) === 'journald'
            ? [{ input: { kind: 'journal', units: [] }, output }]
            : textsAt(input, 'paths').map((path) => ({ input: { kind: 'file', path }, output })),
        );
    },
  );
}

/** Promtail. https://grafana.com/docs/loki/latest/send-data/promtail/configuration/ */
export function readPromtail(files: readonly ConfigFile[]): Shipping {
  return eachConfig(
    files,
    () => false,
    (root) => {
      const url = itemsOf(valueOf(root, 'clients')).map((client) => textOf(valueOf(client, 'url')))[0];
      if (url === undefined || url === null) return [];
      const output: LogOutput = { kind: 'elsewhere', name: url };
      return itemsOf(valueOf(root, 'scrape_configs')).flatMap((job): Shipment[] => {
        const journal = valueOf(job, 'journal');
        const paths = itemsOf(valueOf(job, 'static_configs')).flatMap((each) =>
          textsAt(each, 'labels', '__path__'),
        );
        return [
          ...(journal === null ? [] : [{ input: { kind: 'journal', units: [] }, output } as const]),
          ...paths.map((path) => ({ input: { kind: 'file', path }, output }) as const),
        ];
      });
    },
  );
}

/** OpenTelemetry Collector. https://opentelemetry.io/docs/collector/configuration/ */
export function readOtelCollector(files: readonly ConfigFile[]): Shipping {
  return eachConfig(
    files,
    () => false,
    (root) => {
      const pipelines = entriesOf(valueOf(root, 'service', 'pipelines')).filter(({ key }) =>
        /^logs(?:\/|$)/.test(key),
      );
      return pipelines.flatMap(({ value: pipeline }) => {
        const outputs = textsAt(pipeline, 'exporters').flatMap((name): LogOutput[] => {
          if (/^(?:debug|logging|nop|file)(?:\/|$)/.test(name)) return [];
          const group = textOf(valueOf(root, 'exporters', name, 'log_group_name'));
          return name.startsWith('awscloudwatchlogs')
            ? [
                {
                  kind: 'log-group',
                  name: group,
                  retention: daysIn(textOf(valueOf(root, 'exporters', name, 'log_retention'))),
                  creates: true,
                },
              ]
            : [{ kind: 'elsewhere', name }];
        });
        const inputs = textsAt(pipeline, 'receivers').flatMap((name): LogInput[] => {
          if (/^journald(?:\/|$)/.test(name))
            return [{ kind: 'journal', units: textsAt(root, 'receivers', name, 'units') }];
          return textsAt(root, 'receivers', name, 'include').map((path) => ({ kind: 'file', path }));
        });
        return inputs.flatMap((input) => outputs.map((output) => ({ input, output })));
      });
    },
  );
}
