/** Tables of words for composed titles, in both languages: effects and subjects. */
import type { Impact } from '../../src/model/index.ts';

export interface Words {
  en: string;
  ja: string;
}

/** Words for an impact if the sentence contains nothing more specific. */
export const WORST: Readonly<Record<Impact, Words>> = {
  data: { en: 'wrong, inconsistent or lost data', ja: '誤ったデータや不整合、欠落' },
  unavailability: { en: 'restart, crash, hang or outage', ja: '再起動・クラッシュ・ハングなどの停止' },
  connectivity: { en: 'connections refused, dropped or failing', ja: '接続の拒否・切断・失敗' },
  replication: { en: 'replication stops or goes out of sync', ja: 'レプリケーションの停止や不一致' },
  memory: { en: 'memory or local storage runs low', ja: 'メモリやローカルストレージの不足' },
  performance: { en: 'slow statements, high CPU or lag', ja: '遅いステートメント・高い CPU・遅延' },
  upgrade: {
    en: 'upgrade, restore or migration fails or takes too long',
    ja: 'アップグレード・復元・移行の失敗や長期化',
  },
  security: { en: 'security weakness', ja: 'セキュリティの不備' },
  observability: { en: 'wrong or missing metric, log or status', ja: 'メトリクス・ログ・状態の誤りや欠落' },
  functionality: { en: 'fails or misbehaves', ja: '失敗や誤動作' },
};

