import type { incident as english } from '../../en/checklist/incident.ts';
import type { Translated } from '../../say.ts';

export const incident: Translated<typeof english> = {
  'incident.suspend': (a) => `${a.group} で異常なインスタンスの入れ替えを停止`,
  'incident.suspend.effect': () =>
    '異常なインスタンスが残り、調査できます。再開するまで、本当に故障したものも入れ替わりません。',
  'incident.standby': () => 'インスタンス 1 台をスタンバイに移行',
  'incident.standby.effect': () =>
    'ロードバランサーから外れ、ヘルスチェックの対象外になります。稼働と課金は続き、ログは残ります。',
  'incident.ec2': (a) => `${a.group} の入れ替えを EC2 ヘルスチェックのみに変更`,
  'incident.ec2.effect': () =>
    'ループは止まります。ホスト障害のみ入れ替わり、アプリケーション障害では入れ替わりません。次のデプロイで元に戻ります。',
  'incident.evidence.replaced': (a) => `${a.group} のインスタンス上のログ: 入れ替えのたびに失われます。`,
  'incident.evidence.shipped': (a) => `${a.group} のインスタンス上のログは常時転送されています。`,
  'incident.evidence.errorLog': () =>
    'データベースホスト上のエラーログ: 最大 30 日（ディスクが埋まるとそれ以下）。出力なし。',
  'incident.evidence.dayLog': (a) => `データベースホスト上のログ「${a.log}」: 24 時間。出力なし。`,
  'incident.evidence.exported': (a) => `ログ「${a.log}」は CloudWatch Logs に出力されています。`,
  'incident.evidence.exportUnknown': () => '出力されているデータベースログはここでは不明です。',
  'incident.evidence.activities': (a) => `${a.group} のスケーリングアクティビティ（理由を含む）: 数週間。`,
  'incident.evidence.events': () => 'RDS イベント: 14 日。',
  'incident.evidence.trail': () => 'CloudTrail イベント履歴の API 呼び出し: 90 日。',
  'pack.title': (a) => `サポートケース: ${a.cluster}`,
  'pack.asOf': (a) => `${a.date} 作成、リリースノート ${a.notes} 時点。秘密情報・ログ・SQL 文は含みません。`,
  'pack.version': () => 'バージョン',
  'pack.versionUnknown': () => 'バージョンは不明です。',
  'pack.bugs': (a) => `該当する既知の不具合（記載 ${a.count} 件）`,
  'pack.more': (a) => `ほかに ${a.count} 件の記載があります（errata-lens bugs を参照）。`,
  'pack.logs': () => 'ログの有無と保持期間',
  'pack.brake': () => '緊急停止',
  'pack.undo': () => '元に戻す',
  'pack.collect': () => '残りを収集するコマンド',
  'pack.timeline': () => 'タイムライン（UTC と現地時刻）',
  'pack.timelineNone': () => 'コードのみではイベントは不明です。アカウントをスキャンしてください。',
  'pack.expires': (a) => `${a.date} に失効`,
  'pack.expiresAbout': (a) => `${a.date} 頃に失効`,
  'pack.unknownCluster': (a) =>
    a.clusters === ''
      ? `「${a.name}」は見つかりません。Aurora MySQL クラスターがありません。`
      : `「${a.name}」は見つかりません。クラスター: ${a.clusters}。`,
};
