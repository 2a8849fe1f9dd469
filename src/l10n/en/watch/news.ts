import type { Text } from '../../../model/index.ts';
import { type Message, part, plural, type Say } from '../../say.ts';

interface About extends Record<string, string | number> {
  /** Product, and the release that the alert is about, if any. */
  about: string;
}

/** The watch in the editor: status bar, view and document. */
export const news = {
  'news.title': 'What’s New for You',
  'news.none': 'Nothing new about what you run.',
  'news.nonePartly':
    'Nothing new in what could be read. Some release notes about what you run could not be read.',
  'news.never': 'The release notes have not been checked yet.',
  'news.unread': (a: { lastRead: Text }, say: Say) =>
    `The release notes could not be reached: whether there is news is unknown. ${say(a.lastRead)}`,
  'news.lastRead': (a: { day: string }) => `Last read: ${a.day}.`,
  'news.lastRead.never': 'They have not been read yet.',
  'news.failed': (a: { lastRead: Text }, say: Say) =>
    `The last check failed: whether there is news is unknown. ${say(a.lastRead)}`,
  'news.count': (a: { count: number; urgent: number }) =>
    `${plural(a.count, 'new alert')} about what you run${part(a.urgent, `, ${a.urgent} urgent`)}`,
  'news.section.fresh': 'New',
  'news.section.read': 'Read',
  'news.section.snoozed': 'Snoozed',
  'news.section.muted': 'Muted products',
  'news.until': (a: { until: string }) => `comes back ${a.until}`,
  'news.since': (a: { day: string }) => `Found ${a.day}`,
  'news.resources': 'Your resources',
  'news.place': (a: { where: string; scannedOn: string | null }, say: Say) =>
    `${a.where}, as scanned on ${say(a.scannedOn)}`,
  'news.place.now': (a: { where: string; scannedOn: string | null }) => a.where,
  'news.noResources': 'No longer found here.',
  'news.moreResources': (a: { count: number }) => `and ${a.count} more`,
  'news.next': 'What to do',
  'news.page': 'Vendor page',
  'news.openCode': (a: { name: string; where: string }) => `Open ${a.name} (${a.where})`,
  'news.actions': 'Actions',

  'news.label.withdrawn': (a: About) => `${a.about} is withdrawn or deprecated`,
  'news.label.newRelease': (a: About) => `${a.about} fixes bugs that you have`,
  'news.label.newBug': (a: About) => `${a.about} lists a bug that you have`,
  'news.label.supportDate': (a: About) => `${a.about}: a support date`,
  'news.label.unreadable': (a: About) => `${a.about}: notes cannot be read`,
  'news.label.changedNotes': (a: About) => `${a.about}: notes were changed`,

  'news.next.withdrawn': 'Read why, and plan the upgrade to a release that is still offered.',
  'news.next.newRelease': 'Read the notes and plan the patch, or snooze this until you can.',
  'news.next.newBug': 'Check whether it affects how you use it; then plan the patch, or mark this as read.',
  'news.next.supportDate': 'Plan the upgrade before that day: afterwards support is charged, or patches end.',
  'news.next.unreadable': 'See the log for the reason; a proxy or firewall may block the requests.',
  'news.next.changedNotes': 'Compare the wording: a fix may cover more, or less, than before.',

  'news.action.read': 'Mark as read',
  'news.action.unread': 'Mark as new',
  'news.action.snooze': 'Snooze…',
  'news.action.wake': 'Unsnooze',
  'news.action.mute': (a: { product: string }) => `Mute ${a.product}`,
  'news.mute.question': (a: { product: string }) =>
    `Mute ${a.product}? No alerts about it appear until you unmute it.`,
  'news.mute.button': 'Mute',
  'news.mute.done': (a: { product: string }) => `${a.product} is muted.`,
  'news.mute.undo': 'Undo',
  'news.action.unmute': (a: { product: string }) => `Unmute ${a.product}`,
  'news.action.upgrade': (a: { version: string }) => `Compare upgrade targets for ${a.version}`,
  'news.action.log': 'Show log',

  'news.pick.item': 'Which alert?',
  'news.pick.resource': 'Open the code of which resource?',
  'news.pick.product': 'Which product?',
  'news.pick.until': 'Snooze until when?',
  'news.until.days': (a: { days: number; date: string }) => `In ${plural(a.days, 'day')} (${a.date})`,
  'news.until.weeks': (a: { weeks: number; date: string }) => `In ${plural(a.weeks, 'week')} (${a.date})`,
  'news.until.tomorrow': (a: { date: string }) => `Tomorrow (${a.date})`,
  'news.until.other': 'Another day…',
  'news.until.prompt': 'Until which day (YYYY-MM-DD)? The alert comes back as new on it.',
  'news.until.wrong': (a: { tomorrow: string }) => `Write a day as YYYY-MM-DD, ${a.tomorrow} or later.`,
  'news.noCode': (a: { name: string }) => `${a.name} is not in a file: it was found in an account.`,
  'news.gone': (a: { file: string }) => `${a.file} no longer exists.`,

  'news.status.looked': (a: { ago: Text; fresh: number }, say: Say) =>
    `Errata Lens: checked ${say(a.ago)}${part(a.fresh, ` · ${a.fresh} new`)}`,
  'news.status.never': 'Errata Lens: not checked yet',
  'news.status.unread': 'Errata Lens: release notes unreachable',
  'news.status.looking': 'Errata Lens: checking…',
  'age.now': 'just now',
  'age.minutes': (a: { count: number }) => `${a.count} min ago`,
  'age.hours': (a: { count: number }) => `${a.count} h ago`,
  'age.days': (a: { count: number }) => `${plural(a.count, 'day')} ago`,
  'news.status.asOf': (a: { asOf: string }) => `Release notes as of ${a.asOf}.`,
  'news.status.failed': (a: { first: Text }, say: Say) => `The last check failed: ${say(a.first)}`,
  'news.status.unreadable': (a: { products: readonly string[] }, say: Say) =>
    `The release notes of ${say(a.products)} could not be read: news about what you run is missed until they can be.`,
  'news.status.problems': (a: { count: number }) =>
    `${plural(a.count, 'page')} could not be read or understood in full: see the log.`,
  'news.status.badOrigin': (a: { written: string }) =>
    `errataLens.docsOrigin is “${a.written}”, which is not an http or https address. No request is made.`,

  'news.check.off':
    'The watch is off (errataLens.watch.enabled): no release notes are fetched. Turn it on to check for new notes.',
  'news.check.settings': 'Open Settings',
  'news.check.nothing': 'Errata Lens: nothing new about what you run.',
  'news.check.followed': 'Errata Lens: another window has just checked.',
  'news.check.partly':
    'Errata Lens: nothing new in what could be read. The status bar says what could not be read.',
  'news.check.unread':
    'Errata Lens: the release notes could not be reached. The status bar and the log say why; what was known is kept.',
  'news.check.failed': 'Errata Lens: the check failed. The status bar and the log say why.',
} satisfies Record<string, Message>;
