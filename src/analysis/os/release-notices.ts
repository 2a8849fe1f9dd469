import { text } from '../../l10n/index.ts';
import type { ImageBase, Item, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** What the notes say against a release itself. It comes before everything else that is said of it. */
export interface ReleaseWarning {
  topic: 'recalled' | 'known-issue';
  /** What a heading calls it: `Docker networking regression`; null where it only says that there is one. */
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
