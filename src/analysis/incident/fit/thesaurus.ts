/** Everyday causes, each with something to check (`ordinary.…` in l10n). */
export type Everyday =
  | 'network'
  | 'dns-cache'
  | 'credentials'
  | 'certificate'
  | 'syntax'
  | 'names'
  | 'permissions'
  | 'pool'
  | 'client-memory'
  | 'open-transaction'
  | 'lock-order'
  | 'missing-index'
  | 'planned'
  | 'read-only'
  | 'capacity'
  | 'quota'
  | 'cold-cache'
  | 'own-data'
  | 'mistake'
  | 'packet-size'
  | 'idle'
  | 'proxy'
  | 'collation'
  | 'application'
  | 'log-retention'
  | 'cancelled'
  | 'other-engine';

/**
 * Synonyms in symptoms and release notes, in English and Japanese. A row has phrases, separated by `;`. The words of a
 * phrase can appear near each other in either order; `a/b` is either word. English words are compared by stem, Japanese
 * ones exactly. An error number is a phrase of its row. Every row is based on at least two bugs, or the manual of an
 * engine or a driver.
 */
export interface Row {
  id: string;
  phrases: string;
  /** Usual causes of such a symptom without a bug, the likeliest first. */
  causes?: readonly Everyday[];
  /** True if the words of the symptom name an everyday cause: it comes first, even beside a strong match. */
  isEveryday?: true;
  /** True if the words of a phrase keep their own meaning: a restart loop is a restart, too. */
  keeps?: true;
  /** Packages of operating systems that are involved, the likeliest first. */
  packages?: readonly string[];
}

