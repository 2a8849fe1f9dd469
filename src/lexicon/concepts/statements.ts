import type { Concept } from '../concept.ts';

/** Statements and their parts. */
export const STATEMENTS = {
  ddl: {
    words: `ddl; data definition language`,
    asked: `data definition; schema change/migration; migration alter/script; スキーマ変更; マイグレーション`,
  },
  'alter-table': {
    asked: `alter; alter table; add/drop/rename/modify/change column; instant column; 列 追加/削除/変更; カラム 追加/削除/変更`,
  },
  'create-index': {
    asked: `create/add/build/adding index; online ddl/index; inplace; reindex; インデックス 追加/作成/張; 索引 作成`,
  },
  'drop-table': {
    asked: `deleted table; table dropped; テーブル 削除/作り直/ドロップ; drop した`,
  },
  truncate: { asked: `truncation; トランケート` },
  rename: { asked: `rename; リネーム; 名前 変更` },
  'create-table': { asked: `create table; テーブル作成` },
  optimize: { asked: `optimise table; rebuild table` },
  insert: { asked: `insert; インサート; 挿入` },
  upsert: { asked: `duplicate key update; upsert; iodku; replace into; on conflict` },
  update: { asked: `update row/statement/table/same/join; update; 更新` },
  delete: { asked: `delete; 削除` },
  s3: { words: `s3`, asked: `outfile s3; load s3; aws_s3; table_import_from_s3` },
  outfile: { asked: `outfile; into outfile` },
  copy: { asked: `copy from/to/stdin; bulk load/copy/insert; bcp; sqlbulkcopy; バルク` },
  grant: {
    asked: `privilege; acl; role; create/drop user; set password; permission; flush privileges; owner; 権限; ロール; ユーザー作成; granted; revoked; create role; alter user; drop role; ownership; ユーザー追加; 権限付与`,
    includes: ['dcl'],
  },
  kill: {
    words: `kill`,
    asked: `kill query/session/connection/statement/running; cancel query/statement/running; cancelled; キル; キャンセル`,
  },
  explain: { asked: `explain` },
  analyze: { asked: `analyze table; analyze; explain analyze` },
  sort: {
    asked: `order by; sort; ascending; descending; filesort; desc limit; ソート; 並べ替え; 昇順; 降順`,
  },
  group: { asked: `group by; distinct; aggregate; grouping; sum; count; 集計; 集約` },
  limit: { asked: `limit 20/10; limit clause; with limit; order limit` },
  window: {
    asked: `window function/aggregate/frame; row_number; dense_rank; ntile; percent_rank; over partition by; ウィンドウ関数; ウィンドウ 集約; 窓関数`,
  },
  union: { asked: `union; union all` },
  'outer-join': {
    asked: `left/right/outer join; anti join; antijoin; where/and not exists; not exists subquery; 外部結合; 左結合`,
  },
  join: { asked: `join query; inner join; nested join; joins; 結合` },
  semijoin: { asked: `semijoin; in select; not in; exists subquery; 半結合` },
  subquery: {
    asked: `subquery; sub query; subplan; サブプラン; nested query/select; dependent; サブクエリ; 副問い合わせ`,
  },
  cte: { words: `cte; common table expression`, asked: `recursive` },
  view: { asked: `view; ビュー` },
  trigger: { words: `trigger`, asked: `create/table trigger; トリガー; トリガ` },
  procedure: {
    words: `stored procedure/routine/function/program`,
    asked: `procedure; routine; udf; user defined function; ストアド; プロシージャ; 関数`,
  },
  cursor: { asked: `cursor; カーソル` },
  event: {
    asked: `event scheduler; scheduled event; event_scheduler; create event; イベントスケジューラ; 定期イベント`,
  },
  prepared: {
    words: `prepared statement`,
    asked: `binary protocol; プリペアド; prepare; prepared query; ps protocol; プリペア`,
  },
  'two-phase': {
    words: `two phase; prepared transaction; 2pc`,
    asked: `xaer_rmfail; 1399`,
    includes: ['xa'],
  },
  flush: { asked: `flush table/status/log; read lock; flush` },
  processlist: { asked: `processlist; process list` },
  'show-binlogs': { asked: `show/purge binary log; show binlog; purge log` },
  'innodb-status': { asked: `engine innodb status` },
  hint: { asked: `hint; optimizer hint; set_var; pg_hint_plan; ヒント句` },
  'session-variable': {
    asked: `session variable; change_user; reset_connection; com_change_user; セッション変数`,
  },
  cast: { asked: `cast; convert; conversion; unsigned; 型変換` },
  'for-update': { asked: `for update; for share; skip locked` },
  'load-data': { asked: `load data; load_data` },
  dml: { words: `dml; data manipulation language`, notAsked: true },
  dcl: { words: `dcl; data control language` },
  xa: { words: `xa` },
} satisfies Record<string, Concept>;
