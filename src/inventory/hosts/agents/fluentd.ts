import { matchesGlob } from '../glob.ts';
import {
  type ConfigFile,
  daysIn,
  type LogInput,
  type LogOutput,
  type Shipment,
  type Shipping,
} from './shipment.ts';

// https://docs.fluentd.org/configuration/config-file

/** A directive of fluentd: `<match app.**>`. */
interface Directive {
  name: string;
  argument: string;
  settings: Map<string, string>;
  inner: Directive[];
}

const LOCAL_OUTPUT = /^(?:null|stdout|file)$/;
const maxDirectiveDepth = 10;

/** fluentd and td-agent. */
export function readFluentd(files: readonly ConfigFile[]): Shipping {
  const roots: Directive[] = [];
  for (const { text } of files) {
    const parsed = directivesIn(text);
    if ('line' in parsed) return { shipments: [], error: { kind: 'syntax', line: parsed.line } };
    roots.push(...parsed.inner);
  }
  return {
    shipments: roots
      .filter(({ name }) => name === 'source')
      .flatMap((source) => shipmentsFrom(source, roots)),
  };
}

function directivesIn(text: string): Directive | { line: number } {
  const root: Directive = { name: '', argument: '', settings: new Map(), inner: [] };
  const open: Directive[] = [root];
  for (const [nth, written] of text.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const top = open.at(-1) ?? root;
    const [, close, name = '', argument = ''] = /^<(\/?)([\w@]+)([^\w@>][^>]*)?>$/.exec(line) ?? [];
    if (close === undefined) {
      const [key = '', ...value] = line.split(/\s+/);
      top.settings.set(key, value.join(' ').replace(/^["']|["']$/g, ''));
    } else if (close === '/') {
      if (top.name !== name || open.length === 1) return { line: nth + 1 };
      open.pop();
    } else {
      if (open.length > maxDirectiveDepth) return { line: nth + 1 };
      const directive: Directive = { name, argument: argument.trim(), settings: new Map(), inner: [] };
      top.inner.push(directive);
      open.push(directive);
    }
  }
  return open.length > 1 ? { line: text.split(/\r?\n/).length } : root;
}

/** A record goes to the first `match` of its tag, within its label if it has one. */
function shipmentsFrom(source: Directive, roots: readonly Directive[]): Shipment[] {
  const { settings } = source;
  const label = settings.get('@label');
  const scope =
    label === undefined
      ? roots
      : (roots.find(({ name, argument }) => name === 'label' && argument === label)?.inner ?? []);
  const tag = settings.get('tag') ?? '';
  const match = scope.find(
    ({ name, argument, settings: own }) =>
      name === 'match' && matchesTag(argument, tag) && !/rewrite_tag|record_/.test(own.get('@type') ?? ''),
  );
  const outputs = match === undefined ? [] : outputsOf(match);
  return inputsOf(settings).flatMap((input) => outputs.map((output) => ({ input, output })));
}

function inputsOf(settings: Directive['settings']): LogInput[] {
  const type = settings.get('@type') ?? settings.get('type') ?? '';
  if (type === 'systemd') {
    const units = [
      ...(settings.get('filters') ?? settings.get('matches') ?? '').matchAll(
        /_SYSTEMD_UNIT"?\s*[:=]>?\s*"([^"]+)"/g,
      ),
    ];
    return [{ kind: 'journal', units: units.map(([, unit = '']) => unit) }];
  }
  if (type === 'syslog') return [{ kind: 'syslog' }];
  if (type !== 'tail') return [];
  const listed = (text: string): string[] =>
    text
      .split(',')
      .map((path) => path.replaceAll(/[[\]"'\s]/g, ''))
      .filter((path) => path !== '');
  const excluded = listed(settings.get('exclude_path') ?? '');
  return listed(settings.get('path') ?? '').map((path) => ({ kind: 'file', path, excluded }));
}

function outputsOf({ settings, inner }: Directive): LogOutput[] {
  const type = settings.get('@type') ?? settings.get('type') ?? '';
  if (type === 'copy' || type === 'roundrobin')
    return inner.filter(({ name }) => name === 'store').flatMap(outputsOf);
  const at = (key: string): string | null => settings.get(key) ?? null;
  if (type === '' || LOCAL_OUTPUT.test(type)) return [];
  if (type === 'cloudwatch_logs')
    return [
      {
        ...{ kind: 'log-group', name: at('log_group_name'), retention: daysIn(at('retention_in_days')) },
        creates: at('auto_create_stream') === 'true',
      },
    ];
  if (/^kinesis_/.test(type)) {
    const isDelivery = type === 'kinesis_firehose';
    const name = at(isDelivery ? 'delivery_stream_name' : 'stream_name') ?? '';
    return [{ kind: 'stream', service: isDelivery ? 'firehose' : 'kinesis', name }];
  }
  return [{ kind: 'elsewhere', name: type }];
}

/** `app.*` matches one part of a tag, `app.**` all parts and `app` itself; several patterns are separated by blanks. */
function matchesTag(patterns: string, tag: string): boolean {
  return patterns
    .split(/\s+/)
    .some(
      (pattern) =>
        matchesGlob(pattern, tag, '.') || (pattern.endsWith('.**') && pattern.slice(0, -3) === tag),
    );
}
