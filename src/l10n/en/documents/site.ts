import type { Text } from '../../../model/index.ts';
import { DATES_EN as dates } from '../../dates.ts';
import { capitalised, form, part, plural, type Say } from '../../say.ts';

/** Pages of `errata-lens site`. */
export const site = {
  'site.name': 'Errata Lens',
  'site.language': 'English',
  'site.tagline': 'Known bugs and support dates of database and operating system releases',
  'site.home.what':
    'Vendors list bugs of a release in the notes of later ones, which few people read. Here each release has the known bugs that later releases fix, how urgent they are, and how long it is supported.',
  'site.home.support': 'Current versions',
  'site.home.counts': (a: { releases: number; bugs: number }) =>
    `${plural(a.releases, 'release')}, ${plural(a.bugs, 'known bug')}`,
  'site.home.new': (a: { since: string; until: string }) => `New between ${a.since} and ${a.until}`,
  'site.home.nothingNew': 'No release was published in these days.',
  'site.state.standard': (a: { date: string }) => `supported until ${dates.until(a.date)}`,
  'site.state.ending': (a: { date: string }) => `ends ${dates.at(a.date)}`,
  'site.state.extended': (a: { date: string }) =>
    `Extended Support, billed; standard ended ${dates.at(a.date)}`,
  'site.state.maintenance': (a: { date: string }) => `maintenance only; standard ended ${dates.at(a.date)}`,
  'site.state.ended': (a: { date: string }) => `ended ${dates.at(a.date)}`,
  'site.state.unknown': 'no date known',
  'site.noneYet': 'none listed yet',
  'site.skip': 'Skip to content',
  'site.nav': 'Site',
  'site.nav.home': 'Products',
  'site.nav.search': 'Search by error',
  'site.nav.data': 'Data',
  'site.nav.otherLanguage': 'Language',
  'site.nav.path': 'You are here',
  'site.asOf': (a: { asOf: string; built: string }) =>
    `Release notes as of ${a.asOf}; support as of ${a.built}.`,
  'site.licence': 'Titles and facts in our own words, licensed under CC BY 4.0. Not published by the vendor.',
  'site.needsScript': 'This part needs JavaScript.',

  'site.column.product': 'Product',
  'site.column.version': 'Version',
  'site.column.date': 'Released',
  'site.column.status': 'Status',
  'site.column.support': 'Support until',
  'site.column.current': 'Current',
  'site.column.state': 'Support',
  'site.column.fixes': 'Bugs fixed',
  'site.column.bugs': 'Known bugs',
  'site.column.urgent': 'Urgent',
  'site.column.all': 'All',
  'site.column.bug': 'Bug',
  'site.column.urgency': 'Urgency',
  'site.column.impact': 'Impact',
  'site.column.severity': 'Severity',
  'site.column.fixedIn': 'Fixed in',
  'site.column.changes': 'What changes',
  'site.column.scope': 'Version',
  'site.column.standard': 'Standard support',
  'site.column.extended': 'Extended Support',
  'site.column.maintenance': 'Maintenance',
  'site.column.notes': 'Notes',
  'site.notesOf': (a: { version: string }) => `Vendor release notes for ${a.version}`,
  'site.unknown': 'unknown',
  'site.none': 'none',

  'site.product.title': (a: { name: string }) => `${a.name}: releases and known bugs`,
  'site.product.releases': (a: { line: string }) => `Releases of version ${a.line}`,
  'site.product.support': 'Support timelines',
  'site.product.supportPicture': (a: { name: string }) =>
    `Support timeline of each version of ${a.name}; the table below lists the same dates`,
  'site.product.today': (a: { day: string }) => `today, ${a.day}`,
  'site.product.matrix': 'Versions and bugs',
  'site.product.changes': 'What changes from A to B',
  'site.product.feeds': 'New releases as a feed',
  'site.status.lts': 'LTS',
  'site.status.deprecated': 'deprecated',
  'site.status.beta': 'beta',
  'site.status.default': 'default',
  'site.status.extended-support': 'Extended Support',
  'site.supported': (a: { date: string }) => dates.until(a.date),
  'site.until': (a: { date: string }) => `until ${dates.until(a.date)}`,
  'site.ended': (a: { date: string }) => `ended ${dates.at(a.date)}`,
  'site.period': (a: { from: string; until: string }) => `${dates.begins(a.from)} to ${dates.until(a.until)}`,

  'site.release.title': (a: { name: string }) => `${a.name}: known bugs`,
  'site.release.published': (a: { day: Text }, say: Say) => `Released ${say(a.day)}.`,
  'site.release.community': (a: { name: string; version: string }) =>
    `Compatible with ${a.name} ${a.version}.`,
  'site.release.lts': 'Long-term support release.',
  'site.release.counts': (a: { all: number; urgent: number; ordinary: number; minor: number }) =>
    `${plural(a.all, 'known bug')}: ${a.urgent} urgent, ${a.ordinary} ordinary, ${a.minor} minor.`,
  'site.release.sources': (a: { sources: Text }, say: Say) => `${capitalised(say(a.sources))}.`,
  'site.release.noneListed': (a: { asOf: string }) =>
    `As of ${a.asOf}, no later release lists a fix for a bug of this one. Unlisted bugs can exist.`,
  'site.release.notCounted': 'Known bugs: cannot be determined from the notes, so they are not counted.',
  'site.release.where': 'Upgrade targets',
  'site.release.bugs': (a: { level: Text; count: number }, say: Say) =>
    `Known bugs: ${say(a.level)} (${a.count})`,
  'site.release.upstream': (a: { name: string; version: string }) => `Known bugs of ${a.name} ${a.version}`,
  'site.release.more': (a: { count: number }) => `All ${a.count} known bugs`,
  'site.release.fixes': (a: { count: number }) => `Fixed in this release (${a.count})`,
  'site.release.allTitle': (a: { name: string }) => `${a.name}: all known bugs`,

  'site.bug.urgency': (a: { level: Text; why: string }, say: Say) =>
    `${capitalised(say(a.level))}: ${a.why}.`,
  'site.bug.product': 'Product',
  'site.bug.id': 'ID',
  'site.bug.earlierIds': 'Earlier IDs',
  'site.bug.consequences': 'Effects',
  'site.bug.features': 'Features involved',
  'site.bug.introduced': 'Introduced in',
  'site.bug.package': 'Package',
  'site.bug.advisory': 'Advisory',
  'site.bug.community': 'Community bugs',
  'site.bug.record': 'Data record',
  'site.bug.fixedIn': 'Listed as fixed in',
  'site.bug.affected': 'Affected versions',
  'site.bug.affectedNone': 'None known.',
  'site.bug.column.versions': 'Versions',
  'site.bug.column.why': 'Why',
  'site.bug.column.certainty': 'Certainty',
  'site.bug.certainty.high': 'high',
  'site.bug.certainty.medium': 'medium',
  'site.bug.certainty.low': 'low',
  'site.bug.moved': (a: { title: Text }, say: Say) => `This bug has moved: ${say(a.title)}`,

  'site.matrix.title': (a: { name: string; line: string }) => `${a.name} ${a.line}: versions and bugs`,
  'site.matrix.how':
    'Each column is a minor version. A cell lists its affected releases; ● means all of them.',
  'site.matrix.filters': 'Filters',
  'site.matrix.words': 'Words or CVE',
  'site.matrix.version': 'Release',
  'site.matrix.any': 'any',
  'site.matrix.shown': (a: { count: number; of: number }) => `${a.count} of ${a.of} bugs`,

  'site.changes.title': (a: { name: string; from: string; to: string }) =>
    `${a.name}: what changes from ${a.from} to ${a.to}`,
  'site.changes.anyTitle': (a: { name: string }) => `${a.name}: what changes from A to B`,
  'site.changes.from': 'From',
  'site.changes.to': 'To',
  'site.changes.summary': (a: {
    clears: number;
    urgent: number;
    leaves: number;
    brings: number;
    undetermined: number;
    there: number;
  }) =>
    `Fixes ${plural(a.clears, 'known bug')}, ${a.urgent} of them urgent; ${a.leaves} ${form(a.leaves, 'stays', 'stay')}, ${a.undetermined} undetermined. New there: ${a.brings}${part(a.there, `; ${a.there} undetermined`)}.`,
  'site.changes.clears': (a: { count: number }) => `Fixed (${a.count})`,
  'site.changes.leaves': (a: { count: number }) => `Stays (${a.count})`,
  'site.changes.undetermined': (a: { count: number }) =>
    `Undetermined: the vendor does not say whether the target has them (${a.count})`,
  'site.changes.undeterminedThere': (a: { count: number }) =>
    `Known there; whether the earlier version has them is undetermined (${a.count})`,
  'site.changes.brings': (a: { count: number }) => `New (${a.count})`,
  'site.search.unknown': (a: { version: string }) =>
    `The known bugs of “${a.version}” are not listed here. Choose a version.`,
  'site.changes.unknown': (a: { version: string }) =>
    `The bugs of ${a.version} are unknown, so nothing can be compared.`,
  'site.changes.made': 'Prepared comparisons',
  'site.changes.way': 'Other comparisons are made in the browser and need JavaScript.',

  'site.search.title': 'Is it a known bug?',
  'site.search.how':
    'Paste a log line, an error or a sentence. It is compared in your browser; nothing is sent anywhere.',
  'site.search.symptom': 'Log line, error or sentence',
  'site.search.go': 'Search',
  'site.search.results': 'Results',
  'site.search.failed': 'The data of this product could not be loaded.',

  'site.data.title': 'Data for programs',
  'site.data.licence': 'Licence',
  'site.data.licenceText':
    'The data are free to use under CC BY 4.0; credit Errata Lens. They hold facts and titles in our own words, and no vendor text. No warranty: unlisted bugs can exist.',
  'site.data.catalogue': 'Everything in one file',
  'site.data.catalogueFile': 'The catalogue',
  'site.data.schemaFile': 'Its JSON Schema',
  'site.data.osv': 'One record for each bug, in OSV format',
  'site.data.osvFile': 'List of all records',
  'site.data.osvText':
    'IDs begin with x_, as unregistered databases use, and no ecosystem is named: affected versions are listed one by one.',
  'site.data.renovate': 'Releases for Renovate',
  'site.data.feeds': 'Feeds',
  'site.feed.title': (a: { name: string }) => `${a.name}: releases`,
  'site.feed.entry': (a: { fixes: number; urgent: number | null }) => {
    const open = part(a.urgent, (urgent) => ` It has ${plural(urgent, 'urgent known bug')} of its own.`);
    return `Lists ${plural(a.fixes, 'bug')} as fixed.${open}`;
  },

  'site.written': (a: { folder: string; pages: number; files: number; megabytes: string; seconds: string }) =>
    `${a.folder}: ${plural(a.pages, 'page')} and ${plural(a.files, 'other file')}, ${a.megabytes} MB, in ${a.seconds} s.`,
  'site.writing': (a: { files: number }) => `Writing files: ${a.files}`,
  'site.notEmpty': (a: { folder: string }) =>
    `${a.folder} is not an empty folder or a site that this command wrote: it is a file or a link, or has other files in it. Nothing was written; name another folder.`,
  'site.failed': (a: { folder: string; reason: string }) =>
    `The site was not written to ${a.folder} (${a.reason}). What was there is as it was.`,
  'site.noScripts':
    'The site’s scripts are missing. They come with the package; in a checkout, build it first.',
  'site.badAddress': (a: { written: string }) =>
    `“${a.written}” is not a site address. Enter one such as https://example.org/path/.`,
};
