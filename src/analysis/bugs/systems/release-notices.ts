import { text } from '../../../l10n/index.ts';
import type { NumberedImage, Item, Release, Text } from '../../../model/index.ts';
import { changeText, imageNotesUrl } from './image-changes.ts';

/** Warnings about a release in its notes, or about an image in its changelog. They are shown first. */
export interface ReleaseWarning {
  topic: 'recalled' | 'known-issue' | 'taken-back';
  /** Changes that an image reverts. */
  changes?: readonly Text[];
  /** Heading of the warning: `Docker networking regression`; null if the heading names no subject. */
  title: string | null;
  url: string;
}

/** Warnings of a release, recalls first; each once. */
export function warningsOf(release: Release | null): ReleaseWarning[] {
  if (release === null) return [];
  const { items, url } = release;
  const recalled = items.some(({ topic }) => topic === 'recalled');
  const issues = items.filter(({ topic }) => topic === 'known-issue').map(titleOf);
  const named = [...new Set(issues.filter((title) => title !== null))];
  const titles = issues.length > 0 && named.length === 0 ? [null] : named;
  return [
    ...(recalled ? [{ topic: 'recalled', title: null, url } as const] : []),
    ...titles.map((title) => ({ topic: 'known-issue', title, url }) as const),
  ];
}

/** Publisher's warnings about a separately numbered image. */
export function warningsOfImage(base: NumberedImage | null): ReleaseWarning[] {
  if (base === null) return [];
  const at = { title: null, url: imageNotesUrl(base) };
  const changes = (base.changes ?? []).filter(({ kind }) => kind === 'taken-back').map(changeText);
  return [
    ...(base.isWithdrawn ? [{ topic: 'recalled', ...at } as const] : []),
    ...(changes.length > 0 ? [{ topic: 'taken-back', changes, ...at } as const] : []),
  ];
}

/** Sentence about a warning, without the release's name. */
export function warningText({ topic, title, url, changes = [] }: ReleaseWarning): Text {
  switch (topic) {
    case 'recalled':
      return text('os.recalled', { url });
    case 'taken-back':
      return text('os.image.takenBack', { changes: [...changes], url });
    case 'known-issue':
      return title === null ? text('os.knownIssues', { url }) : text('os.knownIssue', { title, url });
  }
}

export function isRecalled(release: Release): boolean {
  return warningsOf(release).some(({ topic }) => topic === 'recalled');
}

/** Subject in a heading of the form `Known issue: ` and a name; null for a heading without one. */
function titleOf({ section }: Item): string | null {
  return /^known issues?\s*:\s*(\S.*)$/i.exec(section)?.[1] ?? null;
}
