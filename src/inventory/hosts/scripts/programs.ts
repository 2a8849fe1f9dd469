import path from 'node:path/posix';
import type { Content, Effect } from '../steps.ts';

/** Data that a command may write: files of its output, printed text, and the commands of its pipe. */
interface Input {
  targets: readonly { file: string; isAppended: boolean }[];
  printed: string | null;
  fetching: readonly (readonly string[])[];
  isDecoded: boolean;
}

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'dash', 'zsh', 'ksh']);
/** Options of download programs with a file name. */
const OUTPUT_OPTION = /^(?:-o|--output|-O|--output-document)$/;

export function isShell(name: string): boolean {
  return SHELLS.has(name);
}

/** Files that a command writes, copies or deletes. */
export function fileEffects(name: string, words: readonly string[], input: Input): Effect[] {
  const plain = words.filter((word) => !word.startsWith('-'));
  switch (name) {
    case 'tee':
      return plain.map((file) =>
        writtenFile(file, input, words.includes('-a') || words.includes('--append')),
      );
    case 'cp':
    case 'mv':
    case 'install':
    case 'ln':
      return copiedFile(words, name === 'install');
    case 'rm':
    case 'unlink':
      return plain.map((file) => ({ does: 'delete', path: file }));
    case 'sed':
      return words.some((word) => /^-\w*i|^--in-place/.test(word))
        ? replacedText(plain)
        : redirectedFiles(input);
    case 'docker':
    case 'podman':
    case 'nerdctl':
      return containerEffects(words);
    case 'aws':
      return [...fetchedFile(words), ...redirectedFiles(input)];
    case 'curl':
    case 'wget':
      return [...downloadedFile(name, words), ...redirectedFiles(input)];
    default:
      return redirectedFiles(input);
  }
}

function redirectedFiles(input: Input): Effect[] {
  return input.targets
    .filter(({ file }) => !file.startsWith('/dev/') && !/^\d$/.test(file))
    .map(({ file, isAppended }) => writtenFile(file, input, isAppended));
}

function writtenFile(file: string, input: Input, isAppended: boolean): Effect {
  return { does: 'write', path: file, isAppended, content: contentOf(input) };
}

function contentOf({ printed, fetching, isDecoded }: Input): Content {
  if (printed !== null)
    return { from: 'text', text: isDecoded ? Buffer.from(printed, 'base64').toString('utf8') : printed };
  const fetched = fetching.map(fetchedContent).find((content) => content !== null);
  return (
    fetched ?? {
      from: 'elsewhere',
      name: fetching
        .map((words) => words.join(' '))
        .join(' | ')
        .slice(0, 80),
    }
  );
}

/** Content that a command prints from a parameter, an object or an address; null for other commands. */
function fetchedContent(words: readonly string[]): Content | null {
  const [name, service, verb] = words;
  if (name === 'aws' && service === 'ssm' && /^get-parameters?$/.test(verb ?? '')) {
    const parameter = optionIn(words, '--name', '--names');
    return parameter === null ? null : { from: 'parameter', name: parameter };
  }
  if (name === 'aws' && service === 's3') {
    const object = words.find((word) => word.startsWith('s3://'));
    return object === undefined ? null : { from: 'object', name: object };
  }
  const url = fetchedBy(words);
  return url === null ? null : { from: 'elsewhere', name: url };
}

