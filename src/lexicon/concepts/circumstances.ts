import type { Concept } from '../concept.ts';

/** Roles, times and circumstances. */
export const CIRCUMSTANCES = {
  reader: {
    words: `reader; read replica; ro/read/reader node; read only node; read only instance`,
    asked: `aurora replica; read/reader endpoint; read only instance/node; standby; secondary instance/node; リーダー; リーダ; リードレプリカ; レプリカ; 読み取り; 読み込みエンドポイント; cluster ro; ro endpoint; replica node; read only endpoint; 読み取り専用; 参照系; 読み込み`,
    includes: ['replica'],
  },
  writer: {
    words: `writer; rw/write/writer/primary node; primary/master instance; primary/master db/database instance`,
    asked: `primary; write endpoint; master; ライター; ライタ; プライマリ; マスター; 書き込みインスタンス; rw endpoint; read write node; 更新系; 書き込み側`,
  },
  'large-transaction': {
    asked: `large/big/huge/long/giant/massive transaction/commit/update/event; long running; uncommitted row/change; 500mb; 1gb transaction; 巨大 トランザクション; 大き トランザクション; 長い トランザクション; 長時間トランザクション; ロングトランザクション; 大規模トランザクション; 巨大な; 未コミット`,
    keeps: true,
  },
  concurrent: {
    asked: `concurrent; concurrency; simultaneous; parallel insert/session; same time; two session; race; 同時; 並行; 並列; 競合状態`,
  },
  upgrade: {
    words: `upgrade; major version upgrade`,
    asked: `major version; minor version; 5.7 8.0; version 2 3; アップグレード; バージョンアップ; メジャーバージョン; マイナーバージョン; version bump; engine version change; 5.7 to 8; from 13 to; 8.0 に; バージョン 上げ; 上げたら`,
  },
  regression: {
    asked: `earlier/previous fix; stop work; no longer; used to work; work before; after/since minor; 以前の修正`,
    keeps: true,
  },
  'after-upgrade': {
    asked: `after/since/from upgrade; came/come/move from; アップグレード/バージョンアップ 後/あと/したら/してから`,
    keeps: true,
  },
  'after-restart': {
    asked: `after/since restart/reboot/failover; 再起動後; 再起動 あと/後; フェイルオーバー 後/あと; after promotion/promote/switchover; new primary/writer; 昇格 後/直後; 切り替え 後`,
    keeps: true,
  },
  'scale-down': {
    asked: `scale down/in; shrink; minimum acu/capacity; acu stay/idle; not/never scale; not/never go down; 0.5 acu; 縮小; スケールダウン; 下がらな; スケールイン; スケールしな`,
    keeps: true,
  },
  'heavy-writes': {
    asked: `heavy/lot/many/intensive/bulk/high write; oltp; write heavy/load/workload; 書き込み 多/大量/負荷/集中; 大量 書き込み/更新`,
    keeps: true,
  },
  'long-query': {
    asked: `long query/select/report/statement; hours select/query; long running query/select; analytics query/select/report; 長い クエリ; 長時間 クエリ/SELECT; 長時間クエリ`,
    keeps: true,
  },
  promotion: { asked: `promotion; new writer/primary; after failover; 昇格` },
  disable: { words: `disable; turn off`, asked: `turn/switch off; deactivate; 無効; オフ; 停止すると` },
  'many-tables': {
    asked: `many/million/thousand/lot/large table/relation; 750k; 大量のテーブル; テーブル 数/万`,
    keeps: true,
  },
  mass: { asked: `very many; mass; huge number; thousands; millions; 大量; 多数; 膨大` },
  replica: { words: `replica; slave` },
  enable: { words: `enable; turn on`, notAsked: true },
  rarely: {
    words: `in/under/on rare/some/certain/special/uncommon case/condition/situation/circumstance; in very rare case/condition/situation/circumstance`,
    notAsked: true,
  },
} satisfies Record<string, Concept>;
