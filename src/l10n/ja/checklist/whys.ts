import type { whys as english } from '../../en/checklist/whys.ts';
import type { Translated } from '../../say.ts';

export const whys: Translated<typeof english> = {
  'check.aurora-log-export-error.why':
    'クラッシュ・再起動・接続拒否・デッドロックはエラーログにしか残らず、そのログは障害を起こすホスト上にあります。',
  'check.aurora-slow-query-log-on.why':
    '接続急増の背後には接続を占有する遅いクエリがあることが多く、ホスト上の記録は 1 日で消えます。',
  'check.aurora-slow-plans-logged.why':
    '一晩で遅くなった SQL は実行計画が変わっていることが多く、その計画は後から調べられません。',
  'check.aurora-audit-connect-events.why':
    '失敗した接続のクライアント・ホスト・時刻・コードを残すのは監査ログだけです。この障害で欠けていた証拠です。',
  'check.aurora-audit-changes.why':
    '障害はインデックスの削除、表の変更、権限の付与から始まることが多く、誰がいつ行ったかは監査ログにしか残りません。',
  'check.aurora-general-log-not-permanent.why':
    '重要なログを埋もれさせ、接続が集中するときに負荷を増やします。',
  'check.aurora-deadlocks-to-error-log.why': 'ロックの滞留は接続を使い果たし、その情報は再起動で失われます。',
  'check.aurora-iam-auth-error-export.why':
    'トークン認証の失敗は、アプリケーションからはデータベース停止に見えます。',
  'check.aurora-log-group-retention.why':
    '1 週間では再発時に突き合わせられません。無期限は費用がかさみ、いずれ出力を止められがちです。',
  'check.aurora-log-export-names-valid.why':
    '綴りの誤りはデプロイの失敗や出力漏れを招き、障害まで気づかれません。',
  'check.aurora-database-insights.why':
    'クエリ単位の負荷履歴がなければ、接続急増とロックの滞留を事後に区別できません。',
  'check.aurora-enhanced-monitoring.why': 'エンジンの不具合か、ホストのメモリ・CPU 不足かを切り分けます。',
  'check.aurora-alarm-connections.why': '通知があれば、最初の接続中断の数分前に急増を把握できました。',
  'check.aurora-alarm-aborted-clients.why':
    '切断の急増を検知します（AbortedClients は確立済みの接続を数えます）。確立前に拒否された接続は LoginFailures と ConnectionAttempts に表れます。',
  'check.aurora-alarm-cpu-memory-storage.why':
    'リソース枯渇はエンジンの不具合と同じ症状を示すため、切り分けが必要です。',
  'check.aurora-alarm-replica-lag.why': '遅延したリーダーはライターに負荷を移し、急増を悪化させます。',
  'check.aurora-alarm-replica-lag.rds.why':
    '遅延したレプリカは古い行を返します。読み取りがソースに移ると急増が悪化します。',
  'check.aurora-alarm-restart.why': '接続が一斉に切れた原因が再起動だとすぐ分かります。',
  'check.aurora-max-connections-sized.why':
    '入れ替わるたびにサーバーが再接続するため、ループ自体が次の急増を生みます。',
  'check.aurora-connection-pooling.why': 'プールは、データベースが一度に受けきれない接続を待たせます。',
  'check.aurora-tls-required.why':
    '必須にしないと平文の接続も受け付けられ、パスワードやデータが通信経路で読まれる恐れがあります。',
  'check.aurora-version-errata.why':
    'この障害は、後のリリースノートに記載された特定バージョンの既知の不具合でした。',
  'check.aurora-version-supported.why':
    'サポート終了後は修正が提供されず、RDS 延長サポートの料金が自動的に発生します。',
  'check.aurora-auto-minor-upgrade-consistent.why':
    '自動適用なら修正が入っていたはずですが、LTS 系列では選んだ系列から外れてしまいます。',
  'check.aurora-pending-maintenance.why': '期日に強制される更新は、予定外の再起動です。',
  'check.rds-storage-autoscaling.why':
    'ストレージが満杯になるとデータベースは停止し、待機中のクライアントもすべて止まります。',
  'check.aurora-readers-multi-az.why':
    '1 台構成ではクラッシュがそのまま停止となり、フェイルオーバー先がありません。',
  'check.aurora-ca-certificate.why':
    '古い認証局では TLS クライアントが一斉に失敗し、データベース停止のように見えます。',
  'check.aurora-custom-parameter-group.why':
    'デフォルトや反映待ちのグループの設定は、テンプレート上は正しくても有効ではありません。',
  'check.asg-elb-health-grace.why':
    'データベースに到達できないインスタンスが、ログを残す前に終了させられます。障害時のループそのものです。',
  'check.asg-unhealthy-loop-live.why': '入れ替えのたびに調査用の証拠が失われ、新たな接続が発生します。',
  'check.asg-termination-hook.why': 'フックは、ログを保存する間インスタンスの終了を待たせます。',
  'check.asg-retain-on-abandon.why': '1 台残せば原因調査の手掛かりになります。',
  'check.asg-instance-maintenance-policy.why':
    '先に終了すると、データベースの遅延中に最後の容量まで失われます。',
  'check.asg-emergency-brake-documented.why': '障害の最中に止め方を調べる余裕はありません。',
  'check.asg-no-forgotten-suspension.why': '解除し忘れた停止は、次の本当の故障を隠します。',
  'check.asg-group-metrics.why': '入れ替えの継続をグラフで確認できるようにします。',
  'check.asg-alarms.why': '容量低下に担当者が気付けるようにします。',
  'check.asg-notifications.why': '入れ替え理由の AWS 側の記録は数週間で消えますが、通知は残ります。',
  'check.lt-log-shipping.why': 'ログがインスタンスとともに失われました。',
  'check.lt-ssm-managed.why': 'スタンバイにしたインスタンスも、中を調べられなければ意味がありません。',
  'check.lt-os-release-supported.why': 'OS にも不具合があり、サポート終了後は修正されません。',
  'check.tg-health-path-shallow.why':
    'データベースに問い合わせるチェックは、遅延時に全サーバーを一斉に異常と判定します。',
  'check.tg-health-thresholds.why':
    '通常のフェイルオーバー中の 1 分間に 2 回失敗しただけで、全台を異常とすべきではありません。',
  'check.tg-fail-open-policy.why':
    '多数のサーバーが同時に失敗したときの振り分け先を決めます。入れ替えは止まりません。',
  'check.alb-access-logs.why': 'ロードバランサーは失敗したすべてのリクエストを把握していました。',
  'check.alb-health-check-logs.why':
    'ロードバランサーは失敗したプローブとその理由を把握していましたが、記録されていませんでした。',
  'check.rds-event-subscription.why':
    '発端となったフェイルオーバー・再起動・変更は人に届く必要があります。他のツールは購読が皆無でも適合とします。',
  'check.alarm-actions.why': '誰にも通知しないアラームは、ただのグラフです。',
  'check.cloudtrail-rds-asg.why': 'パラメータグループの変更者やプロセスの停止者を記録に残す必要があります。',
};
