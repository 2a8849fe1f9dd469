import type { Concept } from '../concept.ts';

/** Failures and their effects. */
export const EFFECTS = {
  'connection-fails': {
    asked: `connection/connect/session/client/socket/login/handshake lost/lose/drop/abort/close/cut/terminate/reset/broken/break/torn/die/interrupt/end;
      connection/connect/login/logon/client/session refuse/reject/fail/failure/cannot/unable/impossible/deny/block/error/stall; connect/login/logon not/slow/take;
      disconnect; gone away; communication link failure; unexpected eof; bad connection; broken pipe; econnreset; econnrefused;
      protocol_connection_lost; server close connection; hang up client; can connect not; nobody/cannot/unable log in; error communication packet;
      communicationsexception; abortedclients; aborted_clients; aborted_connects; 2002; 2003; 2006; 2013; 2055; 1158; 1159; 1160; 1161; 1184; 08s01; 08001; 08006; 57p01;
      接続/コネクション/セッション/クライアント/ソケット 切断/切れ/切られ/切る/中断/落ち/失われ/途切れ/断た/ドロップ/リセット;
      接続/コネクション/ログイン できな/できず/できません/できなく/拒否/失敗/張れ/エラー/待たされ/弾かれ; 切断; つながらな; 繋がらな; connection already closed; operations allowed after connection closed; connection terminated unexpectedly; connectionnotestablished; connectionbad; invalid connection; packet successfully received; packets out order; timeout reading communication; ssl syscall eof; reading stream failed; unable connect hosts; sqltransientconnectionexception; sqlnontransientconnectionexception; interfaceerror; kicked out; forcing close thread; 1129; premature end; went away connection; unabletosend; 接続 維持され/拒まれ/閉じ; 通信エラー; 通信 途切れ`,
  },
  'new-connection': {
    asked: `new/open/establish/initial/incoming connection/session/login/client/connect; handshake; before/while/during/at/right login/logging/authenticate/establish/connect;
      initial communication packet; unauthenticated; unestablished; connect time; after connect right; auroraslowhandshake; 1043; 2012;
      新規/新しい 接続/コネクション/セッション; 接続/コネクション 確立/張ろう/張る; ハンドシェイク; 接続時; ログイン時; 確立前`,
    keeps: true,
  },
  handshake: {
    asked: `before establish/login/authenticate; handshake; initial communication packet; unauthenticated; during/while login/logging/connecting; connect time; 確立; ハンドシェイク; ログイン時; 接続時`,
    keeps: true,
  },
  surge: {
    asked: `surge; spike; burst; storm; flood; rush; churn; peak; influx; stampede; high/higher/highly rate/traffic/load/concurrency/concurrent; under/heavy/high/peak load/workload/pressure;
      many/lot/thousand/hundred/numerous connection/login/client/request/session/worker/connect/lambda/pod/container/task; thousand/hundred/many start once; connect once; same time connect; traffic increase/grow; scale out; load test; connectionattempts;
      rapid/quick connect/reconnect; sudden connection/login; connection rate;
      急増; 急に 増え; 高騰; 集中; スパイク; 殺到; 一斉; 大量 接続/アクセス/リクエスト/コネクション; 大量の接続; ピーク; ラッシュ; 高負荷; 負荷 高; 負荷試験; 同時接続; バースト; 高レート; レート 高; セール; オートスケール; トラフィック 増; everybody/everyone/users log/login/logs; login storm; thundering herd; flash sale; ramp up; cold start; busy hour; 押し寄せ; 混雑; 跳ね上が; 一気に; アクセス増; 同時に 接続; 朝 接続`,
    keeps: true,
  },
  'connection-limit': {
    asked: `too many connection; max_connections; max_user_connections; max_connect; connection limit/slot/count/number; 1040; 1203; 1226; 53300; databaseconnections; threads_connected;
      remaining connection slot; exceed max_user_connections; 接続数; 最大接続; 接続 上限; コネクション数; er_con_count_error; acquire/acquiring connection timeout; no more connections; 接続 枯渇`,
  },
  restart: {
    words: `restart; reboot`,
    asked: `die; down; panic; unreachable; abort server/engine; shut down; shutdown; bounce; terminate signal;
      kill server/mysqld/database/engine/instance/backend; take/took/bring/brought/went/goes down; available not; availability problem/suffer; replaced node/host; 1053; 57p02; 57p03; engineuptime; reset instance;
      再起動; リブート; クラッシュ; 異常終了; 強制終了; 落ちる; 落ちた; 落ちて; 落ち; フェイルオーバー; フェールオーバー; フェイルオーバ; ダウン; 停止した; 使えなくな; 使えない; 利用できな; 一瞬落ち; 殺され; process died; crashloop; gone minute/second; instance/box/node/cluster/server gone; vanish instance; recycled; hard down; went away; system shutting down; system recovery mode; database system starting up; adminshutdown; crash shutdown; mysqld gone; kick instance; 止まった; 止まる; 停止する; 落とし; 瞬断; 切り替わ; 停止し`,
    includes: ['crash', 'failover', 'exit', 'unavailable', 'outage'],
  },
  repeated: {
    asked: `loop; repeat; again again; over over; keep crash/restart/reboot/die/fail; continuous; every minute; second/twice restart; second time; more once restart; 何度も; 繰り返; くり返; ループ; クラッシュループ; また落ち; 次々; 二度目; もう一度`,
    keeps: true,
  },
  assertion: { words: `assertion; assert`, asked: `failing assertion; ut_a; アサーション; アサート` },
  segfault: {
    words: `segfault; segmentation fault; sigsegv; buffer overflow; memory access violation; memory corruption; invalid memory; out of bounds memory`,
    asked: `signal 11/6/7; sigabrt; invalid/freed/uninitialized memory/page; memory access/corruption; use after free; memory used after freed; out bound; stack trace; backtrace;
      handle_fatal_signal; stack_bottom; セグフォ; セグメンテーション; 不正 メモリ; メモリ破壊; 不正アクセス`,
    keeps: true,
  },
  hang: {
    words: `hang!; hangs!; hung`,
    asked: `not respond/responding; stop respond; never/not return/finish/come/complete/end; wait/block/hang/loop forever; infinite/endless loop; indefinite; lock up; wedge; pile up; linger; spin;
      ハング; 固ま; 応答しな; 応答なし; 応答がな; 無応答; フリーズ; 返ってこ; 返らな; 戻ってこな; 刺さ; 詰ま; 終わらな; 終わらず; 動かなくな; 待ち続け; 進まな; 反応しな; sits there; no response; not reply; never came back; busy loop; deadlocked; do nothing; nothing respond; block/blocked everything; never go; not go away; get stuck; 戻らな; 動かない; 停滞; 待ち状態; 応答が返; 止まったまま`,
    includes: ['unresponsive', 'frozen', 'stuck', 'stall'],
  },
  'start-fails': {
    asked: `fail/cannot/not/unable/never/refuse/prevent/delay/slow start/startup/boot/launch; startup fail/slow/interrupt/long/delay; start late/later; rejoin/join fail/cannot;
      起動しな; 起動でき; 起動に失敗; 起動せず; 起動が遅; 起動に時間; 立ち上がら; 立ち上がってこ; 上がってこな; 上がらな; stuck starting; starting state; come up never/not; came up never; 開始できな; 起動途中; 起動中のまま`,
  },
  recovery: { asked: `recovery; recover; リカバリ; 回復; 復旧` },
  'wrong-result': {
    asked: `wrong/incorrect/inconsistent/incomplete/inaccurate/different/missing/extra/partial/off/stale/unexpected result/row/data/answer/count/order/output/value/grouping; row miss/missing/vanish/gone/disappear/fewer; result differ; wrong sort;
      結果 違/異な/間違/おかし/正しくな/不正/誤/欠け/変わ/足りな; 件数 違/合わ/おかし; 行 足りな/消え/抜け/欠け/見つから/少な/返らな/見え; 並び順; 順序 違/おかし/逆; 誤った結果; 誤った値; 値 違/異な/誤/おかし; row should not; double count; rows should; dead row return; return too few/many; 行 余計/余分/返って; 結果 空; 抜け落ち; 返す行`,
  },
  stale: {
    asked: `stale/outdated/old/older data/result/value/read/row/cache; not latest; 古い データ/値/結果/行; 反映されな; 古いまま; see old; reads behind; not see latest/new; read own write; 見えな; 反映が遅`,
  },
  corruption: {
    words: `corrupt; corruption`,
    asked: `integrity; damaged; 破損; 壊れ; 破壊; invalid page block; could not read block; missing chunk toast; index corrupt; cache lookup failed; checksum mismatch; 不整合`,
  },
  'data-loss': {
    asked: `lose/lost/loss/miss/missing data/event/transaction/change/write/commit; データ 消え/欠損/欠落/失われ/なくな; 欠損; 欠落; 取りこぼ`,
  },
  'duplicate-key': {
    asked: `duplicate key/entry/value/row; duplicate; twice insert/row; unique/primary key/constraint violation; found_dupp_key; ha_err_found_dupp_key; 1062; 23505; er_dup_entry; 重複; 二重; 一意制約; 主キー違反`,
  },
  'table-missing': {
    asked: `table/relation/file not/missing/no exist/found/find; no such table; missing table; doesn exist; does exist not; 1146; 42s02; 42p01; er_no_such_table; undefinedtable; could not open relation; テーブル/リレーション 存在しな/見つから/ない/無い/なくな; 存在しません`,
  },
  slow: {
    words: `slow; slower; slowly; slowdown`,
    asked: `sluggish; crawl; take long/hour/minute/longer/forever/time/second; too long; long time; longer; performance problem/drop/poor/issue/regress; stay behind; far slow;
      遅い; 遅く; 遅延; 重い; 重く; 時間がかか; 時間 かか; レイテンシ; 性能 劣化/低下/悪; 劣化; 何時間; 何分; 桁違い; p99; p95; p50; roof; ages; drag; regression; selectlatency; dmllatency; slow response; response time; もっさり; 応答時間; 遅かっ; 待たされ`,
    includes: ['latency', 'degraded'],
  },
  timeout: { words: `timeout; time out; timed out`, asked: `etimedout; タイムアウト; 時間切れ` },
  cpu: {
    words: `cpu!; cpu usage/utilization/utilisation/consumption/overhead`,
    asked: `vcpu; cpuutilization; processor; load average; ＣＰＵ; pegged; burn cpu; 100% cpu; cores busy; spins; 張り付; 使用率`,
  },
  'out-of-memory': {
    words: `out of memory; oom`,
    asked: `out memory; fail request size; memory context; memory exhaust/run/ran/excessive/deplete/pressure/shortage/low; ram/memory eat/eaten/drain/devour/use/full/much/more; signal 9; signal kill 9; sigkill; killed process; kill kernel/os/oom; cannot allocate memory; invoked oom; memory fail allocate; 1037; 1038; 1041; 53200;
      メモリ 不足/枯渇/食/使い切/使い果/足りな/逼迫; メモリ使用; メモリー不足; ram exhausted; out shared memory; resize shared memory; auroramemoryhealthstate; auroramemorynumdeclinedsql; needed bytes; declined memory; bad_alloc; メモリ 膨ら/圧迫/あふれ`,
  },
  'memory-leak': {
    words: `leak`,
    asked: `freeablememory; memory grow/climb/shrink/decline/increase/fall/drop/decrease/never/creep/consume; memory release/freed/given/return/reclaim not; swapusage; メモリ 減/増え/解放/リーク/戻ら/食; 空きメモリ; リーク; じわじわ; rss; balloon; bloat memory; memory every/after never back; memory sawtooth; メモリ 膨ら; 増え続け; 減り続け; 減っていく`,
    includes: ['freeable-memory'],
  },
  memory: { words: `memory`, asked: `ram; メモリ` },
  'local-storage': {
    asked: `local storage/disk; freelocalstorage; disk full/fill; no space left; space device left; temporary space; temp/tmp full; fill disk/storage; 1021; 1114; 53100; ローカルストレージ; ローカルディスク; ディスク いっぱい/フル/枯渇/足りな/一杯; 一時領域; ibtmp1; tmpdir; df full; table is full; incorrect key file; 一時ファイル`,
  },
  volume: {
    asked: `volume/storage grow/growth/size/increase/full/limit/expand/maximum/boundary/multiple/bloat/reclaim; volume; volumebytesused; 160gb; 64tib; 64tb; 128tb; space back/reclaim; ボリューム; ストレージ 増/拡張/肥大/減ら/解放; 容量; 肥大; transactionlogsdiskusage; replicationslotdiskusage; bloated table; disk usage grow; space not freed; 領域 解放/増`,
  },
  'replication-stops': {
    asked: `replication/replica/applier/slave/subscriber/subscription/apply stop/break/broke/broken/fail/error/abort/halt/interrupt/stall/hang/stuck; last_sql_error; last_io_error; slave_sql_running; sql thread stop; sync lose/out; key not found ha_err; 1032; 1236; 1593; 1594; 1595; 1872; 1756; 1201;
      レプリケーション/レプリカ/同期/サブスクリプション 止ま/停止/エラー/失敗/壊れ/切れ/されな; 同期されな; replica_io_running no; replica_sql_running no; slave_io_running no; parse relay log; relay log read failure; seconds behind null; apply worker exit; レプリケーション 落ち/エラー/異常; 適用 止ま/失敗`,
  },
  lag: {
    words: `lag`,
    asked: `behind; seconds_behind_master; seconds_behind_source; aurorareplicalag; aurorabinlogreplicalag; integrationlag; rpolag; replication delay/latency; replica delay/late; ラグ; レプリカラグ; 遅延; 遅れ; catch up; cannot catch up; oldestreplicationslotlag; delayed; fall further; 追いつか; 反映 遅; 遅れて`,
  },
  deadlock: {
    words: `deadlock`,
    asked: `1213; 40p01; er_lock_deadlock; latest detected deadlock; デッドロック`,
  },
  latch: {
    words: `deadlatch; dead latch`,
    asked: `latch; semaphore; mutex; rw_lock; rwlock; lwlock; lightweight lock; wait each other; semaphore wait; セマフォ; ラッチ; ミューテックス; 互いに待; innodb long wait; semaphore lasted 600; waiting on latch`,
    keeps: true,
  },
  'lock-wait': {
    asked: `lock wait/timeout/contention/hold/block/conflict/waiting; lwlock wait; row lock; gap lock; blocked; 1205; 55p03; er_lock_wait_timeout; rowlocktime; blockedtransactions; ロック 待ち/競合/タイムアウト/待た; 行ロック; ロックされ`,
    includes: ['contention'],
  },
  'metadata-lock': {
    asked: `metadata lock; mdl; accessexclusivelock; access exclusive lock; メタデータロック`,
  },
  'not-logged': {
    asked: `miss/missing/lose/lost/absent/omit/nothing log/recorded/written/audit; never logged; not recorded/written/record; no error log; miss/missing from log; log empty/nothing/lack/miss; 記録 されな/漏れ/欠け/残らな; ログ 出な/残らな/欠け/漏れ/載らな/ない/書かれな/抜け/不備; 出力されな`,
  },
  'log-noise': {
    asked: `excessive/flood/noise/noisy/spam/full/many log/message/error; log flood/grow; informational message; ログ 大量/あふれ/溢れ/出すぎ/肥大/埋め; 大量 出力/ログ`,
  },
  'wrong-figure': {
    asked: `metric/counter/value/status/figure/graph/gauge/statistic/position/duration/lag/threads_running wrong/incorrect/zero/inaccurate/flat/stale/misreport/high/low/update/updated/absurd/negative/misleading/empty/0/still/nonsense/off; not add up; aurorareplicalag/commitlatency/abortedclients/threads_running/volumebytesused wrong/incorrect/zero/inaccurate/nonsense/misreport/high/off/flat;
      メトリクス/メトリック/値/カウンタ/数値/グラフ/ステータス おかし/ゼロ/0/不正/ずれ/正しくな/誤/異な/更新され/変わらな/低/高; 実際 違/ずれ/より; 常に0; 0 のまま`,
  },
  metric: { asked: `metric; cloudwatch; counter; monitoring; メトリクス; メトリック; 監視` },
  'empty-output': {
    asked: `no/empty/without output/row/result; return/show nothing/empty/blank; blank; 空のまま; 空で返; 何も 表示され/返ら/出な; 空になる`,
  },
  'upgrade-fails': {
    asked: `upgrade/migration/migrate/restore/patch/import/switchover fail/failed/stuck/cancel/abort/error/slow/block/stop/delay/rolled/rollback/revert; upgrade roll back; アップグレード/移行/復元/リストア/バージョンアップ/マイグレート 失敗/止ま/終わらな/できな/ロールバック/キャンセル/遅`,
  },
  ignored: {
    asked: `no/without effect; ignore; not/never apply/honor/honour/take; disregard; survive not; 効かな; 効いていな; 無視され; 反映されな; 効果がな`,
  },
  'log-gone': {
    asked: `log/binlog/file purge/gone/vanish/delete/remove/disappear/missing; retention; ログ/ファイル 消え/削除され/なくな; 保持期間`,
  },
  crash: { words: `crash` },
  failover: { words: `failover; fail over` },
  exit: { words: `exit; unexpectedly close; quit unexpectedly` },
  unavailable: { words: `unavailable; unavailability` },
  outage: { words: `outage; downtime` },
  unresponsive: { words: `unresponsive; irresponsive` },
  frozen: { words: `freeze; froze; frozen` },
  stuck: { words: `stuck` },
  'freeable-memory': { words: `freeable/free!/available memory` },
  incorrect: { words: `incorrect; incorrectly; wrong; wrongly; inaccurate; inaccurately`, notAsked: true },
  latency: { words: `latency` },
  degraded: { words: `degrade; degradation` },
  stall: { words: `stall` },
  contention: { words: `contention` },
} satisfies Record<string, Concept>;
