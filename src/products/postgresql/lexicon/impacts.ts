import { notePattern } from '../../../lexicon/index.ts';
import type { Lexicon } from '../../lexicon.ts';

const WRONG_ADJECTIVE =
  '(?:wrong|incorrect|bogus|corrupt(?:ed)?|erroneous|inaccurate|garbage|stale|inconsistent|unexpected|bad|invalid)';
const ROWS =
  '(?:rows?|tuples?|data|updates?|deletes?|inserts?|index entries|entries|records?|values?|matches|changes|null values)';

/** Errors in a message, a view or a displayed name, which harm nothing else. */
const DISPLAY_ERRORS = new RegExp(
  [
    String.raw`\bpg_stat_\w+|\bpg_stats\b|\bstatistics views?\b|\bwait events?\b|\bprogress report\w*|\blog_\w+|\bpg_locks\b`,
    String.raw`^(?:[^.]{0,60}\b)?(?:error messages?|warnings?|log messages?|explain(?:'s)? (?:output|display|accounting|counting)|(?:process title|ps (?:status|display))|error (?:cursor|location|position))\b`,
    String.raw`\berror (?:reporting|reports)\b|\b(?:row|page) counts? reported\b|\bincomprehensible\b`,
    String.raw`\binstead of the (?:intended|expected|proper|correct|usual) (?:error|complaint|message|report)\b`,
    String.raw`\bstatistics (?:\S+ ){0,4}?(?:forgotten|go unreported|lost)\b|\btiming reports\b|\bstale statistics\b|\bprint\w* (?:an? )?(?:incorrect|garbage)\b|\bprint\w* (?:\S+ ){0,6}?explain\b`,
    String.raw`\b(?:mis-?report|misleading|unhelpful|confusing|mis-?count)\w*|\bincorrectly (?:report|display|show|count)\w*|\breport\w* (?:the )?(?:wrong|incorrect)\b`,
  ].join('|'),
);