/** Failures and their effects. */
const EFFECTS: readonly Row[] = [
  {
    id: 'connection-fails',
    phrases: `connection/connect/session/client/socket/login/handshake lost/lose/drop/abort/close/cut/terminate/reset/broken/break/torn/die/interrupt/end;
      connection/connect/login/logon/client/session refuse/reject/fail/failure/cannot/unable/impossible/deny/block/error/stall; connect/login/logon not/slow/take;
      disconnect; gone away; communication link failure; unexpected eof; bad connection; broken pipe; econnreset; econnrefused;
      protocol_connection_lost; server close connection; hang up client; can connect not; nobody/cannot/unable log in; error communication packet;
      communicationsexception; abortedclients; aborted_clients; aborted_connects; 2002; 2003; 2006; 2013; 2055; 1158; 1159; 1160; 1161; 1184; 08s01; 08001; 08006; 57p01;
      接続/コネクション/セッション/クライアント/ソケット 切断/切れ/切られ/切る/中断/落ち/失われ/途切れ/断た/ドロップ/リセット;
      接続/コネクション/ログイン できな/できず/できません/できなく/拒否/失敗/張れ/エラー/待たされ/弾かれ; 切断; つながらな; 繋がらな; aborted connection; connection already closed; operations allowed after connection closed; connection terminated unexpectedly; connectionnotestablished; connectionbad; invalid connection; packet successfully received; packets out order; timeout reading communication; ssl syscall eof; receive data client; reading stream failed; unable connect hosts; sqltransientconnectionexception; sqlnontransientconnectionexception; interfaceerror; kicked out; forcing close thread; terminating connection; 1129; premature end; went away connection; unabletosend; 接続 維持され/拒まれ/閉じ; 通信エラー; 通信 途切れ`,
    causes: ['network', 'pool', 'idle'],
    packages: ['kernel', 'openssl', 'glibc', 'curl'],
  },
  {
    id: 'new-connection',
    phrases: `new/open/establish/initial/incoming connection/session/login/client/connect; handshake; before/while/during/at/right login/logging/authenticate/establish/connect;
      initial communication packet; unauthenticated; unestablished; authentication before; connect time; after connect right; auroraslowhandshake; 1043; 2012;
      新規/新しい 接続/コネクション/セッション; 接続/コネクション 確立/張ろう/張る; ハンドシェイク; 接続時; ログイン時; 確立前`,
    keeps: true,
  },
  {
    id: 'handshake',
    phrases: `before establish/login/authenticate; handshake; initial communication packet; unauthenticated; during/while login/logging/connecting; connect time; 確立; ハンドシェイク; ログイン時; 接続時`,
    keeps: true,
  },
  {
    id: 'surge',
    phrases: `surge; spike; burst; storm; flood; rush; churn; peak; influx; stampede; high/higher/highly rate/traffic/load/concurrency/concurrent; under/heavy/high/peak load/workload/pressure;
      many/lot/thousand/hundred/numerous connection/login/client/request/session/worker/connect/lambda/pod/container/task; thousand/hundred/many start once; connect once; same time connect; traffic increase/grow; scale out; load test; connectionattempts;
      rapid/quick connect/reconnect; sudden connection/login; connection rate;
      急増; 急に 増え; 高騰; 集中; スパイク; 殺到; 一斉; 大量 接続/アクセス/リクエスト/コネクション; 大量の接続; ピーク; ラッシュ; 高負荷; 負荷 高; 負荷試験; 同時接続; バースト; 高レート; レート 高; セール; オートスケール; トラフィック 増; everybody/everyone/users log/login/logs; login storm; thundering herd; flash sale; ramp up; cold start; lots/lot connect; busy hour; 押し寄せ; 混雑; 跳ね上が; 一気に; アクセス増; 同時に 接続; 朝 接続`,
    causes: ['capacity', 'pool'],
    keeps: true,
    packages: ['kernel'],
  },
  {
    id: 'connection-limit',
    phrases: `too many connection; max_connections; max_user_connections; max_connect; connection limit/slot/count/number; number connection; 1040; 1203; 1226; 53300; databaseconnections; threads_connected;
      remaining connection slot; exceed max_user_connections; 接続数; 最大接続; 接続 上限; コネクション数; er_con_count_error; acquire/acquiring connection timeout; no more connections; 接続 枯渇`,
    causes: ['pool'],
  },
  {
    id: 'restart',
    phrases: `restart; reboot; crash; failover; fail over; exit; die; down; panic; outage; unavailable; unavailability; downtime; unreachable; abort server/engine; shut down; shutdown; bounce; terminate signal;
      kill server/mysqld/database/engine/instance; take/took/bring/brought/went/goes down; available not; availability problem/suffer; replaced node/host; 1053; 57p02; 57p03; engineuptime; reset instance;
      再起動; リブート; クラッシュ; 異常終了; 強制終了; 落ちる; 落ちた; 落ちて; 落ち; フェイルオーバー; フェールオーバー; フェイルオーバ; ダウン; 停止した; 使えなくな; 使えない; 利用できな; 一瞬落ち; 殺され; process died; crashloop; gone minute/second; instance/box/node/cluster/server gone; vanish instance; recycled; hard down; went away; system shutting down; database system recovery mode; database system starting up; adminshutdown; crash shutdown; mysqld gone; kick instance; 止まった; 止まる; 停止する; 落とし; 瞬断; 切り替わ; 停止し`,
    causes: ['planned', 'capacity'],
  },
  {
    id: 'repeated',
    phrases: `loop; repeat; again again; over over; keep crash/restart/reboot/die/fail; continuous; every minute; second/twice restart; more once restart; 何度も; 繰り返; くり返; ループ; クラッシュループ; また落ち; 次々`,
    keeps: true,
  },
  { id: 'assertion', phrases: `assertion; assert; failing assertion; ut_a; アサーション; アサート` },
  {
    id: 'segfault',
    phrases: `signal 11/6/7; segfault; segmentation fault; sigsegv; sigabrt; invalid/freed/uninitialized memory/page; memory access/corruption; use after free; memory used after freed; buffer overflow; out bound; stack trace; backtrace;
      handle_fatal_signal; stack_bottom; セグフォ; セグメンテーション; 不正 メモリ; メモリ破壊; 不正アクセス`,
    keeps: true,
  },
  {
    id: 'hang',
    phrases: `hang; hung; stuck; freeze; froze; frozen; unresponsive; stall; not respond/responding; stop respond; never/not return/finish/come/complete/end; wait/block forever; infinite/endless loop; indefinite; lock up; wedge; pile up; linger; spin;
      ハング; 固ま; 応答しな; 応答なし; 応答がな; 無応答; フリーズ; 返ってこ; 返らな; 戻ってこな; 刺さ; 詰ま; 終わらな; 終わらず; 動かなくな; 待ち続け; 進まな; 反応しな; 止まったまま; sit there; sits there; no response; not reply; never came back; busy loop; deadlocked; do nothing; nothing respond; block/blocked everything; never go; not go away; get stuck; 戻らな; 動かない; 停滞; 待ち状態; 応答が返; 止まったまま`,
    causes: ['open-transaction', 'capacity'],
  },
  {
    id: 'start-fails',
    phrases: `fail/cannot/not/unable/never/refuse/prevent/delay/slow start/startup/boot/launch; startup fail/slow/interrupt/long/delay; not/never come up; rejoin/join fail/cannot;
      起動しな; 起動でき; 起動に失敗; 起動せず; 起動が遅; 起動に時間; 立ち上がら; 立ち上がってこ; 上がってこな; 上がらな; stuck starting; starting state; boot never; come up never/not; came up never; 開始できな; 起動途中; 起動中のまま`,
  },
  { id: 'recovery', phrases: `recovery; recover; リカバリ; 回復; 復旧` },
  {
    id: 'wrong-result',
    phrases: `wrong/incorrect/inconsistent/incomplete/inaccurate/different/missing/extra/partial/off/stale/unexpected result/row/data/answer/count/order/output/value/grouping; row miss/missing/vanish/gone/disappear/fewer; result differ; wrong sort;
      結果 違/異な/間違/おかし/正しくな/不正/誤/欠け/変わ/足りな; 件数 違/合わ/おかし; 行 足りな/消え/抜け/欠け/見つから/少な/返らな/見え; 並び順; 順序 違/おかし/逆; 誤った結果; 誤った値; 値 違/異な/誤/おかし; row should not; fewer rows; double count; rows should; dead row return; return too few/many; 行 余計/余分/返って; 結果 空; 抜け落ち; 返す行`,
  },
  {
    id: 'stale',
    phrases: `stale/outdated/old/older data/result/value/read/row/cache; not latest; 古い データ/値/結果/行; 反映されな; 古いまま; see old; reads behind; not see latest/new; read own write; 見えな; 反映が遅`,
  },
  {
    id: 'corruption',
    phrases: `corrupt; corruption; integrity; damaged; 破損; 壊れ; 破壊; invalid page block; could not read block; missing chunk toast; index corrupt; cache lookup failed; checksum mismatch; 不整合`,
  },
  {
    id: 'data-loss',
    phrases: `lose/lost/loss/miss/missing data/event/transaction/change/write/commit; data loss; データ 消え/欠損/欠落/失われ/なくな; 欠損; 欠落; 取りこぼ`,
  },
  {
    id: 'duplicate-key',
    phrases: `duplicate key/entry/value/row; duplicate; twice insert/row; unique/primary key/constraint violation; found_dupp_key; ha_err_found_dupp_key; 1062; 23505; er_dup_entry; 重複; 二重; 一意制約; 主キー違反`,
    causes: ['own-data'],
  },
  {
    id: 'table-missing',
    phrases: `table/relation/file not/missing/no exist/found/find; no such table; missing table; doesn exist; does exist not; 1146; 42s02; 42p01; er_no_such_table; undefinedtable; could not open relation; テーブル/リレーション 存在しな/見つから/ない/無い/なくな; 存在しません`,
    causes: ['names'],
  },
  {
    id: 'slow',
    phrases: `slow; slower; slowdown; slowly; latency; sluggish; crawl; degrade; degradation; take long/hour/minute/longer/forever/time/second; too long; long time; longer; performance problem/drop/poor/issue/regress; stay behind; far slow;
      遅い; 遅く; 遅延; 重い; 重く; 時間がかか; 時間 かか; レイテンシ; 性能 劣化/低下/悪; 劣化; 何時間; 何分; 桁違い; p99; p95; p50; roof; ages; drag; regression; selectlatency; dmllatency; slow response; response time; もっさり; 応答時間; 遅かっ; 待たされ`,
    causes: ['missing-index', 'capacity', 'cold-cache'],
  },
  {
    id: 'timeout',
    phrases: `timeout; time out; timed out; etimedout; タイムアウト; 時間切れ`,
    causes: ['network', 'capacity'],
  },
  {
    id: 'cpu',
    phrases: `cpu; vcpu; cpuutilization; processor; load average; ＣＰＵ; peg; pegged; burn cpu; 100% cpu; cores busy; spins; 張り付; 使用率`,
    causes: ['missing-index', 'capacity'],
  },
  {
    id: 'out-of-memory',
    phrases: `out memory; oom; memory exhaust/run/ran/excessive/deplete/pressure/shortage/low; ram/memory eat/eaten/drain/devour/use/full/much/more; oom kill; signal 9; signal kill 9; sigkill; killed process; kill kernel/os/oom; cannot allocate memory; invoked oom; memory fail allocate; 1037; 1038; 1041; 53200;
      メモリ 不足/枯渇/食/使い切/使い果/足りな/逼迫; メモリ使用; メモリー不足; ram exhausted; out shared memory; resize shared memory; auroramemoryhealthstate; auroramemorynumdeclinedsql; needed bytes; declined memory; bad_alloc; メモリ 膨ら/圧迫/あふれ; oom`,
    causes: ['capacity'],
    packages: ['kernel', 'glibc', 'systemd'],
  },
  {
    id: 'memory-leak',
    phrases: `leak; freeablememory; memory grow/climb/shrink/decline/increase/fall/drop/decrease/never/creep/consume; freeable/free memory; memory release/freed/given/return/reclaim not; swapusage; メモリ 減/増え/解放/リーク/戻ら/食; 空きメモリ; リーク; じわじわ; rss; balloon; bloat memory; memory every/after never back; memory sawtooth; メモリ 膨ら; 増え続け; 減り続け; 減っていく`,
    causes: ['capacity'],
    packages: ['kernel', 'glibc'],
  },
  { id: 'memory', phrases: `memory; ram; メモリ` },
  {
    id: 'local-storage',
    phrases: `local storage/disk; freelocalstorage; disk full/fill; no space left; space device left; temporary space; temp/tmp full; fill disk/storage; 1021; 1114; 53100; ローカルストレージ; ローカルディスク; ディスク いっぱい/フル/枯渇/足りな/一杯; 一時領域; ibtmp1; tmpdir; df full; table is full; incorrect key file; 一時ファイル`,
    causes: ['capacity'],
    packages: ['kernel'],
  },
  {
    id: 'volume',
    phrases: `volume/storage grow/growth/size/increase/full/limit/expand/maximum/boundary/multiple/bloat/reclaim; volume; volumebytesused; 160gb; 64tib; 64tb; 128tb; space back/reclaim; ボリューム; ストレージ 増/拡張/肥大/減ら/解放; 容量; 肥大; transactionlogsdiskusage; replicationslotdiskusage; bloated table; disk usage grow; space not freed; 領域 解放/増`,
  },
  {
    id: 'replication-stops',
    phrases: `replication/replica/applier/slave/subscriber/subscription/apply stop/break/broke/broken/fail/error/abort/halt/interrupt/stall/hang/stuck; last_sql_error; last_io_error; slave_sql_running; sql thread stop; sync lose/out; key not found ha_err; 1032; 1236; 1593; 1594; 1595; 1872; 1756; 1201;
      レプリケーション/レプリカ/同期/サブスクリプション 止ま/停止/エラー/失敗/壊れ/切れ/されな; 同期されな; replica_io_running no; replica_sql_running no; slave_io_running no; parse relay log; relay log read failure; seconds behind null; apply worker exit; レプリケーション 落ち/エラー/異常; 適用 止ま/失敗`,
    causes: ['log-retention', 'own-data'],
  },
  {
    id: 'lag',
    phrases: `lag; behind; seconds_behind_master; seconds_behind_source; aurorareplicalag; aurorabinlogreplicalag; integrationlag; rpolag; replication delay/latency; replica delay/late; ラグ; レプリカラグ; 遅延; 遅れ; catch up; cannot catch up; oldestreplicationslotlag; delayed; fall further; 追いつか; 反映 遅; 遅れて`,
    causes: ['capacity', 'open-transaction'],
  },
  {
    id: 'deadlock',
    phrases: `deadlock; 1213; 40p01; er_lock_deadlock; latest detected deadlock; デッドロック`,
    causes: ['lock-order'],
  },
  {
    id: 'latch',
    phrases: `deadlatch; dead latch; latch; semaphore; mutex; rw_lock; rwlock; lwlock; lightweight lock; wait each other; semaphore wait; セマフォ; ラッチ; ミューテックス; 互いに待; innodb long wait; semaphore lasted 600; waiting on latch`,
    keeps: true,
  },
  {
    id: 'lock-wait',
    phrases: `lock wait/timeout/contention/hold/block/conflict/waiting; row lock; gap lock; blocked; contention; 1205; 55p03; er_lock_wait_timeout; rowlocktime; blockedtransactions; ロック 待ち/競合/タイムアウト/待た; 行ロック; ロックされ`,
    causes: ['open-transaction'],
  },
  {
    id: 'metadata-lock',
    phrases: `metadata lock; mdl; accessexclusivelock; access exclusive lock; メタデータロック`,
    causes: ['open-transaction'],
  },
  {
    id: 'not-logged',
    phrases: `miss/missing/lose/lost/absent/omit/nothing log/recorded/written/audit; never logged; not recorded/written/record; no error log; miss/missing from log; log empty/nothing/lack/miss; 記録 されな/漏れ/欠け/残らな; ログ 出な/残らな/欠け/漏れ/載らな/ない/書かれな/抜け; 出力されな`,
  },
  {
    id: 'log-noise',
    phrases: `excessive/flood/noise/noisy/spam/full/many log/message/error; log flood/grow; informational message; ログ 大量/あふれ/溢れ/出すぎ/肥大/埋め; 大量 出力/ログ`,
  },
  {
    id: 'wrong-figure',
    phrases: `metric/counter/value/status/figure/graph/gauge/statistic/position/duration/lag/threads_running wrong/incorrect/zero/inaccurate/flat/stale/misreport/high/low/update/updated/absurd/negative/misleading/empty/0/still/nonsense/off; not add up; nonsense value; aurorareplicalag/commitlatency/abortedclients/threads_running/volumebytesused wrong/incorrect/zero/inaccurate/nonsense/misreport/high/off/flat;
      メトリクス/メトリック/値/カウンタ/数値/グラフ/ステータス おかし/ゼロ/0/不正/ずれ/正しくな/誤/異な/更新され/変わらな/低/高; 実際 違/ずれ/より; 常に0; 0 のまま`,
  },
  { id: 'metric', phrases: `metric; cloudwatch; counter; monitoring; メトリクス; メトリック; 監視` },
  {
    id: 'empty-output',
    phrases: `no/empty/without output/row/result; return/show nothing/empty/blank; blank; 空のまま; 空で返; 何も 表示され/返ら/出な; 空になる`,
  },
  {
    id: 'upgrade-fails',
    phrases: `upgrade/migration/migrate/restore/patch/import/switchover fail/failed/stuck/cancel/abort/error/slow/block/stop/delay/rolled/rollback/revert; upgrade roll back; fail upgrade/migrate/restore; アップグレード/移行/復元/リストア/バージョンアップ/マイグレート 失敗/止ま/終わらな/できな/ロールバック/キャンセル/遅`,
  },
  {
    id: 'ignored',
    phrases: `no/without effect; ignore; not/never apply/honor/honour/take; disregard; survive not; 効かな; 効いていな; 無視され; 反映されな; 効果がな`,
  },
  {
    id: 'log-gone',
    phrases: `log/binlog/file purge/gone/vanish/delete/remove/disappear/missing; retention; ログ/ファイル 消え/削除され/なくな; 保持期間`,
  },
];

