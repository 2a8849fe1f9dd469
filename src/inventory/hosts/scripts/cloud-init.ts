import { entriesOf, itemsOf, locate, type Node, textOf, valueOf } from '../../../syntax/index.ts';
import { decodeUserData } from '../../../syntax/shell/index.ts';
import { type HostScript, shownCommand, type Step, type StepPlace } from '../steps.ts';
import { stepsOfShell } from './shell-steps.ts';

// https://cloudinit.readthedocs.io/en/latest/reference/modules.html

/** cloud-init modules that run a program whose code is elsewhere. */
const HANDS_OVER = ['ansible', 'chef', 'puppet', 'salt_minion'];

/** Steps of a cloud-config document, in the order in which cloud-init runs its modules. */
export function stepsOfCloudConfig(root: Node, script: HostScript): Step[] {
  return [
    ...listedCommands(valueOf(root, 'bootcmd'), script),
    ...itemsOf(valueOf(root, 'write_files')).flatMap((file) => writtenBy(file, script)),
    ...installedBy(valueOf(root, 'packages'), script),
    ...forwardedBy(valueOf(root, 'rsyslog'), script),
    ...listedCommands(valueOf(root, 'runcmd'), script),
    ...HANDS_OVER.flatMap((key): Step[] => {
      const node = valueOf(root, key);
      return node === null ? [] : [{ does: 'unread', name: key, ...placeOf(node, script, key) }];
    }),
  ];
}

/** A place in a document. */
export function placeOf(
  node: Node,
  { name: script }: Pick<HostScript, 'name'>,
  written: string,
  condition: string | null = null,
): StepPlace {
  return { script, line: locate(node).line, written: shownCommand(written), condition };
}

/** Commands in a list, each a text or a list of words; they run in sequence in one shell. */
export function listedCommands(
  list: Node | null,
  script: HostScript,
  condition: string | null = null,
): Step[] {
  const items = list?.kind === 'scalar' ? [list] : itemsOf(list);
  const lines = items.map((item) =>
    item.kind === 'list'
      ? item.items.map((word) => quoted(textOf(word) ?? '')).join(' ')
      : (textOf(item) ?? ''),
  );
  const starts: number[] = [];
  let next = 1;
  for (const line of lines) {
    starts.push(next);
    next += line.split('\n').length;
  }
  return stepsOfShell({ ...script, text: lines.join('\n') }).map((step) => {
    const nth = starts.findLastIndex((start) => start <= step.line);
    const item = items[nth];
    const from = item === undefined ? 0 : locate(item).line;
    return { ...step, line: from + step.line - (starts[nth] ?? 1), condition: step.condition ?? condition };
  });
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function writtenBy(file: Node, script: HostScript): Step[] {
  const path = textOf(valueOf(file, 'path'));
  if (path === null) return [];
  const content = textOf(valueOf(file, 'content'));
  const source = textOf(valueOf(file, 'source', 'uri'));
  const encoding = textOf(valueOf(file, 'encoding')) ?? '';
  const isAppended = textOf(valueOf(file, 'append')) === 'true';
  const text = /b(?:ase)?64/.test(encoding) ? decodeUserData(content ?? '') : (content ?? '');
  return [
    {
      ...{ does: 'write', path, isAppended },
      content: source === null ? { from: 'text', text } : { from: 'elsewhere', name: source },
      ...placeOf(file, script, `write_files: ${path}`),
    },
  ];
}

function installedBy(packages: Node | null, script: HostScript): Step[] {
  return itemsOf(packages).flatMap((item): Step[] => {
    // Some packages are grouped by package manager: `- apt: [nginx]`.
    const named = item.kind === 'map' ? entriesOf(item).flatMap(({ value }) => itemsOf(value)) : [item];
    const names = named.flatMap(
      (each) => textOf(each.kind === 'list' ? (each.items[0] ?? null) : each) ?? [],
    );
    return names.length === 0
      ? []
      : [{ does: 'install', packages: names, ...placeOf(item, script, `packages: ${names.join(', ')}`) }];
  });
}

/** Module `rsyslog`: `configs` are files of `/etc/rsyslog.d`, `remotes` are hosts that receive everything. */
function forwardedBy(rsyslog: Node | null, script: HostScript): Step[] {
  if (rsyslog === null) return [];
  const configs = itemsOf(valueOf(rsyslog, 'configs')).map((config) =>
    config.kind === 'map' ? (textOf(valueOf(config, 'content')) ?? '') : (textOf(config) ?? ''),
  );
  const remotes = entriesOf(valueOf(rsyslog, 'remotes')).map(({ value }) => {
    const remote = textOf(value) ?? '';
    return /\s/.test(remote.trim()) ? remote : `*.* ${remote.startsWith('@') ? remote : `@${remote}`}`;
  });
  const place = placeOf(rsyslog, script, 'rsyslog');
  const text = [...configs, ...remotes].join('\n');
  return [
    { does: 'install', packages: ['rsyslog'], ...place },
    {
      ...{ does: 'write', path: '/etc/rsyslog.d/20-cloud-config.conf', isAppended: false },
      ...{ content: { from: 'text', text }, ...place },
    },
    { does: 'start', units: ['rsyslog'], ...place },
  ];
}
