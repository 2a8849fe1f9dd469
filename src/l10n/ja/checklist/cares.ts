import type { cares as english } from '../../en/checklist/cares.ts';
import type { Translated } from '../../say.ts';

export const cares: Translated<typeof english> = {
  'check.aurora-log-export-error.care':
    '取り込みと保存は有料ですが、エラーログでは少量です。再起動は不要です。',
  'check.aurora-slow-query-log-on.care':
    'しきい値が 0 に近いと量が急増します。SQL 文に個人情報が含まれることがあります。',
  'check.aurora-slow-plans-logged.care':
    'ライブラリの読み込みには各インスタンスの再起動が必要です。しきい値が 0 に近いとログがあふれます。ノードごとの時間計測は無効のままにします。',
  'check.aurora-audit-connect-events.care':
    '急増時は接続ごとに 2 行を記録します。QUERY イベントは膨大になることがあります。',
  'check.aurora-audit-changes.care':
    'ライブラリを読み込む場合は各インスタンスの再起動が必要で、その後データベースごとに作成します。読み取りと書き込みは SQL ごとに 1 行になるため対象外とします。',
  'check.aurora-general-log-not-permanent.care':
    'Security Hub の RDS.9 はこのログを要求します。この理由を付けて抑制してください。',
  'check.aurora-deadlocks-to-error-log.care': 'デッドロックのたびにエラーログが増えます。',
  'check.aurora-log-group-retention.rds':
    'エクスポートより先にロググループを作成してください。RDS が作成したものと衝突します。',
  'check.aurora-log-group-retention.care':
    'エクスポートより先にロググループを作成してください。Aurora が作成したものと衝突します。',
  'check.aurora-database-insights.care':
    '7 日間のスタンダードモードは無料です。長期保持とアドバンスドモードは有料です。',
  'check.aurora-enhanced-monitoring.care': '間隔を短くするほど CloudWatch Logs の取り込み料金が増えます。',
  'check.aurora-alarm-connections.care': 'しきい値は当ツールの提案です（クラスの上限の 80 %）。',
  'check.aurora-alarm-aborted-clients.care':
    '接続を閉じないアプリケーションでは誤報が増えます。異常検出バンドを使用してください。',
  'check.aurora-alarm-cpu-memory-storage.care':
    'CPU の 90 % のみベンダーの値です。その他はクラスによります。',
  'check.aurora-alarm-replica-lag.care': '2 秒のしきい値は当ツールの提案です。',
  'check.aurora-alarm-restart.care': '計画的な再起動でも発報します。',
  'check.aurora-max-connections-sized.care':
    '接続ごとにメモリを消費します。クラスを上げずに上限だけ上げると悪化します。',
  'check.aurora-connection-pooling.care':
    'プロキシは時間課金です。ピン留めされたセッションでは効果が限られます。',
  'check.aurora-tls-required.care': 'TLS を使えないクライアントは直ちに拒否されます。先に確認してください。',
  'check.aurora-version-errata.care':
    'まずコピーで検証してください。新しいリリースにも未記載の不具合があり得ます。',
  'check.aurora-version-supported.care':
    'メジャーアップグレードはクライアント・パラメータ・メトリクスが変わる独立したプロジェクトです。',
  'check.aurora-auto-minor-upgrade-consistent.care':
    'バージョンを固定している場合、自動アップグレードのたびに Terraform が差分を検出します。',
  'check.rds-storage-autoscaling.care': 'ストレージは縮小できず、拡張は 6 時間に 1 回までです。',
  'check.aurora-alarm-replica-lag.rds': '60 秒のしきい値はベンダーの値です。',
  'check.aurora-readers-multi-az.rds.care':
    'スタンバイにはインスタンスと同額の料金がかかり、変更中は負荷の高いデータベースが遅くなることがあります。',
  'check.aurora-readers-multi-az.care': 'リーダーごとにクラス分の料金が発生します。',
  'check.aurora-ca-certificate.care':
    '先にクライアント側で新しい認証局を信頼させてください。再起動を伴うことがあります。',
  'check.aurora-custom-parameter-group.care': 'グループの変更は再起動後に反映されます。',
  'check.asg-elb-health-grace.care':
    '他のツールは猶予期間やパスを見ずに ELB ヘルスチェックを要求します。浅いチェックと停止手段を用意してください。',
  'check.asg-termination-hook.care':
    'スケールインに時間がかかります。フックは調査用の証拠を残しますが、ループは止めません。',
  'check.asg-retain-on-abandon.care':
    '保持したインスタンスは課金され、クォータを消費します。台数を監視してください。',
  'check.asg-instance-maintenance-policy.care': '同時に稼働する台数と接続が増えます。ループは止まりません。',
  'check.asg-emergency-brake-documented.care':
    'Launch や Terminate の停止は ReplaceUnhealthy より影響が広がります。',
  'check.asg-no-forgotten-suspension.care': '原因が解消してから再開してください。',
  'check.asg-alarms.care': 'ロードバランサーのアラームは当ツールの提案、先頭はベンダーの推奨です。',
  'check.asg-notifications.care': '配信はベストエフォートです。',
  'check.lt-log-shipping.care':
    'ログは有料です。インスタンスのロールに AmazonSSMManagedInstanceCore と CloudWatchAgentServerPolicy が必要です。新しいロールが稼働中のインスタンスに付くのは置き換え時です。',
  'check.lt-ssm-managed.care': 'このロールはインスタンスへの操作を許します。権限は最小限にしてください。',
  'check.lt-os-release-supported.care':
    '新しいイメージではカーネルやライブラリが変わります。段階的に展開してください。',
  'check.tg-health-path-shallow.care':
    '自動修正はありません。存在しないパスはループを引き起こします。浅すぎるチェックは故障を見逃します。',
  'check.tg-health-thresholds.care': '判定が遅くなると、故障したサーバーが少し長く残ります。',
  'check.tg-fail-open-policy.care': '割合は当ツールの提案です（3 台以上で 33～50 %）。',
  'check.alb-access-logs.care': 'S3 の保存料金が発生します。',
  'check.alb-health-check-logs.care': 'S3 の保存料金のみ発生します。',
  'check.rds-event-subscription.care':
    'SNS の配信はベストエフォートです。notification は件数が多いことがあります。',
  'check.alarm-actions.care':
    '停止したエージェントはデータを送りません。死活監視では欠落データを違反として扱ってください。',
  'check.cloudtrail-rds-asg.care':
    '管理イベントを記録する最初の CloudTrail の証跡は無料です。S3 は有料です。',
};
