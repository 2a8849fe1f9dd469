/** Features that came with a major version, as names in the notes. A bug of one is in no older major version. */
const FEATURES: readonly (readonly [major: number, names: readonly string[]])[] = [
  [
    18,
    [
      ...['virtual generated columns?', 'generated columns?.{0,20} virtual', 'io_uring', 'io_method'],
      ...['io_workers', 'async(?:hronous)? I/O', 'parallel (?:builds? of )?GIN', 'OAuth', 'skip scans?'],
      ...['GIN index(?:es)? (?:builds? )?in parallel', 'WITHOUT OVERLAPS', 'NOT ENFORCED', 'NUMA'],
      ...['self-join elimination', 'pg_overexplain', 'pg_logicalinspect', 'uuidv7', 'pg_stat_aios?'],
      ...['pg_(?:restore|clear)_(?:relation|attribute)_stats', 'extension_control_path', 'pg_aios'],
      ...['statistics restore functions', 'temporal (?:foreign|primary) keys?', 'casefold'],
      ...['hash right semi[- ]joins?', 'EXPLAIN extension options', 'attribute MCV statistics'],
    ],
  ],
  [
    17,
    [
      ...['JSON_TABLE', 'JSON_(?:QUERY|VALUE|EXISTS)', 'SQL/JSON query functions?', 'SQL/JSON operations?'],
      ...['SQL/JSON ON EMPTY', 'NOT MATCHED BY SOURCE', 'ON_ERROR', 'LOG_VERBOSITY', 'WAL summar\\w+'],
      ...['summarize_wal', 'pg_walsummary', 'pg_combinebackup', 'incremental backups?', 'slot ?sync\\w*'],
      ...['pg_createsubscriber', 'sync_replication_slots', 'synchronized (?:replication )?slots?'],
      ...['slot synchronization', 'synchronized_standby_slots', 'failover (?:replication )?slots?'],
      ...['login event triggers?', 'pg_maintain', 'MAINTAIN', 'transaction_timeout', 'dathasloginevt'],
      ...['built-?in (?:collation )?provider', 'parallel (?:builds? of )?BRIN', 'TidStore', 'radix tree'],
      ...['BRIN index(?:es)? in parallel', 'pg_wait_events', 'io_combine_limit', 'bump allocator'],
      ...['PQcancelCreate', 'incremental JSON parser', 'DSM registry', 'SLRU bank', 'direct SSL'],
    ],
  ],
  [
    16,
    [
      ...['pg_stat_io', 'logical decoding on standby', 'parallel (?:worker )?apply', 'run_as_owner'],
      ...['scram_iterations', 'pg_split_walfile_name', 'BUFFER_USAGE_LIMIT', 'pg_create_subscription'],
      ...['IS JSON', 'vacuum_buffer_usage_limit', 'logical_replication_mode', 'createrole_self_grant'],
      ...['json_objectagg', 'json_arrayagg', 'json_array', 'JSON constructor', 'JSON object constructors?'],
      ...['SQL/JSON aggregates?', 'INDENT option of XMLSERIALIZE', 'reserved_connections'],
      ...['XMLSERIALIZE\\(\\.\\.\\. INDENT'],
    ],
  ],
  [
    15,
    [
      ...['MERGE(?!,)', 'row filters?', 'NULLS NOT DISTINCT', 'security_invoker', 'archiver? modules?'],
      ...['pg_walinspect', 'recovery_prefetch', 'shared statistics', 'publication column lists?'],
      ...['replication column list', 'WAL_LOG', 'run[- ]conditions?', 'stats_fetch_consistency'],
      ...['pgstats entr(?:y|ies)', 'SET ACCESS METHOD'],
    ],
  ],
  [
    14,
    [
      ...['multiranges?', 'DETACH PARTITION CONCURRENTLY', 'DETACH CONCURRENTLY', 'Memoize', 'trim_array'],
      ...['\\w*minmax[_-]multi\\w*', 'brin_bloom\\w*', 'BRIN bloom', 'compute_query_id', 'date_bin'],
      ...['pg_log_backend_memory_contexts', 'asynchronous (?:append|(?:\\w+ )?quer\\w+|data|subplans)'],
      ...['pg_surgery', 'pg_read_all_data', 'pg_amcheck', 'idle_session_timeout', 'ForeignAsyncRequest'],
      ...['SEARCH (?:or|and) CYCLE', 'SEARCH BREADTH FIRST', 'RECURSIVE \\.\\.\\. CYCLE', 'async append'],
      ...['SQL-standard (?:function )?bod(?:y|ies)', 'jsonb subscripting', 'batch(?:ed)? insert\\w*'],
      ...['GROUP BY DISTINCT', 'pg_stat_get_replication_slot', 'statistics on expressions'],
      ...['min_dynamic_shared_memory', 'anycompatiblemultirange', 'TID Range Scans?', 'sorted GiST'],
    ],
  ],
  [
    13,
    [
      ...['incremental sort', 'WITH TIES', 'backup manifests?', 'pg_verifybackup', 'jsonpath \\.datetime'],
      'parallel (?:VACUUM|vacuum\\w*)',
    ],
  ],
  [12, ['REINDEX CONCURRENTLY', 'non-?deterministic collations?', 'jsonpath']],
];
/** A name in a list with others, older ones of which can have the bug, too. */
const [AFTER_OTHERS, BEFORE_OTHERS] = [
  '(?<!contrib)/|, |\\band |\\bor ',
  '/| (?:and|or)\\b(?! (?:related|similar))',
];
const PATTERNS = FEATURES.map(([major, names]) => {
  const alone = String.raw`(?<!${AFTER_OTHERS})\b(?:${names.join('|')})(?!\w|${BEFORE_OTHERS})`;
  return [major, new RegExp(alone)] as const;
});

/** First version with the feature that the first sentence is about; null if it names none. */
export function featureMajor(words: string): string | null {
  const [head = words] = words.split(/(?<!\.)\.\s/, 1);
  const found = PATTERNS.find(([, names]) => names.test(head));
  return found === undefined ? null : `${found[0]}.0`;
}
