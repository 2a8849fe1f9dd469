import type { LoopArgs, loop as english } from '../../en/checklist/loop.ts';
import { part, type Say, type Translated } from '../../say.ts';

function chainOf(a: LoopArgs & { group: string }, say: Say): string {
  const cause = `グループ ${a.group} は DB の遅延時にインスタンスの入れ替えを繰り返すおそれがあります: ${say(a.path)}${part(a.grace, (grace) => `、${say(grace)}`)}。`;
  const lost = part(a.lost, `調査用の証拠も失われます: ${say(a.lost)}。`);
  const kept = part(a.kept, `${say(a.kept)}は設定済みですが、調査用の証拠を残すだけでループは止まりません。`);
  const version = part(a.version, (version) => `${say(version)}。`);
  return `${cause}${lost}${kept}${version}${part(a.open, `ここでは不明: ${say(a.open)}。`)}${say(a.first)}`;
}

export const loop: Translated<typeof english> = {
  'loop.path.reaches': (a) => `ELB ヘルスチェックのパス \`${a.path}\`（DB に到達する可能性が高い）`,
  'loop.path.unclear': (a) => `ELB ヘルスチェックのパス \`${a.path}\`（DB に到達する可能性あり）`,
  'loop.path.unknown': 'ELB ヘルスチェックのパス（ここでは不明）',
  'loop.grace.short': (a) => `猶予期間 ${a.seconds} 秒`,
  'loop.grace.enough': (a) => `猶予期間 ${a.seconds} 秒（起動には十分）`,
  'loop.grace.unknown': '猶予期間',
  'loop.hook.missing': '終了時フックなし',
  'loop.hook.idle': '終了時フックに反応するものなし',
  'loop.hook.present': '終了時フック',
  'loop.hook.unknown': '終了時フック',
  'loop.retained.present': 'フック放棄時のインスタンス保持',
  'loop.shipping.missing': 'ログ転送なし',
  'loop.shipping.present': 'ログ転送',
  'loop.shipping.unknown': 'ログ転送',
  'loop.version.bugs': (a) => `${a.engine} ${a.version} には接続・再起動に関する既知の不具合が ${a.count} 件`,
  'loop.version.clear': (a) => `${a.engine} ${a.version} に接続・再起動の不具合の記載なし`,
  'loop.version.unknown': 'データベースのバージョン',
  'loop.message': (a, say) => chainOf(a, say),
  'loop.first.fix': 'まず必要な対策: ヘルスチェックのパスを、DB に依存しないものに変更します。',
  'loop.first.remains': '残る対策: ヘルスチェックのパスを、DB に依存しないものに変更します。',
  'loop.first.find': 'まずこのパスが DB に到達するかを確認してください。',
  'loop.several': (a, say) => `${say(a.message)}${say(a.others)} も同様です。`,
  'loop.related.path': (a, say) => `原因となるチェック: ${say(a.evidence)}`,
  'loop.related.shipping': (a, say) => `ログ: ${say(a.evidence)}`,
  'loop.related.database': (a, say) => `背後のデータベース: ${say(a.evidence)}`,
  'loop.related.hook': (a, say) => `フック: ${say(a.evidence)}`,
};
