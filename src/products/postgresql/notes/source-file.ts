import { text } from '../../../l10n/index.ts';
import { checkLength } from '../../pages/limits.ts';
import type { Page, ParsedPage, RawItem, RawRelease } from '../../source.ts';
import { tasksIn } from './after-update.ts';
import { commitsIn } from './commits.ts';
import { itemOf } from './items.ts';
import { newRelease } from './release.ts';
import { readSource, type SourceRelease } from './sgml.ts';

/** Reads a major version's notes with all its minor releases. */
export function parseSourceFile(page: Page): ParsedPage {
  checkLength(page.body);
  const { releases: written, isCut } = readSource(page.body);
  const releases = written.flatMap((release) => releaseOf(release) ?? []);
  const missing = releases.length === 0 ? text('postgresql.notes.empty') : null;
  const problem = isCut ? text('postgresql.notes.cut') : missing;
  return { releases, problems: problem === null ? [] : [{ source: page.url, text: problem }] };
}

function releaseOf({ title, paragraphs, items }: SourceRelease): RawRelease | null {
  const version = /^Release (\d+(?:\.\d+)*)/.exec(title)?.[1];
  const date = paragraphs.find(({ text: words }) => /^\d{4}-\d{2}-\d{2}$/.test(words))?.text;
  // A release without a day is still in preparation.
  if (version === undefined || date === undefined) return null;
  const migration = paragraphs.filter(({ sections }) => isMigration(sections[0] ?? ''));
  const read = items.flatMap(({ sections, paragraphs: own, comment }): RawItem[] => {
    const item = itemOf(sections.at(-1) ?? '', own, commitsIn(comment));
    return item === null ? [] : [isMigration(sections[0] ?? '') ? { ...item, section: 'Migration' } : item];
  });
  const tasks = tasksIn(
    migration.map(({ text: words }) => words),
    read,
  );
  return newRelease(version, date, read, tasks);
}

function isMigration(section: string): boolean {
  return section.startsWith('Migration');
}
