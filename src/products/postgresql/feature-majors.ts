/** Features that came with a major version, as names in the notes. A bug of one is in no older major version. */
const FEATURES: readonly (readonly [major: number, names: readonly string[]])[] = [
  [
    18,
    [
      ...['virtual generated columns?', '(?:virtual )?generated columns?.{0,20} virtual', 'io_uring'],
      ...['io_method', 'io_workers', 'asynchronous I/O', 'parallel (?:builds? of )?GIN', 'OAuth'],
      ...['GIN index(?:es)? (?:builds? )?in parallel', 'skip scans?', 'WITHOUT OVERLAPS', 'NOT ENFORCED'],
      ...['self-join elimination', 'pg_overexplain', 'pg_logicalinspect', 'uuidv7', 'pg_stat_aios?'],
      ...[String.raw`pg_(?:restore|clear)_(?:relation|attribute)_stats`, 'extension_control_path'],
      ...['statistics restore functions', 'temporal (?:foreign|primary) keys?', 'casefold', 'NUMA'],
    ],
  ],
  [
    17,
    [
      ...['JSON_TABLE', 'JSON_(?:QUERY|VALUE|EXISTS)', 'NOT MATCHED BY SOURCE', 'ON_ERROR', 'LOG_VERBOSITY'],
      ...['WAL summar\\w+', 'summarize_wal', 'pg_walsummary', 'pg_combinebackup', 'incremental backups?'],
      ...[
        'pg_createsubscriber',
        'slot ?sync\\w*',
        'sync_replication_slots',
        'synchronized (?:replication )?slots?',
      ],
      ...['login event triggers?', 'pg_maintain', 'MAINTAIN', 'transaction_timeout'],
      ...['dathasloginevt', 'failover (?:replication )?slots?', 'built-?in (?:collation )?provider'],
      ...['parallel (?:builds? of )?BRIN', 'BRIN index(?:es)? in parallel', 'TidStore', 'pg_wait_events'],
    ],
  ],
  [
    16,
    [
      ...[
        'pg_stat_io',
        'logical decoding on standby',
        'parallel apply',
        'run_as_owner',
        'reserved_connections',
      ],
      ...['scram_iterations', 'pg_split_walfile_name', 'BUFFER_USAGE_LIMIT', 'pg_create_subscription'],
      ...['IS JSON', 'vacuum_buffer_usage_limit', 'logical_replication_mode', 'createrole_self_grant'],
    ],
  ],
  [
    15,
    [
      ...['MERGE(?!,)', 'row filters?', 'NULLS NOT DISTINCT', 'security_invoker', 'archive modules?'],
      ...['pg_walinspect', 'recovery_prefetch', 'shared statistics', 'publication column lists?'],
    ],
  ],
  [
    14,
    [
      ...[
        'multiranges?',
        'DETACH PARTITION CONCURRENTLY',
        'DETACH CONCURRENTLY',
        'Memoize',
        'minmax[_-]multi',
      ],
      ...['compute_query_id', 'pg_log_backend_memory_contexts', 'asynchronous (?:append|remote queries)'],
      ...['pg_surgery', 'brin_bloom\\w*', 'pg_read_all_data', 'pg_amcheck', 'idle_session_timeout'],
    ],
  ],
  [13, ['incremental sort', 'WITH TIES', 'backup manifests?', 'pg_verifybackup', 'jsonpath \\.datetime']],
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
