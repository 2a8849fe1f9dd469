import type { Concept } from '../concept.ts';

/** Parts and features of the engines. */
export const PARTS = {
  binlog: {
    words: `binlog; binary log; bin log; binary logging`,
    asked: `dump thread; binlog consumer; debezium; dms; maxwell; connector; cdc; バイナリログ; バイナリーログ; binlog dump; mysqlbinlog; sumbinarylogsize; numbinarylogfiles; kafka connect`,
  },
  'enhanced-binlog': {
    words: `enhanced binlog; enhanced binary log; enhanced binary logging; aurora_enhanced_binlog`,
    asked: `拡張 binlog/バイナリログ`,
  },
  'binlog-replica': {
    asked: `binlog replica/slave; applier; sql thread; replication source; multi threaded; multithreaded; replica_parallel_workers; logical_clock; preserve commit order; stop replica/slave; io thread; リレーログ; マルチスレッド; binlog レプリカ`,
    includes: ['relay-log'],
  },
  gtid: { words: `gtid`, asked: `gtid_executed; gtid_mode` },
  rollback: {
    asked: `rollback; rolled back transaction; savepoint; ロールバック; セーブポイント`,
  },
  subtransaction: {
    words: `subtransaction; sub transaction; subtrans`,
    asked: `subxact; savepoint; サブトランザクション`,
  },
  isolation: { asked: `read committed; repeatable read; serializable; isolation; 分離レベル` },
  'temp-table': {
    words: `temporary/temp table; temptable; temporary tablespace`,
    asked: `temporary/temp/internal table; intrinsic; temptable_max_ram; 一時テーブル; テンポラリテーブル; 一時表; tmp table; internal tmp; 一時 テーブル`,
  },
  'full-text': {
    words: `full text; fulltext; full text search; fulltext search; fts`,
    asked: `match against; text search; 全文検索; フルテキスト`,
  },
  spatial: { words: `spatial; geospatial; gis; geometry; srid`, asked: `空間; 地理; 位置情報` },
  postgis: { words: `postgis; postgis_raster; geos`, asked: `st_asgeojson; st_transform; gdal` },
  json: { words: `json; jsonb` },
  'generated-column': {
    words: `virtual/generated column`,
    asked: `generated expression; 仮想列; 生成列; 生成カラム; 仮想カラム`,
  },
  'foreign-key': { words: `foreign key`, asked: `cascading; parent child; 外部キー; カスケード` },
  partition: {
    words: `partition`,
    asked: `subpartition; reorganize partition; パーティション; partitioned; 区分表`,
  },
  'auto-increment': {
    words: `auto increment; auto_increment; autoincrement; autoinc`,
    asked: `sequence; 自動採番; 連番; 採番; シーケンス; next id; id generation; nextval; ID 採番`,
  },
  'row-format': { asked: `compressed; row_format; 圧縮` },
  'large-object': { words: `large object; lob`, asked: `blob; text column; toast; ラージオブジェクト` },
  timestamp: { asked: `timestamp; datetime; date; 日時; 日付` },
  'parallel-query': {
    words: `parallel query; pq; aurora_parallel_query; aurora_pq`,
    asked: `パラレルクエリ; 並列クエリ`,
  },
  'parallel-worker': { asked: `parallel worker/scan/plan; background worker; gather` },
  'hash-join': { words: `hash join`, asked: `ハッシュ結合; ハッシュジョイン` },
  'query-cache': { words: `query cache`, asked: `クエリキャッシュ` },
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
  'buffer-pool': {
    words: `buffer pool; buffer_pool; bufferpool`,
    asked: `buffer cache; shared buffer; バッファプール; バッファープール`,
  },
  resize: { asked: `resizing; リサイズ; サイズ変更` },
  'lock-table': { asked: `lock table/manager/hash; number lock; 1206` },
  'secondary-index': { asked: `secondary index; セカンダリインデックス; 二次索引` },
  tablespace: { asked: `tablespace; ibd; datafile; テーブルスペース; 表領域` },
  audit: {
    words: `audit log; audit logging; auditing log; advanced audit; advanced auditing; server_audit_logging; server_audit_events`,
    asked: `auditing; pgaudit; 監査; audit file; auditor; server_audit; 監査証跡`,
  },
  rotation: { asked: `rotation; ローテーション; ローテート` },
  'slow-log': { asked: `slow log; slow query log; slow_log; スロークエリログ; スローログ` },
  'general-log': { asked: `general log; general query log; general_log; 一般ログ` },
  'error-log': { asked: `error log; エラーログ` },
  'activity-stream': {
    words: `database/data activity stream; das`,
    asked: `activity stream; rds_activity_stream; アクティビティストリーム`,
  },
  'performance-schema': {
    words: `performance schema; perfschema; pfs`,
    asked: `performance_schema; events_waits; パフォーマンススキーマ`,
  },
  'performance-insights': {
    words: `performance insights`,
    asked: `database insights; database load; db load`,
  },
  'information-schema': {
    words: `information schema`,
    asked: `information_schema; innodb_trx; innodb_locks; innodb_lock_waits; innodb_metrics; innodb_tablespaces; replica_host_status`,
  },
  tls: { words: `ssl; openssl; tls; cipher; certificate`, asked: `暗号化; ssl 接続` },
  serverless: {
    words: `serverless; acu`,
    asked: `acuutilization; serverlessdatabasecapacity; サーバーレス; v2 capacity; acus`,
  },
  'auto-pause': { asked: `auto pause; automatic pause/resume; sleep wake; 自動一時停止` },
  scaling: { asked: `scaling; scale up; スケーリング; スケールアップ; スケール` },
  clone: { words: `clone`, asked: `クローン` },
  snapshot: {
    asked: `snapshot; point time; pitr; backup; スナップショット; 復元; リストア; restored; from backup; snapshot copy; バックアップから; 復旧ポイント`,
  },
  export: { asked: `export; エクスポート; export task; export snapshot; parquet` },
  import: { asked: `import; インポート` },
  backtrack: { words: `backtrack`, asked: `バックトラック` },
  'global-database': {
    words: `global database; global db; auroraglobaldb; aurora_global_db`,
    asked: `global database/db/cluster; secondary region; cross region; another region; グローバルデータベース; クロスリージョン; セカンダリリージョン; 別リージョン`,
  },
  switchover: { asked: `switchover; switch over; スイッチオーバー; 切り替え` },
  'write-forwarding': {
    words: `write forwarding; write forward`,
    asked: `write/global/local forwarding; forward statement/write; forwarded; aurora_replica_read_consistency; 書き込み転送; ライト転送; ライトフォワーディング; 書き込みフォワーディング`,
  },
  'blue-green': { words: `blue green; bluegreen`, asked: `ブルーグリーン; ブルー/グリーン` },
  'zero-downtime': {
    words: `zero downtime patch/restart/upgrade; zdp; zdr`,
    asked: `zero downtime; ゼロダウンタイム; ダウンタイムなし; パッチ; patched; patch window; minor patch; パッチ適用`,
  },
  migration: { words: `migrate; migration`, asked: `migration rds/from/to; 移行` },
  precheck: { words: `precheck; pre check; pre checker`, asked: `プレチェック; 事前チェック` },
  'zero-etl': { words: `zero etl; zeroetl`, asked: `redshift; change data capture; ゼロ etl; ゼロetl` },
  lambda: { asked: `lambda_async; aws_lambda; invoke lambda; lambda_sync` },
  'machine-learning': { words: `machine learning; sagemaker; bedrock; comprehend; aws_ml` },
  'time-zone': { words: `time zone; time_zone; timezone`, asked: `utc; タイムゾーン` },
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
  'cache-eviction': { asked: `eviction; page eviction` },
  'storage-node': {
    asked: `storage node/layer/daemon/engine/communication/link; ストレージ層; ストレージノード`,
  },
  network: { asked: `network; packet loss; ネットワーク` },
  'multi-master': { words: `multi master; multimaster`, notAsked: true },
  'data-api': { words: `data api`, notAsked: true },
  'relay-log': { words: `relay log; relaylog` },
  'adaptive-hash-index': { words: `adaptive hash index`, notAsked: true },
} satisfies Record<string, Concept>;
