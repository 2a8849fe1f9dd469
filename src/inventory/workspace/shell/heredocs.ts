import path from 'node:path/posix';
import { cloudformation } from '../cloudformation/format.ts';
import { readCompose } from '../docker/compose.ts';
import { isCompose, isDockerfile } from '../docker/format.ts';
import { imagesInDockerfile } from '../docker/stages.ts';
import type { AssetDraft, SourceFile } from '../draft.ts';
import { elasticBeanstalk } from '../elastic-beanstalk/format.ts';
import type { Format, WorkspaceView } from '../format.ts';
import { imageSettings } from '../image-settings/format.ts';
import { kubernetes } from '../kubernetes/format.ts';
import { plainText, type Command, type Range } from './syntax.ts';

/** Programs that take manifests from their input. */
const TAKES_MANIFESTS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k', 'eksctl', 'kustomize']);
/** How many words a program may stand behind: `xargs`, a variable, a wrapper. */
const FIRST_WORDS = 3;
const DOCUMENT = /\.(?:ya?ml|json)$/i;
const FORMATS: readonly Format[] = [kubernetes, cloudformation, elasticBeanstalk, imageSettings];

/**
 * What the documents that a script writes to files or hands to a program declare: manifests, templates, settings and
 * Dockerfiles in heredocs, each read by its own format.
 */
export function draftsOfHeredocs(
  commands: readonly Command[],
  source: SourceFile,
  view: WorkspaceView,
): AssetDraft[] {
  return commands.flatMap((command, i) =>
    command.heredocs.flatMap((range) =>
      draftsOf(destinationOf(command, commands[i + 1]), range, source, view),
    ),
  );
}

/** Where a heredoc goes: the file that is written, or a name for what a program takes; null for anything else. */
function destinationOf(command: Command, next: Command | undefined): string | null {
  const takers = [command, ...(next === undefined ? [] : [next])];
  const files = takers.flatMap(({ words, targets }) => {
    const through = plainText(words[0]) === 'tee' ? words.slice(1) : [];
    return [...targets, ...through].flatMap((word) => word.parts.slice(-1));
  });
  const file = files.map((part) => (part.kind === 'text' ? part.text : '')).find((name) => isRead(name));
  if (file !== undefined) return file;
  const isTaken = takers.some(({ words }) =>
    words.slice(0, FIRST_WORDS).some((word) => TAKES_MANIFESTS.has(plainText(word) ?? '')),
  );
  return isTaken ? 'manifest.yaml' : null;
}

function isRead(name: string): boolean {
  return DOCUMENT.test(name) || isDockerfile(path.basename(name));
}

function draftsOf(
  destination: string | null,
  range: Range,
  script: SourceFile,
  view: WorkspaceView,
): AssetDraft[] {
  if (destination === null) return [];
  const source = { file: script.file, text: onlyWithin(script.text, range) };
  const name = path.basename(destination);
  if (isDockerfile(name)) return imagesInDockerfile(source);
  if (isCompose(name)) return [...readCompose(source).drafts];
  const own = { ...view, read: (file: string) => (file === script.file ? source : view.read(file)) };
  const taken = new Set<string>();
  return FORMATS.flatMap((format) => {
    const drafts = format
      .read(script.file, own)
      .drafts.filter(({ version }) => format.givesWay !== true || !taken.has(placeOf(version)));
    for (const { version } of drafts) taken.add(placeOf(version));
    return drafts;
  });
}

function placeOf(version: AssetDraft['version']): string {
  return version?.state === 'known' ? JSON.stringify([version.at.line, version.at.endLine]) : '';
}

/** The text of a file, each character in its place, without what is around a range. Tabs that a shell takes away are blanks. */
function onlyWithin(text: string, { start, end }: Range): string {
  const within = text.slice(start, end).replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  return text.slice(0, start).replace(/[^\r\n]/g, ' ') + within;
}