/** Roles, times and circumstances. */
const CIRCUMSTANCES: readonly Row[] = [
  {
    id: 'reader',
    phrases: `reader; read replica; aurora replica; read/reader endpoint; read only instance/node; replica; standby; secondary instance/node; リーダー; リーダ; リードレプリカ; レプリカ; 読み取り; 読み込みエンドポイント; cluster ro; ro endpoint; read node; replica node; read only endpoint; 読み取り専用; 参照系; 読み込み`,
  },
  {
    id: 'writer',
    phrases: `writer; primary; write endpoint; master; ライター; ライタ; プライマリ; マスター; 書き込みインスタンス; rw endpoint; read write node; 更新系; 書き込み側`,
  },
  {
    id: 'large-transaction',
    phrases: `large/big/huge/long/giant/massive transaction/commit/update/event; long running; uncommitted row/change; 500mb; 1gb transaction; 巨大 トランザクション; 大き トランザクション; 長い トランザクション; 長時間トランザクション; ロングトランザクション; 大規模トランザクション; 巨大な; 未コミット`,
    keeps: true,
  },
  {
    id: 'concurrent',
    phrases: `concurrent; concurrency; simultaneous; parallel insert/session; same time; two session; race; 同時; 並行; 並列; 競合状態`,
  },
  {
    id: 'after-upgrade',
    phrases: `after/since/from upgrade; came/come/move from; アップグレード/バージョンアップ 後/あと/したら/してから`,
    keeps: true,
  },
  {
    id: 'after-restart',
    phrases: `after/since restart/reboot/failover; 再起動後; 再起動 あと/後; フェイルオーバー 後/あと; after promotion/promote/switchover; new primary/writer; 昇格 後/直後; 切り替え 後`,
    keeps: true,
  },
  {
    id: 'scale-down',
    phrases: `scale down/in; shrink; minimum acu/capacity; acu stay/idle; not/never scale; not/never go down; 0.5 acu; 縮小; スケールダウン; 下がらな; スケールイン; スケールしな`,
    keeps: true,
  },
  {
    id: 'heavy-writes',
    phrases: `heavy/lot/many/intensive/bulk/high write; oltp; write heavy/load/workload; lots write; 書き込み 多/大量/負荷/集中; 大量 書き込み/更新`,
    keeps: true,
  },
  {
    id: 'long-query',
    phrases: `long query/select/report/statement; hours select/query; long running query/select; analytics query/select/report; 長い クエリ; 長時間 クエリ/SELECT; 長時間クエリ`,
    keeps: true,
  },
  { id: 'promotion', phrases: `promote; promotion; new writer/primary; after failover; 昇格` },
  { id: 'disable', phrases: `disable; turn/switch off; deactivate; 無効; オフ; 停止すると` },
  {
    id: 'many-tables',
    phrases: `many/million/thousand/lot/large table/relation; 750k; 大量のテーブル; テーブル 数/万`,
    keeps: true,
  },
  { id: 'mass', phrases: `very many; mass; huge number; thousands; millions; 大量; 多数; 膨大` },
];

