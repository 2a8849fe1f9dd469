import { plural, type Message } from '../../say.ts';

/** Pages about a version: known bugs and upgrades. */
export const page = {
  'page.title.bugs': (a: { name: string; version: string }) => `Known bugs: ${a.name} ${a.version}`,
  'page.title.upgrade': (a: { name: string; version: string }) => `Upgrade: ${a.name} ${a.version}`,
  'page.set': (a: { version: string }) => `Set to ${a.version}`,
  'page.set.done': (a: { version: string; places: number }) =>
    `Set to ${a.version} in ${plural(a.places, 'place')}; not saved yet.`,
  'page.set.failed': (a: { version: string }) =>
    `The version could not be set to ${a.version}: the code has changed, or it takes the version from elsewhere. Change it by hand.`,
  'page.brief': 'Prepare change brief…',
  'page.bugs': 'Known bugs',
  'page.search': 'Search',
  'page.urgency': 'Urgency',
  'page.feature': 'Feature',
  'page.release': 'Fixed in',
  'page.any': 'Any',
  'page.target': 'Target',
  'page.outcome': 'Outcome',
  'page.count': '{shown} of {all} shown',
  'page.more': 'Show all',
  'page.none': 'No bug matches the filters.',
  'page.column.bug': 'Bug',
  'page.command': 'In a terminal:',
  'page.outcome.fixed': 'fixed',
  'page.outcome.stays': 'stays',
  'page.outcome.new': 'new there',
  'page.outcome.undetermined': 'undetermined',
} satisfies Record<string, Message>;
