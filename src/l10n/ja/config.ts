import type { config as english } from '../en/config.ts';
import type { Translated } from '../say.ts';

export const config: Translated<typeof english> = {
  'config.syntax': (a) =>
    `${a.line} 行目: YAML として正しくありません（${a.error}）。読めた部分だけを使います。`,
  'config.unreadable': (a) => `使用しません: 読み取れません（${a.error}）。アクセス権を確認してください。`,
  'config.notAMap': () => '使用しません: 「ignore」や「known-issues」などのキーが必要です。',
  'config.unknownKey': (a) =>
    `${a.line} 行目: 不明なキー「${a.key}」は無視します。キーの一覧は docs/configuration.md を参照してください。`,
  'config.misfit': (a) => `${a.line} 行目: 「${a.key}」のこの項目は使えません: ${a.issue}`,
  'config.noReason': (a) =>
    `${a.line} 行目: 「${a.key}」のこの項目は理由がないため使いません。「reason:」に理由を書いてください。`,
  'config.unknownCheck': (a) =>
    `${a.line} 行目: 「${a.id}」というチェックはないため、この項目は効きません。名前は「errata-lens checklist」で確認できます。`,
  'config.unknownThreshold': (a, say) => {
    const known = a.known.length === 0 ? 'しきい値はありません' : `使えるもの: ${say(a.known)}`;
    return `${a.line} 行目: チェック「${a.id}」に「${a.name}」というしきい値はありません。${known}。`;
  },
};
