import type { tree as english } from '../en/tree.ts';
import type { Translated } from '../say.ts';

export const tree: Translated<typeof english> = {
  'tree.assets': (a) => `資産 ${a.count} 件`,
  'tree.count': (a, say) => `${say(a.severity)} ${a.count} 件`,
  'tree.declared': (a) => `宣言は ${a.version}`,
  'tree.pending': (a) => `${a.version} が保留中`,
  'tree.supportEnded': () => 'サポート終了',
};
