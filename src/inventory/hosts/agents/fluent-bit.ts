import { entriesOf, itemsOf, type Node, textOf, valueOf } from '../../../syntax/index.ts';
import { matchesGlob } from '../glob.ts';
import { parseConfig } from './documents.ts';
import { configSections } from './sections.ts';
import {
  type ConfigFile,
  daysIn,
  type LogInput,
  type LogOutput,
  type Shipment,
  type Shipping,
} from './shipment.ts';

// https://docs.fluentbit.io/manual/administration/configuring-fluent-bit

/** A plugin of a pipeline; keys in lower case. */
interface Plugin {
  type: 'input' | 'output' | 'filter' | 'other';
  settings: ReadonlyMap<string, string>;
}

/** Outputs that stay on the host. */
const LOCAL_OUTPUT = /^(?:null|stdout|file|counter|exit|flowcounter)$/;
const INCLUDE_LINE = /^[ \t]*@include\s+(\S+)/gim;

/** Fluent Bit, in its classic form and in YAML. */
export function readFluentBit(files: readonly ConfigFile[]): Shipping {
  const [main] = files;
  const isYaml = (file: ConfigFile): boolean => /\.ya?ml$/i.test(file.path);
  const included = files.filter((file) => file === main || isIncluded(file, files));
  const plugins: Plugin[] = [];
  for (const file of included) {
    if (!isYaml(file)) plugins.push(...classicPlugins(file.text));
    else {
      const { root, errorLine } = parseConfig(file.text, false);
      if (errorLine !== null) return { shipments: [], error: { kind: 'syntax', line: errorLine } };
      plugins.push(...yamlPlugins(root));
    }
  }
  return { shipments: shipmentsOf(plugins) };
}

/** True if another file includes this one. */
function isIncluded(file: ConfigFile, files: readonly ConfigFile[]): boolean {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return files.some(({ text }) =>
    [...text.matchAll(INCLUDE_LINE), ...text.matchAll(/^[ \t]*-[ \t]*["']?(\S+\.ya?ml)["']?[ \t]*$/gm)].some(
      ([, pattern = '']) => {
        return matchesGlob(pattern.slice(pattern.lastIndexOf('/') + 1), name);
      },
    ),
  );
}

function classicPlugins(text: string): Plugin[] {
  return configSections(text, /\s/).map(({ header, settings }) => {
    const type = header.toLowerCase();
    return {
      type: type === 'input' || type === 'output' || type === 'filter' ? type : 'other',
      settings: new Map([...settings].map(([key, values]) => [key, values.join(',')])),
    };
  });
}

function yamlPlugins(root: Node | null): Plugin[] {
  return (['input', 'output', 'filter'] as const).flatMap((type) =>
    itemsOf(valueOf(root, 'pipeline', `${type}s`)).map((node): Plugin => ({
      type,
      settings: new Map(
        entriesOf(node).map(({ key, value }) => [
          key.toLowerCase(),
          value.kind === 'list'
            ? value.items.map((item) => textOf(item) ?? '').join(',')
            : (textOf(value) ?? ''),
        ]),
      ),
    })),
  );
}

function shipmentsOf(plugins: readonly Plugin[]): Shipment[] {
  const outputs = plugins.filter(({ type }) => type === 'output');
  // A filter that rewrites tags redirects records: then any output may receive them.
  const isRewritten = plugins.some(
    ({ type, settings }) => type === 'filter' && settings.get('name') === 'rewrite_tag',
  );
  const counts = new Map<string, number>();
  return plugins
    .filter(({ type }) => type === 'input')
    .flatMap(({ settings }): Shipment[] => {
      const name = settings.get('name') ?? '';
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      const tag = settings.get('tag') ?? `${name}.${nth}`;
      const taken = outputs.filter((output) => isRewritten || matchesTag(output, tag)).flatMap(outputOf);
      return inputsOf(name, settings).flatMap((input) => taken.map((output) => ({ input, output })));
    });
}

function inputsOf(name: string, settings: Plugin['settings']): LogInput[] {
  const excluded = (settings.get('exclude_path') ?? '').split(',').filter((path) => path !== '');
  switch (name) {
    case 'tail':
      return (settings.get('path') ?? '')
        .split(',')
        .map((path) => path.trim())
        .filter((path) => path !== '')
        .map((path) => ({ kind: 'file', path, excluded }));
    case 'systemd': {
      const filters = (settings.get('systemd_filter') ?? '').split(',');
      const units = filters.flatMap((filter) => /^_SYSTEMD_UNIT=(.+)$/.exec(filter)?.[1] ?? []);
      return [{ kind: 'journal', units }];
    }
    case 'syslog':
      return [{ kind: 'syslog' }];
    default:
      return [];
  }
}

function matchesTag({ settings }: Plugin, tag: string): boolean {
  const pattern = settings.get('match');
  const expression = settings.get('match_regex');
  if (pattern === undefined) return expression !== undefined;
  // A tag can contain the file's path: `app.*` becomes `app.var.log.app.log`.
  return matchesGlob(pattern, tag, '');
}

function outputOf({ settings }: Plugin): LogOutput[] {
  const name = settings.get('name') ?? '';
  const at = (key: string): string | null => settings.get(key) ?? null;
  if (name === '' || LOCAL_OUTPUT.test(name)) return [];
  switch (name) {
    case 'cloudwatch_logs':
    case 'cloudwatch':
      return [
        {
          ...{ kind: 'log-group', name: at('log_group_name'), retention: daysIn(at('log_retention_days')) },
          creates: /^(?:on|true|yes)$/i.test(at('auto_create_group') ?? ''),
        },
      ];
    case 'kinesis_streams':
    case 'kinesis':
      return [{ kind: 'stream', service: 'kinesis', name: at('stream') ?? '' }];
    case 'kinesis_firehose':
    case 'firehose':
      return [{ kind: 'stream', service: 'firehose', name: at('delivery_stream') ?? '' }];
    default:
      return [{ kind: 'elsewhere', name }];
  }
}
