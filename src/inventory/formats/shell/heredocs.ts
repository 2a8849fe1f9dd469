import path from 'node:path/posix';
import { isFileLocation, type FileLocation, type Use } from '../../../model/index.ts';
import { cloudformation } from '../cloudformation/format.ts';
import { readCompose } from '../docker/compose.ts';
import { isCompose, isDockerfile } from '../docker/names.ts';
import { imagesInDockerfile } from '../docker/stages.ts';
import { linesOf, placeOf, type SourceFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { Fact } from '../../../values/index.ts';
import type { Format, WorkspaceView } from '../format.ts';
import { imageSettings } from '../image-settings/format.ts';
import { kubernetes } from '../kubernetes/format.ts';
import { needlesOf } from '../../scan/look.ts';
import { plainText, type Command, type Range } from '../../../syntax/shell/index.ts';

/** Programs that take manifests from their input. */
const TAKES_MANIFESTS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k', 'eksctl', 'kustomize']);
/** How many words a program may stand behind: `xargs`, a variable, a wrapper. */
const FIRST_WORDS = 3;
const DOCUMENT = /\.(?:ya?ml|json)$/i;
const FORMATS: readonly Format[] = [kubernetes, cloudformation, imageSettings];

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
      draftsOfHeredoc(destinationOf(command, commands[i + 1]), range, source, view),
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

function draftsOfHeredoc(
  destination: string | null,
  { start, end }: Range,
  script: SourceFile,
  view: WorkspaceView,
): AssetDraft[] {
  if (destination === null) return [];
  // Tabs are those that a shell takes away: as blanks they indent all lines alike.
  const text = script.text.slice(start, end).replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  const source = { file: script.file, text };
  const linesBefore = placeOf(linesOf(script), start, start).line - 1;
  return readAs(path.basename(destination), source, view).map((draft) => moved(draft, linesBefore));
}

function readAs(name: string, source: SourceFile, view: WorkspaceView): readonly AssetDraft[] {
  if (isDockerfile(name)) return imagesInDockerfile(source);
  if (isCompose(name)) return readCompose(source).drafts;
  const own = { ...view, read: (file: string) => (file === source.file ? source : view.read(file)) };
  const taken = new Set<number>();
  return FORMATS.filter((format) => needlesOf(format).test(source.text)).flatMap((format) => {
    const { drafts } = format.read(source.file, own);
    const kept = format.givesWay === true ? drafts.filter((draft) => !taken.has(lineOf(draft))) : drafts;
    for (const draft of kept) taken.add(lineOf(draft));
    return kept;
  });
}

function lineOf({ version, at }: AssetDraft): number {
  return (version?.at ?? at).line;
}

/** A draft of a document in its place in the script: a heredoc begins with a line. */
function moved(draft: AssetDraft, by: number): AssetDraft {
  const place = (at: FileLocation) => ({ ...at, line: at.line + by, endLine: at.endLine + by });
  const value = (of: Fact): Fact =>
    of.state === 'unknown'
      ? { ...of, at: of.at === null ? null : place(of.at) }
      : {
          ...of,
          at: place(of.at),
          uses: of.uses.map((use) => ({ ...use, location: placeOfUse(use, place) })),
        };
  return {
    ...draft,
    at: place(draft.at),
    engine: draft.engine === null ? null : value(draft.engine),
    version: draft.version === null ? null : value(draft.version),
    settings: Object.fromEntries(Object.entries(draft.settings).map(([name, of]) => [name, value(of)])),
  };
}

function placeOfUse({ location }: Use, place: (at: FileLocation) => FileLocation): Use['location'] {
  return isFileLocation(location) ? place(location) : location;
}
