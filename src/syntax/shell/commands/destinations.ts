import path from 'node:path/posix';
import { plainText, type Command } from '../syntax.ts';

/** Programs that read manifests from their input. */
const TAKES_MANIFESTS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k', 'eksctl', 'kustomize']);
/** Programs that pass on their input, with changes. */
const FILTERS: ReadonlySet<string> = new Set(['envsubst', 'sed', 'tr', 'yq', 'gomplate', 'cat']);
const maxFilters = 3;
/** Number of words that may precede a program: `xargs`, a variable, a wrapper. */
const FIRST_WORDS = 3;
const PRINTS: ReadonlySet<string> = new Set(['echo', 'printf']);

/** Command that receives the output of the one at an index, through filters, if no file is written. */
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
 * Destination of a command's document: the written file, or a name for a program's input; null for anything else.
 * `isDocument` decides by a file's name.
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
  return takers.some(takesManifests) ? 'manifest.yaml' : null;
}

/** True if a command prints its words for the next one, which reads manifests. */
export function isPipedManifest({ words }: Command, next: Command | undefined): boolean {
  return PRINTS.has(plainText(words[0]) ?? '') && next !== undefined && takesManifests(next);
}

function takesManifests({ words }: Command): boolean {
  return words.some((word, i) => i < FIRST_WORDS && TAKES_MANIFESTS.has(plainText(word) ?? ''));
}
