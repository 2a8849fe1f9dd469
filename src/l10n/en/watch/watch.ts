import { isMonth, type Text } from '../../../model/index.ts';
import { DATES_EN as dates } from '../../dates.ts';
import { plural, type Message, type Say } from '../../say.ts';

/** Pages that a sentence names. */
export const MOST_PAGES = 5;

interface SupportArgs extends Record<string, string | number> {
  name: string;
  scope: string;
  date: string;
  days: number;
  assets: number;
}

function when(date: string, days: number): string {
  return days === 0 && !isMonth(date) ? 'today' : dates.left(date, days);
}

interface RunArgs extends Record<string, string | number | boolean> {
  version: string;
  assets: number;
  isImage: boolean;
}

interface Quiet extends Record<string, string | readonly string[]> {
  /** The moment of the catalogue that was compared. */
  asOf: string;
  /** What could not be read. */
  products: readonly string[];
}

/** `2 of your clusters run`, `1 of your images uses`. */
function run({ assets, isImage }: Pick<RunArgs, 'assets' | 'isImage'>): string {
  const verb = isImage ? (assets === 1 ? 'uses' : 'use') : assets === 1 ? 'runs' : 'run';
  return `${assets} of your ${isImage ? 'images' : 'clusters'} ${verb}`;
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
    const places = a.places === 0 ? '' : ` Declared in ${plural(a.places, 'place')}.`;
    return `${a.name} ${a.version} (${a.lts ? 'LTS, ' : ''}${a.date}) lists ${plural(a.total, 'fix', 'fixes')} for bugs in ${a.runs.map(say).join('; ')}; ${a.urgent} urgent.${places} Next: read, plan the patch, or snooze.`;
  },
  'watch.olderRelease': (
    a: { name: string; version: string; date: string; total: number; urgent: number; runs: readonly Text[] },
    say: Say,
  ) =>
    `${a.name} ${a.version} (${a.date}) of an older branch lists ${plural(a.total, 'fix', 'fixes')} for bugs that are not known to be fixed in ${a.runs.map(say).join('; ')}; ${a.urgent} urgent. Next: read, and watch for the fixes on your own branch.`,
  'watch.newFixes': (
    a: { name: string; version: string; date: string; total: number; urgent: number; runs: readonly Text[] },
    say: Say,
  ) =>
    `${a.name} ${a.version} (${a.date}): the vendor now lists ${plural(a.total, 'more fix', 'more fixes')} for bugs in ${a.runs.map(say).join('; ')}; ${a.urgent} urgent. Next: read, plan the update, or snooze.`,
  'watch.run': (a: RunArgs & { fixes: number }) => `${a.version}, which ${run(a)}`,
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
    `${a.name}: the notes of ${a.version} now list “${say(a.title)}” (${say(a.urgency)}; ${say(a.reason)}), a bug of ${a.runs.map(say).join('; ')}.`,
  'watch.deprecated': (a: RunArgs & { name: string }) =>
    `${a.name} ${a.version}, which ${run(a)}, is now marked deprecated by the vendor.`,
  'watch.recalled': (a: RunArgs & { name: string }) =>
    `${a.name} ${a.version}, which ${run(a)}, was recalled by the vendor.`,
  'watch.withdrawn': (a: RunArgs & { name: string }) =>
    `${a.name} ${a.version}, which ${run(a)}, is no longer in the vendor’s release notes: it may have been withdrawn.`,
  'watch.support.standard': (a: SupportArgs) =>
    a.days < 0
      ? `${a.name} ${a.scope}: standard support ended ${dates.at(a.date)}.`
      : `${a.name} ${a.scope}: standard support ends ${dates.at(a.date)} (${when(a.date, a.days)}).`,
  'watch.support.extended': (a: SupportArgs) =>
    a.days < 0
      ? `${a.name} ${a.scope}: billing of Extended Support began ${dates.begins(a.date)}.`
      : `${a.name} ${a.scope}: billing of Extended Support begins ${dates.begins(a.date)} (${when(a.date, a.days)}).`,
  'watch.support.year3': (a: SupportArgs) =>
    a.days < 0
      ? `${a.name} ${a.scope}: the year-3 price of Extended Support began ${dates.begins(a.date)}.`
      : `${a.name} ${a.scope}: the year-3 price of Extended Support begins ${dates.begins(a.date)} (${when(a.date, a.days)}).`,
  'watch.support.all': (a: SupportArgs) =>
    a.days < 0
      ? `${a.name} ${a.scope}: all support ended ${dates.at(a.date)}.`
      : `${a.name} ${a.scope}: all support ends ${dates.at(a.date)} (${when(a.date, a.days)}).`,
  'watch.unreadable': (a: { name: string; since: string }) =>
    `The release notes of ${a.name} have been unreadable since ${a.since}. News about it is missed until they can be read.`,
  'watch.changedNotes': (a: { name: string; version: string; count: number }) =>
    `The notes of ${a.name} ${a.version} were changed after publication (${plural(a.count, 'change')}).`,

  'watch.title': (a: { count: number; urgent: number }) =>
    `Errata Lens: ${plural(a.count, 'new alert')}${a.urgent > 0 ? `, ${a.urgent} urgent` : ''}`,
  'watch.more': (a: { count: number }) => `… and ${a.count} more.`,
  'watch.nothingNew': (a: { since: string }) =>
    `Errata Lens: nothing new since ${a.since}. The watch is running.`,
  'watch.nothingNewPartly': (a: { since: string }) =>
    `Errata Lens: nothing new since ${a.since} in what could be read. The watch is running.`,
  'watch.nothingNewUnread': (a: { since: string; products: readonly string[] }, say: Say) =>
    `Errata Lens: the watch is running, but the notes of ${say(a.products)} cannot be read now: whether they have news since ${a.since} is unknown.`,
  'watch.yours': (a: { names: readonly string[]; more: number }) =>
    `yours: ${a.names.join(', ')}${a.more > 0 ? ` and ${a.more} more` : ''}`,
  'watch.before': 'before',
  'watch.after': 'now',

  'watch.lookedNothing': (a: Quiet) => `Nothing new (release notes as of ${a.asOf} UTC).`,
  'watch.lookedUnread': (a: Quiet, say: Say) =>
    `Nothing new in what could be read (release notes as of ${a.asOf} UTC). The notes of ${say(a.products)} could not be read.`,
  'watch.lookedPartly': (a: Quiet) =>
    `Nothing new in what could be read (release notes as of ${a.asOf} UTC).`,
  'watch.unreadPages': (a: { pages: readonly string[] }) => {
    const more = a.pages.length - MOST_PAGES;
    return `Not read in full, so news there is not known: ${a.pages.slice(0, MOST_PAGES).join(', ')}${more > 0 ? ` and ${plural(more, 'more page')}` : ''}.`;
  },
  'watch.baseline': (a: Quiet) =>
    `First check: the release notes as of ${a.asOf} UTC are the baseline. Alerts start with the next check.`,
  'watch.baselineUnread': (a: Quiet, say: Say) =>
    `First check: the release notes as of ${a.asOf} UTC are the baseline. The notes of ${say(a.products)} could not be read; their first reading will be their baseline.`,
  'watch.unreached': (a: { products: readonly string[]; lastRead: string | null }, say: Say) =>
    `The release notes${a.products.length === 0 ? '' : ` of ${say(a.products)}`} could not be reached: whether there is news is unknown. ${a.lastRead === null ? 'They have not been read yet.' : `They were last read ${a.lastRead} UTC.`}`,
  'watch.nothingToWatch': (a: { paths: readonly string[] }, say: Say) =>
    `Nothing to watch${a.paths.length === 0 ? '' : ` in ${say(a.paths)}`}: no database and no operating system image was found. Check the path, or name accounts with --profile.`,
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