/** Statements and their parts. */
const STATEMENTS: readonly Row[] = [
  {
    id: 'ddl',
    phrases: `ddl; data definition; schema change/migration; migration alter/script; スキーマ変更; マイグレーション`,
  },
  {
    id: 'alter-table',
    phrases: `alter; alter table; add/drop/rename/modify/change column; instant column; 列 追加/削除/変更; カラム 追加/削除/変更`,
  },
  {
    id: 'create-index',
    phrases: `create/add/build/adding index; online ddl/index; inplace; index build; reindex; インデックス 追加/作成/張; 索引 作成`,
  },
  {
    id: 'drop-table',
    phrases: `drop/dropped table; deleted table; table dropped; テーブル 削除/作り直/ドロップ; drop した`,
  },
  { id: 'truncate', phrases: `truncate; truncation; トランケート` },
  { id: 'rename', phrases: `rename; リネーム; 名前 変更` },
  { id: 'create-table', phrases: `create table; テーブル作成` },
  { id: 'optimize', phrases: `optimize table; optimise table; rebuild table` },
  { id: 'insert', phrases: `insert; インサート; 挿入` },
  { id: 'upsert', phrases: `duplicate key update; upsert; iodku; replace into; on conflict` },
  { id: 'update', phrases: `update row/statement/table/same/join; update; 更新` },
  { id: 'delete', phrases: `delete; 削除` },
  { id: 's3', phrases: `s3; outfile s3; load s3; aws_s3; table_import_from_s3` },
  { id: 'outfile', phrases: `outfile; into outfile` },
  { id: 'copy', phrases: `copy from/to/stdin; bulk load/copy/insert; bcp; sqlbulkcopy; バルク` },
  {
    id: 'grant',
    phrases: `grant; revoke; privilege; dcl; acl; role; create/drop user; set password; permission; flush privileges; owner; 権限; ロール; ユーザー作成; granted; revoked; create role; alter user; drop role; ownership; ユーザー追加; 権限付与`,
  },
  {
    id: 'kill',
    phrases: `kill query/session/connection/statement/running; kill; cancel query/statement/running; canceled; cancelled; キル; キャンセル`,
  },
  { id: 'explain', phrases: `explain; buffer hits` },
  { id: 'analyze', phrases: `analyze table; analyze; explain analyze` },
  {
    id: 'sort',
    phrases: `order by; sort; ascending; descending; filesort; desc limit; ソート; 並べ替え; 昇順; 降順`,
  },
  { id: 'group', phrases: `group by; distinct; aggregate; grouping; sum; count; 集計; 集約` },
  { id: 'limit', phrases: `limit 20/10; limit clause; with limit; order limit` },
  { id: 'union', phrases: `union; union all` },
  { id: 'outer-join', phrases: `left/right/outer join; anti join; not exists; 外部結合; 左結合` },
  { id: 'join', phrases: `join query; inner join; nested join; joins; 結合` },
  { id: 'semijoin', phrases: `semijoin; in select; not in; exists subquery; 半結合` },
  {
    id: 'subquery',
    phrases: `subquery; sub query; nested query/select; dependent; サブクエリ; 副問い合わせ`,
  },
  { id: 'cte', phrases: `common table expression; cte; recursive` },
  { id: 'view', phrases: `view; ビュー` },
  { id: 'trigger', phrases: `create/table trigger; trigger; トリガー; トリガ` },
  {
    id: 'procedure',
    phrases: `stored procedure/function/routine/program; procedure; routine; udf; user defined function; ストアド; プロシージャ; 関数`,
  },
  { id: 'cursor', phrases: `cursor; カーソル` },
  {
    id: 'event',
    phrases: `event scheduler; scheduled event; event_scheduler; create event; イベントスケジューラ; 定期イベント`,
  },
  {
    id: 'prepared',
    phrases: `prepared statement; prepare statement; binary protocol; prepared; プリペアド; prepare; prepared query; ps protocol; プリペア`,
  },
  { id: 'two-phase', phrases: `xa; two phase; prepared transaction; xaer_rmfail; 1399; 2pc` },
  { id: 'flush', phrases: `flush table/status/log; read lock; flush` },
  { id: 'processlist', phrases: `processlist; process list` },
  { id: 'show-binlogs', phrases: `show/purge binary log; show binlog; purge log` },
  { id: 'innodb-status', phrases: `engine innodb status` },
  { id: 'hint', phrases: `hint; optimizer hint; set_var; pg_hint_plan; ヒント句` },
  {
    id: 'session-variable',
    phrases: `session variable; change_user; reset_connection; com_change_user; セッション変数`,
  },
  { id: 'cast', phrases: `cast; convert; conversion; unsigned; 型変換` },
  { id: 'for-update', phrases: `for update; for share; skip locked` },
  { id: 'load-data', phrases: `load data; load_data` },
];

