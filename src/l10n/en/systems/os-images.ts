import type { ImagePart, Text, TextArg } from '../../../model/index.ts';
import { type Message, part, plural, type Say } from '../../say.ts';

export const osImages = {
  'os.image.part': (a: { part: ImagePart; versions: readonly string[] }, say: Say) =>
    `${a.part} ${say(a.versions, ' or ')}`,
  'os.image.for': (a: { kubernetes: readonly string[]; parts: readonly Text[] }, say: Say) =>
    `${say(a.parts)}${part(a.kubernetes, ` (Kubernetes ${say(a.kubernetes)})`)}`,
  'os.image.contents': (a: { parts: readonly Text[] }, say: Say) => `This image has ${say(a.parts, '; ')}.`,
  'os.image.fix': (a: { what: TextArg }, say: Say) => say(a.what),
  'os.image.fix.other': 'other',
  'os.image.otherFixes': (a: { count: number }) => `${a.count} more`,
  'os.image.fixes': (a: { fixes: readonly Text[] }, say: Say) => `Fixed in this image: ${say(a.fixes)}.`,
  'os.image.lacks': (
    a: { images: number; publisher: string; day: string; fixes: readonly Text[]; parts: readonly Text[] },
    say: Say,
  ) =>
    `${plural(a.images, `later ${a.publisher}-optimized image`)} with fixes of ${say(a.fixes)}${part(a.parts, `; the newest (${a.day}) has ${say(a.parts)}`)}.`,
  'os.image.lacks.nothing': (
    a: { images: number; publisher: string; day: string; parts: readonly Text[] },
    say: Say,
  ) =>
    `${plural(a.images, `later ${a.publisher}-optimized image`)} with no listed fix${part(a.parts, `; the newest (${a.day}) has ${say(a.parts)}`)}.`,
  'os.image.numbered': (a: { words: Text; pull: number }, say: Say) => `${say(a.words)} (#${a.pull})`,
  'os.image.change.unpinned': (a: { version: string }) => `reverts a pin of the source AMI to ${a.version}`,
  'os.image.change.reverted': (a: { part: string | null }) =>
    `reverts a change${part(a.part, (name) => ` of ${name}`)}`,
  'os.image.change.pinned': (a: { what: TextArg; version: string | null }, say: Say) =>
    `pins ${say(a.what)}${part(a.version, (version) => ` to ${version}`)}`,
  'os.image.change.downgraded': (a: { what: TextArg; version: string | null }, say: Say) =>
    `downgrades ${say(a.what)}${part(a.version, (version) => ` to ${version}`)}`,
  'os.image.change.warning': 'carries a warning from its publisher',
  'os.image.change.sourceTakenBack': (a: { version: string; by: string }) =>
    `its publisher went back from this source AMI to ${a.version} until the image of ${a.by}`,
  'os.image.change.takenBack': (a: { part: string | null; by: string }) =>
    `the image of ${a.by} reverts a change of this one${part(a.part, (name) => ` (${name})`)}`,
  'os.image.change.fixed': (a: { what: TextArg }, say: Say) => `fixes ${say(a.what)}`,
  'os.image.change.aPart': 'a part of it',
  'os.image.called': (a: { publisher: string | null; day: string; kubernetes: string | null }) =>
    `${part(a.publisher, (publisher) => `${publisher} `)}image of ${a.day}${part(a.kubernetes, (version) => ` for Kubernetes ${version}`)}`,
  'os.image.named': (a: { name: string; image: Text }, say: Say) => `${a.name} ${say(a.image)}`,
  'os.image.takenBack': (a: { changes: readonly Text[]; url: string }, say: Say) =>
    `${say(a.changes)}: ${a.url}.`,
  'os.image.cautions': (a: { changes: readonly Text[]; url: string }, say: Say) =>
    `this image ${say(a.changes)}; check its changelog first (${a.url}).`,
  'os.image.target': (a: { day: string; publisher: string; caution: Text }, say: Say) =>
    `${a.publisher}-optimized image of ${a.day}: ${say(a.caution)}`,
} satisfies Record<string, Message>;
