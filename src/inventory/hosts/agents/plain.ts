import { entriesOf, textOf, valueOf } from '../../../syntax/index.ts';
import { parseConfig } from './documents.ts';
import { type ConfigSection, configSections, settingIn, tomlTexts } from './sections.ts';
import { type ConfigFile, type LogInput, type LogOutput, type Shipment, type Shipping } from './shipment.ts';

// Agents with configurations in formats of their own: INI, TOML, rsyslog's.

/** awslogs. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AgentReference.html */
export function readAwslogs(files: readonly ConfigFile[]): Shipping {
  const shipments = files.flatMap(({ text }) =>
    configSections(text, /=/).flatMap((section): Shipment[] => {
      const path = settingIn(section, 'file');
      if (path === null || section.header === 'general') return [];
      const output: LogOutput = {
        kind: 'log-group',
        name: settingIn(section, 'log_group_name'),
        retention: null,
        creates: true,
      };
      return [{ input: { kind: 'file', path }, output }];
    }),
  );
  return { shipments };
}

/** A source, transform or sink of Vector, independent of the file's syntax. */
interface Component {
  kind: string;
  name: string;
  of: (key: string) => readonly string[];
}

/** Vector. https://vector.dev/docs/reference/configuration/ */
export function readVector(files: readonly ConfigFile[]): Shipping {
  const components: Component[] = [];
  for (const { path, text } of files) {
    if (/\.toml$/i.test(path)) components.push(...configSections(text, /=/).flatMap(componentOfToml));
    else {
      const { root, errorLine } = parseConfig(text, /\.json$/i.test(path));
      if (errorLine !== null) return { shipments: [], error: { kind: 'syntax', line: errorLine } };
      for (const kind of ['sources', 'transforms', 'sinks'])
        for (const { key: name, value } of entriesOf(valueOf(root, kind)))
          components.push({
            ...{ kind, name },
            of: (key) => {
              const node = valueOf(value, key);
              return node?.kind === 'list'
                ? node.items.flatMap((item) => textOf(item) ?? [])
                : [textOf(node) ?? []].flat();
            },
          });
    }
  }
  const sinks = components.filter(({ kind }) => kind === 'sinks');
  return { shipments: sinks.flatMap((sink) => shipmentsOfSink(sink, components)) };
}

function componentOfToml(section: ConfigSection): Component[] {
  const [kind = '', name = '', more] = section.header.split('.');
  if (more !== undefined || name === '' || !/^(?:sources|transforms|sinks)$/.test(kind)) return [];
  return [{ kind, name, of: (key) => tomlTexts(settingIn(section, key)) }];
}

function shipmentsOfSink(sink: Component, components: readonly Component[]): Shipment[] {
  const [type = ''] = sink.of('type');
  if (/^(?:blackhole|console|file)$/.test(type)) return [];
  const output = outputOfSink(type, sink);
  return sourcesOf(sink, components, new Set()).flatMap((source) =>
    inputsOf(source).map((input) => ({ input, output })),
  );
}

function outputOfSink(type: string, sink: Component): LogOutput {
  if (type === 'aws_cloudwatch_logs')
    return {
      kind: 'log-group',
      name: sink.of('group_name')[0] ?? null,
      retention: null,
      creates: sink.of('create_missing_group')[0] !== 'false',
    };
  if (!type.startsWith('aws_kinesis')) return { kind: 'elsewhere', name: type };
  const [name = ''] = sink.of('stream_name');
  return { kind: 'stream', service: type === 'aws_kinesis_firehose' ? 'firehose' : 'kinesis', name };
}

/** Sources that reach a component through transforms. `app_*` names several. */
function sourcesOf(of: Component, components: readonly Component[], seen: Set<Component>): Component[] {
  if (seen.has(of)) return [];
  seen.add(of);
  if (of.kind === 'sources') return [of];
  return of.of('inputs').flatMap((input) => {
    const name = input.split('.')[0] ?? '';
    const isMeant = (each: Component): boolean =>
      name.endsWith('*') ? each.name.startsWith(name.slice(0, -1)) : each.name === name;
    return components.filter(isMeant).flatMap((each) => sourcesOf(each, components, seen));
  });
}

