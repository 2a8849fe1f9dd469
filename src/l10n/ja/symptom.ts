import type { symptom as english } from '../en/symptom.ts';
import type { Translated } from '../say.ts';

export const symptom: Translated<typeof english> = {
  'symptom.heading': (a) => `${a.name}: 既知の不具合に該当するか。リリースノート ${a.asOf} 時点。`,
  'symptom.strong': (a) => `近い不具合が ${a.count} 件あります（近い順）。一致は原因の証明ではありません。`,
  'symptom.strong.one': '最も近い不具合です。一致は原因の証明ではありません。',
  'symptom.causes': 'よく一致する不具合はありません。まず、よくある原因:',
  'symptom.causes.close': 'まず、よくある原因:',
  'symptom.nearest': '次の語が共通する既知の不具合（原因とは限りません）:',
  'symptom.nearest.close': '同じ語を含むほかの既知の不具合（原因とは限りません）:',
  'symptom.notUnderstood': (a) =>
    `手がかりにできなかった語（既知の不具合にありません）: ${a.words.join('、')}`,
  'symptom.notUnderstood.none': '不具合を見分ける手がかりになる語がありません。',
  'symptom.urgent': 'このバージョンで最も緊急の不具合（症状とは無関係）:',
  'symptom.undetermined': '未判定: このバージョンに該当するかどうか、リリースノートに記載がありません。',
  'symptom.why': (a, say) => `共通する語: ${say(a.words, '')}`,
  'symptom.why.package': (a) =>
    `この種の障害には ${a.name} が関係します（アドバイザリには症状の記載がありません）。`,

  'ordinary.network':
    'ネットワーク。クライアントからのセキュリティグループ、ルート、サブネット、名前解決を確認してください。',
  'ordinary.dns-cache':
    'クライアントに残った古いアドレス。DNS キャッシュを確認し、フェイルオーバーに追従するエンドポイントに接続してください。',
  'ordinary.credentials':
    '認証情報。ユーザー、ホスト、パスワード、認証プラグイン、IAM 認証ではトークンの有効期限を確認してください。',
  'ordinary.certificate': '証明書。クライアントの CA バンドルとインスタンスの CA を確認してください。',
  'ordinary.syntax': 'SQL 文。予約語と、このメジャーバージョンの構文を確認してください。',
  'ordinary.names':
    '名前の誤り。スキーマ、大文字と小文字、デプロイとマイグレーションの順序を確認してください。',
  'ordinary.permissions':
    '権限。ユーザーに付与した権限と、ルーチンやビューの所有者（DEFINER）を確認してください。',
  'ordinary.pool':
    '接続プール。プールの大きさと閉じ忘れを max_connections と比べ、待機中のセッションを確認してください。',
  'ordinary.client-memory': 'クライアントのメモリ。一度に取得する行数を減らしてください。',
  'ordinary.open-transaction':
    '開いたままのトランザクション。長く続くトランザクションと、どのセッションがどのロックを待つかを確認してください。',
  'ordinary.lock-order': 'ロックを取る順序の違い。デッドロックの記録を読み、再試行してください。',
  'ordinary.isolation':
    'この分離レベルでの同じ行の同時変更。40001 で終わるトランザクションを再試行してください。',
  'ordinary.earlier-error':
    '同じトランザクション内の前のエラー。最初のエラーを探し、次の SQL の前にロールバックしてください。',
  'ordinary.missing-index': '適切なインデックスがない SQL 。EXPLAIN と SQL 別の負荷を確認してください。',
  'ordinary.planned':
    '計画された変更や手動の変更。デプロイ、メンテナンスウィンドウ、イベント、CloudTrail と照合してください。',
  'ordinary.read-only': 'レプリカへの書き込み。接続先のエンドポイントを確認してください。',
  'ordinary.capacity': '容量不足。負荷、クレジット、同時実行数をインスタンスクラスと比べてください。',
  'ordinary.cold-cache': '温まっていないキャッシュ。再起動からの経過時間とレイテンシを比べてください。',
  'ordinary.own-data': 'データ。値、制約、投入の順序を確認してください。',
  'ordinary.mistake': '操作の誤り。その前の時点への復元、バックトラック、クローンを検討してください。',
  'ordinary.packet-size':
    '上限を超えるパケット。サーバーとクライアントの max_allowed_packet を確認してください。',
  'ordinary.idle':
    '長時間アイドルだったセッション。サーバー、プール、途中のプロキシのアイドルタイムアウトを比べてください。',
  'ordinary.proxy': ' RDS Proxy のピン留め。ピン留めのメトリクスとセッション設定を確認してください。',
  'ordinary.collation': '異なる照合順序どうしの比較。列と接続の照合順序を比べてください。',
  'ordinary.vacuum':
    'VACUUM がまだ処理していない行、または削除できない行。古いトランザクション、レプリケーションスロット、autovacuum の設定を確認してください。DELETE では領域は返却されません。',
  'ordinary.slot':
    '読み手のいないレプリケーションスロット。スロットの状態と保持量を一覧し、不要なものを削除してください。',
  'ordinary.statistics': 'プランナーの古い統計情報。ANALYZE を実行し、実行計画を比べてください。',
  'ordinary.work-memory':
    'ソートとセッションごとのメモリ。work_mem とセッション数の積をインスタンスのメモリと比べ、一時ファイルを確認してください。',
  'ordinary.time-zone':
    'タイムゾーン。セッション、クライアント、アプリケーションの設定と、列の型がタイムゾーンを持つかどうかを確認してください。',
  'ordinary.gaps':
    'シーケンスの欠番。ロールバック、再起動、フェイルオーバーで番号は飛び、連続は保証されません。',
  'ordinary.protocol':
    'クライアントとサーバーで異なる TLS のプロトコル。サーバーの最低バージョンとクライアントのライブラリを比べてください。',
  'ordinary.collation-version':
    'ライブラリのバージョンが異なる照合順序。バージョンを比べ、その順序を使うインデックスを再作成してください。',
  'ordinary.long-query': 'レプリカでの長いクエリ。クエリの時刻と遅延の時刻を比べてください。',
  'ordinary.parameter':
    'パラメータグループ。値、インスタンスへの適用、再起動待ちかどうかを確認してください。',
  'ordinary.quota': 'アカウントのクォータや上限。Service Quotas、請求、API のメッセージを確認してください。',
  'ordinary.application':
    'アプリケーション、そのビルド、またはホスト。アプリのログ、環境変数、直前のデプロイを確認してください。',
  'ordinary.log-retention':
    'レプリカが読む前に削除されたログ。binlog の保持時間またはレプリケーションスロットと、レプリカの読み取り位置を確認してください。',
  'ordinary.cancelled':
    '利用者や時間制限によって取り消された SQL。ステートメントのタイムアウト、KILL、クライアントの期限を確認してください。',
  'ordinary.other-engine': 'これは別のデータベースエンジンのメッセージです。',
};
