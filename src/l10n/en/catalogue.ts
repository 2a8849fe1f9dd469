import type { Text, TextArg } from '../../model/index.ts';
import { form, type Message, plural, type Say } from '../say.ts';

export const catalogue = {
  'catalogue.fetch.hostRefused': (a: { host: string }) =>
    `Not requested: ${a.host} is not a host of this source's release notes.`,
  'catalogue.fetch.redirectRefused': (a: { host: string }) =>
    `Redirects to ${a.host}, which is not a host of this source's release notes. Not followed.`,
  'catalogue.fetch.redirectLoop': (a: { limit: number }) => `Redirects more than ${a.limit} times.`,
  'catalogue.fetch.gone': (a: { status: number }) => `The page does not exist (HTTP ${a.status}).`,
  'catalogue.fetch.status': (a: { status: number }) => `The server answered HTTP ${a.status}.`,
  'catalogue.fetch.busy': (a: { status: number; seconds: number }) =>
    `The server answered HTTP ${a.status} and asks to wait ${plural(a.seconds, 'second')}. Try again later.`,
  'catalogue.fetch.timeout': (a: { seconds: number }) =>
    `No complete answer within ${plural(a.seconds, 'second')}.`,
  'catalogue.fetch.totalTimeout': (a: { minutes: number }) =>
    `Not read: the time limit of one update (${plural(a.minutes, 'minute')}) was reached.`,
  'catalogue.fetch.tooLarge': (a: { limitMb: number }) => `Larger than ${a.limitMb} MB.`,
  'catalogue.fetch.contentType': (a: { contentType: string }) => `Not a page of text (${a.contentType}).`,
  'catalogue.fetch.truncated': 'The answer broke off before its end.',
  'catalogue.fetch.noAnswer': (a: { host: string; seconds: number }) =>
    `No answer from ${a.host} within ${a.seconds} s.`,
  'catalogue.fetch.connection': (a: { host: string; error: string }) =>
    `No connection to ${a.host} (${a.error}).`,
  'catalogue.fetch.failed': (a: { error: string }) => `Cannot be read (${a.error}).`,
  'catalogue.fetch.proxyUnsupported': (a: { version: string }) =>
    `Node.js ${a.version} cannot use the proxy of the environment here. Set NODE_USE_ENV_PROXY=1, or use Node.js 24.14 or later.`,
  'catalogue.fetch.proxyInvalid': (a: { variables: readonly string[] }, say: Say) =>
    `The proxy of the environment (${say(a.variables)}) is not a valid address and is not used.`,
  'catalogue.page.calendarRow': (a: { row: string }) =>
    `This row of the release calendar is not understood: ${a.row}. Its support dates are unknown.`,
  'catalogue.page.cveWithoutVersion': (a: { cves: readonly string[] }, say: Say) =>
    `Names no release that fixes ${say(a.cves)}.`,
  'catalogue.page.failed': (a: { error: string }) => `The page could not be understood (${a.error}).`,
  'catalogue.page.linkMismatch': (a: { words: string; target: string }) =>
    `The link “${a.words}” leads to something else (${a.target}). Its words are used.`,
  'catalogue.page.noCalendar':
    'The tables of the release calendar were not all found; the page format may have changed.',
  'catalogue.page.noCveTable': 'No list of CVEs was found; the page format may have changed.',
  'catalogue.page.noDate': (a: { title: string }) => `The title gives no date: “${a.title}”.`,
  'catalogue.page.noItems': (a: { versions: readonly string[] }, say: Say) =>
    `No improvement, fix or feature of ${say(a.versions)} was found; the page format may have changed.`,
  'catalogue.page.noLinks': 'No link to a page of release notes was found; the page format may have changed.',
  'catalogue.page.noPages': 'No page of release notes is listed here or on the index pages.',
  'catalogue.page.noRelease': (a: { title: string }) => `Names no release. Its title is “${a.title}”.`,
  'catalogue.page.noTitle': 'Not a page of release notes: it has no title.',
  'catalogue.page.redirect': (a: { target: string }) => `Redirects to ${a.target}. Not followed.`,
  'catalogue.page.untaken': (a: { versions: readonly string[]; section: string; count: number }, say: Say) =>
    `${plural(a.count, 'point')} of ${say(a.versions)} under “${a.section}” ${form(a.count, 'is', 'are')} not in the catalogue: the section is unknown.`,
  'catalogue.page.untaken.unheaded': (
    a: { versions: readonly string[]; section: string; count: number },
    say: Say,
  ) =>
    `${plural(a.count, 'point')} of ${say(a.versions)} before any heading ${form(a.count, 'is', 'are')} not in the catalogue: the section is unknown.`,
  'catalogue.page.versionsDiffer': (a: { title: string; text: string }) =>
    `The title names ${a.title}, the text ${a.text}. The title is used.`,
  'catalogue.store.damaged': (a: { error: string }) =>
    `The stored catalogue is damaged (${a.error}). The catalogue that ships with Errata Lens is used until the next update.`,
  'catalogue.store.foreign':
    'This file is not a catalogue of Errata Lens. The catalogue that ships with Errata Lens is used until the next update.',
  'catalogue.store.newer': (a: { found: number; known: number }) =>
    `The stored catalogue was written by a newer Errata Lens (format ${a.found}; this one reads up to ${a.known}). The catalogue that ships with Errata Lens is used.`,
  'catalogue.store.partlyDamaged': (a: { count: number }) =>
    `${plural(a.count, 'entry', 'entries')} of the stored catalogue could not be understood. The next update reads them again.`,
  'catalogue.store.unreadable': (a: { error: string }) => `The cache cannot be read (${a.error}).`,
  'catalogue.store.unwritable': (a: { error: string }) =>
    `The cache cannot be written (${a.error}). The next update reads the pages again.`,
  'catalogue.store.pageDamaged': 'The stored copy of this page is damaged. It is read again.',
  'catalogue.refresh': 'Refresh the catalogue: errata-lens catalogue update.',
  'catalogue.refresh.past': 'What came after that day is left out (--as-of).',
  'catalogue.update.unreached': (a: { cause: Text }, say: Say) =>
    `${say(a.cause)} What was known of its pages is kept.`,
  'catalogue.update.pagesUnread': (a: { count: number; cause: Text }, say: Say) =>
    `${plural(a.count, 'page')} could not be read. ${say(a.cause)} What was known of them is kept.`,
  'catalogue.update.sourceFailed': (a: { product: string; cause: Text }, say: Say) =>
    `Not everything about ${a.product} could be read. ${say(a.cause)} What was known before is kept.`,
  'catalogue.update.supportFailed': (a: { product: string; cause: Text }, say: Say) =>
    `Support dates of ${a.product} could not be read. ${say(a.cause)} What was known before is kept.`,
  'catalogue.update.supportKept': (a: { scopes: readonly string[] }, say: Say) =>
    `Support dates of ${say(a.scopes)} were not found. What was known before is kept.`,
  'catalogue.update.unread': (a: { cause: Text }, say: Say) =>
    `${say(a.cause)} Its contents are not in the catalogue.`,
  'catalogue.releases': (a: { count: number }) => plural(a.count, 'release'),
  'catalogue.update.unreadKept': (a: { cause: Text; versions: TextArg }, say: Say) =>
    `${say(a.cause)} What was known of ${say(a.versions)} before is kept.`,
  'catalogue.update.lost': (a: { versions: TextArg }, say: Say) =>
    `The page no longer lists ${say(a.versions)}; its format may have changed. What was known before is kept.`,
  'catalogue.update.shrunk': (a: { version: string; before: number; now: number }) =>
    `Only ${plural(a.now, 'item')} found for ${a.version}, where ${a.before} were known; the page format may have changed. What was known before is kept.`,
  'catalogue.update.alike': (a: { first: Text; more: number }, say: Say) =>
    `${say(a.first)} ${plural(a.more, 'more message')} of this kind about this page.`,
  'catalogue.update.unlisted': (a: { product: string; versions: TextArg }, say: Say) =>
    `The release notes of ${a.product} that could be read do not list ${say(a.versions)}. What was known before is kept.`,
  'catalogue.update.nothingListed': (a: { product: string; count: number }) =>
    `No page of release notes of ${a.product} was found. The ${plural(a.count, 'release')} known before ${form(a.count, 'is', 'are')} kept.`,
  'catalogue.update.clock': (a: { now: string; notes: string }) =>
    `The clock of this machine says ${a.now}, and the notes inside Errata Lens are of ${a.notes}: what was just read counts as older and is not used. Set the clock, then update again.`,
  'catalogue.page.tooLong': (a: { limit: number }) =>
    `The page has more than ${a.limit} characters: it was not read.`,
  'catalogue.page.tooDeep': (a: { limit: number }) =>
    `The page has elements in more than ${a.limit} levels: it was not read.`,
  'catalogue.page.tooMany': (a: { limit: number }) =>
    `The page has more than ${a.limit} elements: it was not read.`,
  'catalogue.xml.brokenOff': (a: { element: string | null }, say: Say) =>
    `Not a whole XML document: “${say(a.element)}” has no end.`,
  'catalogue.xml.brokenOff.none': 'Not an XML document.',
  'catalogue.update.twin': 'The page could not be understood; its Markdown version was read instead.',
  'postgresql.notes.empty': 'No release with a date was found.',
  'postgresql.notes.cut': 'The file ends within the notes of a release, which were not read.',
  'postgresql.notes.noList': 'The list of releases names none.',
} satisfies Record<string, Message>;
