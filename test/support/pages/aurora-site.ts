import { auroraLine } from '../../../src/products/aurora-mysql/versions.ts';
import { bullets, wrapped } from './aurora-page.ts';
import type { MirrorOptions } from '../mirror/mirror.ts';
import { tableOf } from './os-page.ts';

/** A release on a made-up site. */
export interface SiteRelease {
  date: string;
  fixes: readonly string[];
  deprecated?: boolean;
}

/** Content of the site on a day. */
export interface SiteDay {
  releases: Readonly<Record<string, SiteRelease>>;
  /** Minor versions with their ends of standard support, in the calendar's own spelling of dates. */
  calendar?: readonly (readonly [minor: string, released: string, ends: string])[];
  /** Listed versions without a page. */
  gone?: readonly string[];
}

const FOLDER = '/AmazonRDS/latest/AuroraMySQLReleaseNotes/';

/** Pages of an invented guide in the vendor's form: contents, an index for each line, a page for each release, a calendar. */
export function auroraSite(days: Readonly<Record<string, SiteDay>>): MirrorOptions {
  const steps = Object.entries(days).map(([from, day]) => ({ from, pages: pagesOf(day) }));
  const paths = new Set(steps.flatMap(({ pages }) => Object.keys(pages)));
  const gone = Object.fromEntries([...paths].map((name): [string, null] => [name, null]));
  return { timeline: steps.map(({ from, pages }) => ({ from, pages: { ...gone, ...pages } })) };
}

export function pathOf(version: string): string {
  return `${FOLDER}${fileOf(version)}`;
}

/** Adds a row, because a calendar without rows does not count as one. */
const ANY_ROW: NonNullable<SiteDay['calendar']> = [['2.98', '1 January 2050', '30 June 2052']];

function pagesOf({ releases, calendar = ANY_ROW, gone = [] }: SiteDay): Record<string, string> {
  const versions = Object.keys(releases);
  const lines = [...new Set(versions.map(auroraLine))];
  const pages: Record<string, string> = {
    [`${FOLDER}toc-contents.json`]: JSON.stringify({
      contents: lines.map((line) => ({ title: `Version ${line}`, href: indexOf(line), contents: [] })),
    }),
    [`${FOLDER}AuroraMySQL.release-calendars.html`]: calendarOf(calendar),
  };
  for (const line of lines) {
    const links = versions
      .filter((version) => auroraLine(version) === line)
      .map((version) => `<a href="./${fileOf(version)}">${titleOf(version, releases)}</a>`);
    pages[`${FOLDER}${indexOf(line)}`] = wrapped(bullets(...links), `Updates of version ${line}`);
  }
  for (const [version, { fixes }] of Object.entries(releases)) {
    if (gone.includes(version)) continue;
    const content = `<h2>Improvements</h2><p><b>Availability improvements:</b></p>${bullets(...fixes)}`;
    pages[pathOf(version)] = wrapped(content, titleOf(version, releases));
  }
  return pages;
}

function titleOf(version: string, releases: SiteDay['releases']): string {
  const release = releases[version];
  const mark = release?.deprecated ? ' (Deprecated)' : '';
  return `Aurora MySQL database engine updates ${release?.date ?? ''} (version ${version})${mark}`;
}

function fileOf(version: string): string {
  return `AuroraMySQL.Updates.${version.replaceAll('.', '')}.html`;
}

function indexOf(line: string): string {
  return `AuroraMySQL.Updates.${line.replace('.', '')}0Updates.html`;
}

function calendarOf(rows: readonly (readonly [string, string, string])[]): string {
  const major = tableOf(
    [
      'Community major version',
      'Aurora major version',
      'Community end of life date',
      'Aurora end of standard support date',
      'Start of Extended Support year 1 pricing',
      'Start of Extended Support year 3 pricing',
      'RDS end of Extended Support date',
      'Minor versions eligible',
    ],
    ['MySQL 5.7', 'Aurora MySQL version 2', 'June 2031', '30 June 2052', 'N/A', 'N/A', 'N/A', 'N/A'],
  );
  const minors = tableOf(
    ['Aurora MySQL version', 'Release date', 'End of standard support'],
    ...rows.map(([minor, released, ends]) => [`<b>${minor}</b> (of MySQL 5.7)`, released, ends]),
  );
  return wrapped(`${major}<p>then</p>${minors}`, 'Release calendars');
}