/** Address that `curl` or `wget` downloads; null for other programs. */
export function fetchedBy(words: readonly string[]): string | null {
  if (!/^(?:curl|wget)$/.test(words[0] ?? '')) return null;
  return (
    words.find((word) => /^https?:\/\//.test(word)) ?? words.findLast((word) => !word.startsWith('-')) ?? null
  );
}

/** `aws s3 cp s3://bucket/key /path`, `aws s3api get-object --bucket b --key k /path` */
function fetchedFile(words: readonly string[]): Effect[] {
  const [service, verb, ...rest] = words.filter(
    (word) => !/^--(?:region|profile|quiet|only-show-errors)/.test(word),
  );
  if (service === 's3' && /^(?:cp|mv|sync)$/.test(verb ?? '')) {
    const [from, to] = rest.filter((word) => !word.startsWith('-'));
    if (from === undefined || to === undefined || !from.startsWith('s3://')) return [];
    const isFolder = to.endsWith('/') || to === '.';
    const file = isFolder ? path.join(to, path.basename(from)) : to;
    const content: Content =
      verb === 'sync' || words.includes('--recursive')
        ? { from: 'elsewhere', name: from }
        : { from: 'object', name: from };
    return [{ does: 'write', path: file, isAppended: false, content }];
  }
  if (service === 's3api' && verb === 'get-object') {
    const [bucket, key] = [optionIn(words, '--bucket'), optionIn(words, '--key')];
    const file = words.at(-1) ?? '';
    return [
      {
        does: 'write',
        path: file,
        isAppended: false,
        content: { from: 'object', name: `s3://${bucket}/${key}` },
      },
    ];
  }
  return [];
}

function downloadedFile(name: string, words: readonly string[]): Effect[] {
  const url = fetchedBy([name, ...words]);
  if (url === null) return [];
  const at = words.findIndex((word) => OUTPUT_OPTION.test(word) && !(name === 'curl' && word === '-O'));
  const given = at < 0 ? undefined : words[at + 1];
  const isNamed = name === 'wget' || words.some((word) => /^-\w*O/.test(word));
  const file = given ?? (isNamed ? path.basename(url) : null);
  if (file === null || file === '-') return [];
  return [{ does: 'write', path: file, isAppended: false, content: { from: 'elsewhere', name: url } }];
}

/** Value of an option, as one word or two. */
function optionIn(words: readonly string[], ...names: readonly string[]): string | null {
  for (const [i, word] of words.entries()) {
    const name = names.find((each) => word === each || word.startsWith(`${each}=`));
    if (name !== undefined) return word === name ? (words[i + 1] ?? null) : word.slice(name.length + 1);
  }
  return null;
}

function copiedFile(words: readonly string[], hasMode: boolean): Effect[] {
  const plain = words.filter(
    (word, i) => !word.startsWith('-') && !(hasMode && /^-[mog]$/.test(words[i - 1] ?? '')),
  );
  const to = plain.at(-1);
  if (to === undefined || plain.length < 2) return [];
  return plain.slice(0, -1).map((from) => ({
    ...{ does: 'copy', from },
    to: to.endsWith('/') || plain.length > 2 ? path.join(to, path.basename(from)) : to,
  }));
}

/** `sed -i 's/a/b/' file` */
function replacedText([script = '', ...files]: readonly string[]): Effect[] {
  const [, mark, pattern = '', by = ''] = /^s(.)((?:(?!\1).)*)\1((?:(?!\1).)*)\1/.exec(script) ?? [];
  if (mark === undefined) return [];
  return files.map((file) => ({ does: 'replace', path: file, pattern, by }));
}

/** `docker run … image`: values follow `=`, or an option that is known to take one. */
const OPTIONS_WITH_VALUE = [
  'name|volume|env|env-file|network|publish|log-driver|log-opt|restart|mount|user|workdir|memory|cpus',
  'label|hostname|pid|platform|entrypoint',
];
const TAKES_VALUE = new RegExp(`^(?:-[vpehlwu]|--(?:${OPTIONS_WITH_VALUE.join('|')}))$`);

function containerEffects([verb = '', ...words]: readonly string[]): Effect[] {
  if (verb !== 'run' && verb !== 'create') return [];
  let at = 0;
  while (at < words.length && words[at]?.startsWith('-') === true)
    at += TAKES_VALUE.test(words[at] ?? '') ? 2 : 1;
  const image = words[at];
  return image === undefined ? [] : [{ does: 'contain', image, words }];
}