/** Effects, and the words of notes that express them. Those of the bug's impact are preferred, then the first match. */
export const EFFECTS: readonly { when: RegExp; of?: readonly Impact[]; words: Words }[] = [
  {
    when: /\b(?:repeatedly|continuously) restart|restart(?:s|ing)? repeatedly|restart loop/i,
    of: ['unavailability'],
    words: { en: 'restarts in a loop', ja: '再起動を繰り返す' },
  },
  {
    when: /\b(?:fail\w*|unable|not) (?:to )?start|startup (?:to )?fail/i,
    of: ['unavailability'],
    words: { en: 'does not start', ja: '起動できない' },
  },
  { when: /\brestart(?!_)|\breboot/i, of: ['unavailability'], words: { en: 'restarts', ja: '再起動する' } },
  {
    when: /\bfailover|\bfails? over/i,
    of: ['unavailability'],
    words: { en: 'fails over', ja: 'フェイルオーバーする' },
  },
  {
    when: /\bcrash|segfault|segmentation|\bsignal \d|assert/i,
    of: ['unavailability'],
    words: { en: 'crashes', ja: 'クラッシュする' },
  },
  {
    when: /\bhang|\bhung|\bstuck|unresponsive|deadlock|stop(?:s|ped)? responding/i,
    of: ['unavailability', 'connectivity', 'upgrade', 'functionality'],
    words: { en: 'hangs', ja: 'ハングする' },
  },
  { when: /unavailab|outage|downtime/i, of: ['unavailability'], words: { en: 'outage', ja: '停止する' } },
  { when: /\bduplicate/i, of: ['data'], words: { en: 'duplicate rows', ja: '重複した行' } },
  {
    when: /\b(?:missing|lost|lose|skip|omit)/i,
    of: ['data'],
    words: { en: 'missing or lost rows', ja: '行の欠落' },
  },
  { when: /\bcorrupt/i, of: ['data'], words: { en: 'corrupt data', ja: 'データの破損' } },
  {
    when: /\b(?:incorrect|wrong|inconsistent)/i,
    of: ['data'],
    words: { en: 'wrong results', ja: '誤った結果' },
  },
  { when: /memory leak|leak\w* memory/i, of: ['memory'], words: { en: 'leaks memory', ja: 'メモリリーク' } },
  {
    when: /out[- ]of[- ]memory|\boom\b/i,
    of: ['memory'],
    words: { en: 'runs out of memory', ja: 'メモリが不足する' },
  },
  {
    when: /bloat|not (?:be )?(?:removed|deleted)|storage (?:use|usage|growth)/i,
    of: ['memory'],
    words: { en: 'storage grows', ja: 'ストレージが増え続ける' },
  },
  { when: /\bcpu\b/i, of: ['performance'], words: { en: 'high CPU', ja: 'CPU 使用率の上昇' } },
  {
    when: /\blag\b|falls? behind|keep up/i,
    of: ['performance', 'replication'],
    words: { en: 'lags', ja: '遅延する' },
  },
  {
    when: /index(?:es)? (?:\w+ ){0,3}not (?:be(?:ing)? )?(?:used|considered)/i,
    words: { en: 'index is not used', ja: 'インデックスが使われない' },
  },
  { when: /./, of: ['performance'], words: { en: 'slow', ja: '遅い' } },
  {
    when: /\bstop|\bbreak|\bfail|\berror/i,
    of: ['replication'],
    words: { en: 'replication stops', ja: 'レプリケーションが停止する' },
  },
  { when: /time[sd]?[- ]?out/i, words: { en: 'times out', ja: 'タイムアウトする' } },
  {
    when: /refus|reject|drop|clos|abort|terminat|disconnect/i,
    of: ['connectivity'],
    words: { en: 'connections break', ja: '接続が切断・拒否される' },
  },
  { when: /permission denied/i, words: { en: 'permission denied', ja: '権限エラーになる' } },
  {
    when: /escalat|bypass|unauthori[sz]ed|any user/i,
    of: ['security'],
    words: { en: 'privileges can be bypassed', ja: '権限を回避できる' },
  },
  { when: /syntax error/i, words: { en: 'syntax error', ja: '構文エラーになる' } },
  {
    when: /case[- ]sensitiv|upper\/lower case|mixed? cas/i,
    words: { en: 'upper and lower case are mistaken', ja: '大文字小文字を誤る' },
  },
  {
    when: /precision|scale|rounding|typmod/i,
    words: { en: 'wrong precision or scale', ja: '精度・スケールが誤る' },
  },
  {
    when: /(?:return|output|data) ?types?\b|wrong type/i,
    words: { en: 'wrong data type', ja: 'データ型が誤る' },
  },
  { when: /overflow/i, words: { en: 'overflow is mishandled', ja: 'オーバーフローの処理が誤る' } },
  {
    when: /multi-?byte|unicode|encoding/i,
    words: { en: 'multibyte text is mishandled', ja: 'マルチバイト文字の処理が誤る' },
  },
  {
    when: /(?:schema|name|column|object) (?:name )?resol/i,
    words: { en: 'names resolve wrongly', ja: '名前の解決が誤る' },
  },
  {
    when: /\b(?:incorrectly|wrongly) (?:allow|permit)|were allowed|could be (?:used|created|dropped)/i,
    words: { en: 'is accepted wrongly', ja: '誤って許可される' },
  },
  {
    when: /upgrad/i,
    of: ['upgrade'],
    words: { en: 'upgrade fails or takes longer', ja: 'アップグレードの失敗や長期化' },
  },
  {
    when: /restor|import|snapshot/i,
    of: ['upgrade'],
    words: { en: 'restore or import fails', ja: '復元・インポートが失敗する' },
  },
  {
    when: /\bnot (?:be )?(?:shown|displayed|reported|logged|populated)|missing|not show/i,
    of: ['observability'],
    words: { en: 'is not shown', ja: '表示されない' },
  },
  { when: /./, of: ['observability'], words: { en: 'shows wrong figures or texts', ja: '表示が誤る' } },
  { when: /\b(?:incorrect|wrong|inconsisten|differ)/i, words: { en: 'answers wrongly', ja: '結果が誤る' } },
  {
    when: /\b(?:fail|error|unable|prevent|cannot|not able|not work|throw|rais)/i,
    words: { en: 'fails', ja: '失敗する' },
  },
];

