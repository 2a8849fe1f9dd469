import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MirrorOptions } from './mirror.ts';
import { sharedPath } from '../shared.ts';

const GUIDE = '/AmazonRDS/latest/AuroraMySQLReleaseNotes/';
const RELEASE_FILE = /^AuroraMySQL\.Updates\.\d+\.html$/;

/** A release as titled on the mirror's pages. */
export interface DatedRelease {
  file: string;
  version: string;
  /** YYYY-MM-DD. */
  date: string;
  /** First day on which it is served as deprecated; null: never. */
  markedOn: string | null;
}

/** A bullet that its page contains, or contains in these words, only from a day on. */
export interface LaterBullet {
  file: string;
  from: string;
  /** Earlier words; null if the bullet was absent. */
  before: ((bullet: string) => string) | null;
}

/** A date of the calendar that was different before a day. */
export interface LaterDate {
  from: string;
  now: string;
  before: string;
}

export interface MirrorPast {
  bullets: readonly LaterBullet[];
  dates: readonly LaterDate[];
}

/** The mirror of the vendor's guide on past days. */
export interface MirrorDays {
  releases: readonly DatedRelease[];
  /** Current words of a later bullet. */
  wordsOf(bullet: LaterBullet): string;
  /** Pages for `startMirror`; unchanged pages have the same bytes on both days. */
  timeline(days: readonly string[]): NonNullable<MirrorOptions['timeline']>;
}

/**
 * History of the mirror. Pages, links to them, rows of the calendar and entries of the table of CVEs exist from the day of
 * their release on; a release is deprecated fifteen months after it, if today's mirror marks it; `past` adds exceptions.
 */
export function mirrorDays(past: MirrorPast): MirrorDays {
  const folder = path.join(sharedPath('docs-mirror', 'docs.aws.amazon.com'), GUIDE);
  const files = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
  const releases = [...files].flatMap(([file, body]) => releaseIn(file, body));
  const dates = new Map(releases.map(({ file, date }) => [file, date]));
  const marks = new Map(releases.map(({ version, markedOn }) => [version, markedOn]));

  function pageOn(day: string, name: string, body: string): string | null {
    const isLater = (file: string): boolean => (dates.get(file) ?? '') > day;
    if (isLater(name.replace(/\.md$/, '.html'))) return null;
    if (name === 'toc-contents.json')
      return unmarked(JSON.stringify(contentsOn(JSON.parse(body) as Contents, isLater)));
    if (name === 'AuroraMySQL.release-calendars.html') return calendarOn(day, body);
    return unmarked(withoutLinks(bulletsOn(name, body), isLater));

    function unmarked(text: string): string {
      return text.replaceAll(/\(version ([\d.]+)\) \(Deprecated\)/g, (whole, version: string) =>
        (marks.get(version) ?? '') > day ? `(version ${version})` : whole,
      );
    }

    function bulletsOn(file: string, text: string): string {
      const later = past.bullets.filter((bullet) => bullet.file === file && bullet.from > day);
      return later.reduce((rest, { before }) => {
        const bullet = lastBullet(text);
        return rest.replace(bullet, before === null ? '' : before(bullet));
      }, text);
    }
  }

  function calendarOn(day: string, body: string): string {
    const known = body.replaceAll(/<tr>(?:(?!<\/tr>).)*<\/tr>/gs, (row) => {
      const published = /<td>(?:<p>)?([A-Z][a-z]+ \d+, \d{4})/.exec(row)?.[1];
      return published !== undefined && isoOf(published) > day ? '' : row;
    });
    const later = past.dates.filter(({ from }) => from > day);
    return later.reduce((text, { now, before }) => text.replaceAll(now, before), known);
  }

  return {
    releases,
    wordsOf: ({ file }) => lastBullet(files.get(file) ?? '').replaceAll(/<[^>]*>/g, ''),
    timeline(days) {
      const last = new Map<string, string | null>();
      return days.map((from) => {
        const pages = [...files].map(([name, body]) => [GUIDE + name, pageOn(from, name, body)] as const);
        const changed = pages.filter(([page, body]) => last.get(page) !== body);
        for (const [page, body] of changed) last.set(page, body);
        return { from, pages: Object.fromEntries(changed) };
      });
    },
  };
}

/** The releases of versions 2 and later, by the titles of the mirror's pages; sorted. */
export function titledVersions(): string[] {
  return mirrorDays({ bullets: [], dates: [] })
    .releases.map(({ version }) => version)
    .filter((version) => /^(?!1\.)\d/.test(version))
    .sort();
}

function releaseIn(file: string, body: string): DatedRelease[] {
  if (!RELEASE_FILE.test(file)) return [];
  const title = /<title>([^<]*)/.exec(body)?.[1] ?? '';
  const version = /(?:version|MySQL) (\d[\d.]*\d)/.exec(title)?.[1] ?? '';
  const date = /\d{4}-\d{2}-\d{2}/.exec(title)?.[0] ?? isoOf(/[A-Z][a-z]+ \d+, \d{4}/.exec(title)?.[0] ?? '');
  const markedOn = title.includes('(Deprecated)') ? monthsAfter(date, 15) : null;
  return [{ file, version, date, markedOn }];
}

/** YYYY-MM-DD from `July 31, 2025`; an early day for text that is no date. */
function isoOf(spelt: string): string {
  const time = Date.parse(`${spelt} UTC`);
  return Number.isNaN(time) ? '2015-01-01' : new Date(time).toISOString().slice(0, 10);
}

function monthsAfter(date: string, months: number): string {
  const day = new Date(date);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}

/** Last item of a page that describes a fix and has no nested items. */
function lastBullet(body: string): string {
  return body.match(/<li class="listitem"><p>Fixed(?:(?!<\/?li).)*<\/li>/gs)?.at(-1) ?? '';
}

function withoutLinks(text: string, isLater: (file: string) => boolean): string {
  return text
    .replaceAll(
      /<li class="listitem"><p><a href="\.\/([^"]+)">[^<]*<\/a><\/p><\/li>/g,
      (item, file: string) => (isLater(file) ? '' : item),
    )
    .replaceAll(/(?:, )?<a href="\.\/([^"]+)">[^<]*<\/a>/g, (link, file: string) =>
      isLater(file) ? '' : link,
    )
    .replaceAll(/<li class="listitem"><p>(?:(?!<\/li>).)*?:\s*<\/p><\/li>/gs, '');
}

interface Contents {
  href?: string;
  contents?: Contents[];
}

function contentsOn(entry: Contents, isLater: (file: string) => boolean): Contents {
  const { contents } = entry;
  if (contents === undefined) return entry;
  const kept = contents.filter(({ href = '' }) => !isLater(href));
  return { ...entry, contents: kept.map((each) => contentsOn(each, isLater)) };
}
