import type { FileLocation } from '../../../model/index.ts';
import { HIDDEN_HOOKS, LIFECYCLE_HOOK } from '../../../vocabulary/index.ts';
import { settingsOf, type DeclaredResource, type Properties } from '../declared.ts';
import { newDraft } from '../draft.ts';
import type { Fact } from '../../../values/index.ts';
import type { DraftsAndAttachments, DraftWithLinks } from '../links.ts';

/** Lifecycle hooks that an Auto Scaling group declares inline. */
export interface InlineHooks {
  /** Argument or property that contains the hooks. */
  path: string;
  known: readonly { at: FileLocation; properties: Properties }[];
  /** Reason why there may be other hooks; null if all are known. */
  rest: Fact | null;
}

/** Drafts of inline hooks. If the group may declare more, an attachment contains the reason. */
export function hooksIn(group: DeclaredResource, { path, known, rest }: InlineHooks): DraftsAndAttachments {
  const { tool, name, file, count, conditions, deployedTo } = group;
  const of = { kinds: ['auto-scaling-group'], addresses: [name], names: [] } as const;
  const drafts = known.map(({ at, properties }, i): DraftWithLinks => ({
    ...newDraft({ kind: 'lifecycle-hook', source: tool, name: `${name}.${path}[${i}]`, file, at, count }),
    ...(conditions !== undefined && { conditions }),
    ...(deployedTo !== undefined && { deployedTo }),
    settings: settingsOf(tool, LIFECYCLE_HOOK, properties),
    refersTo: [{ role: 'member-of', target: of, isReverse: false }],
  }));
  const hidden = { kind: 'setting', of, name: HIDDEN_HOOKS } as const;
  return { drafts, attachments: rest === null ? [] : [{ ...hidden, value: rest }] };
}