/** Subjects of sentences without a name. */
export const GENERAL_SUBJECTS: readonly { when: RegExp; words: Words }[] = [
  { when: /linked server/i, words: { en: 'linked servers', ja: 'リンクサーバー' } },
  { when: /table variable/i, words: { en: 'table variables', ja: '表変数' } },
  { when: /temp(?:orary)? tables?/i, words: { en: 'temp tables', ja: '一時テーブル' } },
  { when: /identity column/i, words: { en: 'identity columns', ja: 'ID 列' } },
  {
    when: /table[- ]valued (?:parameter|function)/i,
    words: { en: 'table-valued parameters and functions', ja: 'テーブル値パラメーター・関数' },
  },
  { when: /collation/i, words: { en: 'collations', ja: '照合順序' } },
  { when: /partition/i, words: { en: 'partitions', ja: 'パーティション' } },
  { when: /prepared statement/i, words: { en: 'prepared statements', ja: 'プリペアドステートメント' } },
  { when: /materialized view|\bviews?\b/i, words: { en: 'views', ja: 'ビュー' } },
  { when: /\btriggers?\b(?! (?:a|an|the)\b)/i, words: { en: 'triggers', ja: 'トリガー' } },
  { when: /stored procedure|\bprocedures?\b/i, words: { en: 'procedures', ja: 'プロシージャ' } },
  { when: /\bcursors?\b/i, words: { en: 'cursors', ja: 'カーソル' } },
  { when: /foreign key/i, words: { en: 'foreign keys', ja: '外部キー' } },
  { when: /unique (?:constraint|index)/i, words: { en: 'unique constraints', ja: 'UNIQUE 制約' } },
  { when: /full[- ]text/i, words: { en: 'full-text search', ja: '全文検索' } },
  { when: /\bindex(?:es)?\b/i, words: { en: 'indexes', ja: 'インデックス' } },
  { when: /virtual column|generated column/i, words: { en: 'virtual columns', ja: '仮想列' } },
  { when: /undo|purge/i, words: { en: 'undo purge', ja: 'UNDO パージ' } },
  {
    when: /logical (?:replication|decoding)|replication slot/i,
    words: { en: 'logical replication', ja: '論理レプリケーション' },
  },
  { when: /binlog|binary log/i, words: { en: 'binary log', ja: 'バイナリログ' } },
  { when: /\b(?:auto)?vacuum/i, words: { en: 'vacuum', ja: 'VACUUM' } },
  { when: /checkpoint/i, words: { en: 'checkpoints', ja: 'チェックポイント' } },
  {
    when: /zero[- ]downtime|\bzdp\b/i,
    words: { en: 'zero-downtime patching', ja: 'ゼロダウンタイムパッチ適用' },
  },
  { when: /blue\/green/i, words: { en: 'blue/green deployment', ja: 'ブルー/グリーンデプロイ' } },
  { when: /global database/i, words: { en: 'Global Database', ja: 'Global Database' } },
  { when: /serverless/i, words: { en: 'serverless scaling', ja: 'サーバーレスのスケーリング' } },
  { when: /parallel (?:query|worker|scan)/i, words: { en: 'parallel query', ja: 'パラレルクエリ' } },
  { when: /subtransaction|savepoint/i, words: { en: 'subtransactions', ja: 'サブトランザクション' } },
  {
    when: /\blogins?\b|\busers?\b|\broles?\b|permission|privilege/i,
    words: { en: 'users and permissions', ja: 'ユーザーと権限' },
  },
  { when: /connections?\b/i, words: { en: 'connections', ja: '接続' } },
  { when: /read(?:er| replica| node)|\breplicas?\b/i, words: { en: 'reader', ja: 'リーダー' } },
  { when: /\bwriter\b/i, words: { en: 'writer', ja: 'ライター' } },
  { when: /storage (?:node|daemon|volume)|\bstorage\b/i, words: { en: 'storage', ja: 'ストレージ' } },
];
