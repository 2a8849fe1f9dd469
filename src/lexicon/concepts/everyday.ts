import type { Concept } from '../concept.ts';

/** Everyday causes of symptoms: applications, networks, quotas and people. No bug has these words. */
export const EVERYDAY = {
  'everyday:network': {
    asked: `security group; nacl; network acl; firewall; route table; subnet; nat gateway; getaddrinfo; name or service not known; unknown mysql server host; translate host name; resolve host/endpoint/dns; no route host; receive data client; eof client connection; incomplete startup packet; vpc peering; private subnet; enotfound; vpc; セキュリティグループ; ファイアウォール; サブネット; ルートテーブル; 名前解決; vpc から`,
  },
  'everyday:dns-cache': {
    asked: `dns ttl; cached ip/dns/address; old writer; networkaddress cache; dns キャッシュ; dnsキャッシュ; 古い ip`,
  },
  'everyday:credentials': {
    asked: `using password; access denied user; password authentication failed; authentication failed; password rotate/change/old/wrong/expired; secret rotate/expired; token expired; no pg_hba conf; authentication plugin; rds-db:connect; not authorized perform; accessdenied; mfa; 1045; 28000; 28p01; 1130; パスワード; トークン 期限/失効; 認証プラグイン; 認証情報; scram authentication require`,
  },
  'everyday:certificate': {
    asked: `certificate expired/verify/chain/validate; certificate_verify_failed; issuer certificate; self signed; ca bundle; rds ca 2019; valid certification path; 証明書 期限/有効/古/検証`,
  },
  'everyday:syntax': {
    asked: `error sql syntax; syntax error near; reserved word; must appear group clause; multiple commands prepared; same number columns; only_full_group_by; 1064; 42601; 予約語; 構文エラー`,
  },
  'everyday:names': {
    asked: `unknown database/column; column/relation/database/role/schema/type/function/tablespace not exist; no function/operator matches; operator not exist; column reference ambiguous; relation/column/role/database/schema already exist; search_path; wrong schema/case/name; typo; misspell; before migration; model rename; no module named; circular dependency; 1049; 1054; 42703; 42s22; 存在しない カラム/列; カラムが存在しない; 名前を間違; 打ち間違; マイグレーション 順序/流し忘れ/前`,
  },
  'everyday:permissions': {
    asked: `permission denied; command denied; access denied; must be owner of; must superuser; only superuser owner; 42501; 1142; 1044; 1143; 1227; 権限 足りな/不足/付け忘れ`,
  },
  'everyday:pool': {
    asked: `hikaripool; hikari; queuepool; connection pool; pool exhausted/full/size/timeout; too many clients; connection leak; sleep connection; remaining connection slot; コネクションプール; 接続プール; プール 枯渇; 接続リーク; 閉じ忘れ; connection per pod/worker/process/container; no/without pooling/pooler/pgbouncer; too many connection role/database; prepared statement already exist; プール 使っていな`,
  },
  'everyday:client-memory': {
    asked: `java heap; heap space; gc overhead; allowed memory size; javascript heap; memoryerror; outofmemoryerror; クライアント メモリ`,
  },
  'everyday:open-transaction': {
    asked: `forgot commit; idle transaction; left transaction open; never commit; must vacuumed within; still waiting accessexclusivelock/accesssharelock/rowexclusivelock/exclusivelock; accessed by other users; not obtain lock; dbeaver; コミット忘れ; commit 忘れ; 放置; queue behind; queued access exclusive; alter/migration/ddl blocked/waits; refresh lock/block read/reader/select; lock wait timeout exceeded; ロック 持ったまま/握ったまま`,
  },
  'everyday:lock-order': {
    asked: `deadlock detected; wait sharelock; opposite order; reverse order; different order; same rows order; 逆順; 逆の順; 奪い合`,
  },
  'everyday:isolation': { asked: `not serialize access; access concurrent update/delete` },
  'everyday:earlier-error': {
    asked: `transaction aborted ignored; already/no transaction progress; aborted ignored end block; 25p02`,
  },
  'everyday:missing-index': {
    asked: `without/no index; missing index on; full scan; full table scan; sequential scan; seq scan; n+1; フルスキャン; 全表スキャン; シーケンシャルスキャン; インデックスがな; インデックスもな; インデックスのない; インデックスなし; インデックス 忘れ/無い; 索引 ない; not prune partition; where 効かな インデックス; index not used/chosen/picked planner/optimizer/query; インデックス 使われな/効かな/選ばれな`,
  },
  'everyday:planned': {
    asked: `maintenance window; due administrator command; os patch applied; terraform apply; instance class change; manual failover; somebody rebooted/restarted/cancelled; change console; メンテナンスウィンドウ; 手動 フェイル/再起動; デプロイ; cached plan not change result type`,
  },
  'everyday:read-only': {
    asked: `read only option; cannot execute insert/update/delete/create; cannot execute during recovery; read only transaction; app reader endpoint; 1290; 1836; 25006; リーダーエンドポイント 書`,
  },
  'everyday:capacity': {
    asked: `checkpoints too frequently; temp_file_limit; credit balance; cpu credit; burst balance; credits exhausted; lambda concurrency; insufficientdbinstancecapacity; instance small; lambda 同時実行; 同時実行 増え; クレジット; might need increase max_locks_per_transaction`,
  },
  'everyday:quota': {
    asked: `quota; exceeded limit account; service limit; throttlingexception; limitexceeded; already exists fault; dbclusteralreadyexistsfault; rate exceeded; クォータ; 料金; 請求`,
  },
  'everyday:own-data': {
    asked: `constraint fails; data too long; out of range value; incorrect string value; value too long; value/integer/field out range; field overflow; division by zero; invalid input syntax; invalid byte sequence; more one row returned subquery; not create unique index; not affect row second; null value column; not default value; 1364; type but expression; incorrect integer value; violates constraint; violate foreign key; 1451; 1452; 1406; 1366; 1264; 22001; 23503; 制約違反; 絵文字; 桁あふれ`,
  },
  'everyday:mistake': {
    asked: `by mistake; by hand; manual insert/write/update/delete/edit; accident; misconfigured; somebody deleted/dropped/removed; without where; 手動 追加/挿入/更新/削除; 手作業; 誤って 削除/消/更新/実行/変更/落と/本番/truncate/delete/drop/update; 設定ミス; 設定漏れ; 間違えて; 誰かが; 担当者; 開発者`,
  },
  'everyday:packet-size': { asked: `packet query too large; max_allowed_packet; packet bigger; 1153` },
  'everyday:idle': { asked: `idle hours/overnight; sat idle; アイドルのまま` },
  'everyday:vacuum': {
    asked: `vacuum not/never keep up; autovacuum behind/late/slow; vacuum prevent wraparound; vacuum not shrink/smaller/reduce/free/return/reclaim/release; removed/removable yet; dead tuple/row accumulate/pile/grow; live row bloat; size/space/storage/disk delete not shrink/smaller/free/return/reclaim/release/reduce/decrease; not shrink delete; デッドタプル 溜ま/増え/減ら; autovacuum 追いつか; vacuum 減ら/縮ま/小さくな; delete 減ら/縮ま/解放; 削除 容量/サイズ/ストレージ 減ら/縮ま/解放`,
  },
  'everyday:slot': {
    asked: `unused/inactive/abandoned/orphan/forgotten/old/removed/leftover slot; slot not used/active/read/consumed/needed; slot removed connector/consumer/subscriber/replica; slot hold/keep/retain/pile wal; slots in use; 使われていない スロット; 不要な スロット; スロット 放置/残っ/溜ま/消し忘れ`,
  },
  'everyday:statistics': {
    asked: `stale/outdated/old/no/missing statistic; nobody/never/not/forgot run/ran analyze; analyze fix/fixed/help/solve/better; fine after analyze; 統計 古/更新していな/取っていな; analyze 直/解決/改善/していな`,
  },
  'everyday:work-memory': {
    asked: `raise/increase/set/small/large/big/high/low/more work_mem; work_mem connection/session; work_mem 大き/小さ/増や/上げ/不足/足りな`,
  },
  'everyday:time-zone': {
    asked: `hour off/shift/ahead/wrong/different/early/late zone/utc/jst/local; date/day/time off/shift/wrong/tomorrow/yesterday zone/utc; without zone; nine/eight/two/one/five hour off/ahead/late/early; 時刻/時間/日付/日時 ずれ; 9 時間`,
  },
  'everyday:gaps': {
    asked: `sequence/serial/id/identity/nextval gap/jump/skip/hole; gap number/id/sequence; シーケンス/連番/採番/id 飛/欠番/抜け`,
  },
  'everyday:protocol': {
    asked: `unsupported/no/wrong protocol/cipher ssl/tls/connection; wrong version number; no shared cipher; alert protocol version; tls 古い/対応していな`,
  },
  'everyday:collation-version': {
    asked: `collation version mismatch/refresh/change/different; created using collation; glibc newer/older/upgrade/different/changed/version; 照合順序 バージョン; glibc バージョン`,
  },
  'everyday:long-query': {
    asked: `report/analytics/dashboard/etl replica/reader/standby lag/behind/delay; レポート/集計/分析 レプリカ/リーダー 遅れ/ラグ/遅延`,
  },
  'everyday:parameter': {
    asked: `must loaded shared_preload_libraries; not changed without restart; pending reboot; unrecognized configuration parameter; parameter group not applied/changed/attached; パラメータグループ 反映`,
  },
  'everyday:proxy': { asked: `pinning; rds proxy; ピン留め; ピニング` },
  'everyday:collation': { asked: `illegal mix collation; incompatible collation; 1267` },
  'everyday:application': {
    asked: `http 404/500/502; bad gateway; upstream prematurely; module not found; npm; cron backup did not run; docker; ec2 status check; laptop; environment variable; nginx; 環境変数; 500 エラー; 404; コンソール`,
  },
  'everyday:cancelled': {
    asked: `statement timeout canceling; canceling statement; terminating connection due conflict; canceling autovacuum task; lock_timeout/statement_timeout キャンセル; query execution interrupted; 1317; 3024; 57014; max_execution_time; 70100; レプリカ キャンセル`,
  },
} satisfies Record<string, Concept>;
