import type { Concept } from './concepts.ts';

/**
 * What error numbers, states, wait events, metrics and fixed phrases of logs mean: data, in our own words. Facts are those
 * of the MySQL error reference, of performance_schema and of CloudWatch.
 */

/** Where such an error usually comes from when no bug is behind it (`ordinary.…` in l10n says what to look at). */
export const ORDINARY = [
  'network',
  'dns-cache',
  'credentials',
  'certificate',
  'syntax',
  'names',
  'permissions',
  'pool',
  'client-memory',
  'open-transaction',
  'lock-order',
  'missing-index',
  'planned',
  'read-only',
  'capacity',
  'cold-cache',
  'own-data',
  'mistake',
  'packet-size',
  'idle',
  'proxy',
  'collation',
  'other-engine',
] as const;
export type Ordinary = (typeof ORDINARY)[number];

interface ErrorMeaning {
  name: string;
  concepts: readonly Concept[];
  ordinary?: Ordinary;
}

const meaning = (name: string, concepts: readonly Concept[] = [], ordinary?: Ordinary): ErrorMeaning => ({
  name,
  concepts,
  ...(ordinary && { ordinary }),
});

/** Error numbers of the server and, from 2000 to 2999, of the client. */
export const ERRORS: ReadonlyMap<number, ErrorMeaning> = new Map([
  [1005, meaning('ER_CANT_CREATE_TABLE', ['create-table'])],
  [1021, meaning('ER_DISK_FULL', ['local-storage'])],
  [1030, meaning('ER_GET_ERRNO')],
  [1032, meaning('ER_KEY_NOT_FOUND', ['replication-stops'])],
  [1037, meaning('ER_OUTOFMEMORY', ['memory', 'out-of-memory'])],
  [1038, meaning('ER_OUT_OF_SORTMEMORY', ['order-by', 'memory'])],
  [1040, meaning('ER_CON_COUNT_ERROR', ['connection-limit', 'connection-fails'], 'pool')],
  [1041, meaning('ER_OUT_OF_RESOURCES', ['memory', 'out-of-memory'])],
  [1042, meaning('ER_BAD_HOST_ERROR', ['hostname-lookup'], 'network')],
  [1043, meaning('ER_HANDSHAKE_ERROR', ['connection-fails', 'before-established'])],
  [1044, meaning('ER_DBACCESS_DENIED_ERROR', ['grant'], 'permissions')],
  [1045, meaning('ER_ACCESS_DENIED_ERROR', [], 'credentials')],
  [1047, meaning('ER_UNKNOWN_COM_ERROR')],
  [1049, meaning('ER_BAD_DB_ERROR', [], 'names')],
  [1050, meaning('ER_TABLE_EXISTS_ERROR', ['create-table'], 'names')],
  [1051, meaning('ER_BAD_TABLE_ERROR', ['drop-table'], 'names')],
  [1053, meaning('ER_SERVER_SHUTDOWN', ['restart'])],
  [1054, meaning('ER_BAD_FIELD_ERROR', [], 'names')],
  [1055, meaning('ER_WRONG_FIELD_WITH_GROUP', ['group-by'], 'syntax')],
  [1062, meaning('ER_DUP_ENTRY', ['duplicate-key'], 'own-data')],
  [1064, meaning('ER_PARSE_ERROR', [], 'syntax')],
  [1071, meaning('ER_TOO_LONG_KEY', [], 'own-data')],
  [1093, meaning('ER_UPDATE_TABLE_USED')],
  [1114, meaning('ER_RECORD_FILE_FULL', ['temp-table', 'local-storage'])],
  [1118, meaning('ER_TOO_BIG_ROWSIZE', [], 'own-data')],
  [1129, meaning('ER_HOST_IS_BLOCKED', ['connection-fails'], 'network')],
  [1130, meaning('ER_HOST_NOT_PRIVILEGED', [], 'credentials')],
  [1135, meaning('ER_CANT_CREATE_THREAD', ['connection-fails', 'memory'])],
  [1142, meaning('ER_TABLEACCESS_DENIED_ERROR', ['grant'], 'permissions')],
  [1143, meaning('ER_COLUMNACCESS_DENIED_ERROR', ['grant'], 'permissions')],
  [1146, meaning('ER_NO_SUCH_TABLE', ['table-missing'], 'names')],
  [1153, meaning('ER_NET_PACKET_TOO_LARGE', [], 'packet-size')],
  [1158, meaning('ER_NET_READ_ERROR', ['connection-lost'])],
  [1159, meaning('ER_NET_READ_INTERRUPTED', ['connection-lost'])],
  [1160, meaning('ER_NET_ERROR_ON_WRITE', ['connection-lost'])],
  [1161, meaning('ER_NET_WRITE_INTERRUPTED', ['connection-lost'])],
  [1180, meaning('ER_ERROR_DURING_COMMIT')],
  [1184, meaning('ER_NEW_ABORTING_CONNECTION', ['connection-lost'])],
  [1170, meaning('ER_BLOB_KEY_WITHOUT_LENGTH', [], 'own-data')],
  [1194, meaning('ER_CRASHED_ON_USAGE', ['corruption'])],
  [1201, meaning('ER_MASTER_INFO', ['replication-stops', 'binlog-replica'])],
  [1203, meaning('ER_TOO_MANY_USER_CONNECTIONS', ['connection-limit', 'connection-fails'], 'pool')],
  [1205, meaning('ER_LOCK_WAIT_TIMEOUT', ['lock-wait'], 'open-transaction')],
  [1206, meaning('ER_LOCK_TABLE_FULL', ['lock-table'])],
  [1213, meaning('ER_LOCK_DEADLOCK', ['deadlock'], 'lock-order')],
  [1215, meaning('ER_CANNOT_ADD_FOREIGN', ['foreign-key'], 'own-data')],
  [1216, meaning('ER_NO_REFERENCED_ROW', ['foreign-key'], 'own-data')],
  [1217, meaning('ER_ROW_IS_REFERENCED', ['foreign-key'], 'own-data')],
  [1218, meaning('ER_CONNECT_TO_MASTER', ['binlog-replica', 'connection-fails'])],
  [1226, meaning('ER_USER_LIMIT_REACHED', ['connection-limit', 'connection-fails'], 'pool')],
  [1227, meaning('ER_SPECIFIC_ACCESS_DENIED_ERROR', ['grant'], 'permissions')],
  [1236, meaning('ER_MASTER_FATAL_ERROR_READING_BINLOG', ['binlog', 'replication-stops'])],
  [1264, meaning('ER_WARN_DATA_OUT_OF_RANGE', [], 'own-data')],
  [1265, meaning('WARN_DATA_TRUNCATED', [], 'own-data')],
  [1267, meaning('ER_CANT_AGGREGATE_2COLLATIONS', ['character-set'], 'collation')],
  [1290, meaning('ER_OPTION_PREVENTS_STATEMENT', [], 'read-only')],
  [1292, meaning('ER_TRUNCATED_WRONG_VALUE', [], 'own-data')],
  [1305, meaning('ER_SP_DOES_NOT_EXIST', ['stored-program'], 'names')],
  [1317, meaning('ER_QUERY_INTERRUPTED', ['kill'])],
  [1364, meaning('ER_NO_DEFAULT_FOR_FIELD', [], 'own-data')],
  [1366, meaning('ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', ['character-set'], 'own-data')],
  [1377, meaning('ER_BINLOG_PURGE_FATAL_ERR')],
  [1396, meaning('ER_CANNOT_USER', ['grant'])],
  [1399, meaning('ER_XAER_RMFAIL', ['xa'])],
  [1406, meaning('ER_DATA_TOO_LONG', [], 'own-data')],
  [1411, meaning('ER_WRONG_VALUE_FOR_TYPE', [], 'own-data')],
  [1418, meaning('ER_BINLOG_UNSAFE_ROUTINE', ['stored-program'], 'permissions')],
  [1419, meaning('ER_BINLOG_CREATE_ROUTINE_NEED_SUPER', ['stored-program'], 'permissions')],
  [1449, meaning('ER_NO_SUCH_USER', [], 'permissions')],
  [1451, meaning('ER_ROW_IS_REFERENCED_2', ['foreign-key'], 'own-data')],
  [1452, meaning('ER_NO_REFERENCED_ROW_2', ['foreign-key'], 'own-data')],
  [1457, meaning('ER_SP_PROC_TABLE_CORRUPT', ['stored-program'])],
  [1461, meaning('ER_MAX_PREPARED_STMT_COUNT_REACHED', ['prepared-statement'])],
  [1467, meaning('ER_AUTOINC_READ_FAILED', ['auto-increment'])],
  [1524, meaning('ER_PLUGIN_IS_NOT_LOADED', [], 'credentials')],
  [1553, meaning('ER_DROP_INDEX_FK', ['foreign-key'], 'own-data')],
  [1593, meaning('ER_SLAVE_FATAL_ERROR', ['replication-stops', 'binlog-replica'])],
  [1594, meaning('ER_SLAVE_RELAY_LOG_READ_FAILURE', ['relay-log', 'replication-stops', 'binlog-replica'])],
  [1595, meaning('ER_SLAVE_RELAY_LOG_WRITE_FAILURE', ['relay-log', 'replication-stops', 'binlog-replica'])],
  [1690, meaning('ER_DATA_OUT_OF_RANGE', [], 'own-data')],
  [1748, meaning('ER_ROW_DOES_NOT_MATCH_GIVEN_PARTITION_SET', ['partition'])],
  [1756, meaning('ER_MTS_CANT_PARALLEL', ['parallel-replication', 'replication-stops'])],
  [1836, meaning('ER_READ_ONLY_MODE', [], 'read-only')],
  [1872, meaning('ER_SLAVE_RLI_INIT_REPOSITORY', ['relay-log', 'replication-stops', 'binlog-replica'])],
  [3024, meaning('ER_QUERY_TIMEOUT', ['slow'], 'missing-index')],
  [3065, meaning('ER_FIELD_IN_ORDER_NOT_SELECT', [], 'syntax')],
  [3512, meaning('ER_UNSUPPORTED_USE_OF_GRAMMAR')],
  [3780, meaning('ER_FK_INCOMPATIBLE_COLUMNS', ['foreign-key'], 'own-data')],
  [4031, meaning('ER_CLIENT_INTERACTION_TIMEOUT', ['idle-timeout'], 'idle')],
  [2002, meaning('CR_CONNECTION_ERROR', ['connection-fails'], 'network')],
  [2003, meaning('CR_CONN_HOST_ERROR', ['connection-fails'], 'network')],
  [2005, meaning('CR_UNKNOWN_HOST', ['hostname-lookup'], 'network')],
  [2006, meaning('CR_SERVER_GONE_ERROR', ['connection-lost'])],
  [2012, meaning('CR_SERVER_HANDSHAKE_ERR', ['connection-fails', 'before-established'])],
  [2013, meaning('CR_SERVER_LOST', ['connection-lost'])],
  [2026, meaning('CR_SSL_CONNECTION_ERROR', ['tls', 'connection-fails'], 'certificate')],
  [2059, meaning('CR_AUTH_PLUGIN_CANNOT_LOAD', [], 'credentials')],
  [2061, meaning('CR_AUTH_PLUGIN_ERR', [], 'credentials')],
  [2055, meaning('CR_SERVER_LOST_EXTENDED', ['connection-lost', 'before-established'])],
]);

