import type { AssetDraft } from './draft.ts';

const NOTHING = {
  engine: null,
  version: null,
  settings: {},
  links: [],
  count: 1,
  environment: null,
  mayRunNewer: null,
} as const satisfies Partial<AssetDraft>;

/** The draft of one thing of which nothing else is known. */
export function newDraft(
  known: Partial<AssetDraft> & Pick<AssetDraft, 'kind' | 'source' | 'name' | 'file' | 'at'>,
): AssetDraft {
  return { ...NOTHING, ...known };
}
