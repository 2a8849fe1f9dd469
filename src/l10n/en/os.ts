import type { Text } from '../../model/index.ts';
import { plural, type Message, type Say } from '../say.ts';

export const os = {
  'os.page.noRelease': () =>
    'No release is named in the title. What this page tells is not in the catalogue.',
  'os.page.cvesWithoutPackage': (a: { cves: readonly string[] }, say: Say) =>
    `No package could be found for ${say(a.cves)}. These are not in the catalogue.`,
  'os.page.namelessPackages': (a: { names: readonly string[] }, say: Say) =>
    `The page does not name the packages behind ${say(a.names)}. These are not in the catalogue.`,
  'os.page.empty': () => 'Neither packages nor notices were found; the page may have changed its form.',
  'os.index.empty': (a: { product: string }) =>
    `No release page of ${a.product} is listed; the index may have changed its form.`,
  'os.feed.unread': (a: { cause: Text }, say: Say) =>
    `${say(a.cause)} Advisories, and with them most CVEs of Amazon Linux 2023, are not in the catalogue.`,
  'os.feed.empty': () => 'No advisory was found; the feed may have changed its form.',
  'os.feed.oddEntries': (a: { count: number; example: string }) =>
    `${plural(a.count, 'advisory', 'advisories')} could not be understood, e.g. “${a.example}”.`,
  'os.bulletin.noPackages': () => 'The bulletin names no fixed package; its advisory is placed by its date.',
  'os.changelog.empty': () => 'No release was found in the changelog; it may have changed its form.',
} satisfies Record<string, Message>;
