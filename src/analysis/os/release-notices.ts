import { text } from '../../l10n/index.ts';
import type { ImageBase, Item, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** Warnings in the notes about a release itself. They come first. */
export interface ReleaseWarning {
  topic: 'recalled' | 'known-issue';
  /** Its heading: `Docker networking regression`; null where the heading names no subject. */
  title: string | null;
  url: string;
}

/** Recalled first; each once. */
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

/** What its publisher says against an image of its own numbering. */
export function withdrawalOf(base: ImageBase | null): ReleaseWarning[] {
  if (base === null || !base.isWithdrawn) return [];
  const url = productOf(base.product).system?.imageNotesUrl?.(base) ?? '';
  return [{ topic: 'recalled', title: null, url }];
}

/** The sentence about one, without the release's name. */
export function warningText({ topic, title, url }: ReleaseWarning): Text {
  return topic === 'recalled' ? text('os.recalled', { url }) : text('os.knownIssue', { title, url });
}

export function isRecalled(release: Release): boolean {
  return warningsOf(release).some(({ topic }) => topic === 'recalled');
}

/** Headings are `Known issues`, or `Known issue: ` and a name. */
function titleOf({ section }: Item): string | null {
  return /^known issues?\s*:\s*(\S.*)$/i.exec(section)?.[1] ?? null;
}
