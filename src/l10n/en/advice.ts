import type { Text } from '../../model/index.ts';
import { DATES_EN as dates } from '../dates.ts';
import { part, plural, withName, type Message, type Say } from '../say.ts';

/** Advice on a version and its reasons, the same in all outputs. */
export const advice = {
  'advice.sentences': (a: { parts: readonly Text[] }, say: Say) => say(a.parts, ' '),

  'advice.fixes.urgent': (a: { version: string; part: number; whole: number }) =>
    `${a.version} fixes ${a.part} of ${plural(a.whole, 'urgent known bug')}.`,
  'advice.fixes.all': (a: { version: string; part: number; whole: number }) =>
    `${a.version} fixes ${a.part} of ${plural(a.whole, 'known bug')}.`,
  'advice.compared.urgent': (a: { version: string; part: number; whole: number }) =>
    `Of other minor versions, ${a.version} fixes ${a.part} of ${plural(a.whole, 'urgent known bug')}.`,
  'advice.compared.all': (a: { version: string; part: number; whole: number }) =>
    `Of other minor versions, ${a.version} fixes ${a.part} of ${plural(a.whole, 'known bug')}.`,
  'advice.fixes.none': (a: { version: string }) =>
    `No known bug of this version is listed as fixed in ${a.version}.`,

  'advice.support.lts': (a: { scope: string; until: string }) =>
    `${a.scope} is a long-term support version, in standard support until ${dates.until(a.until)}.`,
  'advice.support.standard': (a: { scope: string; until: string }) =>
    `${a.scope} is in standard support until ${dates.until(a.until)}.`,
  'advice.support.extended': (a: { scope: string; until: string | null }) =>
    `${a.scope} is in paid Extended Support${withName(a.until, '; its end is unknown', (until) => ` until ${dates.until(until)}`)}.`,
  'advice.support.ended': (a: { scope: string; until: string }) =>
    `Standard support of ${a.scope} ended ${dates.at(a.until)}.`,
  'advice.left.version': (a: { line: string; date: string }) =>
    `Standard support of version ${a.line} ended ${dates.at(a.date)}.`,
  'advice.leaving.version': (a: { line: string; date: string; days: number }) =>
    `Standard support of version ${a.line} ends ${dates.at(a.date)} (${dates.left(a.date, a.days)}).`,
  'advice.leaving.minor': (a: { scope: string; date: string; days: number }) =>
    `Standard support of ${a.scope} ends ${dates.at(a.date)} (${dates.left(a.date, a.days)}).`,

  'advice.ask': (a: { from: string; to: string }) =>
    `The pages do not state an upgrade from ${a.from} to ${a.to}: ask for ValidUpgradeTarget (aws rds describe-db-engine-versions), and stay on ${a.from} until then.`,
  'advice.ask.ended': (a: { from: string; to: string }) =>
    `The pages do not state an upgrade from ${a.from} to ${a.to}: ask for ValidUpgradeTarget (aws rds describe-db-engine-versions), and go through a release in between if it is not listed.`,
  'advice.pending': (a: { version: string }) => `An upgrade to ${a.version} is already pending.`,

  'advice.downtime.replace': 'restart or replacement of the instances',
  'advice.left.system': (a: { name: string; date: string }) =>
    `Standard support of ${a.name} ended ${dates.at(a.date)}.`,
  'advice.leaving.system': (a: { name: string; date: string }) =>
    `Standard support of ${a.name} ends ${dates.at(a.date)}.`,
  'advice.unreleased': (a: { release: string; count: number; product: string }) =>
    `${a.release} fixes ${plural(a.count, 'urgent known bug')}, but the catalogue has no ${a.product} release that contains it.`,
  'advice.stay.image': (a: { kubernetes: string }) =>
    `It is the newest image in the catalogue that lists Kubernetes ${a.kubernetes}.`,
  'advice.stay.oldImage': (a: { kubernetes: string }) =>
    `No newer image in the catalogue lists Kubernetes ${a.kubernetes}: upgrade the cluster first, then its nodes.`,

  'advice.stay.newest': (a: { line: string }) =>
    `It is the newest release of version ${a.line} in the catalogue.`,
  'advice.stay.unsupported': (a: { line: string }) =>
    `No newer release of version ${a.line} is known to be offered and supported.`,
  'advice.stay.patch': (a: { scope: string }) =>
    `It is the newest patch of the long-term support version ${a.scope}.`,
  'advice.stay.best': (a: { line: string }) =>
    `No newer release of version ${a.line} fixes an urgent known bug of it or is supported for longer.`,
  'advice.stay.young': (a: { version: string; soakDays: number }) =>
    `Wait before upgrading to ${a.version}: it is younger than the soak time of ${plural(a.soakDays, 'day')}.`,
  'advice.note.unlisted': (a: { version: string }) =>
    `${a.version} is newer, but the release calendar does not list it: its support is unknown.`,
  'advice.range.differs': (a: { written: string; first: string; last: string }) =>
    `“${a.written}” can be ${a.first} to ${a.last}, for which the advice differs. Pin one release first.`,

  'advice.line.fixes': (a: { version: string; part: number; whole: number }) =>
    `${a.version} fixes ${a.part} of ${a.whole}.`,
  'advice.line.fixesAll': (a: { version: string; whole: number }) =>
    `${a.version} fixes ${a.whole} of ${a.whole}.`,
  'advice.line.step': (a: { version: string }) => `Upgrade to ${a.version}.`,
  'advice.line.urgent': (a: { name: string | Text }, say: Say) => `Move to ${say(a.name)} now.`,
  'advice.line.next-maintenance': (a: { name: string | Text }, say: Say) =>
    `Move to ${say(a.name)} with the next maintenance.`,
  'advice.line.before': (a: { name: string | Text; day: string }, say: Say) =>
    `Move to ${say(a.name)} before ${a.day}.`,

  'advice.ways': (a: { ways: readonly Text[] }, say: Say) => `Next: ${say(a.ways, '. Then ')}.`,
  'advice.one': (a: { what: Text }, say: Say) => `a ${say(a.what)}`,
  'advice.way': (
    a: { name: string | Text; when: Text | null; longTerm: boolean; downtime: Text | null },
    say: Say,
  ) =>
    `${say(a.name)}${part(a.longTerm, ', long-term support')}${part(a.downtime, (downtime) => `, ${say(downtime)}`)}${part(a.when, (when) => `, ${say(when)}`)}`,

  'advice.when.urgent': 'now',
  // For a second step, which cannot be taken immediately.
  'advice.when.soon': 'as soon as you can',
  'advice.when.next-maintenance': 'with the next maintenance',
  'advice.when.before': (a: { day: string }) => `before ${a.day}`,
  'advice.head.stay': 'stay on this version',
  'advice.head.step': (a: { name: string | Text; when: Text }, say: Say) =>
    `upgrade to ${say(a.name)} ${say(a.when)}`,
  'advice.head.both': (
    a: { now: string | Text; when: Text; destination: string | Text; then: Text },
    say: Say,
  ) => `upgrade to ${say(a.now)} ${say(a.when)}, and to ${say(a.destination)} ${say(a.then)}`,
  'advice.name.write': (a: { version: string; write: string }) => `${a.version} (in code: ${a.write})`,
} satisfies Record<string, Message>;
