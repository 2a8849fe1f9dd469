import type { config as english } from '../en/config.ts';
import type { Translated } from '../say.ts';

export const config: Translated<typeof english> = {
  'config.syntax': (a) =>
    `${a.line} 行目: YAML として正しくありません（${a.error}）。読めた部分だけを使います。`,
  'config.tooLarge': (a) => `使用しません: ${a.limitKb} KB を超えています。どの項目も適用されません。`,
  'config.tooDeep': '使用しません: リストまたはキーの入れ子が深すぎます。',
  'config.unreadable': (a) => `使用しません: 読み取れません（${a.error}）。アクセス権を確認してください。`,
  'config.notAMap': '使用しません: 「ignore」や「known-issues」などのキーが必要です。',
  'config.unknownKey': (a) =>
    `${a.line} 行目: 不明なキー「${a.key}」は無視します。キーの一覧は docs/configuration.md を参照してください。`,
  'config.misfit': (a, say) => `${a.line} 行目: 「${a.key}」のこの項目は使えません: ${say(a.issue)}。`,
  'config.issue.list': '「-」で始まる項目のリストが必要です',
  'config.issue.map': 'キーと値の組が必要です',
  'config.issue.text': '文字列が必要です',
  'config.issue.missing': (a) => `「${a.name}」がありません`,
  'config.issue.unknown': (a, say) => `このような項目に「${say(a.names)}」はありません`,
  'config.issue.oneOf': (a, say) => `「${a.name}」は次のいずれかです: ${say(a.values)}`,
  'config.issue.oneOf.unnamed': (a, say) => `値は次のいずれかです: ${say(a.values)}`,
  'config.issue.day': (a) => `「${a.name}」は実在する日付（YYYY-MM-DD）で書いてください`,
  'config.issue.link': (a) => `「${a.name}」は https:// で始まるアドレスで書いてください`,
  'config.issue.tooLong': (a) => `「${a.name}」は ${a.most} 文字以内で書いてください`,
  'config.issue.empty': (a) => `「${a.name}」が空です`,
  'config.issue.range': (a) =>
    `「${a.name}」の「${a.range}」はバージョンでも、2.11.x・^3.10・>=2.11.0 <2.11.4 のような範囲でもありません`,
  'config.issue.kind': (a, say) => `「${a.name}」の種類が違います。必要なもの: ${say(a.kind)}`,
  'config.issue.kind.unnamed': (a, say) => `値の種類が違います。必要なもの: ${say(a.kind)}`,
  'config.kind.list': 'リスト',
  'config.kind.map': 'キーと値の組',
  'config.kind.text': '文字列（数値の場合は引用符で囲みます）',
  'config.kind.number': '数値',
  'config.kind.boolean': 'true または false',
  'config.kind.other': '別の値',
  'config.noBaseline': (a) =>
    `ベースライン「${a.file}」は使いません: ファイルがないか、スキャン結果の JSON ではありません。errata-lens scan --format json で作成してください。`,
  'config.noReason': (a) =>
    `${a.line} 行目: 「${a.key}」のこの項目は理由がないため使いません。「reason:」に理由を書いてください。`,
  'config.unknownCheck': (a) =>
    `${a.line} 行目: 「${a.id}」というチェックはないため、この項目は効きません。名前は「errata-lens checklist」で確認できます。`,
  'config.unknownThreshold': (a, say) => {
    const known = `使えるもの: ${say(a.known)}`;
    return `${a.line} 行目: チェック「${a.id}」に「${a.name}」というしきい値はありません。${known}。`;
  },
  'config.unknownThreshold.none': (a) => {
    const known = 'しきい値はありません';
    return `${a.line} 行目: チェック「${a.id}」に「${a.name}」というしきい値はありません。${known}。`;
  },
};