/** Parts and features of the engines. */
const PARTS: readonly Row[] = [
  {
    id: 'binlog',
    phrases: `binlog; binary log; bin log; dump thread; binlog consumer; debezium; dms; maxwell; connector; cdc; バイナリログ; バイナリーログ; binlog dump; mysqlbinlog; sumbinarylogsize; numbinarylogfiles; kafka connect`,
  },
  {
    id: 'enhanced-binlog',
    phrases: `enhanced binlog; enhanced binary log; aurora_enhanced_binlog; 拡張 binlog/バイナリログ`,
  },
  {
    id: 'binlog-replica',
    phrases: `binlog replica/slave; applier; sql thread; relay log; replication source; multi threaded; multithreaded; replica_parallel_workers; logical_clock; preserve commit order; stop replica/slave; io thread; リレーログ; マルチスレッド; binlog レプリカ`,
  },
  { id: 'gtid', phrases: `gtid; gtid_executed; gtid_mode` },
  {
    id: 'rollback',
    phrases: `rollback; roll back transaction; rolled back transaction; savepoint; ロールバック; セーブポイント`,
  },
  { id: 'subtransaction', phrases: `subtransaction; subxact; savepoint; サブトランザクション` },
  { id: 'isolation', phrases: `read committed; repeatable read; serializable; isolation; 分離レベル` },
  {
    id: 'temp-table',
    phrases: `temporary/temp/internal table; temptable; tmp table; intrinsic; temptable_max_ram; 一時テーブル; テンポラリテーブル; 一時表; tmp table; internal tmp; 一時 テーブル`,
  },
  { id: 'full-text', phrases: `full text; fulltext; fts; match against; 全文検索; フルテキスト` },
  { id: 'spatial', phrases: `spatial; gis; geometry; srid; geospatial; 空間; 地理; 位置情報` },
  { id: 'postgis', phrases: `postgis; postgis_raster; st_asgeojson; st_transform; gdal` },
  { id: 'json', phrases: `json; jsonb` },
  {
    id: 'generated-column',
    phrases: `virtual/generated column; generated expression; functional index; indexed expression; 仮想列; 生成列; 生成カラム; 仮想カラム`,
  },
  { id: 'foreign-key', phrases: `foreign key; cascade; cascading; parent child; 外部キー; カスケード` },
  {
    id: 'partition',
    phrases: `partition; subpartition; reorganize partition; パーティション; partitioned; partitions; 区分表`,
  },
  {
    id: 'auto-increment',
    phrases: `auto increment; auto_increment; autoinc; autoincrement; sequence; 自動採番; 連番; 採番; シーケンス; next id; id generation; nextval; ID 採番`,
  },
  { id: 'row-format', phrases: `compressed; row_format; 圧縮` },
  { id: 'large-object', phrases: `blob; text column; large object; lob; toast; ラージオブジェクト` },
  { id: 'timestamp', phrases: `timestamp; datetime; date; 日時; 日付` },
  {
    id: 'parallel-query',
    phrases: `parallel query; aurora_parallel_query; aurora_pq; pq; パラレルクエリ; 並列クエリ`,
  },
  { id: 'parallel-worker', phrases: `parallel worker/scan/plan; background worker; gather` },
  { id: 'hash-join', phrases: `hash join; ハッシュ結合; ハッシュジョイン` },
  { id: 'query-cache', phrases: `query cache; クエリキャッシュ` },
  {
    id: 'range',
    phrases: `range optimizer/scan/query/predicate/comparison/estimation; index merge; records_in_range; loose index; range_optimizer_max_mem_size; or condition`,
  },
  {
    id: 'plan',
    phrases: `query/execution/bad/poor/slow/wrong plan; plan; explain row; 見積もり; explain 桁違い; cardinality; optimizer pick/choose/statistic; row estimate; wrong index; index/table/innodb statistic; 実行計画; 統計情報; オプティマイザ`,
  },
  { id: 'undo', phrases: `undo; undo log; tablespace undo; アンドゥ` },
  {
    id: 'purge',
    phrases: `purge thread/undo; history list; rollbacksegmenthistorylistlength; trx_rseg_history_len; purge; パージ; 履歴リスト; ヒストリリスト`,
  },
  {
    id: 'buffer-pool',
    phrases: `buffer pool; buffer cache; shared buffer; バッファプール; バッファープール`,
  },
  { id: 'resize', phrases: `resize; resizing; リサイズ; サイズ変更` },
  { id: 'lock-table', phrases: `lock table/manager/hash; number lock; 1206` },
  { id: 'secondary-index', phrases: `secondary index; セカンダリインデックス; 二次索引` },
  { id: 'tablespace', phrases: `tablespace; ibd; datafile; テーブルスペース; 表領域` },
  {
    id: 'audit',
    phrases: `audit; auditing; server_audit_logging; server_audit_events; pgaudit; 監査; audit file; auditor; server_audit; 監査証跡`,
  },
  { id: 'rotation', phrases: `rotate; rotation; ローテーション; ローテート` },
  { id: 'slow-log', phrases: `slow log; slow query log; slow_log; スロークエリログ; スローログ` },
  { id: 'general-log', phrases: `general log; general query log; general_log; 一般ログ` },
  { id: 'error-log', phrases: `error log; エラーログ` },
  { id: 'activity-stream', phrases: `activity stream; das; rds_activity_stream; アクティビティストリーム` },
  {
    id: 'performance-schema',
    phrases: `performance schema; performance_schema; pfs; events_waits; パフォーマンススキーマ`,
  },
  { id: 'performance-insights', phrases: `performance insights; database insights; database load; db load` },
  {
    id: 'information-schema',
    phrases: `information schema; information_schema; innodb_trx; innodb_locks; innodb_lock_waits; innodb_metrics; innodb_tablespaces; replica_host_status`,
  },
  {
    id: 'tls',
    phrases: `ssl; tls; certificate; 暗号化; ssl 接続`,
    packages: ['openssl', 'ca-certificates', 'curl'],
  },
  {
    id: 'serverless',
    phrases: `serverless; acu; acuutilization; serverlessdatabasecapacity; サーバーレス; v2 capacity; acus; ACU`,
  },
  { id: 'auto-pause', phrases: `auto pause; automatic pause/resume; sleep wake; 自動一時停止` },
  { id: 'scaling', phrases: `scale; scaling; scale up; スケーリング; スケールアップ; スケール` },
  { id: 'clone', phrases: `clone; cloned; クローン` },
  {
    id: 'snapshot',
    phrases: `snapshot; restore; point time; pitr; backup; スナップショット; 復元; リストア; restored; from backup; snapshot copy; バックアップから; 復旧ポイント`,
  },
  { id: 'export', phrases: `export; エクスポート; export task; export snapshot; parquet` },
  { id: 'import', phrases: `import; インポート` },
  { id: 'backtrack', phrases: `backtrack; バックトラック` },
  {
    id: 'global-database',
    phrases: `global database/db/cluster; secondary region; cross region; auroraglobaldb; another region; グローバルデータベース; クロスリージョン; セカンダリリージョン; 別リージョン`,
  },
  { id: 'switchover', phrases: `switchover; switch over; スイッチオーバー; 切り替え` },
  {
    id: 'write-forwarding',
    phrases: `write/global/local forwarding; forward statement/write; forwarded; aurora_replica_read_consistency; 書き込み転送; ライト転送; ライトフォワーディング; 書き込みフォワーディング`,
  },
  { id: 'blue-green', phrases: `blue green; bluegreen; ブルーグリーン; ブルー/グリーン` },
  {
    id: 'zero-downtime',
    phrases: `zero downtime; zdp; zdr; patching; ゼロダウンタイム; ダウンタイムなし; パッチ; patched; patch window; minor patch; パッチ適用`,
  },
  {
    id: 'upgrade',
    phrases: `upgrade; major version; minor version; 5.7 8.0; version 2 3; アップグレード; バージョンアップ; メジャーバージョン; マイナーバージョン; version bump; engine version change; 5.7 to 8; upgraded; from 13 to; 8.0 に; バージョン 上げ; 上げたら`,
  },
  { id: 'migration', phrases: `migrate; migration rds/from/to; 移行` },
  { id: 'precheck', phrases: `precheck; pre check; プレチェック; 事前チェック` },
  { id: 'zero-etl', phrases: `zero etl; redshift; change data capture; ゼロ etl; ゼロetl` },
  { id: 'lambda', phrases: `lambda_async; aws_lambda; invoke lambda; lambda_sync` },
  { id: 'machine-learning', phrases: `sagemaker; bedrock; comprehend; machine learning; aws_ml` },
  { id: 'time-zone', phrases: `time zone; time_zone; timezone; utc; タイムゾーン` },
  {
    id: 'charset',
    phrases: `character set; charset; collation; utf8mb4; utf8; 文字コード; 文字セット; 照合順序; 文字化け`,
  },
  { id: 'table-cache', phrases: `table_open_cache; table_definition_cache; table cache; open table` },
  { id: 'thread-stack', phrases: `thread_stack; thread stack` },
  {
    id: 'idle-timeout',
    phrases: `wait_timeout; interactive_timeout; idle connection/session/timeout; idle; アイドル; 4031`,
    causes: ['idle'],
  },
  { id: 'commit', phrases: `commit; commitlatency; commit latency; コミット` },
  { id: 'server-id', phrases: `server_id; server id; server_uuid; topology; トポロジー` },
  { id: 'plugin', phrases: `plugin; プラグイン` },
  {
    id: 'admin',
    phrases: `admin; administrator; superuser; connection_admin; rds_superuser; rdsadmin; 管理者; 管理ユーザー`,
  },
  { id: 'volume-status', phrases: `volume status` },
  {
    id: 'monitoring',
    phrases: `health monitor/check/misjudge; monitoring agent; exporter; prometheus; ヘルスチェック; 監視エージェント`,
  },
  { id: 'cache-eviction', phrases: `evict; eviction; page eviction` },
  {
    id: 'storage-node',
    phrases: `storage node/layer/daemon/engine/communication/link; ストレージ層; ストレージノード`,
  },
  { id: 'network', phrases: `network; packet loss; ネットワーク`, packages: ['kernel'] },
];

