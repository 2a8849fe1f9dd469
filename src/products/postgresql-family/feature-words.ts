import type { Feature } from '../../model/index.ts';
import { notePattern } from '../../lexicon/index.ts';
import type { Pattern } from '../lexicon.ts';

/** Features that PostgreSQL lacks or names differently. */
const NO_FEATURE_WORDS = {
  binlog: [],
  'enhanced-binlog': [],
  backtrack: [],
  xa: [],
  gtid: [],
  'query-cache': [],
  'innodb-statistics': [],
  'adaptive-hash-index': [],
  'compressed-tables': [],
  'multi-master': [],
  'buffer-pool': [],
  'performance-schema': [],
  spatial: [],
} satisfies Partial<Record<Feature, readonly Pattern[]>>;

/** Extensions that are a feature of their own, or of the engine. */
const OWN_FEATURES =
  'aws_s3|aws_lambda|aws_ml|apg_plan_mgmt|postgis\\w*|pgvector|pg_cron|pgaudit|pgdam|rds_activity_stream|pg_columnmask|pg_?logical|babelfish\\w*|\\w+_fdw|plpgsql|aws_commons';

/** Names of features in the community's and the services' notes about PostgreSQL, over the concepts of the lexicon. */
export const FEATURE_WORDS: Partial<Record<Feature, readonly Pattern[]>> = {
  ...NO_FEATURE_WORDS,
  'logical-replication': [
    new RegExp(
      [
        String.raw`\blogical(?:ly)? (?:\S+ )?(?:replicat\w*|decod\w*|stream\w*|slots?)\b`,
        ...[String.raw`\breplication slots?\b`, String.raw`\bslot (?:creation|advance)`],
        String.raw`\boutbound replication\b`,
      ].join('|'),
    ),
    new RegExp(
      [
        ...[String.raw`\bwal ?senders?\b`, String.raw`\bpublisher\b`],
        ...[String.raw`\bpublications?\b`, String.raw`\bsubscri(?:ber|ption)s?\b`],
        ...[String.raw`\bpg_?logical\b`, String.raw`\bwal2json\b`, String.raw`\btest_decoding\b`],
      ].join('|'),
    ),
    new RegExp(
      [
        ...[String.raw`\bcdc\b`, String.raw`\bchange data capture\b`],
        ...[String.raw`\bwrite-?through cache\b`, String.raw`\benhanced_logical_replication\b`],
        ...[String.raw`\brds\.logical_replication\b`, String.raw`\bpgoutput\b`],
      ].join('|'),
    ),
  ],
  'inbound-replication': [
    /\b(?:replica(?:te|ting|tion)?|target)\b[^.]*\b(?:of|for|from|to) (?:an? )?(?:amazon )?rds (?:for )?postgresql\b/,
    {
      when: /\brds (?:for )?postgresql\b[^.]*\b(?:to|by) (?:an? )?aurora\b|\bexternal replica|\binbound replication\b/,
      unless: /\bsnapshots?\b/,
    },
  ],
  babelfish: [notePattern`{babelfish*}|\bbabelfish|\btds (?!fdw)\b`],
  limitless: [notePattern`{limitless}`],
  'query-plan-management': [
    notePattern`{qpm}|\bplan baselines?\b|\bevolve_plan|\bvalidate_plans\b`,
    /\b(?:query plan|parallel append|plan) enforcement\b|\bplan capture\b|\bmanaged plans?\b/,
  ],
  apgcc: [/\bapgcc\b|\bshared plan cache\b|\bplan cache\b/],
  'optimized-reads': [notePattern`{optimized-reads}`],
  vacuum: [notePattern`{vacuum}|\b(?:auto-?)?vacuum\w*\b`],
  subtransactions: [notePattern`{subtransaction}|\bsavepoints?\b|\bsnapshot overflow\b`],
  'two-phase-commit': [notePattern`{two-phase}`],
  'large-objects': [notePattern`{large-object}|\blo_\w+|\bpg_largeobject\b`],
  'listen-notify': [/\bnotify\b|\blisten(?:ing)? (?:channels?|queue)\b|\blisten\/notify\b/],
  'special-indexes': [
    /\b(?:hash|gin|gist|sp-gist|brin)\b(?:-based)? index(?:es)?\b|\b(?:gin|gist|sp-gist|brin)\b/,
  ],
  xml: [/\bxml|\bxpath\b/],
  'foreign-data-wrappers': [notePattern`_fdw\b|{fdw}|\b(?:tds|oracle|mysql|postgres) fdw\b`],
  kerberos: [notePattern`{active-directory}`],
  pgvector: [notePattern`{pgvector}`],
  postgis: [notePattern`{postgis*}|\bpostgis\w*|\bst_\w+`],
  'pg-cron': [notePattern`{pg-cron}`],
  extensions: [
    new RegExp(
      `\\b(?!(?:${OWN_FEATURES})\\b)\\w+ (?:\\(\\w+\\) )?extensions?\\b(?<!\\b(?:index|the following|postgresql|these|all|of|an?|the|following|other|some|new|trusted|delegated|pg_tle|lsn|plans|plan|planned) extensions?)`,
    ),
    new RegExp(
      String.raw`\b(?:${[
        ...['orafce', 'pg_repack', 'pg_partman', 'plv8', 'pg_hint_plan', 'pg_stat_statements'],
        ...['pg_tle', 'hll', 'rdkit', 'ip4r', 'plrust', 'pg_bigm', 'pg_prewarm', 'pgrowlocks'],
        ...['pageinspect', 'pg_proctab', 'pgtap', 'hypopg', 'log_fdw', 'pg_similarity', 'h3-pg'],
        ...['lo', 'pltcl', 'plperl', 'rds_tools', 'pg_trgm', 'hstore', 'ltree', 'intarray'],
        ...['pg_visibility', 'pgstattuple', 'auto_explain', 'aurora_stat_utils', 'pgcrypto'],
        ...['tsm_system_rows', 'bool_plperl', 'pg_buffercache', 'pgrouting', 'sslinfo'],
        ...['pg_freespacemap', 'amcheck', 'flow_control', 'prefix', 'dblink', 'dblink_connect'],
      ].join('|')})\b`,
    ),
  ],
  'dynamic-data-masking': [
    /\bpg_columnmask\b|\bdynamic data masking\b|\bmask(?:ed|ing) (?:columns?|polic|data)/,
  ],
  'instance-class': [
    new RegExp(
      [
        ...[String.raw`\b\d+xl(?:arge)?\b`, String.raw`\bgraviton\b`],
        ...[String.raw`\bdb[. ][a-z]\d\w*[. ]\w+`, String.raw`\br\d\w* (?:instances?|large)\b`],
        String.raw`\binstance (?:class|type)(?:es|s)?\b`,
      ].join('|'),
    ),
    /\b(?:high-end|larger?|small) instances\b/,
  ],
  'audit-log': [/\bpg_?audit\b|\baudit logs?\b/],
  'stored-programs': [
    {
      when: new RegExp(
        [
          // Babelfish has its own procedures, such as sp_who, which are not the user's.
          String.raw`(?<!\b(?:sp_\w+|system) (?:stored )?)\b(?:stored )?procedures?\b(?!:? (?:sys )?sp_\w|[^.]{0,60}: sp_)`,
          String.raw`\b(?:routines?|pl\/?pgsql|user[- ]defined functions?|do blocks?)\b`,
        ].join('|'),
      ),
      unless: /\bstartup routine|\bpolicy management procedures\b|\bplv8\b|\broutine maintenance\b/,
    },
  ],
  triggers: [
    /(?<!\b(?:can|could|may|might|would|will|to|also|not|properly) )\btriggers?\b(?! (?:a|an|the|when|by|checkpoint)\b)(?!ed)/,
  ],
  'parallel-query': [
    new RegExp(
      String.raw`\bparallel (?:\S+ ){0,2}?(?:${[
        ...['quer(?:y|ies)', 'scans?', 'workers?', 'append', 'plans?', 'joins?', 'hash'],
        ...[String.raw`aggregat\w+`, 'execution', 'heap'],
      ].join('|')})\b|\bparallelism\b`,
    ),
    /\bparallel (?:index|bitmap|sequential|seq)\b/,
  ],
  'temp-tables': [notePattern`{temp-table}|\btemp(?:orary)? (?:objects?|relations?)\b|#te?mp\b`],
  'partitioned-tables': [notePattern`{partition}(?! manager)`],
  views: [
    /\bmaterialized views?\b|\bcreate view\b|\balter view\b|\bview ?s? with\b/,
    // Views that users write, excluding catalog and system views.
    new RegExp(
      [
        String.raw`\b(?:sql|sql server|t-?sql|nested) views?\b(?! (?:sys|information_schema)\b)`,
        String.raw`\b(?:containing|inside|on|dropped) views?\b(?! (?:sys|information_schema)\b)`,
        String.raw`(?<!\b(?:catalog|system|sys \w+) )\bviews? (?:usage|definition|contain\w*|that)\b`,
      ].join('|'),
    ),
  ],
  'prepared-statements': [
    notePattern`{prepared}|\bextended (?:query )?(?:protocol|messages?)\b|\bpipeline mode\b`,
  ],
  'foreign-keys': [notePattern`{foreign-key}|\breferential\b`],
  'generated-columns': [notePattern`{generated-column}`],
  lambda: [/lambda/],
  's3-import-export': [notePattern`{s3*}|\bsnapshot exports?\b|\bexport (?:task|to s3)`],
  'database-activity-streams': [
    notePattern`{activity-stream}|\bpgdam\b|\brds_activity_stream\b|\bactivity monitor\w*`,
  ],
  serverless: [notePattern`{serverless}|\bscal(?:e|ing)[- ](?:up|down|events?|points?)\b|\bauto-?pause\b`],
  'global-database': [
    notePattern`{global-database}|\bcross-region (?:resilien\w+|replica\w*)|\bsecondary regions?\b|\brpo\b`,
  ],
  'write-forwarding': [notePattern`{write-forwarding}|\bforwarded\b|forwarding(?:replica|writer)`],
  replicas: [
    new RegExp(
      [
        String.raw`\breaders?\b`,
        String.raw`\b(?:ro|read(?:er|-only)?) (?:db )?(?:nodes?|instances?)\b`,
        String.raw`\bread replicas?\b`,
        String.raw`\baurora(?: postgresql)? (?:read )?replicas?\b`,
      ].join('|'),
    ),
    /\baurora_(?:postgres_)?replica_status\b/,
    { when: /\breplicas?\b(?! identit)/, unless: /\blogical|\brds (?:for )?postgresql\b|\bexternal\b/ },
    /\bhot[_ ]standby\b|\bstandby\b/,
  ],
  ddl: [
    notePattern`{ddl}|\bcatalog[- ]modifying\b`,
    new RegExp(
      String.raw`\b(?:alter|create|drop|rename|truncate) (?:or replace )?(?:${[
        ...['tables?', 'database', 'index', 'type', 'schema', 'sequence', 'column', 'role'],
        ...['user', 'policy', 'domain', 'extension', 'function', 'rule'],
      ].join('|')})\b`,
    ),
    new RegExp(
      [
        String.raw`\b(?:table|database|index) (?:drop|creation|deletion)\b`,
        String.raw`\breindex\w*\b`,
        String.raw`\btruncat(?:e|ion)(?! triggered| of undo)\b(?<!lazy truncation)`,
        String.raw`\bcreate index\b`,
      ].join('|'),
    ),
    /\b(?:dropp?|creat|alter|truncat|renam)(?:ed|ing)?(?: (?:or|and) \w+ing)? (?:an? |the |multi-|new )*(?:tables?|index(?:es)?|columns?|databases?|schemas?)\b/,
    new RegExp(
      String.raw`\b(?:${[...['users?', 'roles?', 'tables?', 'databases?', 'index(?:es)?', 'columns?']].join(
        '|',
      )}) (?:can ?not|can|could|may) (?:not )?be (?:dropped|altered|renamed|created)\b`,
    ),
    /\bcluster command\b|\brefresh materialized\b/,
  ],
  'large-volume': [
    /\b\d+ ?ti?b\b|\b(?:tebi|tera)bytes?\b|\bvolume (?:growth|size)\b|\blarge(?: \w+){0,2} volumes?\b/,
  ],
  'connection-surge': [
    new RegExp(
      [
        ...[String.raw`\bsurges? (?:in|of)\b`, String.raw`\bconnection surges?\b`],
        String.raw`\bmax(?:imum)?[_ ]connections\b(?! is set)`,
        String.raw`\b(?:high|large) number of (?:\S+ )?connections\b`,
        String.raw`\bhigh connection\b`,
      ].join('|'),
    ),
  ],
  'ssl-tls': [notePattern`{tls}|\btls(?:v?\d|_)?|\bsecure connections\b`],
  upgrade: [
    notePattern`(?<!\b(?:advised to|encouraged to|recommended to|recommend|should|before|please) ){upgrade}(?! (?:to this version|your))`,
    /\b(?:major|minor) version updates?\b|\bmvu\b|\bmigrat(?:e|es|ed|ing|ions?)\b(?!ed during)|\bprechecks?\b/,
  ],
  json: [notePattern`{json}`],
  locking: [
    /\b(?:row|row-level|table|metadata|tuple|relation|shared|exclusive|transaction|advisory|predicate)[- ]?(?:level )?locks?\b|\block (?:table|manager|wait|timeout)\b|\bserializable\b|\bfor update\b(?! (?:and|or|statements?)\b)/,
    /\bpg_locks\b|\block release\b|\bmultixact\w*\b/,
  ],
};
