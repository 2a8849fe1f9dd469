import type { urgency as english } from '../en/urgency.ts';
import { part, type Translated } from '../say.ts';

export const urgency: Translated<typeof english> = {
  'urgency.urgent': '緊急',
  'urgency.ordinary': '通常',
  'urgency.minor': '軽微',

  'urgency.does.data': 'データの誤り、古い読み取り、または消失',
  'urgency.does.unavailability.cluster': 'データベースの停止または起動不能',
  'urgency.does.unavailability.instance': 'インスタンスの再起動、フェイルオーバーまたはハング',
  'urgency.does.unavailability.slow': '再起動の長時間化',
  'urgency.does.connectivity': '接続の拒否、切断または停滞',
  'urgency.does.replication': 'レプリケーションの停止または不整合',
  'urgency.does.memory': 'メモリまたはローカルストレージの枯渇',
  'urgency.does.performance': 'ステートメントやコミットの遅延',
  'urgency.does.upgrade': 'アップグレード、パッチ適用または復元の失敗',
  'urgency.does.security': 'セキュリティ上の弱点',
  'urgency.does.observability': 'メトリクス、ログまたはステータスの誤り',
  'urgency.does.functionality': 'ステートメントや機能の失敗',
  'urgency.consequence': (a, say) => `${say(a.worst)}${part(a.others, `（ほかに${say(a.others)}）`)}`,
  'urgency.rated': (a, say) => `深刻度の評価は「${say(a.severity)}」`,
  'urgency.unrated': '深刻度は未評価',

  'urgency.reach.any': (a, say) => `どの${say(a.unit)}でも発生しうる`,
  'urgency.reach.on': (a, say) => `この${say(a.unit)}で使用中: ${say(a.features)}`,
  'urgency.reach.off': (a, say) => `この${say(a.unit)}では無効: ${say(a.feature)}`,
  'urgency.reach.everyday': (a, say) =>
    `関係する機能: ${say(a.features)}（ほぼすべての${say(a.unit)}に該当）`,
  'urgency.reach.some': (a, say) =>
    `次の機能が関係する場合のみ: ${say(a.features)}（一部の${say(a.unit)}に該当）`,
  'urgency.reach.seldom': (a, say) =>
    `次の機能が関係する場合のみ: ${say(a.features)}（少数の${say(a.unit)}に該当）`,
  'urgency.reach.named': (a, say) =>
    `${say(a.named)}${part(a.others, `。次の機能が関係する場合のみ: ${say(a.others)}`)}`,
  'urgency.reach.naming': (a) => `${a.where} に ${a.name} の記述あり`,
  'urgency.reach.namingOfOne': (a, say) =>
    `${a.where} に ${a.name} の記述あり（使用する${say(a.unit)}は不明）`,

  'urgency.trait.rare': 'リリースノートによるとまれ',
  'urgency.trait.load': '高負荷時に発生',
  'urgency.trait.everyday': '通常のトラフィックで発生',
  'urgency.trait.narrow': '特殊なステートメントや値が必要',
  'urgency.trait.event': '再起動、フェイルオーバー、パッチ適用またはリソース不足の前後のみ',
  'urgency.trait.reader': '影響はレプリカのみ',
  'urgency.trait.privileged': '管理者の特殊な操作が必要',
  'urgency.trait.unprovoked': 'ワークロードに関係なくサービス自身が引き起こす',
  'urgency.trait.damage': 'アップデートでは直らない破損が残りうる',
  'urgency.trait.lasting': '再起動しても収まらない',
  'urgency.community': (a) => `${a.engine} コミュニティ版の不具合（多くは特定のステートメントが必要）`,
  'urgency.noTrigger': 'リリースノートに条件の記載なし',
  'urgency.unsure': 'このバージョンに含まれるかは不確実',
};
