import { firstSentence } from '../../lexicon/index.ts';
import { wordsPattern, type ProductPart } from '../../model/index.ts';

/**
 * Client programs and libraries. An item is about one if it begins with it, or if its first sentence names it and no part
 * of the server.
 */
const CLIENTS = wordsPattern([
  ...['tab[- ]completion', 'psql', 'libpq', 'ecpg', 'ecpglib', 'pgbench', 'pg_dump', 'pg_dumpall'],
  ...['pg_restore', 'pg_isready', 'vacuumdb', 'reindexdb', 'clusterdb', 'createdb', 'createuser'],
  ...['dropdb', 'dropuser', 'pg_config', 'pg_regress', 'vacuumlo', 'oid2name', 'pgtypeslib'],
  ...[String.raw`PQ[a-z]\w{3,}`],
]);
/** Only pg_dump dumps. */
const DUMPS =
  /^(?:fix|avoid|correct|make) (?:\S+ ){0,2}?dump(?:ing|s)? of\b|^\S+ (?:parallel|selective) restores?\b/i;
const SERVER_TOO = /\b(?:server|backend|walsender|walreceiver|planner|executor)\b/i;

const PLATFORMS = wordsPattern([
  ...['(?:Microsoft |on |native )?Windows', 'macOS', 'OS X', 'Solaris', 'illumos', 'AIX', 'HP-UX'],
  ...['NetBSD', 'OpenBSD', 'FreeBSD', 'Cygwin', 'MinGW', 'MSVC', '32-bit', 'big-endian', 'Alpine'],
  ...['musl', 'LoongArch', 'RISC-V', 'PowerPC', 'ppc64le?', 'SPARC', 'Itanium', 'Hurd'],
  ...['DragonFly', 'MIPS', 's390x?', 'HPPA', 'older ARM', 'kqueue'],
]);
/** Platforms and builds that a later sentence names as the only ones with the bug. */
const ONLY_ELSEWHERE = new RegExp(
  [
    String.raw`\bonly (?:an? (?:issue|problem|hazard) )?(?:on|affects?) (?:Windows|macOS)\b|\bwould fail on Windows\b`,
    String.raw`\bplatforms where long is 32 bits\b|\bfor at least RISC-V\b|\bplatforms with neither\b`,
    String.raw`\bharmless on most platforms\b|\bsupported one is Cygwin\b|\brecent NetBSD\b`,
    String.raw`\bproblem on 32-bit builds\b|\b32-bit (?:PostgreSQL build|or big-endian)\b`,
  ].join('|'),
  'i',
);
/** Words for parts that are in every server. */
const EVERYWHERE =
  /\b(?:but|also|although)\b[^.]*\b(?:other|all) platforms\b|\bparticularly on\b|\bat least\b/i;

const SELF_MANAGED = wordsPattern(
  [
    ...['pg_basebackup', 'pg_rewind', 'pg_checksums', 'pg_verify_checksums', 'pg_verifybackup'],
    ...['pg_combinebackup', 'pg_walsummary', 'pg_waldump', 'pg_receivewal', 'pg_recvlogical'],
    ...['pg_createsubscriber', 'pg_controldata', 'pg_resetwal', 'pg_ctl', 'initdb'],
    ...['pg_archivecleanup', 'pg_standby', 'pg_test_fsync', 'pg_test_timing', 'pg_amcheck'],
    ...['archive_command', 'archive_library', 'archive_mode', 'archive_cleanup_command'],
    ...['recovery_end_command', 'restore_command', 'basic_archive', 'basebackup_to_shell'],
    ...['backup_label', 'adminpack', String.raw`pg_hba\w*(?:\.conf)?`, String.raw`ldap\w*`],
    ...[String.raw`pg_ident\.conf`, String.raw`postgresql\.conf`, String.raw`pg_service\.conf`],
    ...['single-user mode', 'standalone (?:backend|mode)', 'backup operations?'],
    ...['(?:incremental|compressed|base) backups?', 'backup decompression', 'tar-parsing'],
    ...['compressed archive data', 'BASE_BACKUP', 'bonjour', 'systemd', 'peer authentication'],
    ...['ident authentication', 'PAM', 'BSD auth', 'tablespace', 'backup manifests?'],
    ...[String.raw`pg_(?:start|stop)_backup(?:\(\))?`, String.raw`pg_backup_(?:start|stop)(?:\(\))?`],
    ...['(?:non-)?exclusive backup', String.raw`recovery_target\w*`],
    ...[String.raw`WAL summari\w+`, 'summarize_wal'],
  ],
  'i',
);
/** Setting that services never have, in any sentence. */
const MINIMAL_LOG = /\bwal_level (?:\S+ ){0,3}?minimal\b/i;

