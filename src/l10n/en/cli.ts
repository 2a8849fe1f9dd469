import type { Text } from '../../model/index.ts';
import { type Message, part, plural, type Say } from '../say.ts';

export const cli = {
  'cli.notABudget': (a: { least: number; most: number }) =>
    `Give a number of seconds from ${a.least} to ${a.most}.`,
  'cli.notAPort': 'A port is a number from 0 to 65535.',
  'cli.notALimit': 'Give a limit of 1 or more.',
  'cli.notADay': 'Write a day as YYYY-MM-DD.',
  'cli.notAnOrigin':
    'An origin is an http or https address without a user, a query or a fragment, for example http://127.0.0.1:8080.',
  'cli.notAScan': (a: { file: string }) =>
    `${a.file} is not the JSON of a scan. Make one with: errata-lens scan --format json.`,
  'cli.noSuchPath': (a: { path: string }) =>
    `${a.path} does not exist, so nothing was read. Check the path; a relative one starts at the working folder.`,
  'cli.productNotPath': (a: { product: string }) =>
    `${a.product} is a product, and no such path exists. For advice on one of its versions: errata-lens upgrade ${a.product} VERSION.`,
  'cli.noPermission': (a: { path: string }) =>
    `You have no permission to read ${a.path}, so nothing was read. Give yourself read access to it, or run the command as a user who has it.`,
  'cli.pathUnreadable': (a: { path: string; error: string }) =>
    `${a.path} cannot be read (${a.error}), so nothing was read. Check the disk and the path.`,
  'cli.configUnreadable': (a: { file: string }) =>
    `${a.file} cannot be read. Check the path given with --config.`,
  'cli.noAdvice': (a: { name: string; products: string[] }, say: Say) =>
    `There is no upgrade advice for ${a.name}: its release notes name no upgrade paths. Known: ${say(a.products)}.`,
  'cli.noProduct': (a: { products: readonly string[] }, say: Say) =>
    `Name a product (${say(a.products)}) and a version, or a CVE with --cve.`,
  'cli.unknownProduct': (a: { name: string; products: readonly string[] }, say: Say) =>
    `“${a.name}” is not a product. Known: ${say(a.products)}.`,
  'cli.unknownProduct.similar': (a: { name: string; similar: readonly string[] }, say: Say) =>
    `“${a.name}” is not a product. Did you mean ${say(a.similar)}?`,
  'cli.uncoveredProduct': (a: { name: string; products: readonly string[] }, say: Say) =>
    `${a.name} is not covered. Covered: ${say(a.products)}.`,
  'cli.uncoveredProduct.similar': (a: { name: string; similar: readonly string[] }, say: Say) =>
    `${a.name} is not covered. Did you mean ${say(a.similar)}?`,
  'cli.noVersion': 'Name a version, for example 2.11.1.',
  'cli.notDays': 'Write a number of days, for example 14.',
  'cli.notACve': (a: { written: string }) =>
    `“${a.written}” is not a CVE number. Write it in full, for example CVE-2024-21096.`,
  'cli.cveAlone': 'Name a product and a version, or a CVE with --cve, not both.',
  'cli.offline': '“catalogue update” reads the vendor’s pages: omit --offline.',
  'cli.outputLost': (a: { reason: string }) =>
    `The result could not be written (${a.reason}): what is there is not all of it. Make room where the output goes, and run the command again.`,
  'cli.interrupted': 'Interrupted.',
  'cli.working': 'Working …',
  'cli.problem': (a: { sources: readonly string[]; more: number; message: Text }, say: Say) =>
    `${say(a.sources)}${part(a.more, ` and ${a.more} more`)}: ${say(a.message)}`,
  'catalogue.progress': (a: { name: string; done: number; total: number }) =>
    `${a.name}: ${a.done} of ${a.total} pages`,
  'catalogue.updated': (a: {
    releases: number;
    bugs: number;
    read: number;
    pages: number;
    unchanged: number;
    kept: number;
  }) =>
    `${a.read} of ${plural(a.pages, 'page')} read (${a.unchanged} unchanged): ${plural(a.releases, 'release')}, ${plural(a.bugs, 'known bug')}.${part(a.kept, ` ${plural(a.kept, 'release')} kept as known before.`)}`,
  'catalogue.status': (a: { asOf: string; source: Text; days: number }, say: Say) =>
    `Notes as of ${a.asOf} UTC (${say(a.source)}, ${plural(a.days, 'day')} old).`,
  'catalogue.statusProduct': (a: {
    name: string;
    releases: number;
    bugs: number;
    newest: string;
    date: string;
    asOf: string | null;
  }) =>
    `${a.name}: ${plural(a.releases, 'release')}, ${plural(a.bugs, 'known bug')}; last published: ${a.newest} (${a.date}).${part(a.asOf, (asOf) => ` Its notes are as of ${asOf}.`)}`,
  'catalogue.verbose': '--verbose lists them.',
  'catalogue.cveDifferences': (a: { count: number }) =>
    `The vendor's own CVE table and the release pages differ in ${plural(a.count, 'CVE')}. The table is often updated later than the pages; both are used.`,
  'catalogue.cveOnlyInPages': (a: { version: string; cves: readonly string[] }, say: Say) =>
    `${a.version}, named by its page only: ${say(a.cves)}`,
  'catalogue.cveOnlyInTable': (a: { version: string; cves: readonly string[] }, say: Say) =>
    `${a.version}, named by the table only: ${say(a.cves)}`,
  'catalogue.cveWithoutRelease': (a: { cves: readonly string[] }, say: Say) =>
    `in the table without a release, on no page: ${say(a.cves)}`,
} satisfies Record<string, Message>;
