import type { extension as english } from '../../en/editor/extension.ts';
import { part, span, type Translated } from '../../say.ts';

export const extension: Translated<typeof english> = {
  'hover.next': (a, say) => `${say(a.advice)}。${say(a.reason)}`,
  'hover.all': (a) => `${a.version} の既知の不具合をすべて表示`,
  'hover.upstream': (a, say) => `ほかに ${say(a.count)}`,
  'hover.upstream.count': (a, say) =>
    `${a.name} ${span(a.from, a.to, '～')} で修正の ${a.listed} 件（緊急 ${a.urgent} 件${part(a.off, (off) => `。${say(off)}`)}）`,
  'hover.upstream.included': (a, say) => `このうち ${say(a.count)}`,
  'hover.counted': (a) => `${a.distribution} のリリースノートのみ`,
  'hover.upgrade': '移行先を比較',
  'hover.notes': 'リリースノート',
  'hover.support': (a, say) => `標準サポート: ${say(a.support)}`,
  'hover.support.until': (a, say) => `標準サポート: ${say(a.support)} まで`,

  'lens.bugs': (a, say) =>
    `緊急の既知の不具合 ${a.urgent} 件（全 ${a.all} 件）。${part(a.next, say(a.next, ''))}`,

  'action.setVersion': (a) =>
    `${a.version} に変更${part(a.places, `（全 ${a.places} か所）`)}: ${fixed(a)}（適用時にデータベースが再起動）`,
  'action.setRelease': (a) =>
    `${a.version} に変更${part(a.places, `（全 ${a.places} か所）`)}${part(a.all, `: ${fixed(a)}`)}`,
  'action.planMove': (a, say) => `${say(a.advice)} ${say(a.name)} へ移行する前に比較`,
  'action.pin': (a) => `${a.version} に固定`,
  'action.refresh': 'リリースノートを更新',
  'action.suppressComment': (a) => `この行で「${a.rule}」を抑制…`,
  'action.suppressConfig': (a) => `このリソースで「${a.rule}」を抑制（.errata-lens.yaml）…`,
  'suppress.reason': '理由を入力してください。抑制と一緒に記録されます。',
  'suppress.needsReason': '理由のない抑制は無効です。',
  'suppress.until': 'いつまで抑制しますか（YYYY-MM-DD）。空欄なら期限なし。',
  'suppress.needsDay': 'YYYY-MM-DD の形式か空欄にしてください。',
  'suppress.byHand': (a) =>
    `${a.file} を安全に追記できません。docs/configuration.md を参照して手動で追加してください。`,
  'action.showUpgrade': '移行先を比較',

  'command.untrusted':
    '制限モードでは読み取りだけを行います。この操作を使うには、先にワークスペースを信頼してください。',
  'command.noFolder':
    '先にフォルダーを開いてください。Errata Lens はワークスペースのフォルダーをスキャンします。',
  'command.scanning': 'Errata Lens: スキャン中',
  'command.scanned': (a, say) =>
    `Errata Lens: リソース ${a.assets} 件、${say(a.counts)}${part(a.problems, `、解釈できないファイル ${a.problems} 件`)}。`,
  'command.ask.bugs': 'バージョンの既知の不具合',
  'command.ask.upgrade': 'バージョンからの移行先',
  'command.ask.pick': (a, say) => `使用中のバージョンを選ぶか、入力してください（例: ${say(a.examples)}）`,
  'command.ask.hasUrgent': '緊急の不具合あり',
  'command.ask.morePlaces': (a) => `ほか ${a.count} か所`,
  'command.ask.prompt': (a, say) => `バージョンを入力してください（例: ${say(a.examples)}）`,
  'incident.ask.prompt':
    'データベースエンジンのリリース（完全な番号またはエンジンバージョン文字列。不明なら空欄）',
  'command.noRelease': (a, say) =>
    `「${a.written}」は既知のリリースではありません。${say(a.examples)} のように指定してください。`,
  'command.notARelease': (a, say) =>
    `「${a.written}」は 1 つのリリースを表していません。${say(a.examples)} のように指定してください。`,

  'log.problem': (a, say) => `${a.source}: ${say(a.message)}`,
  'log.scanned': (a) => `${a.folders} フォルダーをスキャンしました（リリースノート ${a.asOf} 時点）。`,
};

function fixed({ urgent, all }: { urgent: number; all: number }): string {
  return `既知の不具合 ${all} 件を修正${part(urgent, `、うち緊急 ${urgent} 件`)}`;
}