export const IMPACTS: Lexicon['impacts'] = [
  ['observability', [/\bconfus\w+ (?:\S+ ){0,2}?monitoring\b/]],
  [
    'performance',
    [
      /^(?:prevent|avoid|reduce|fix) (?:possible )?(?:excessive|unnecessary|useless|needless|long|duplicate) (?:\S+ ){0,2}?(?:delays?|work|waits?|lock\w*|scans?|decompress\w+|transmission)\b/,
    ],
  ],
  // Crashes by damaged or absurd input, which now leads to an error.
  ['unavailability', [/^(?:harden|guard)\b.*\b(?:could|can|might|than) crash/]],
  [
    'data',
    [
      // Words that begin a quoted message are no effect.
      new RegExp(
        [
          String.raw`\b${WRONG_ADJECTIVE} (?:query |sort |scan |search |transition )?(?:results?|answers?|output|ordering|sort order|data|values?|digits|query (?:plans?|transformations?)|rows|tuples)\b(?<!default values?)`,
          String.raw`\b(?:results?|answers?|output) (?:\S+ ){0,2}?(?:was|were|being|be|is|are) (?:wrong|incorrect|bogus)\b`,
          String.raw`(?<!")\b(?:miss(?:ed|ing|es)?|omit\w*|los(?:e|es|t|ing|s of)|skip\w*|drop\w*|forget\w*|duplicat\w+|fail(?:s|ed|ure|ing)? to (?:add|return|find|update|replicate|see|store|index|insert|delete|notice)) (?:(?!error|attempt|sqlstate)\S+ ){0,4}?${ROWS}\b`,
        ].join('|'),
      ),
      /\b(?:index|data|table|catalog|page|heap|database|relation) (?:\S+ ){0,2}?(?:corruption|inconsistenc\w+)\b|\bcorrupt(?:s|ed|ing)? (?:\S+ ){0,3}?(?:index|data|table|catalog|page|tuple)\w*|\b(?:becom(?:e|ing)|leading to|resulting in|cause|be left|getting?) corrupt\w*/,
      new RegExp(
        [
          String.raw`\bloss of (?:\S+ ){0,2}?(?:digits|precision|accuracy)\b|\bincorrect round-?off\b`,
          String.raw`\b(?:conflict|anomal|incorrect)\w*\b[^.]*\bserializab|\bfailure of serializab`,
          String.raw`\breturn\w* dead (?:tuples|rows)\b|\bnot return\w* rows\b|\bto ignore (?:index )?entries\b|\bwrong (?:index )?entries\b|\bvisibility issues\b`,
          String.raw`\bmatch\w* when (?:it|they) should(?:n't| not)|\boff-by-one (?:conversion|result)`,
          String.raw`\bcorruption of (?!(?:\S+ )?shared)(?:\S+ ){0,3}?(?:sequences?|databases?|tables?|index(?:es)?)\b`,
          String.raw`\bconstraints?\b[^.]{0,60}\bhonou?red\b|\blosing (?:\S+ ){0,3}?files\b|\bwal corruption\b`,
        ].join('|'),
      ),
      /\bdata loss\b|\bloss of (?:data|committed)\b|\bfail(?:s|ed|ure|ing)? to (?:be )?(?:fully )?enforce[d]?\b(?! work_mem)|\bnot (?:be )?(?:properly |correctly |fully )?enforced\b|\buniqueness (?:\S+ ){0,4}?not\b|\bmissing (?:\S+ ){0,2}?rechecks?\b|\bnot re-?check\w*|\b(?:or to|produc\w+|build\w*|creat\w+) an? (?:invalid|broken|corrupt) index\b(?! entr)|\bviolat(?:e|es|ed|ions? of) (?:\S+ ){0,2}?constraints?\b/,
      /\bmis-?(?:optimi[sz]|execut|evaluat|comput|sort|order)\w*|\b(?:incorrect|wrong|invalid|broken|faulty) (?:(?:\S+ )?plans?|planning|optimi[sz]ation|join order|evaluation|comparisons?|sort\w*)\b|\bincorrectly (?:remov|simplif|optimi|reduc|evaluat|skip|exclud|appl|deem)\w+/,
      /\b(?:re-?)?used for (?:\S+ ){0,3}?rows? when it should not\b|\b(?:should (?:not )?have been|when they should (?:not )?have)\b[^.]*\b(?:skipped|updated|deleted|returned|filtered|performed)\b|\bupdates? (?:may|could|might) be lost\b|\bfail(?:s|ed)? to scan\b|\bdiscard (?:an? )?"?is (?:not )?null\b|\brow'?s? (?:effects|position)\b|\bvacuumed away\b/,
    ],
  ],
  [
    'functionality',
    [
      /\bspurious (?:\S+ )?(?:errors?|failures?)\b/,
      // Production builds have no assertions.
      {
        when: /\bassert(?:ion)?s?\b/,
        unless:
          /\b(?:crash|core dump|panic|wrong|incorrect (?!assert)|null[- ]pointer|data loss|corrupt|otherwise|in production|non-debug|infinite|hang|bloat|leak|unnecessary delay)\w*/,
      },
    ],
  ],
  [
    'unavailability',
    [
      notePattern`(?<!\b(?:after|if|when|upon|in case of|during)\b[^.,]{0,60})(?:{crash}|\b(?:segfaults?|sigsegv|core dumps?|dump(?:s|ed)? core|panic|server abort)\b)(?! recovery)`,
      new RegExp(
        [
          String.raw`\b(?:replay|recovery) (?:\S+ ){0,2}?fail\w*|\bfail\w* to (?:re)?(?:play|cover)\b`,
          String.raw`\bpostmaster failure\b|\bpromot(?:ion would fail|ing a standby[^.]* fail)`,
          String.raw`\bstack[- ](?:overflow|overrun)\b|\bloop\w* infinitely\b|\bstuck spinlock\b|\bget stuck\b|\b(?:infinite|indefinite) waits?\b`,
        ].join('|'),
      ),
      /\bnull[- ]pointer\b|\buse[- ]after[- ]free\b|\bdangling[- ]pointers?\b|\b(?:buffer|array)[- ]over(?:run|read|flow)s?\b|\bdouble[- ]frees?\b|\bout[- ]of[- ]bounds (?:memory )?(?:read|writ|access)\w*|\b(?:read|writ)(?:e|ing) past the end\b|\bunbounded recursion\b|\binfinite (?:loop|recursion)\b|\bmemory (?:clobber|stomp|corruption)\w*/,
      /\b(?:server|backend|process|autovacuum launcher|startup process|session|query|vacuum|walsender)(?:es|s)? (?:\S+ ){0,4}?(?:hang|hangs|get(?:ting)? stuck|stuck|wait(?:ing)? forever)\b|\bself-deadlocks?\b|\bundetected deadlocks?\b|\bfail(?:s|ed|ure)? to (?:re)?start\b|\bserver (?:startup|start) failures?\b|\btransaction id wraparound\b/,
    ],
  ],
  [
    'security',
    [
      /\b(?:privileges?|permissions?)(?: checks?)? (?:\S+ ){0,4}?(?:miss|bypass|not (?:be )?(?:check|enforc)|omit|lack)\w*|\bwithout (?:\S+ ){0,2}?(?:privileges?|permissions?)\b[^.]*\b(?:allow|could|can)\b|\b(?:acl|permissions?|privileges?)-related (?:caches?|decisions?|checks?)\b|\brow[- ](?:level )?security\b|\bsql injection\b|\binformation leak|\bdisclos\w+|\btiming attacks?\b/,
    ],
  ],
  [
    'connectivity',
    [
      /\b(?:connections?|logins?|authentication|client) (?:\S+ ){0,3}?(?:fail|refus|reject|drop|los[ts]|abort)\w*|\bconnection (?:failures?|loss)\b|\bunable to connect\b/,
    ],
  ],
  [
    'replication',
    [
      /\b(?:logical[- ](?:replication|decoding)|subscri(?:ption|ber)s?|publications?|replication slots?|tablesync|apply workers?|walsenders?|pgoutput|reorder buffer)\b[^.]*\b(?:fail\w*|errors?|stop\w*|stall\w*|stuck|break\w*|missed|miss(?:ing)?|lost|lose|skip\w*|incorrect\w*|wrong\w*|inconsisten\w*|not (?:be )?(?:sent|replicated|applied))/,
      /\bstandby\b[^.]*\bfail\w* to (?:follow|reconnect)\b|\b(?:improper|incorrect) (?:logical )?replication\b/,
      /\b(?:fail\w*|errors?|stop\w*|break\w*|prevent\w*|incorrect\w*|wrong\w*|missed|missing)\b[^.]*\b(?:logical[- ](?:replication|decoding)|subscribers?|replication slots?)\b/,
    ],
  ],
  [
    'memory',
    [
      notePattern`\bmemory (?:leak|bloat|consumption|usage)\w*|(?:{memory-leak}|\bleakage\b)(?! of information)|\bexcessive(?:ly)? (?:\S+ ){0,2}?memory\b|{out-of-memory}|\b(?:too much|more) memory\b`,
    ],
  ],
  ['observability', [DISPLAY_ERRORS]],
  [
    'performance',
    [
      /\b(?:slow\w*|inefficien\w+|performance|poor(?:ly)? (?:plan|chosen|performing)|expensive|quadratic|o\(n\^?2\)|estimates?|cost estimat\w+|selectivity|row-?count estimat\w+|excess i\/o|poor (?:\S+ )?decisions|bloat|excessive(?:ly)? (?:\S+ ){0,2}?(?:delay|time|cpu|wal|i\/o)|long delays?|takes? (?:a )?long time|pruning|unnecessar\w+ (?:delay|wait|scan|lock|wakeup|work)\w*|contention)\b/,
    ],
  ],
  ['upgrade', [/\bpg_upgrade\b/]],
  // Subject of the first sentence, if no words name an effect.
  [
    'replication',
    [
      {
        when: /^[^.]*\b(?:logical replication|logical decoding|replication (?:slots?|origins?))\b/,
        unless: /\b(?:deadlock|delay|shutdown|log message|lost|loss|memory|assert)\w*/,
      },
    ],
  ],
];