/** PostgreSQL and its extensions. */
const POSTGRESQL: readonly Row[] = [
  {
    id: 'vacuum',
    phrases: `vacuum; autovacuum; dead tuple/row; xmin; datfrozenxid; bloat; バキューム; dead tuples; oldest xmin; bloat table; analyze vacuum; 不要領域; 自動バキューム`,
  },
  {
    id: 'wraparound',
    phrases: `wraparound; transaction id; multixact; frozen; relfrozenxid; freeze bit; 周回; not accepting commands avoid; status of transaction; maximumusedtransactionids; multixactid; pg_multixact; pg_subtrans; トランザクション id`,
  },
  {
    id: 'wal',
    phrases: `wal; write ahead log; wal segment/file/replay; log record; redo; pg_wal; wal file; log sequence; lsn; max_wal_size; checkpoint; チェックポイント`,
  },
  {
    id: 'replay',
    phrases: `replay; wal apply; startup process; recovery conflict; conflict recovery; リプレイ; conflict with recovery; conflict recovery; max_standby_streaming_delay; hot standby; apply wal`,
  },
  {
    id: 'logical-replication',
    phrases: `logical replication/slot/decoding/subscriber/subscription/apply; replication slot; publication; subscriber; walsender; wal sender; pglogical; test_decoding; wal2json; replication origin; 論理レプリケーション; ロジカルレプリケーション; 論理デコーディング; スロット; decoding; pgoutput; tablesync; wal2json; publisher; subscription table; initial copy; 論理スロット; パブリッシャー; サブスクライバー`,
  },
  {
    id: 'babelfish',
    phrases: `babelfish; tsql; t sql; tds; ssms; sqlcmd; mssql; sql server; sysadmin; sp_tables; sp_columns; bcp; sqlbulkcopy; バベルフィッシュ; msg 33557097; 1433; t-sql; tds_fdw; sqlserver driver; jtds; pyodbc; nvarchar; datetime2; scope_identity`,
  },
  { id: 'limitless', phrases: `limitless; shard; sharded; distributed table; reference table; シャード` },
  {
    id: 'qpm',
    phrases: `query plan management; qpm; apg_plan_mgmt; plan baseline/capture/enforce/evolve; enforced plan; 計画管理; plan management; plan not used; baseline; プラン管理`,
  },
  { id: 'gin-gist', phrases: `gin; gist; pg_bigm; pg_trgm; bm25` },
  { id: 'btree', phrases: `btree; b tree; index scan; prefetch; index only` },
  { id: 'bitmap-scan', phrases: `bitmap scan; bitmap heap; bitmapor` },
  { id: 'pg-cron', phrases: `pg_cron; cron job/task; scheduled job` },
  {
    id: 'fdw',
    phrases: `foreign data wrapper; postgres_fdw; dblink; tds_fdw; log_fdw; oracle_fdw; fdw; foreign table; foreign server; remote query; 外部テーブル`,
  },
  {
    id: 'statistics',
    phrases: `pg_stat_statements; statistics collector; pg_stat_activity; aurora_replica_status; stats collector`,
  },
  { id: 'optimized-reads', phrases: `optimized reads; tiered cache; nvme` },
  { id: 'cache-management', phrases: `cluster cache management; ccm; apg_ccm` },
  {
    id: 'shared-memory',
    phrases: `shared memory; dynamic shared memory; dsm; 共有メモリ; shared memory segment; out of shared memory; hugepages; huge pages`,
  },
  { id: 'buffer-io', phrases: `bufferio; buffer io; buffer i/o; buffer content; bufferpin; buffer pin` },
  {
    id: 'row-security',
    phrases: `row level security; rls; policy; masking; pg_columnmask; 行レベルセキュリティ; マスキング`,
  },
  { id: 'notify', phrases: `notify; listen notify; listen; 通知チャネル` },
  { id: 'jit', phrases: `jit; jit compilation` },
  {
    id: 'visibility-map',
    phrases: `visibility map; free space map; fsm; all frozen; all visible; freeze bit; frozen bit`,
  },
  { id: 'create-database', phrases: `create/drop database; データベース 作成/削除` },
  { id: 'active-directory', phrases: `active directory; kerberos; groupad; 1 domain login` },
  {
    id: 'orphaned-files',
    phrases: `orphaned file/table/entry; relation file; file handle; file descriptor; ファイルハンドル; ファイルディスクリプタ`,
  },
  { id: 'pgvector', phrases: `pgvector; hnsw; ivfflat; vector index; ベクトル` },
  { id: 'plv8', phrases: `plv8; javascript function` },
  { id: 'pg-repack', phrases: `pg_repack; repack` },
];

