import type { Text } from '../../../model/index.ts';
import { plural, type Message, type Say } from '../../say.ts';

export const extension = {
  'hover.next': (a: { version: string; reason: Text }, say: Say) => `Next: ${a.version}. ${say(a.reason)}`,
  'hover.all': (a: { version: string }) => `All known bugs of ${a.version}`,
  'hover.upgrade': () => 'Where to go from here',

  'action.setVersion': (a: { version: string; urgent: number; all: number }) =>
    `Set to ${a.version}: fixes ${fixed(a)}; restarts every instance when applied`,
  'action.setRelease': (a: { version: string; urgent: number; all: number }) =>
    `Set to ${a.version}${a.all > 0 ? `: fixes ${fixed(a)}` : ''}`,
  'action.suppressComment': (a: { rule: string }) =>
    `Leave “${a.rule}” out here, by a comment with a reason…`,
  'action.suppressConfig': (a: { rule: string }) =>
    `Leave “${a.rule}” out for this resource, in .errata-lens.yaml with a reason…`,
  'suppress.reason': () => 'Why? The reason is kept beside the suppression.',
  'suppress.needsReason': () => 'A suppression without a reason has no effect.',
  'suppress.until': () => 'Until which day (YYYY-MM-DD)? Leave empty for no end.',
  'suppress.needsDay': () => 'Write a day as YYYY-MM-DD, or nothing.',
  'suppress.byHand': (a: { file: string }) =>
    `${a.file} cannot be continued safely. Add the entry by hand; docs/configuration.md shows how.`,
  'action.showUpgrade': (a: { version: string }) => `Where to go from ${a.version}, with reasons…`,

  'command.untrusted': () =>
    'Restricted Mode only reads: this needs a trusted workspace. Trust the workspace first.',
  'command.noFolder': () => 'Open a folder first: Errata Lens scans the folders of a workspace.',
  'command.scanning': () => 'Errata Lens: scanning',
  'command.scanned': (a: { findings: number; assets: number; problems: number }) =>
    `Errata Lens: ${plural(a.findings, 'finding')} on ${plural(a.assets, 'asset')}${a.problems > 0 ? `, ${plural(a.problems, 'file')} not understood` : ''}.`,
  'command.ask.bugs': () => 'Known bugs of a version',
  'command.ask.upgrade': () => 'Where to go from a version',
  'command.ask.prompt': () =>
    'A release of a database engine, in full or as the engine version string, a range of them (3.10), or a release of an operating system',
  'incident.ask.prompt': () => 'A release of a database engine, in full or as the engine version string',
  'command.noRelease': (a: { written: string; examples: string[] }, say: Say) =>
    `“${a.written}” is not a release that is known. Write one, for example ${say(a.examples)}.`,
  'command.notARelease': (a: { written: string; examples: string[] }, say: Say) =>
    `“${a.written}” is not one release. Write it in full, for example ${say(a.examples)}.`,

  'log.problem': (a: { source: string; message: Text }, say: Say) => `${a.source}: ${say(a.message)}`,
  'log.scanned': (a: { folders: number; asOf: string }) =>
    `Scanned ${plural(a.folders, 'folder')} against the notes as of ${a.asOf}.`,
} satisfies Record<string, Message>;

function fixed({ urgent, all }: { urgent: number; all: number }): string {
  const bugs = plural(all, 'known bug');
  return urgent > 0 ? `${bugs}, ${urgent} of them urgent` : bugs;
}
