import path from 'node:path/posix';
import { plainText, type Command } from '../syntax.ts';

/** Programs that read manifests from their input. */
const MANIFEST_READERS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k', 'eksctl', 'kustomize']);
/** Programs that pass on their input, with changes. */
const FILTERS: ReadonlySet<string> = new Set(['envsubst', 'sed', 'tr', 'yq', 'gomplate', 'cat']);
const maxFilters = 3;
/** Maximum number of words before a program: `xargs`, a variable, a wrapper. */
const MAX_WORDS_TO_PROGRAM = 3;
const PRINTERS: ReadonlySet<string> = new Set(['echo', 'printf']);

/**
 * Command that receives the output of another one, through filters; undefined if the output is written to a file.
 * @param index index of the other command
 */
export function receiverAfter(commands: readonly Command[], index: number): Command | undefined {
  const writesFile = (commands[index]?.targets.length ?? 0) > 0;
  let next = index + 1;
  while (!writesFile && next <= index + maxFilters && isFilter(commands[next])) next++;
  return commands[next];
}

function isFilter(command: Command | undefined): boolean {
  return FILTERS.has(plainText(command?.words[0]) ?? '');
}

/**
 * Destination of the document that a command prints: the written file, or a name for a program's input; null for
 * anything else.
 * @param isDocument true for names of document files
 */
export function destinationOf(
  command: Command,
  next: Command | undefined,
  isDocument: (name: string) => boolean,
): string | null {
  const takers = [command, ...(next === undefined ? [] : [next])];
  const files = takers.flatMap(({ words, targets }) => {
    const through = plainText(words[0]) === 'tee' ? words.slice(1) : [];
    return [...targets, ...through].flatMap((word) => word.parts.slice(-1));
  });
  const file = files
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .find((name) => isDocument(path.basename(name)));
  if (file !== undefined) return path.basename(file);
  return takers.some(readsManifests) ? 'manifest.yaml' : null;
}

/** True if a command prints its words for the next one, which reads manifests. */
export function isPipedManifest({ words }: Command, next: Command | undefined): boolean {
  return PRINTERS.has(plainText(words[0]) ?? '') && next !== undefined && readsManifests(next);
}

function readsManifests({ words }: Command): boolean {
  return words.some((word, i) => i < MAX_WORDS_TO_PROGRAM && MANIFEST_READERS.has(plainText(word) ?? ''));
}