/** Assertions and other checks of code, which production builds lack. */
const DEVELOPER_CHECKS =
  /\bassert(?:ion)?s?\b|\b(?:debug|assert-enabled) builds?\b|\bnot built by default\b/i;
const HARMLESS_IN_PRODUCTION =
  /\b(?:harmless|(?:no|not have any|unlikely to have any|isn't an) (?:\S+ )?(?:bug|problem|effect|impact|issue|consequences))\b[^.]*\b(?:non-assert|production)\b|\botherwise-harmless\b|\bonly debug builds\b|\bnot built by default\b|\bunclear whether\b[^.]*\bproduction builds\b/i;
const EFFECT_IN_PRODUCTION =
  /\b(?:crash\w*|core dumps?|panic|over(?:run|read)|wrong\w*|incorrect(?:ly)?(?! assert)|null[- ]pointer|corrupt\w*|production|non-debug|infinite|hang|bloat|leaks?|delays?|deadlocks?|misbehavi?\w*|mis-\w+|strange|bogus|(?<!after an )errors?|fail(?:s|ed)? with|serious|freed|shouldn't|loss|inefficient)\b/i;

/** True for a bug that occurs only with such checks. */
function isOnlyForDevelopers(text: string): boolean {
  if (!DEVELOPER_CHECKS.test(text) || /\bunnecessarily\b/i.test(text)) return false;
  return HARMLESS_IN_PRODUCTION.test(text) || !EFFECT_IN_PRODUCTION.test(text);
}

/** Ways of storing pages and the log that a service can replace. */
const STORAGE = wordsPattern(
  [
    String.raw`WAL[- ](?:consistency|segments?|files?|insert\w*|replay|records?|archiv\w+|recycl\w+|pages?|writer)`,
    ...[String.raw`WAL[- ](?:operations|logg\w+|receivers?|streaming|source)`, '(?:emit|reading) WAL'],
    ...['end-of-WAL', 'write-ahead log', 'checkpoint(?:er|s|ing)?', String.raw`checkpoint_\w+`],
    ...['restartpoints?', 'full[- ]page (?:images?|writes?)', 'fsync', 'sync_file_range'],
    ...['standby', 'standbys', '(?:physical|synchronous|streaming) replication', 'replica server'],
    ...['physical (?:replicas?|WAL senders?)', 'walreceivers?', 'walwriter', 'startup process'],
    ...['(?:crash|archive|point-in-time) recovery', '(?:during|end of) recovery'],
    ...['timeline', 'pg_control', 'control file', 'synchronous_commit', String.raw`recovery_\w+`],
    ...['synchronous_standby_names', 'recovery conflicts?', 'archiver', 'replay of', 'replaying'],
    ...['two-phase state', '2PC files', 'prepared transactions? (?:files?|state)'],
    ...['multixact members? truncation', 'background writer', 'io_uring', 'io_method'],
    ...['async(?:hronous)? I/O', 'data checksums?', String.raw`hot_standby\w*`, 'pg_wal'],
    ...[String.raw`wal_\w+`, 'max_wal_size', 'max_slot_wal_keep_size', 'primary_(?:slot_name|conninfo)'],
    ...['relation (?:extension|truncation)', 'posix_fallocate', "pg_upgrade'?s? of"],
    ...['free space map persistence', String.raw`smgr\w+`],
  ],
  'i',
);
/** Effects only where such storage recovers, or sends the log to another server. */
const STORAGE_EFFECT = wordsPattern(
  [
    ...['standby servers?', 'on (?:a|the) standby', 'crash(?:-and-| )recovery'],
    ...['(?:OS|operating[- ]system|system) crash'],
  ],
  'i',
);
/** Work of a standby, whatever is replicated. */
const ON_STANDBY = /\b(?:on|during) (?:a |the )?standby\b|\bsynchronized_standby_slots\b/i;
/** Logical replication, which belongs to the server whatever stores its pages. */
const LOGICAL = /\blogical(?:ly)? (?:replicat|decod)|\breorder buffer\b|\bsubscri|\bpublication/i;

/** Part of PostgreSQL that an item is about; undefined for the server itself. */
export function partOf(text: string): ProductPart | undefined {
  const head = firstSentence(text);
  if (DUMPS.test(head)) return 'client';
  if (ONLY_ELSEWHERE.test(text)) return 'platform';
  if (SELF_MANAGED.test(head) || MINIMAL_LOG.test(text)) return 'self-managed';
  if (CLIENTS.test(head.split(' ', 3).join(' '))) return 'client';
  if (CLIENTS.test(head) && !SERVER_TOO.test(head)) return 'client';
  if (PLATFORMS.test(head) && !EVERYWHERE.test(head)) return 'platform';
  if (isOnlyForDevelopers(text)) return 'developer-build';
  if (ON_STANDBY.test(head)) return 'storage';
  if ((STORAGE.test(head) || STORAGE_EFFECT.test(text)) && !LOGICAL.test(text)) return 'storage';
  return undefined;
}

/** Extensions and languages that come with PostgreSQL but have to be created. */
const CONTRIB = [
  ...['amcheck', 'auth_delay', 'auto_explain', 'bloom', 'bool_plperl', 'btree_gin', 'btree_gist'],
  ...['citext', 'cube', 'dblink', 'dict_int', 'dict_xsyn', 'earthdistance', 'file_fdw'],
  ...['fuzzystrmatch', 'hstore', 'hstore_plperl', 'hstore_plpython', 'intagg', 'intarray', 'isn'],
  ...['jsonb_plperl', 'jsonb_plpython', 'lo', 'ltree', 'ltree_plpython', 'old_snapshot'],
  ...['pageinspect', 'passwordcheck', 'pg_buffercache', 'pg_freespacemap', 'pg_logicalinspect'],
  ...['pg_overexplain', 'pg_prewarm', 'pg_stat_statements', 'pg_surgery', 'pg_trgm', 'pg_visibility'],
  ...['pg_walinspect', 'pgcrypto', 'pgrowlocks', 'pgstattuple', 'pgxml', 'postgres_fdw', 'seg'],
  ...['sepgsql', 'spi', 'sslinfo', 'start_proc', 'tablefunc', 'tcn', 'test_decoding'],
  ...['tsm_system_rows', 'tsm_system_time', 'unaccent', 'uuid-ossp', 'xml2'],
];
/** Names that are no common words. */
const DISTINCT_CONTRIB = CONTRIB.filter((name) => name.length > 5 || name === 'dblink');
const CONTRIB_NAMED = new RegExp(String.raw`\bcontrib/([a-z_0-9-]+)|\b(${DISTINCT_CONTRIB.join('|')})\b`);
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\bPL\/?Perl|\bPerl (?:arrays?|lists?|hash(?:es)?|objects?)\b/i, 'plperl'],
  [/\bPL\/?Python|\bPython (?:lists?|dict\w*|objects?)\b/i, 'plpython3u'],
  [/\bPL\/?Tcl/i, 'pltcl'],
];

const SERVER_AND_CONTRIB = /\b(?:subscriptions?|publications?|the server) and contrib\//i;

/** True for an item about the server and an extension: either is enough for the bug. */
export function isOfServerAndExtension(text: string): boolean {
  return SERVER_AND_CONTRIB.test(firstSentence(text));
}

/** Extension that an item is about; undefined for the server itself. */
export function extensionOf(text: string): string | undefined {
  const head = firstSentence(text);
  if (SERVER_AND_CONTRIB.test(head)) return undefined;
  const named = CONTRIB_NAMED.exec(head);
  if (named !== null) return named[1] ?? named[2];
  return LANGUAGES.find(([words]) => words.test(head))?.[1];
}
