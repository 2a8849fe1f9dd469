import type { incident as english } from '../../en/checklist/incident.ts';
import { part, type Translated } from '../../say.ts';

export const incident: Translated<typeof english> = {
  'symptom.aborted': '接続が切断される',
  'symptom.refused': '接続が拒否される、または接続数が上限に達する',
  'symptom.restart': 'データベースが再起動またはフェイルオーバーする',
  'symptom.cpu': 'CPU が高い、SQL が遅い',
  'symptom.memory': 'メモリまたはローカルストレージが不足する',
  'symptom.replication': 'レプリケーションまたはレプリカが遅延する',

  'incident.command': '障害対応',
  'incident.pick.subject': '対象のグループまたはデータベース',
  'incident.pick.unknown': 'どちらも不明: 掲載されたすべての不具合から探す',
  'incident.pick.fits': '下は、言葉が一致する掲載済みの不具合です（原因の証拠ではありません）',
  'incident.pick.fit': (a) => `${a.name} · ${a.fix} で修正`,
  'incident.unknownVersion': 'バージョン不明',
  'incident.anyVersion':
    'バージョンが不明なため、全バージョンの不具合を対象にしています。該当するかどうかは使用中のバージョンによります。',
  'incident.pick.version': '別のデータベースバージョン…',
  'incident.pick.symptom': '症状を書くか、ログの行を貼り付けるか（このマシンの外には出ません）、一覧から選択',
  'incident.pick.typed': (a) => `「${a.typed}」で検索`,
  'incident.pick.more':
    'ほかに分かること: エラーやログの行、プライマリかレプリカか、実行した SQL など（なければ空欄）',
  'incident.pick.none': '不明: 重大な不具合から表示',
  'incident.kind.group': 'Auto Scaling グループ',
  'incident.kind.cluster': (a, say) => `${a.engine} ${say(a.version)}`,
  'incident.kind.cluster.unknown': (a) => `${a.engine} （バージョン不明）`,
  'incident.askAgain': 'このページは保存されません。「Errata Lens: 障害対応…」をもう一度実行してください。',
  'incident.gone': (a) => `${a.name} はコードに見つかりません。`,
  'incident.title': (a) => `障害対応: ${a.name}`,
  'incident.asked': (a, say) => {
    const symptom = part(a.symptom, (symptom) => `症状: ${say(symptom)}。`);
    return `${a.when} 時点、リリースノート ${a.notes} 時点。${symptom}AWS には何も問い合わせていません。コマンドはご自身で実行してください。`;
  },
  'incident.brake': '1. 入れ替えを止める',
  'incident.brake.none':
    '関連する Auto Scaling グループが見つかりません。GROUP をお使いのグループ名に置き換えてください。',
  'incident.placeholder': (a) =>
    `${a.word} は ${a.asset} の名前（AWS が決めたもの）です。次のコマンドで確認できます:`,
  'incident.save': '3. 失われる前に保存する',
  'incident.bugs': '2. 該当しうる既知の不具合',
  'incident.bugs.none':
    'バージョンの分かる関連データベースもイメージもありません。「バージョンの既知の不具合を表示」を実行してください。',
  'incident.worst': (a, say) =>
    `記載は ${a.total} 件です（重大な順）。${part(a.upstream, (words) => `${say(words)}。`)}`,
  'incident.fixedHere': (a) =>
    `使用中のバージョンで修正済み: ${a.name} はこの症状に関する修正を ${a.count} 件含みます。`,
  'incident.fixedIn': (a) => `${a.release} で修正済み`,
  'incident.more': (a) => `ほかに ${a.count} 件の記載があります。`,
  'incident.moreEvidence': (a) => `ほか ${a.count} 件: --verbose`,
  'incident.after': '4. 残る変更点',

  'incident.suspend': (a) => `${a.group} で異常なインスタンスの入れ替えを停止`,
  'incident.suspend.effect':
    '異常なインスタンスが残り、調査できます。再開するまで、本当に故障したものも入れ替わりません。',
  'incident.standby': 'インスタンス 1 台をスタンバイに移行',
  'incident.standby.effect':
    'ロードバランサーから外れ、ヘルスチェックの対象外になります。稼働と課金は続き、ログは残ります。戻すまでグループは 1 台少なくなります。',
  'incident.ec2': (a) => `${a.group} の入れ替えを EC2 ヘルスチェックのみに変更`,
  'incident.ec2.effect':
    'ループは止まります。ホスト障害のみ入れ替わり、アプリケーション障害では入れ替わりません。次のデプロイで元に戻ります。',

  'incident.evidence.replaced': (a) => `${a.group} のインスタンス上のログ: 入れ替えのたびに失われます。`,
  'incident.evidence.shipped': (a) => `${a.group} のインスタンス上のログは常時転送されています。`,
  'incident.evidence.targetHealth': (a) =>
    `ロードバランサーが ${a.group} のインスタンスを異常と判定した理由。`,
  'incident.evidence.activities': (a) => `${a.group} のスケーリングアクティビティ（理由を含む）。`,
  'incident.evidence.engine': (a) =>
    `${a.cluster} 内部のカウンター・セッション・ロック: 再起動で初期化されます。`,
  'incident.evidence.hostLog': (a, say) =>
    `データベースホスト上のログ「${a.log}」（出力なし）: ${say(a.kept)}${part(a.isUncertain, '。書き込まれているかはここでは不明')}。`,
  'incident.kept.unknown': '期間の記載なし',
  'incident.kept.atMost': (a, say) => `最大 ${say(a.time)}、ディスクが埋まるとそれ以下`,
  'incident.kept.day': '24 時間',
  'incident.kept.days': (a) => `${a.days} 日`,
  'incident.evidence.logOff': (a) => `ログ「${a.log}」は書き込まれていません: ${a.parameter} が無効です。`,
  'incident.evidence.exported': (a) =>
    `ログ「${a.log}」は CloudWatch Logs に出力されています。ロググループと保持期間はここでは不明です。`,
  'incident.evidence.logGroup': (a) =>
    `ログ「${a.log}」は CloudWatch Logs にあります（${a.group}${part(a.since, (since) => `、${since} から`)}）。`,
  'incident.evidence.exportUnknown': '出力されているデータベースログはここでは不明です。',
  'incident.evidence.insights': 'Database Insights の SQL・待機イベント別の負荷。',
  'incident.evidence.events': (a) => `${a.cluster} の RDS イベント: 14 日。`,
  'incident.evidence.metrics': 'CloudWatch の 1 分単位のメトリクス: 15 日、その後は 5 分・1 時間単位。',
  'incident.evidence.trail': 'CloudTrail イベント履歴の API 呼び出し: 90 日。',

  'lasting.moment': '発生中のみ',
  'lasting.instance': 'インスタンスの入れ替えまで',
  'lasting.engine': '次の再起動まで',
  'lasting.days': (a) => `${a.when} まで`,
  'lasting.about-days': (a) => `${a.when} 頃まで`,
  'lasting.unknown': '期間は不明',
  'lasting.kept': '残ります',
  'lasting.not-written': '存在しません',
  'lasting.oldest': (a) => `最も古い ${a.at} のものは ${a.when} に消えます。`,

  'pack.command': 'サポートケースの準備',
  'pack.pick.database': '対象のデータベース',
  'pack.pick.language': '言語',
  'pack.noDatabase':
    'Errata Lens: 開いているフォルダーにデータベースの宣言がありません。アカウントからは errata-lens support-pack DATABASE --profile NAME で作成できます。',
  'pack.title': (a) => `サポートケース: ${a.cluster}`,
  'pack.asOf': (a) => `${a.when} 作成、リリースノート ${a.notes} 時点。秘密情報・ログ・SQL 文は含みません。`,
  'pack.version': 'バージョン',
  'pack.versionUnknown': 'バージョンは不明です。',
  'pack.released': (a, say) => `${say(a.day)} 公開`,
  'pack.declared': (a) => `コード上の指定: ${a.version}。`,
  'pack.bugs': (a, say) =>
    `既知の不具合（記載 ${a.total} 件${part(a.upstream, (words) => `、${say(words)}`)}）`,
  'pack.more': (a) => `ほかに ${a.count} 件の記載があります（errata-lens bugs を参照）。`,
  'pack.systems': 'インスタンスのオペレーティングシステム',
  'pack.logs': 'ログなど調査用の証拠の有無と期限',
  'pack.brake': '緊急停止',
  'pack.undo': '元に戻す',
  'pack.collect': '残りを収集するコマンド',
  'pack.timeline': 'タイムライン（UTC と現地時刻）',
  'pack.timelineNone':
    'コードのみではイベントは不明です。アカウントから取得できます（errata-lens support-pack DATABASE --profile NAME）。',
  'pack.readAt': (a) => `アカウントの読み取り: ${a.when}。それ以降の出来事は含まれません。`,
  'pack.timelineEmpty':
    'このアカウントにはデータベースのイベントも関連グループのスケーリングアクティビティもありません。',
  'pack.expires': (a) => `${a.date} に失効`,
  'pack.expiresAbout': (a) => `${a.date} 頃に失効`,
  'incident.cli.several': (a) =>
    `グループとデータベースが複数あります: ${a.names}。対象を指定してください: errata-lens incident NAME [PATH…]`,
  'incident.cli.unknown': (a) =>
    `「${a.name}」というファイル・フォルダー・グループ・データベースはありません。宣言済み: ${a.names}`,
  'incident.cli.unknown.none': (a) =>
    `「${a.name}」というファイル・フォルダー・グループ・データベースはありません（グループとデータベースの宣言なし）。`,
  'pack.several': (a) =>
    `「${a.name}」に該当するデータベースが複数あります。対象: ${a.taken}。そのほか: ${a.others}。`,
  'pack.unknown': (a) => `「${a.name}」は見つかりません。データベース: ${a.databases}。`,
  'pack.unknown.none': (a) => `「${a.name}」は見つかりません。データベースがありません。`,
};
