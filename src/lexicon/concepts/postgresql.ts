import type { Concept } from '../concept.ts';

/** PostgreSQL and its extensions. */
export const POSTGRESQL = {
  vacuum: {
    words: `vacuum; autovacuum; auto vacuum`,
    asked: `dead tuple/row; xmin; datfrozenxid; bloat; バキューム; oldest xmin; bloat table; analyze vacuum; 不要領域; 自動バキューム`,
  },
  wraparound: {
    asked: `wraparound; transaction id; multixact; frozen; relfrozenxid; freeze bit; 周回; not accepting commands avoid; status of transaction; maximumusedtransactionids; multixactid; pg_multixact; pg_subtrans; トランザクション id`,
  },
  wal: {
    asked: `wal; write ahead log; wal segment/file/replay; log record; redo; pg_wal; log sequence; lsn; max_wal_size; checkpoint; チェックポイント`,
  },
  replay: {
    asked: `replay; startup process; リプレイ; conflict with recovery; conflict recovery; max_standby_streaming_delay; hot standby; apply wal`,
  },
  'logical-replication': {
    words: `logically replicate`,
    asked: `logical replication/slot/decoding/subscriber/subscription/apply; replication slot; publication; subscriber; walsender; wal sender; wal センダー; subscription; apply/tablesync worker; pglogical; test_decoding; replication origin; 論理レプリケーション; ロジカルレプリケーション; 論理デコーディング; スロット; decoding; pgoutput; tablesync; wal2json; publisher; subscription table; initial copy; 論理スロット; パブリッシャー; サブスクライバー`,
  },
  'replica-identity': {
    words: `replica identity`,
    asked: `no/without/missing primary key; 主キー ない/なし/無し`,
  },
  'configuration-reload': {
    words: `sighup`,
    asked: `configuration/config/setting/conf reload; pg_reload_conf; 設定 再読み込み/リロード`,
  },
  'expression-index': {
    asked: `functional/expression index; 式インデックス; 関数インデックス`,
  },
  'stack-overflow': {
    asked: `stack overflow/depth/exhaust; max_stack_depth; deep/infinite recursion; deep/thousand nested; nested parentheses/expression; スタックオーバーフロー; スタック 溢れ/あふれ/上限`,
  },
  plpgsql: { asked: `plpgsql; pl pgsql; do block` },
  retry: { asked: `retry; try again; again same session; second attempt; 再試行; やり直` },
  babelfish: {
    words: `babelfish; tsql; t sql; pltsql`,
    asked: `tds; ssms; sqlcmd; mssql; sql server; sysadmin; sp_tables; sp_columns; bcp; sqlbulkcopy; バベルフィッシュ; msg 33557097; 1433; tds_fdw; sqlserver driver; jtds; pyodbc; nvarchar; datetime2; scope_identity`,
  },
  limitless: {
    words: `limitless; sharded table; shard`,
    asked: `distributed table; reference table; シャード`,
  },
  qpm: {
    words: `query plan management; qpm; apg_plan_mgmt; query plan management qpm`,
    asked: `plan baseline/capture/enforce/evolve; 計画管理; plan management; plan not used; baseline; プラン管理`,
  },
  'gin-gist': { asked: `gin; gist; pg_bigm; pg_trgm; bm25` },
  'sp-gist': { asked: `spgist; sp gist` },
  btree: { asked: `btree; b tree; index scan; prefetch; index only` },
  neighbour: {
    asked: `nearest neighbor/neighbour; knn; index reorder; scan reorder; ordering operator; 近傍; 近い順`,
  },
  'bitmap-scan': { asked: `bitmap scan; bitmap heap; bitmapor` },
  'pg-cron': { words: `pg_cron; pgcron`, asked: `cron job/task; scheduled job` },
  fdw: {
    words: `foreign data wrapper; foreign table; foreign partition; dblink`,
    asked: `postgres_fdw; tds_fdw; log_fdw; oracle_fdw; fdw; foreign server; remote query; 外部テーブル`,
  },
  statistics: {
    asked: `pg_stat_statements; statistics collector; pg_stat_activity; aurora_replica_status; stats collector`,
  },
  'optimized-reads': { words: `optimized read; optimized reads; tiered cache`, asked: `nvme` },
  'cache-management': { asked: `cluster cache management; ccm; apg_ccm` },
  'shared-memory': {
    asked: `shared memory; dynamic shared memory; dsm; 共有メモリ; shared memory segment; out of shared memory; hugepages; huge pages`,
  },
  'buffer-io': { asked: `bufferio; buffer io; buffer i/o; buffer content; bufferpin; buffer pin` },
  'row-security': {
    asked: `row level security; rls; policy; masking; pg_columnmask; 行レベルセキュリティ; マスキング`,
  },
  notify: { asked: `notify; listen notify; listen; 通知チャネル` },
  jit: { asked: `jit; jit compilation` },
  'visibility-map': {
    asked: `visibility map; free space map; fsm; all frozen; all visible; freeze bit; frozen bit`,
  },
  'create-database': { asked: `create/drop database; データベース 作成/削除` },
  'active-directory': {
    words: `active directory; kerberos; gssapi; pg_ad_mapping`,
    asked: `groupad; 1 domain login`,
  },
  'orphaned-files': {
    asked: `orphaned file/table/entry; relation file; file handle; file descriptor; ファイルハンドル; ファイルディスクリプタ`,
  },
  pgvector: { words: `pgvector; hnsw; ivfflat`, asked: `vector index; ベクトル` },
  plv8: { asked: `plv8; javascript function` },
  'pg-repack': { asked: `pg_repack; repack` },
} satisfies Record<string, Concept>;
