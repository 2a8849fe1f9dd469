import type { Text, TextArg } from '../../../model/index.ts';
import { DATES_EN as dates } from '../../dates.ts';
import { form, type Message, part, plural, type Say } from '../../say.ts';

interface SupportArgs extends Record<string, string | number> {
  name: string;
  scope: string;
  date: string;
  days: number;
  assets: number;
}

interface RunArgs extends Record<string, TextArg> {
  version: string;
  /** Number of your assets with this version. */
  who: Text;
}

interface WithdrawnArgs extends Record<string, TextArg> {
  name: string;
  version: string;
  /** Your assets with this version; for an upstream's, the versions that contain it. */
  who: readonly Text[];
}

interface Quiet extends Record<string, string | readonly string[]> {
  /** Time of the catalogue that was compared. */
  asOf: string;
  /** Pages or accounts that could not be read. */
  products: readonly string[];
}

export const watch = {
  'watch.newRelease': (
    a: {
      name: string;
      version: string;
      lts: boolean;
      date: string;
      total: number;
      urgent: number;
      runs: readonly Text[];
      places: number;
    },
    say: Say,
  ) => {
    const places = part(a.places, ` Declared in ${plural(a.places, 'place')}.`);
    return `${a.name} ${a.version} (${part(a.lts, 'LTS, ')}${a.date}) lists ${plural(a.total, 'fix', 'fixes')} for bugs in ${say(a.runs, '; ')}; ${a.urgent} urgent.${places} Next: read, plan the patch, or snooze.`;
  },
  'watch.olderRelease': (
    a: { name: string; version: string; date: string; total: number; urgent: number; runs: readonly Text[] },
    say: Say,
  ) =>
    `${a.name} ${a.version} (${a.date}) of an older branch lists ${plural(a.total, 'fix', 'fixes')} for bugs that are not known to be fixed in ${say(a.runs, '; ')}; ${a.urgent} urgent. Next: read, and watch for the fixes on your own branch.`,
  'watch.newFixes': (
    a: { name: string; version: string; date: string; total: number; urgent: number; runs: readonly Text[] },
    say: Say,
  ) =>
    `${a.name} ${a.version} (${a.date}): the vendor now lists ${plural(a.total, 'more fix', 'more fixes')} for bugs in ${say(a.runs, '; ')}; ${a.urgent} urgent. Next: read, plan the update, or snooze.`,
  'watch.who.runs': (a: { count: number; unit: Text }, say: Say) =>
    `${a.count} of your ${say(a.unit)}s ${form(a.count, 'runs', 'run')}`,
  'watch.who.uses': (a: { count: number }) => `${a.count} of your images ${form(a.count, 'uses', 'use')}`,
  'watch.who.contains': (a: RunArgs, say: Say) => `${a.version} contains (${say(a.who)} it)`,
  'watch.run': (a: RunArgs & { fixes: number }, say: Say) => `${a.version}, which ${say(a.who)}`,
  'watch.newBug': (
    a: {
      name: string;
      version: string;
      title: Text;
      urgency: Text;
      runs: readonly Text[];
      reason: Text;
    },
    say: Say,
  ) =>
    `${a.name}: the notes of ${a.version} now list “${say(a.title)}” (${say(a.urgency)}; ${say(a.reason)}), a bug of ${say(a.runs, '; ')}.`,
  'watch.deprecated': (a: WithdrawnArgs, say: Say) =>
    `${a.name} ${a.version}, which ${say(a.who)}, is now marked deprecated by the vendor.`,
  'watch.recalled': (a: WithdrawnArgs, say: Say) =>
    `${a.name} ${a.version}, which ${say(a.who)}, was recalled by the vendor.`,
  'watch.withdrawn': (a: WithdrawnArgs, say: Say) =>
    `${a.name} ${a.version}, which ${say(a.who)}, is no longer in the vendor’s release notes: it may have been withdrawn.`,
  'watch.support.standard': (a: SupportArgs) =>
    `${a.name} ${a.scope}: standard support ends ${dates.at(a.date)} (${dates.when(a.date, a.days)}).`,
  'watch.support.standard.past': (a: SupportArgs) =>
    `${a.name} ${a.scope}: standard support ended ${dates.at(a.date)}.`,
  'watch.support.extended': (a: SupportArgs) =>
    `${a.name} ${a.scope}: billing of Extended Support begins ${dates.begins(a.date)} (${dates.when(a.date, a.days)}).`,
  'watch.support.extended.past': (a: SupportArgs) =>
    `${a.name} ${a.scope}: billing of Extended Support began ${dates.begins(a.date)}.`,
  'watch.support.year3': (a: SupportArgs) =>
    `${a.name} ${a.scope}: the year-3 price of Extended Support begins ${dates.begins(a.date)} (${dates.when(a.date, a.days)}).`,
  'watch.support.year3.past': (a: SupportArgs) =>
    `${a.name} ${a.scope}: the year-3 price of Extended Support began ${dates.begins(a.date)}.`,
  'watch.support.all': (a: SupportArgs) =>
    `${a.name} ${a.scope}: all support ends ${dates.at(a.date)} (${dates.when(a.date, a.days)}).`,
  'watch.support.all.past': (a: SupportArgs) =>
    `${a.name} ${a.scope}: all support ended ${dates.at(a.date)}.`,
  'watch.unreadable': (a: { name: string; since: string }) =>
    `The release notes of ${a.name} have been unreadable since ${a.since}. News about it is missed until they can be read.`,
  'watch.changedNotes': (a: { name: string; version: string; count: number }) =>
    `The notes of ${a.name} ${a.version} were changed after publication (${plural(a.count, 'change')}).`,

  'watch.title': (a: { count: number; urgent: number }) =>
    `Errata Lens: ${plural(a.count, 'new alert')}${part(a.urgent, `, ${a.urgent} urgent`)}`,
  'watch.more': (a: { count: number }) => `… and ${a.count} more.`,
  'watch.nothingNew': (a: { since: string }) =>
    `Errata Lens: nothing new since ${a.since}. The watch is running.`,
  'watch.nothingNewPartly': (a: { since: string }) =>
    `Errata Lens: nothing new since ${a.since} in what could be read. The watch is running.`,
  'watch.nothingNewUnread': (a: { since: string; products: readonly string[] }, say: Say) =>
    `Errata Lens: the watch is running, but the notes of ${say(a.products)} cannot be read now: whether they have news since ${a.since} is unknown.`,
  'watch.yours': (a: { names: readonly string[]; more: number }) =>
    `yours: ${a.names.join(', ')}${part(a.more, ` and ${a.more} more`)}`,
  'watch.advice': (a: { version: string; advice: Text }, say: Say) =>
    `advice for ${a.version}: ${say(a.advice)}`,
  'watch.before': 'before',
  'watch.after': 'now',

  'watch.lookedNothing': (a: Quiet) => `Nothing new (release notes as of ${a.asOf} UTC).`,
  'watch.lookedUnread': (a: Quiet, say: Say) =>
    `Nothing new in what could be read (release notes as of ${a.asOf} UTC). The notes of ${say(a.products)} could not be read.`,
  'watch.lookedPartly': (a: Quiet) =>
    `Nothing new in what could be read (release notes as of ${a.asOf} UTC).`,
  'watch.unreadPages': (a: { pages: readonly string[]; more: number }, say: Say) =>
    `Not read in full, so news there is not known: ${say(a.pages)}${part(a.more, ` and ${plural(a.more, 'more page')}`)}.`,
  'watch.baseline': (a: Quiet) =>
    `First check: the release notes as of ${a.asOf} UTC are the baseline. Alerts start with the next check.`,
  'watch.baselineUnread': (a: Quiet, say: Say) =>
    `First check: the release notes as of ${a.asOf} UTC are the baseline. The notes of ${say(a.products)} could not be read; their first reading will be their baseline.`,
  'watch.unreached': (a: { products: readonly string[]; lastRead: string | null }, say: Say) =>
    `The release notes${part(a.products, ` of ${say(a.products)}`)} could not be reached: whether there is news is unknown. They were last read ${say(a.lastRead)} UTC.`,
  'watch.unreached.never': (a: { products: readonly string[]; lastRead: string | null }, say: Say) =>
    `The release notes${part(a.products, ` of ${say(a.products)}`)} could not be reached: whether there is news is unknown. They have not been read yet.`,
  'watch.nothingToWatch': (a: { paths: readonly string[] }, say: Say) =>
    `Nothing to watch${part(a.paths, ` in ${say(a.paths)}`)}: no database and no operating system image was found. Check the path, or name accounts with --profile.`,
  'watch.busy': 'Another watch is using this state; nothing was done.',
  'watch.next': (a: { when: string }) => `Next check: ${a.when}.`,
  'watch.stopped': 'Stopped.',
  'watch.failed': (a: { error: string }) =>
    `The check failed (${a.error}). The next one reports what this one missed.`,
  'watch.stateDamaged': (a: { error: string }) =>
    `The state of the watch is damaged (${a.error}). This check starts over: what is published now is the baseline.`,
  'watch.stateNewer':
    'The state of the watch was written by a newer Errata Lens. This check is skipped so that nothing is lost. Update Errata Lens.',
  'watch.badCron': (a: { expression: string }) =>
    `“${a.expression}” is not a cron expression. For example, every day at 9:30: "30 9 * * *".`,
  'watch.badTimeZone': (a: { timeZone: string }) =>
    `“${a.timeZone}” is not a time zone. For example: Asia/Tokyo.`,
  'watch.onceOrCron': 'Give --once or --cron, not both.',
  'watch.unknownChannel': (a: { name: string; channels: readonly string[] }, say: Say) =>
    `“${a.name}” is not a channel. Known: ${say(a.channels)}.`,
  'watch.channelUnset': (a: { channel: string; variable: string }) =>
    `The channel ${a.channel} needs the environment variable ${a.variable}.`,
  'watch.channelAddress': (a: { channel: string; variable: string }) =>
    `The channel ${a.channel} needs an https address in ${a.variable}.`,
  'watch.badState': (a: { state: string }) =>
    `${a.state} is not a valid state location. For example: s3://my-bucket/errata-lens; without --state it is kept in --cache-dir.`,
  'watch.storeUnreachable': (a: { where: string; error: string }) =>
    `The state in ${a.where} could not be read or written (${a.error}). Nothing new is recorded, so the next check reports what this one missed. Check the bucket’s name, the credentials, and s3:GetObject, s3:PutObject and s3:ListBucket.`,
  'watch.undelivered': (a: { error: string }) => `Not delivered (${a.error}). The next run tries again.`,
} satisfies Record<string, Message>;
