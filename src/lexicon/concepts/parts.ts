import type { Concept } from '../concept.ts';

/** Parts and features of the engines. */
export const PARTS = {
  binlog: {
    asked: `binlog; binary log; bin log; dump thread; binlog consumer; debezium; dms; maxwell; connector; cdc; バイナリログ; バイナリーログ; binlog dump; mysqlbinlog; sumbinarylogsize; numbinarylogfiles; kafka connect`,
  },
  'enhanced-binlog': {
    asked: `enhanced binlog; enhanced binary log; aurora_enhanced_binlog; 拡張 binlog/バイナリログ`,
  },
  'binlog-replica': {
    asked: `binlog replica/slave; applier; sql thread; relay log; replication source; multi threaded; multithreaded; replica_parallel_workers; logical_clock; preserve commit order; stop replica/slave; io thread; リレーログ; マルチスレッド; binlog レプリカ`,
  },
  gtid: { asked: `gtid; gtid_executed; gtid_mode` },
  rollback: {
    asked: `rollback; roll back transaction; rolled back transaction; savepoint; ロールバック; セーブポイント`,
  },
  subtransaction: { asked: `subtransaction; subxact; savepoint; サブトランザクション` },
  isolation: { asked: `read committed; repeatable read; serializable; isolation; 分離レベル` },
  'temp-table': {
    asked: `temporary/temp/internal table; temptable; tmp table; intrinsic; temptable_max_ram; 一時テーブル; テンポラリテーブル; 一時表; tmp table; internal tmp; 一時 テーブル`,
  },
  'full-text': { asked: `full text; fulltext; fts; match against; 全文検索; フルテキスト` },
  spatial: { asked: `spatial; gis; geometry; srid; geospatial; 空間; 地理; 位置情報` },
  postgis: { asked: `postgis; postgis_raster; st_asgeojson; st_transform; gdal` },
  json: { asked: `json; jsonb` },
  'generated-column': {
    asked: `virtual/generated column; generated expression; functional index; indexed expression; 仮想列; 生成列; 生成カラム; 仮想カラム`,
  },
  'foreign-key': { asked: `foreign key; cascade; cascading; parent child; 外部キー; カスケード` },
  partition: {
    asked: `partition; subpartition; reorganize partition; パーティション; partitioned; partitions; 区分表`,
  },
  'auto-increment': {
    asked: `auto increment; auto_increment; autoinc; autoincrement; sequence; 自動採番; 連番; 採番; シーケンス; next id; id generation; nextval; ID 採番`,
  },
  'row-format': { asked: `compressed; row_format; 圧縮` },
  'large-object': { asked: `blob; text column; large object; lob; toast; ラージオブジェクト` },
  timestamp: { asked: `timestamp; datetime; date; 日時; 日付` },
  'parallel-query': {
    asked: `parallel query; aurora_parallel_query; aurora_pq; pq; パラレルクエリ; 並列クエリ`,
  },
  'parallel-worker': { asked: `parallel worker/scan/plan; background worker; gather` },
  'hash-join': { asked: `hash join; ハッシュ結合; ハッシュジョイン` },
  'query-cache': { asked: `query cache; クエリキャッシュ` },
  range: {
    asked: `range optimizer/scan/query/predicate/comparison/estimation; index merge; records_in_range; loose index; range_optimizer_max_mem_size; or condition`,
  },
  plan: {
    asked: `query/execution/bad/poor/slow/wrong plan; plan; explain row; 見積もり; explain 桁違い; cardinality; optimizer pick/choose/statistic; row estimate; wrong index; index/table/innodb statistic; 実行計画; 統計情報; オプティマイザ`,
  },
  undo: { asked: `undo; undo log; tablespace undo; アンドゥ` },
  purge: {
    asked: `purge thread/undo; history list; rollbacksegmenthistorylistlength; trx_rseg_history_len; purge; パージ; 履歴リスト; ヒストリリスト`,
  },
  'buffer-pool': { asked: `buffer pool; buffer cache; shared buffer; バッファプール; バッファープール` },
  resize: { asked: `resize; resizing; リサイズ; サイズ変更` },
  'lock-table': { asked: `lock table/manager/hash; number lock; 1206` },
  'secondary-index': { asked: `secondary index; セカンダリインデックス; 二次索引` },
  tablespace: { asked: `tablespace; ibd; datafile; テーブルスペース; 表領域` },
  audit: {
    asked: `audit; auditing; server_audit_logging; server_audit_events; pgaudit; 監査; audit file; auditor; server_audit; 監査証跡`,
  },
  rotation: { asked: `rotate; rotation; ローテーション; ローテート` },
  'slow-log': { asked: `slow log; slow query log; slow_log; スロークエリログ; スローログ` },
  'general-log': { asked: `general log; general query log; general_log; 一般ログ` },
  'error-log': { asked: `error log; エラーログ` },
  'activity-stream': { asked: `activity stream; das; rds_activity_stream; アクティビティストリーム` },
  'performance-schema': {
    asked: `performance schema; performance_schema; pfs; events_waits; パフォーマンススキーマ`,
  },
  'performance-insights': { asked: `performance insights; database insights; database load; db load` },
  'information-schema': {
    asked: `information schema; information_schema; innodb_trx; innodb_locks; innodb_lock_waits; innodb_metrics; innodb_tablespaces; replica_host_status`,
  },
  tls: { asked: `ssl; tls; certificate; 暗号化; ssl 接続` },
  serverless: {
    asked: `serverless; acu; acuutilization; serverlessdatabasecapacity; サーバーレス; v2 capacity; acus; ACU`,
  },
  'auto-pause': { asked: `auto pause; automatic pause/resume; sleep wake; 自動一時停止` },
  scaling: { asked: `scale; scaling; scale up; スケーリング; スケールアップ; スケール` },
  clone: { asked: `clone; cloned; クローン` },
  snapshot: {
    asked: `snapshot; restore; point time; pitr; backup; スナップショット; 復元; リストア; restored; from backup; snapshot copy; バックアップから; 復旧ポイント`,
  },
  export: { asked: `export; エクスポート; export task; export snapshot; parquet` },
  import: { asked: `import; インポート` },
  backtrack: { asked: `backtrack; バックトラック` },
  'global-database': {
    asked: `global database/db/cluster; secondary region; cross region; auroraglobaldb; another region; グローバルデータベース; クロスリージョン; セカンダリリージョン; 別リージョン`,
  },
  switchover: { asked: `switchover; switch over; スイッチオーバー; 切り替え` },
  'write-forwarding': {
    asked: `write/global/local forwarding; forward statement/write; forwarded; aurora_replica_read_consistency; 書き込み転送; ライト転送; ライトフォワーディング; 書き込みフォワーディング`,
  },
  'blue-green': { asked: `blue green; bluegreen; ブルーグリーン; ブルー/グリーン` },
  'zero-downtime': {
    asked: `zero downtime; zdp; zdr; patching; ゼロダウンタイム; ダウンタイムなし; パッチ; patched; patch window; minor patch; パッチ適用`,
  },
  upgrade: {
    asked: `upgrade; major version; minor version; 5.7 8.0; version 2 3; アップグレード; バージョンアップ; メジャーバージョン; マイナーバージョン; version bump; engine version change; 5.7 to 8; upgraded; from 13 to; 8.0 に; バージョン 上げ; 上げたら`,
  },
  migration: { asked: `migrate; migration rds/from/to; 移行` },
  precheck: { asked: `precheck; pre check; プレチェック; 事前チェック` },
  'zero-etl': { asked: `zero etl; redshift; change data capture; ゼロ etl; ゼロetl` },
  lambda: { asked: `lambda_async; aws_lambda; invoke lambda; lambda_sync` },
  'machine-learning': { asked: `sagemaker; bedrock; comprehend; machine learning; aws_ml` },
  'time-zone': { asked: `time zone; time_zone; timezone; utc; タイムゾーン` },
  charset: {
    asked: `character set; charset; collation; utf8mb4; utf8; 文字コード; 文字セット; 照合順序; 文字化け`,
  },
  'table-cache': { asked: `table_open_cache; table_definition_cache; table cache; open table` },
  'thread-stack': { asked: `thread_stack; thread stack` },
  'idle-timeout': {
    asked: `wait_timeout; interactive_timeout; idle connection/session/timeout; idle; アイドル; 4031`,
  },
  commit: { asked: `commit; commitlatency; commit latency; コミット` },
  'server-id': { asked: `server_id; server id; server_uuid; topology; トポロジー` },
  plugin: { asked: `plugin; プラグイン` },
  admin: {
    asked: `admin; administrator; superuser; connection_admin; rds_superuser; rdsadmin; 管理者; 管理ユーザー`,
  },
  'volume-status': { asked: `volume status` },
  monitoring: {
    asked: `health monitor/check/misjudge; monitoring agent; exporter; prometheus; ヘルスチェック; 監視エージェント`,
  },
  'cache-eviction': { asked: `evict; eviction; page eviction` },
  'storage-node': {
    asked: `storage node/layer/daemon/engine/communication/link; ストレージ層; ストレージノード`,
  },
  network: { asked: `network; packet loss; ネットワーク` },
} satisfies Record<string, Concept>;