/** Effects of applications, networks, quotas and people: no bug has these words. */
const EVERYDAY: readonly Row[] = [
  everyday(
    'network',
    `security group; nacl; network acl; firewall; route table; subnet; nat gateway; getaddrinfo; name or service not known; unknown mysql server host; translate host name; resolve host/endpoint/dns; no route host; vpc peering; private subnet; enotfound; vpc; セキュリティグループ; ファイアウォール; サブネット; ルートテーブル; 名前解決; vpc から`,
  ),
  everyday(
    'dns-cache',
    `dns cache; dns ttl; cached ip/dns/address; old writer; networkaddress.cache; dns キャッシュ; dnsキャッシュ; 古い ip`,
  ),
  everyday(
    'credentials',
    `using password; wrong password; access denied user; password authentication failed; authentication failed; password rotate/change/old/wrong/expired; secret rotate/expired; token expired; no pg_hba.conf entry; authentication plugin; rds-db:connect; not authorized perform; accessdenied; mfa; 1045; 28000; 28p01; 1130; パスワード; トークン 期限/失効; 認証プラグイン; 認証情報`,
  ),
  everyday(
    'certificate',
    `certificate expired/verify/chain/validate; validate certificate; certificate_verify_failed; issuer certificate; self signed; ca bundle; rds ca 2019; valid certification path; 証明書 期限/有効/古/検証`,
  ),
  everyday(
    'syntax',
    `error sql syntax; syntax error near; reserved word; only_full_group_by; 1064; 42601; 予約語; 構文エラー`,
  ),
  everyday(
    'names',
    `unknown database/column; column not exist; relation users exist; search_path; wrong schema/case/name; typo; misspell; before migration; model rename; no module named; circular dependency; 1049; 1054; 42703; 42s22; 存在しない カラム/列; カラムが存在しない; 名前を間違; 打ち間違; マイグレーション 順序/流し忘れ/前`,
  ),
  everyday(
    'permissions',
    `permission denied; command denied; access denied; must be owner of; 42501; 1142; 1044; 1143; 1227; 権限 足りな/不足/付け忘れ`,
  ),
  everyday(
    'pool',
    `hikaripool; hikari; queuepool; connection pool; pool exhausted/full/size/timeout; connection leak; sleep connection; remaining connection slot; コネクションプール; 接続プール; プール 枯渇; 接続リーク; 閉じ忘れ`,
  ),
  everyday(
    'client-memory',
    `java heap; heap space; gc overhead; allowed memory size; javascript heap; memoryerror; outofmemoryerror; クライアント メモリ`,
  ),
  everyday(
    'open-transaction',
    `forgot commit; idle transaction; left transaction open; never commit; dbeaver; コミット忘れ; commit 忘れ; 放置`,
  ),
  everyday(
    'lock-order',
    `opposite order; reverse order; different order; same rows order; 逆順; 逆の順; 奪い合`,
  ),
  everyday(
    'missing-index',
    `without/no/missing index; full scan; full table scan; sequential scan; seq scan; n+1; フルスキャン; 全表スキャン; インデックス ない/なく/忘れ/無い; 索引 ない`,
  ),
  everyday(
    'planned',
    `maintenance window; os patch applied; terraform apply; instance class change; manual failover; somebody rebooted/restarted/cancelled; change console; メンテナンスウィンドウ; 手動 フェイル/再起動; デプロイ`,
  ),
  everyday(
    'read-only',
    `read only option; read only transaction; app reader endpoint; 1290; 1836; 25006; リーダーエンドポイント 書`,
  ),
  everyday(
    'capacity',
    `credit balance; cpu credit; burst balance; credits exhausted; lambda concurrency; insufficientdbinstancecapacity; instance small; lambda 同時実行; 同時実行 増え; クレジット`,
  ),
  everyday(
    'quota',
    `quota; exceeded limit account; service limit; throttlingexception; limitexceeded; already exists fault; dbclusteralreadyexistsfault; rate exceeded; クォータ; 料金; 請求`,
  ),
  everyday(
    'own-data',
    `constraint fails; data too long; out of range value; incorrect string value; value too long; type but expression; incorrect integer value; violates constraint; violate foreign key; 1451; 1452; 1406; 1366; 1264; 22001; 23503; 制約違反; 絵文字; 桁あふれ`,
  ),
  everyday(
    'mistake',
    `by mistake; accident; misconfigured; somebody deleted/dropped/removed; without where; 誤って; 設定ミス; 設定漏れ; 間違えて; 誰かが; 担当者; 開発者`,
  ),
  everyday('packet-size', `packet query too large; max_allowed_packet; packet bigger; 1153`),
  everyday('idle', `idle hours/overnight; sat idle; アイドルのまま`),
  everyday('proxy', `pinned; pinning; rds proxy; ピン留め; ピニング`),
  everyday('collation', `illegal mix collation; incompatible collation; 1267`),
  everyday(
    'application',
    `http 404/500/502; bad gateway; upstream prematurely; module not found; npm; cron backup did not run; docker; ec2 status check; laptop; environment variable; nginx; 環境変数; 500 エラー; 404; コンソール`,
  ),
  everyday(
    'cancelled',
    `statement timeout canceling; canceling statement; query execution interrupted; 1317; 3024; 57014; max_execution_time; 70100`,
  ),
];