/** States that tell more than a class; `HY000` and `42000` tell nothing. */
export const STATES: ReadonlyMap<string, number> = new Map([
  ['08004', 1040],
  ['08s01', 1158],
  ['28000', 1045],
  ['40001', 1213],
  ['42s02', 1146],
  ['42s22', 1054],
  ['22001', 1406],
  ['70100', 1317],
]);

/** How clients and logs word an error when they leave its number out, in lower case. */
export const MESSAGES: readonly (readonly [RegExp, number])[] = [
  [/too many connections/, 1040],
  [/access denied for user/, 1045],
  [/unknown database/, 1049],
  [/unknown column/, 1054],
  [/duplicate entry/, 1062],
  [/error in your sql syntax/, 1064],
  [/the table \S+ is full/, 1114],
  [/is blocked because of many connection errors/, 1129],
  [/is not allowed to connect to this/, 1130],
  [/command denied to user/, 1142],
  [/table \S* ?(?:doesn't|does not) exist|no such table/, 1146],
  [/packet for query is too large|bigger than 'max_allowed_packet'/, 1153],
  [/lock wait timeout exceeded/, 1205],
  [/number of locks exceeds/, 1206],
  [/deadlock found when/, 1213],
  [/has exceeded the '\w+' resource/, 1226],
  [/out of range value/, 1264],
  [/illegal mix of collations/, 1267],
  [/--read-only option/, 1290],
  [/query execution was interrupted/, 1317],
  [/doesn't have a default value/, 1364],
  [/incorrect string value/, 1366],
  [/data too long for column/, 1406],
  [/cannot delete or update a parent row/, 1451],
  [/cannot add or update a child row/, 1452],
  [/can't connect to (?:mysql|server)/, 2003],
  [/server has gone away/, 2006],
  [/lost connection to mysql server/, 2013],
];

/** Phrases of logs, drivers, process lists, events and metrics, in lower case. */
export const PHRASES: readonly (readonly [RegExp, readonly Concept[]])[] = [
  // Connections, as drivers and the error log write them
  [
    new RegExp(
      [
        ...['communications link failure', 'server has gone away', 'unexpected eof'],
        ...['bad connection', 'broken pipe', 'connection reset by peer', String.raw`packets\.go`],
      ].join('|'),
    ),
    ['connection-lost'],
  ],
  [/error reading communication packets/, ['connection-lost']],
  [
    /initial communication packet|reading authorization packet|unauthenticated user|reading initial/,
    ['before-established', 'connection-lost', 'connection-fails'],
  ],
  [/too many connections/, ['connection-limit']],
  [/can'?t create a new thread/, ['connection-fails', 'memory']],
  // InnoDB's monitor and its last words
  [
    /long semaphore wait|semaphore wait has lasted|has waited at .{1,80} for|intentionally crash/,
    ['semaphore-wait', 'hang', 'restart'],
  ],
  [/failing assertion|assertion failure/, ['assertion', 'restart']],
  [
    /got signal \d+|handle_fatal_signal|stack_bottom|attempting backtrace|backtrace|stack trace/,
    ['restart', 'segfault'],
  ],
  [/latest detected deadlock/, ['deadlock']],
  [/history list length/, ['purge']],
  [/number of locks exceeds/, ['lock-table']],
  [/no more space left in undo|undo segment slot/, ['undo-log']],
  [/cannot allocate memory|oom-?killer/, ['memory', 'out-of-memory']],
  [/the table \S+ is full/, ['temp-table', 'local-storage']],
  [/ready for connections|crash recovery/, ['recovery']],
  [/locate checkpoint|log sequence number/, ['recovery']],
  // SHOW PROCESSLIST
  [/waiting for table metadata lock/, ['metadata-lock', 'lock-wait']],
  [/waiting for handler commit|waiting for commit lock/, ['commit-latency']],
  [/opening tables|closing tables/, ['table-cache']],
  [/(?:master|source) has sent all binlog|binlog dump/, ['binlog', 'binlog-consumer']],
  [/creating sort index/, ['order-by']],
  [/copying to tmp table|converting heap/, ['temp-table']],
  [/waiting for global read lock/, ['flush-lock', 'lock-wait']],
  [/reading event from the relay log|has read all relay log/, ['relay-log', 'binlog-replica']],
  // Wait events
  [/mdl_context|cond_wait_status|metadata\/sql\/mdl/, ['metadata-lock']],
  [/mysql_bin_log|lock_binlog|lock_log\b|binlog_lock/, ['binlog', 'latch']],
  [/redo_log_flush/, ['commit-latency']],
  [/buf_pool|hash_table_locks|buffer_pool_mutex/, ['buffer-pool', 'latch']],
  [/aurora_lock_thread_slot_futex|my_thread_var::suspend|row_lock_wait/, ['lock-wait']],
  [/lock_mutex|trx_sys|lock_sys/, ['lock-table', 'latch']],
  [/lock_open\b|table_cache/, ['table-cache']],
  [/fil_system|file_system_mutex/, ['tablespace', 'latch']],
  [/aurora_respond_to_client/, ['network']],
  [/synch\/(?:mutex|rwlock|sxlock)/, ['latch']],
  // CloudWatch
  [/freeablememory|swapusage/, ['memory', 'memory-declines']],
  [/freelocalstorage/, ['local-storage']],
  [/cpuutilization/, ['cpu']],
  [/aurorareplicalag/, ['lag', 'reader']],
  [/aurorabinlogreplicalag|seconds_behind/, ['lag', 'binlog-replica']],
  [/databaseconnections|threads_connected/, ['connection-limit']],
  [/connectionattempts|auroraslowhandshake|auroraslowconnection/, ['surge', 'connection-fails']],
  [/abortedclients|aborted_clients|aborted_connects/, ['connection-lost']],
  [/volumebytesused/, ['volume-growth']],
  [/rollbacksegmenthistorylistlength/, ['purge']],
  [/commitlatency/, ['commit-latency']],
  [/blockedtransactions|rowlocktime/, ['lock-wait']],
  [/numbinarylogfiles|sumbinarylogsize/, ['binlog']],
  [/serverlessdatabasecapacity|acuutilization/, ['serverless', 'scaling']],
  [/engineuptime/, ['restart']],
  [/auroraglobaldb/, ['global-database']],
  [/forwardingreplica|forwardingwriter/, ['write-forwarding']],
  // RDS events
  [/multi-az instance failover|db instance (?:restarted|shutdown)/, ['restart']],
  [/recovery of the db instance/, ['recovery']],
];

/** Words that name an everyday cause by themselves: then no bug is needed to explain the rest. */
export const CAUSES: readonly (readonly [Ordinary, RegExp])[] = [
  [
    'network',
    new RegExp(
      [
        ...['security group', String.raw`\bnacl\b`, 'firewall', 'route table', 'subnet'],
        ...[String.raw`\bnat gateway`, 'getaddrinfo', 'name or service not known'],
        ...['unknown mysql server host', 'no route to host', 'vpc peering', 'セキュリティグループ'],
        ...['ファイアウォール', 'サブネット', 'ルートテーブル', 'ルートがない', '名前解決'],
      ].join('|'),
    ),
  ],
  [
    'dns-cache',
    new RegExp(
      [
        ...['dns (?:cache|ttl)', 'cached? (?:the )?(?:ip|dns|address)', 'old writer'],
        ...[String.raw`networkaddress\.cache`, 'dns ?キャッシュ', 'キャッシュされた(?:ip|アドレス)'],
        '古い(?:ライター|ip)',
      ].join('|'),
    ),
  ],
  [
    'credentials',
    new RegExp(
      [
        ...['using password: ', 'wrong password', 'mistyped'],
        '(?:token|credentials?|secret) (?:has |have |is |are )?(?:expired|rotated|wrong)',
        'expired (?:iam )?(?:token|credential)',
        ...['password (?:was )?(?:changed|rotated|wrong)', 'public key retrieval'],
        ...['authentication plugin', 'パスワード', 'トークンが(?:期限|失効)', '認証プラグイン'],
      ].join('|'),
    ),
  ],
  [
    'certificate',
    new RegExp(
      [
        ...['certificate (?:has |is )?expired', 'expired certificate', String.raw`rds-ca-20\d\d`],
        ...['self[- ]signed', 'unable to find valid certification', 'ca bundle', '証明書の(?:期限|有効)'],
        ...['証明書が(?:古|期限)', 'rds-ca'],
      ].join('|'),
    ),
  ],
  ['syntax', /error in your sql syntax|reserved word|only_full_group_by|予約語/],
  [
    'names',
    new RegExp(
      [
        ...['unknown (?:database|column)', 'before the migration (?:ran|was|had|is)'],
        ...['before the migration$', 'misspel', String.raw`typo\b`],
        ...[
          'wrong (?:case|schema|database)',
          '大文字と小文字',
          '(?:カラム|テーブル|列|データベース)名を間違',
        ],
        ...['存在しない(?:カラム|列)', 'マイグレーション(?:前|を流し忘れ|の前)', '打ち間違'],
      ].join('|'),
    ),
  ],
  [
    'permissions',
    new RegExp(
      [
        'command denied to user',
        String.raw`(?:super|definer).{0,40}privileges?\b.{0,30}(?:need|required|denied)`,
        ...['log_bin_trust_function_creators', 'super (?:privilege|権限)'],
        '権限(?:を付け忘れ|が(?:足り|不足))',
      ].join('|'),
    ),
  ],
  [
    'pool',
    new RegExp(
      [
        ...['hikaripool', 'queuepool', String.raw`pool (?:exhausted|is full|of \d+|size)`],
        ...['connection pool', 'sleep(?:ing)? connections', 'connection leak'],
        ...['after (?:its|the|a) (?:new )?deploy', 'never closes'],
        ...[
          '(?:lots|many|hundreds|thousands) of "?sleep"?',
          'コネクションプール',
          '接続プール',
          'プールサイズ',
        ],
        ...['接続リーク', '閉じ忘れ'],
      ].join('|'),
    ),
  ],
  [
    'client-memory',
    /java heap|gc overhead|allowed memory size|javascript heap|memoryerror|クライアント側の?メモリ/,
  ],
  [
    'open-transaction',
    new RegExp(
      [
        ...['forgot(?:ten)? to commit', 'waiting for table metadata lock'],
        'waits? for a metadata lock',
        String.raw`(?:left|leaves|leaving) (?:\w+ ){0,3}(?:transaction|session) open`,
        ...['never commit(?:s|ted)', 'uncommitted session', 'idle in transaction', 'dbeaver'],
        ...[
          'lunch',
          'コミット忘れ',
          'commit ?(?:を|し)?忘れ',
          'トランザクションを?(?:放置|開いたまま|張ったまま)',
          '放置',
        ],
      ].join('|'),
    ),
  ],
  [
    'lock-order',
    /opposite order|reverse order|different order|same rows? in|逆順|逆の順|奪い合|再試行すれば|リトライすれば/,
  ],
  [
    'missing-index',
    new RegExp(
      [
        ...['without (?:an |any )?index', 'missing (?:an )?index', 'no (?:usable )?index'],
        ...['forgot the index', 'full (?:table )?scan', String.raw`type: all\b`],
        ...[
          String.raw`n\+1`,
          'フルスキャン',
          '全表スキャン',
          '全件スキャン',
          '索引のない',
          'インデックスが(?:ない|無い|なく)',
        ],
        ...['インデックスのない', 'インデックスを(?:貼り|張り|付け)忘れ'],
      ].join('|'),
    ),
  ],
  [
    'planned',
    new RegExp(
      [
        ...['maintenance window', 'os patch', 'terraform apply', 'instance class'],
        'manual(?:ly)? (?:failover|fail over|failed over|reboot|rebooted|restart|restarted)',
        'user[- ]initiated',
        '(?:somebody|someone|i|we) (?:rebooted|restarted|failed it over)',
        String.raw`(?:during|on) (?:every |each |a |the |our )?(?:app\w* )?(?:deploy|rollout)\w*`,
        ...[
          'デプロイ(?:時|直後|のたび|中)',
          'pending[- ]reboot',
          'scheduled maintenance',
          'メンテナンスウィンドウ',
        ],
        ...[
          'メンテナンスの?(?:時間|枠)',
          '手動で',
          '手動フェイル',
          '手動再起動',
          '自動マイナー',
          'インスタンスクラスを?変更',
        ],
        'インスタンスタイプを?変更',
      ].join('|'),
    ),
  ],
  [
    'read-only',
    /--read-only|(?:writes?|insert\w*|app\w*) (?:\w+ ){0,4}reader endpoint|読み取り専用エンドポイントに書|リーダーエンドポイントに(?:書|insert|update)/,
  ],
  [
    'capacity',
    new RegExp(
      [
        ...['creditbalance', 'cpu credits?', 'burst (?:balance|credits?)', 'lambda concurrency'],
        ...['concurrent executions', 'instance (?:is )?too small', 'black friday', 'クレジット'],
        ...['同時実行', 'インスタンスが小さ'],
      ].join('|'),
    ),
  ],
  [
    'cold-cache',
    /cold (?:cache|buffer)|warm(?:ing|s)? up|lazy load|ウォームアップ|コールドキャッシュ|キャッシュが温ま/,
  ],
  [
    'own-data',
    new RegExp(
      [
        ...['constraint fails', 'data too long', 'out of range value'],
        ...[String.raw`incorrect (?:integer|string|date\w*|decimal) value`, 'sign-?up form'],
        ...['default value', 'row size too large', '絵文字', '桁あふれ', '会員登録'],
      ].join('|'),
    ),
  ],
  [
    'mistake',
    new RegExp(
      [
        ...['by mistake', String.raw`accident(?:al|ally)\b`, 'misconfigur', String.raw`forgot\b`],
        ...['somebody (?:deleted|dropped|changed)', '誤って', '設定ミス', '忘れ(?:て|た|ま)'],
        ...['(?:し|流し|消し)てしまっ', '担当者が', '開発者が', '誰かが'],
        String.raw`間違えて(?:\s*(?:drop|delete|truncate|削除))`,
      ].join('|'),
    ),
  ],
  ['packet-size', /packet for query is too large|packet bigger than|max_allowed_packet/],
  [
    'idle',
    new RegExp(
      [
        ...['(?:sat|was|been|sits) idle', String.raw`idle for (?:\w+ )?(?:hours|minutes)`],
        ...[String.raw`idle (?:client|worker|session)s? (?:\w+ )?(?:overnight|hours)`, 'アイドルのまま'],
        '放置した接続',
      ].join('|'),
    ),
  ],
  ['proxy', /\bpinn(?:ed|ing)\b|ピン留め|ピニング/],
  ['collation', /illegal mix of collations|incompatible collation/],
  ['other-engine', /autovacuum|conflict with recovery|postgres|\bpsql|ora-\d{5}|pg_\w+|sqlserver|mongodb/],
];
