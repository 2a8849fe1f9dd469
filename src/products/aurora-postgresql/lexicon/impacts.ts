import type { Lexicon } from '../../lexicon.ts';

/** Where its notes name what happens in words of their own. What is named first here is asked first. */
export const IMPACTS: Lexicon['impacts'] = [
  [
    'data',
    [
      /\bre-?insert\w*\b[^.]*\brows\b|\bduplicate rows\b|\bskip(?:s|ped|ping)? (?:\S+ )?(?:rows|transactions|replicating|changes|records|tuples)\b/,
      /\bindex(?:es)? inconsisten|\binconsisten\w* (?:on|in|of) (?:\S+ )?(?:tables?|indexes|data)\b|\bdurability issue\b/,
      /\bcontinues? to write\b|\bsplit[- ]brain\b/,
      /\bincorrectly returns? (?:true|false|\S*rows)\b|\b(?:incorrect|wrong|inconsistent) (?:query )?(?:results?|answers?|output)\b/,
      /\b(?:data|rows?|records?|changes|writes) (?:\S+ )?(?:may |might |could |can |to )?(?:be |being |are |were )?(?:lost|missed|omitted|missing)\b/,
      /\b(?:missing|lost|losing|loses?) (?:\S+ )?(?:data|rows|records|changes|writes|transactions)\b/,
      /\bpartially replicated\b|\bdata (?:mismatch|discrepanc\w+)\b/,
    ],
  ],
  [
    'observability',
    [
      /\b(?:reported|shown|displayed|returned) as (?:0|zero|null|negative)\b|\bincorrect (?:buffer hit )?counts?\b/,
    ],
  ],
  [
    'upgrade',
    [
      /\bprevent(?:s|ed|ing)? (?:\S+ )?(?:zdp|zero[- ]downtime patching)\b|\b(?:zdp|zero[- ]downtime patching)\b[^.]*\b(?:fail|unsuccessful|not succeed|from completing|successfully)/,
      /\b(?:block(?:s|ed|ing)?|prevent(?:s|ed|ing)?|fail(?:s|ed|ures?)?|stuck|cancel|delays? in)\b[^.]{0,80}\b(?:major|minor)?[- ]?(?:version )?upgrad/,
      /\b(?:fail(?:s|ed|ures?)?|unable|error|stuck|longer|hang)\b[^.]{0,60}\bduring (?:an? |the )?(?:major|minor)[ -]version upgrade|\bupgrad\w*\b[^.]{0,60}\b(?:fail(?:s|ed|ures?|ing)?|errors?|unsuccessful|longer|stuck)\b/,
    ],
  ],
  [
    'replication',
    [
      /\blogical(?:ly)? (?:replicat|decod|stream|slot)[^.]*\b(?:deadlock|block(?:ed)?|fail(?:s|ed|ure)?|stop(?:s|ped)?|stuck|stall|hang|error|resum\w*|unable|prevent\w*)\b(?![^.]*\b(?:restart|crash|unavailab))/,
      /\b(?:prevent|block|fail|stop|stuck|stall|interrupt|error|deadlock)\w*\b[^.]*\b(?:logical(?:ly)? (?:replicat|decod|stream)|replication slot|wal sender|walsender|pglogical)(?![^.]*\b(?:restart|crash|unavailab))/,
    ],
  ],
  [
    'unavailability',
    [
      /\b(?:prolonged|longer|increased|extended|slow(?:er)?) (?:\S+ ){0,2}?(?:startup|start-up|restart|recovery|recover|failover)(?: times?)?\b/,
      /\bunable to (?:re-?join|join)\b|\bnot (?:be )?able to (?:re-?join|join)\b/,
      /\bprocess(?:es)? (?:to )?(?:become |being |get |getting )?stuck (?:indefinitely|in)\b|\bstuck indefinitely\b/,
      /\bbrief periods? of (?:un)?availab\w*\b/,
      /\bfail(?:s|ed|ing)? (?:to initialize )?repeatedly\b|\binitialization (?:fail|error)/,
    ],
  ],
  [
    'performance',
    [
      /\bunnecessary (?:\S+ ){0,2}?(?:traffic|reads?|writes?|i\/?o)\b|\b(?:quer(?:y|ies)|read queries)\b[^.]*\btime ?out\b/,
    ],
  ],
  ['connectivity', [/\bmessages? (?:might|may|could|can) be lost\b/]],
];
