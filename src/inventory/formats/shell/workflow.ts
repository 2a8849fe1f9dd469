import { basename } from 'node:path/posix';
import { readOsImage } from '../../../products/index.ts';
import { imageDraft, type AssetDraft } from '../../resources/draft.ts';
import { isEnvironmentKey, literalText, textAt, literalOrFallback } from '../../../values/index.ts';
import {
  itemsOf,
  linesBelow,
  locate,
  mapsIn,
  pathTo,
  textOf,
  valueOf,
  type Entry,
  type KeyedMap,
  type Node,
  type ParsedDocument,
  type SourceFile,
} from '../../../syntax/index.ts';
import { ReportedPlaces } from '../../resources/reported-places.ts';
import { draftOfPin, pinsAmong } from '../../resources/passes/version-pin.ts';
import { holdsPins } from '../../resources/passes/document-pins.ts';
import { isWorkflow } from '../../reading/file-names.ts';
import { draftsOfNode, draftsOfTexts, mayHoldDrafts } from '../../embedded/texts.ts';
import type { Embedded } from '../../reading/format.ts';
import { COMMAND_KEYS, commandsIn } from '../../embedded/commands.ts';

/** Searched by its end: trying each word as a beginning takes several times as long. */
const WRITTEN_KEY = new RegExp(
  String.raw`${COMMAND_KEYS}["']?\s*:(?<=(?:^|[\s{,-])["']?(?:[\w.]+\.)?${COMMAND_KEYS}["']?\s*:)`,
  'gm',
);
/** Keys of container images. */
const IMAGE_KEY = /^(?:image|container)$/;
const PACKAGE_MODULE = /^(?:ansible\.builtin\.|ansible\.legacy\.)?(?:dnf|dnf5|yum)$/;
const AMI_MODULE = /^(?:amazon\.aws\.)?ec2_ami_info$/;
/** Module arguments that contain a release or an image search. */
const NAMES_IN_MODULES: ReadonlySet<string> = new Set(['releasever', 'content', 'name']);
const WRITTEN_FILE = /^write_files(?:\[|$)/;
const RELEASEVER_FILE = /\/etc\/(?:dnf|yum)\/vars\/releasever$/;
const maxPathSegments = 4;

/**
 * Drafts of the commands in a YAML document. For workflows, also the jobs' runners and the versions in their
 * environment; other documents have formats of their own for these.
 */
export function draftsOfCommandDocument(
  document: ParsedDocument,
  source: SourceFile,
  embedded: Embedded,
): AssetDraft[] {
  const isOwn = isWorkflow(source.file);
  const places = mapsIn(document.root);
  const drafts = places.flatMap((place) => [
    ...imagesOfModule(place, source.file),
    ...draftsOfWrittenFile(place, source, embedded),
    ...draftsOfCommands(place, source, embedded),
    ...place.map.entries.flatMap((entry) =>
      isOwn && IMAGE_KEY.test(entry.key) ? containersIn(entry, place, source.file) : [],
    ),
  ]);
  const reported = new ReportedPlaces(drafts);
  const pins = isOwn ? places.flatMap((place) => pinsOfEnvironment(place, source.file, reported)) : [];
  return [...drafts, ...pins];
}

function draftsOfCommands(place: KeyedMap, source: SourceFile, embedded: Embedded): AssetDraft[] {
  return commandsIn(place, source).flatMap(({ entry, scripts, outside }) =>
    scripts.flatMap((script, i) => {
      const at = [...pathTo(place), entry.key].slice(-maxPathSegments).join('.');
      const prefix = `${at}${i === 0 ? '' : `[${i}]`}.`;
      return draftsOfTexts([script], { file: source.file, source: 'shell', prefix, embedded, outside });
    }),
  );
}

/** A file that cloud-init writes: a script, or a document by its name. */
function draftsOfWrittenFile(place: KeyedMap, source: SourceFile, embedded: Embedded): AssetDraft[] {
  const content = valueOf(place.map, 'content');
  if (content === null) return [];
  const path = pathTo(place);
  if (!WRITTEN_FILE.test(path.at(-1) ?? '')) return [];
  const prefix = `${[...path, 'content'].slice(-maxPathSegments).join('.')}.`;
  const name = basename(textOf(valueOf(place.map, 'path')) ?? '');
  return draftsOfNode(content, source, { source: 'shell', prefix, embedded }, name);
}

/** `image: amazonlinux:2023`, `container: { image: … }`, a list of services. */
function containersIn(entry: Entry, place: KeyedMap, file: string): AssetDraft[] {
  const named = [entry.value, valueOf(entry.value, 'name'), ...itemsOf(entry.value)];
  return named.flatMap((node) => {
    const written = textOf(node);
    if (node === null || written === null || readOsImage(written) === null) return [];
    const name = [...pathTo(place), entry.key].join('.');
    const at = locate(entry.keySpan);
    return [imageDraft({ source: 'shell', name, file, at, version: literalText(node) })];
  });
}

/** Full versions in the environment of a workflow, used by a program that is not visible. */
function pinsOfEnvironment(place: KeyedMap, file: string, reported: ReportedPlaces): AssetDraft[] {
  if (!holdsPins(place)) return [];
  const path = pathTo(place);
  const isEnvironment = path.some((key) => isEnvironmentKey(key) || key === 'with');
  if (!isEnvironment) return [];
  const written = place.map.entries.map((entry) => ({
    ...entry,
    // The default of an input takes the input's name.
    key: entry.key === 'default' ? (path.at(-1) ?? '') : entry.key,
    value: () =>
      entry.value.kind === 'scalar' ? textAt([literalOrFallback(entry.value)], entry.value) : null,
  }));
  return pinsAmong(written, []).flatMap((pin): AssetDraft[] => {
    const { key, keySpan } = pin.entry;
    const of = { source: 'shell', name: [...path, key].join('.'), file, at: locate(keySpan) } as const;
    const draft = draftOfPin(pin, of);
    return reported.has(draft.version) ? [] : [draft];
  });
}

/** Ansible modules that name a release or search an AMI, and files that cloud-init writes for dnf. */
function imagesOfModule(place: KeyedMap, file: string): AssetDraft[] {
  if (!place.map.entries.some(({ key }) => NAMES_IN_MODULES.has(key))) return [];
  const path = pathTo(place);
  const at = (key: string): Node[] => [valueOf(place.map, key)].filter((node) => node !== null);
  const isDnf = PACKAGE_MODULE.test(path.at(-1) ?? '');
  const isWritten = RELEASEVER_FILE.test(textOf(valueOf(place.map, 'path')) ?? '');
  const isSearch = AMI_MODULE.test(path.at(-2) ?? '') && path.at(-1) === 'filters';
  const releases = [...(isDnf ? at('releasever') : []), ...(isWritten ? at('content') : [])];
  const draft = (node: Node): AssetDraft =>
    imageDraft({ source: 'shell', name: path.join('.'), file, at: locate(node), version: literalText(node) });
  return [
    ...releases
      .filter((node) => readOsImage(textOf(node) ?? '', { place: 'releasever' }) !== null)
      .map((node) => ({ ...draft(node), settings: { releasever: literalText(node) } })),
    ...(isSearch ? at('name') : []).filter((node) => readOsImage(textOf(node) ?? '') !== null).map(draft),
  ];
}

/** Modules that name an image, and files that they write. */
export const IMAGE_MODULES = /ec2_ami_info|releasever:|\/vars\/releasever/;

/** True if a document contains relevant commands. Contents of written files may be anything. */
export function hasCommands(text: string): boolean {
  const below = linesBelow(WRITTEN_KEY, text);
  return below.length > 0 && (text.includes('write_files') || below.some(mayHoldDrafts));
}