function inputsOf(source: Component): LogInput[] {
  switch (source.of('type')[0]) {
    case 'file':
      return source.of('include').map((path) => ({ kind: 'file', path, excluded: source.of('exclude') }));
    case 'journald':
      return [{ kind: 'journal', units: [...source.of('include_units'), ...source.of('units')] }];
    case 'syslog':
      return [{ kind: 'syslog' }];
    default:
      return [];
  }
}

/** `*.* @@host:514`, `*.info;mail.none @(z9)host` */
const FORWARDING_RULE = /^\s*(?<selector>[\w*,;.!=-]+)\s+@@?(?:\([^)]*\))?(?<host>[\w.${}:[\]-]+)/;
const ACTION_CALL = /\baction\s*\((?<given>[^)]{0,2000})\)/gi;
const INPUT_CALL = /\binput\s*\((?<given>[^)]{0,2000})\)/gi;
const INPUT_DIRECTIVE = /^[ \t]*\$InputFileName\s+(\S+)/gm;
const LOCAL_ACTIONS = /^(?:omfile|omusrmsg|omdiscard|omjournal|ompipe|omstdout)$/i;

/** rsyslog. https://www.rsyslog.com/doc/configuration/ */
export function readRsyslog(files: readonly ConfigFile[]): Shipping {
  const text = files.map((file) => file.text.replace(/^[ \t]*#.*$/gm, '')).join('\n');
  const given = (pattern: RegExp, key: string): string[] =>
    [...text.matchAll(pattern)].flatMap(({ groups }) => {
      const found = new RegExp(String.raw`\b${key}\s*=\s*"([^"]*)"`, 'i').exec(groups?.['given'] ?? '');
      return found?.[1] ?? [];
    });
  const forwards = text.split('\n').flatMap((line) => {
    const { selector = '', host = '' } = FORWARDING_RULE.exec(line)?.groups ?? {};
    return host === '' ? [] : [{ selector, host }];
  });
  const remote = [...text.matchAll(ACTION_CALL)].flatMap(({ groups, index }) => {
    const type = /\btype\s*=\s*"([^"]*)"/i.exec(groups?.['given'] ?? '')?.[1] ?? '';
    if (type === '' || LOCAL_ACTIONS.test(type)) return [];
    const target = /\b(?:target|server)\s*=\s*"([^"]*)"/i.exec(groups?.['given'] ?? '')?.[1] ?? type;
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index).trim();
    return [{ selector: before === '' ? '*.*' : before, host: target }];
  });
  const paths = [
    ...given(INPUT_CALL, 'File'),
    ...[...text.matchAll(INPUT_DIRECTIVE)].map(([, path = '']) => path),
  ];
  return {
    shipments: [...forwards, ...remote].flatMap(({ selector, host }): Shipment[] => {
      const output: LogOutput = { kind: 'elsewhere', name: host };
      const isAll = /(?:^|;)\s*\*\./.test(selector);
      const ofFiles = paths.map((path) => ({ input: { kind: 'file', path } as const, output }));
      return isAll ? [{ input: { kind: 'syslog' }, output }, ...ofFiles] : ofFiles;
    }),
  };
}

/** systemd-journal-upload. https://www.freedesktop.org/software/systemd/man/latest/journal-upload.conf.html */
export function readJournalUpload(files: readonly ConfigFile[]): Shipping {
  const url = files
    .flatMap(({ text }) => configSections(text, /=/))
    .map((section) => settingIn(section, 'url'))
    .find((each) => each !== null && each !== '');
  if (url === undefined || url === null) return { shipments: [] };
  return { shipments: [{ input: { kind: 'journal', units: [] }, output: { kind: 'elsewhere', name: url } }] };
}
