import type { Text } from '../../../model/index.ts';
import { capitalised, type Message, part, plural, type Say, span } from '../../say.ts';

/** Bugs of an upstream product, and the releases that fix them. */
interface UpstreamFixes extends Record<string, string | number | Text | null> {
  name: string;
  from: string;
  to: string;
  listed: number;
  urgent: number;
}

export const extension = {
  'hover.next': (a: { advice: Text; reason: Text }, say: Say) =>
    `${capitalised(say(a.advice))}. ${say(a.reason)}`,
  'hover.all': (a: { version: string }) => `All known bugs of ${a.version}`,
  'hover.upstream': (a: { count: Text }, say: Say) => `and ${say(a.count)}`,
  'hover.upstream.count': (a: UpstreamFixes & { off: Text | null }, say: Say) =>
    `${a.listed} of ${a.name} ${span(a.from, a.to, ' to ')}, ${a.urgent} urgent${part(a.off, (off) => ` (${say(off)})`)}`,
  'hover.upstream.included': (a: { count: Text }, say: Say) => `of these, ${say(a.count)}`,
  'hover.counted': (a: { distribution: string }) => `${a.distribution}'s notes only`,
  'hover.upgrade': 'Compare upgrade targets',
  'hover.notes': 'Release notes',
  'hover.support': (a: { support: Text }, say: Say) => `Standard support ${say(a.support)}`,
  'hover.support.until': (a: { support: Text }, say: Say) => `Standard support until ${say(a.support)}`,

  'lens.bugs': (a: { urgent: number; all: number; next: readonly Text[] }, say: Say) =>
    `${plural(a.urgent, 'urgent known bug')}, ${a.all} in all.${part(a.next, ` ${say(a.next, ' ')}`)}`,

  'action.setVersion': (a: { version: string; urgent: number; all: number; places: number }) =>
    `Set to ${a.version}${part(a.places, ` in all ${a.places} places`)}: fixes ${fixed(a)}; restarts the database when applied`,
  'action.setRelease': (a: { version: string; urgent: number; all: number; places: number }) =>
    `Set to ${a.version}${part(a.places, ` in all ${a.places} places`)}${part(a.all, `: fixes ${fixed(a)}`)}`,
  'action.planMove': (a: { name: string | Text; advice: Text }, say: Say) =>
    `Compare before moving to ${say(a.name)} ${say(a.advice)}`,
  'action.pin': (a: { version: string }) => `Pin to ${a.version}`,
  'action.refresh': 'Refresh release notes',
  'action.suppressComment': (a: { rule: string }) => `Suppress “${a.rule}” on this line…`,
  'action.suppressConfig': (a: { rule: string }) =>
    `Suppress “${a.rule}” for this resource in .errata-lens.yaml…`,
  'suppress.reason': 'Reason (kept with the suppression)',
  'suppress.needsReason': 'A suppression without a reason has no effect.',
  'suppress.until': 'Last day, YYYY-MM-DD (empty: no end)',
  'suppress.needsDay': 'Enter a date as YYYY-MM-DD, or leave it empty.',
  'suppress.byHand': (a: { file: string }) =>
    `${a.file} cannot be edited safely. Add the entry by hand; docs/configuration.md shows how.`,
  'action.showUpgrade': 'Compare upgrade targets',

  'command.untrusted': 'This command needs a trusted workspace.',
  'command.noFolder': 'Open a folder to scan.',
  'command.scanning': 'Errata Lens: scanning',
  'command.scanned': (a: { counts: Text; assets: number; problems: number }, say: Say) =>
    `Errata Lens: ${plural(a.assets, 'asset')}, ${say(a.counts)}${part(a.problems, `; ${plural(a.problems, 'file')} not understood`)}.`,
  'command.ask.bugs': 'Known bugs of a version',
  'command.ask.upgrade': 'Upgrade advice for a version',
  'command.ask.prompt': (a: { examples: string[] }, say: Say) =>
    `Type a version, for example ${say(a.examples)}`,
  'command.ask.pick': (a: { examples: string[] }, say: Say) =>
    `Choose a version in use, or type another, for example ${say(a.examples)}`,
  'command.ask.hasUrgent': 'urgent bugs',
  'command.ask.morePlaces': (a: { count: number }) => plural(a.count, 'more place'),
  'incident.ask.prompt':
    'A database engine release, in full or as the engine version string; empty if unknown',
  'command.noRelease': (a: { written: string; examples: string[] }, say: Say) =>
    `${a.written} is not a known release. Enter one, for example ${say(a.examples)}.`,
  'command.notARelease': (a: { written: string; examples: string[] }, say: Say) =>
    `${a.written} is not a release. Enter it in full, for example ${say(a.examples)}.`,

  'log.problem': (a: { source: string; message: Text }, say: Say) => `${a.source}: ${say(a.message)}`,
  'log.scanned': (a: { folders: number; asOf: string }) =>
    `Scanned ${plural(a.folders, 'folder')} against the notes as of ${a.asOf}.`,
} satisfies Record<string, Message>;

function fixed({ urgent, all }: { urgent: number; all: number }): string {
  return `${plural(all, 'known bug')}${part(urgent, `, ${urgent} of them urgent`)}`;
}