function everyday(cause: Everyday, phrases: string): Row {
  return { id: `everyday:${cause}`, phrases, causes: [cause], isEveryday: true };
}

/** Operating systems: packages that a symptom names, or that typically cause it. Advisories describe no symptoms. */
const SYSTEMS: readonly Row[] = [
  {
    id: 'kernel',
    phrases: `kernel; linux; soft lockup; hard lockup; conntrack; nf_conntrack; dmesg; call trace; xfs; ext4; nvme timeout; ena driver; hung_task; rcu stall; カーネル`,
    packages: ['kernel'],
  },
  { id: 'openssl', phrases: `openssl; libssl; libcrypto`, packages: ['openssl'] },
  { id: 'curl', phrases: `curl; libcurl`, packages: ['curl'] },
  {
    id: 'resolver',
    phrases: `name resolution/resolve; temporary failure resolution; resolv.conf; nscd; dns; getaddrinfo; 名前解決`,
    packages: ['glibc', 'bind'],
  },
  { id: 'glibc', phrases: `glibc; libc; malloc; double free`, packages: ['glibc'] },
  {
    id: 'systemd',
    phrases: `systemd; systemctl; journald; journalctl; failed start unit`,
    packages: ['systemd'],
  },
  { id: 'ssh', phrases: `sshd; ssh; openssh`, packages: ['openssh'] },
  {
    id: 'containers',
    phrases: `docker; containerd; runc; container runtime; oci runtime; コンテナ`,
    packages: ['containerd', 'runc', 'docker'],
  },
  { id: 'ssm', phrases: `ssm agent; amazon-ssm-agent; session manager`, packages: ['amazon-ssm-agent'] },
  { id: 'python', phrases: `python; python3; pip`, packages: ['python3', 'python'] },
  { id: 'sudo', phrases: `sudo`, packages: ['sudo'] },
  { id: 'vim', phrases: `vim`, packages: ['vim-common', 'vim'] },
  { id: 'git', phrases: `git clone/fetch/push; git`, packages: ['git'] },
  { id: 'boot', phrases: `grub; boot loader; bootloader; ブート`, packages: ['grub2'] },
];

export const THESAURUS: readonly Row[] = [
  ...EFFECTS,
  ...CIRCUMSTANCES,
  ...STATEMENTS,
  ...PARTS,
  ...POSTGRESQL,
  ...SYSTEMS,
  ...EVERYDAY,
];
