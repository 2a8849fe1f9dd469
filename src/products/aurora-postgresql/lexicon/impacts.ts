import type { Lexicon } from '../../lexicon.ts';

/** What is wrong in a view, a metric or a message does nothing else, whatever it measures. */
const FIGURES =
  /\baurora_(?:postgres_)?(?:replica|stat)\w*\b[^.]*\b(?:incorrect|stale|lagging|truncated|partially populated|always)\b|\bunknown wait event\b|\breport\w* \S+ wait events\b|\bstats collector\b/;

/** Where the database goes down, nothing else is the worst. */
const OUTAGE = /(?<!\b(?:after|during|following|upon) (?:an? |the )?)\b(?:restart|reboot|crash|unavailab)\w*/;

/** What fails after an upgrade is something else. */
const AFTER = /\b(?:after|following) (?:an? |the )?(?:(?:major|minor) version )?upgrad/;

/** Where its notes name what happens in words of their own. What is named first here is asked first. */
export const IMPACTS: Lexicon['impacts'] = [
  [
    'observability',
    [
      FIGURES,
      /\bpg_stat_(?!statements|reset)\w+\b[^.]*\b(?:not|incorrect\w*|wrong\w*|missing|stale)\b|\b(?:not|incorrect\w*|wrong\w*|missing|stale)\b[^.]*\bpg_stat_(?!statements|reset)\w+/,
      /\bissues? with logging\b|\bnot (?:be )?notified\b|\bnot (?:\w+ )?(?:reflected|shown|visible) in (?:the )?explain\b|\bnot report the\b/,
      /\bperformance insights (?:from|to) \b|\baccurate reporting\b|\bstatistics data reset\b/,
      /\b(?:display|show|log|emit|print|rais|report)\w* (?:an? |the |following )*(?:\S+ )?warnings?\b|\b(?:better|confusing|ambiguous|unclear|improper) (?:error )?messages?\b/,
      /\bto (?:correctly )?(?:show|report|display) \b/,
      /\b(?:reported|shown|displayed|returned) as (?:0|zero|null|negative)\b|\bincorrect (?:buffer hit )?counts?\b/,
    ],
  ],
  [
    'security',
    [
      /\bmitigates? a security\b|\binjection\b|\bsecurity (?:issues?|vulnerabilit)|\bby someone other than\b/,
      /\bany user (?:can|could|may|might)\b|\bunauthori[sz]ed\b|\bbypass\w*\b|\bescalat\w* (?:of )?privileges?|\bprivilege escalation\b|\bshould not (?:have|get|be given|be able)\b[^.]*\b(?:access|privileges?)\b/,
      /\bactivity stream inconsisten|\bpermission validation\b|\bdata leak\b/,
    ],
  ],
  [
    'data',
    [
      /\bre-?insert\w*\b[^.]*\brows\b|\bduplicate rows\b|\bskip(?:s|ped|ping)? (?:\S+ )?(?:rows|transactions|replicating|changes|records|tuples)\b/,
      /\bindex(?:es)? inconsisten|\binconsisten\w* (?:on|in|of) (?:\S+ )?(?:tables?|indexes|data)\b|\bdurability issue\b/,
      /\bcontinues? to write\b|\bsplit[- ]brain\b|\bincorrect freeze bits\b|\bmissing row\b/,
      /\bincorrectly return(?:s|ed|ing)?\b(?! (?:(?:an?|the) )?(?:errors?|warnings?)\b)|\b(?:not return|to return|returns?) (?:the )?correct (?:results?|rows)\b/,
      /\bvalues?\b[^.]{0,40}\b(?:was|were|is|are|gets?|got) (?:stored|inserted|written)\b|\b(?:incorrect|wrong) values? in\b[^.]*\b(?:columns?|outputs?|parameters?|tables?)\b/,
      /\b(?:incorrect|wrong|inconsistent) (?:query )?(?:results?|answers?|output)\b/,
      /\blocal variables?\b[^.]*\bnot (?:be )?(?:updated|set)\b|\bincorrect(?:ly)? roll(?:ed )?back\b|\bcorrectness issues?\b/,
      /\bread results? (?:may|might|can|could) be inconsistent\b|\bdata cache\b[^.]*\binconsistent\b|\bintegrity of\b/,
      /\b(?:data|rows?|records?|changes|writes) (?:\S+ )?(?:may |might |could |can |to )?(?:be |being |are |were )?(?:lost|missed|omitted|missing)\b/,
      /\b(?:missing|lost|losing|loses?) (?:\S+ )?(?:data|rows|records|changes|writes|transactions)\b/,
      /\bpartially replicated\b|\bdata (?:mismatch|discrepanc\w+)\b|\breturn to the previous state\b|\bimport http error\b/,
    ],
  ],
  [
    'upgrade',
    [
      /\bprevent(?:s|ed|ing)? (?:\S+ )?(?:zdp|zero[- ]downtime patching)\b|\b(?:zdp|zero[- ]downtime patching)\b[^.]*\b(?:fail|unsuccessful|not succeed|from completing|successfully|time-?out)/,
      /\bimproving zero[- ]downtime patching\b|\bversion upgrade issues\b/,
      {
        when: /\b(?:block(?:s|ed|ing)?|prevent(?:s|ed|ing)?|fail(?:s|ed|ures?)?|stuck|cancel|delays? in)\b[^.]{0,80}\b(?:major|minor)?[- ]?(?:version )?(?:upgrad|version updates?)/,
        unless: AFTER,
      },
      {
        when: /\b(?:fail(?:s|ed|ures?)?|unable|error|stuck|longer|hang)\b[^.]{0,60}\bduring (?:an? |the )?(?:major|minor)[ -]version upgrade|\bupgrad\w*\b[^.]{0,60}\b(?:fail(?:s|ed|ures?|ing)?|errors?|unsuccessful|longer|stuck|blocked)\b/,
        unless: AFTER,
      },
      { when: /\b(?:snapshot import|import(?:ing)? (?:an? )?(?:\S+ ){0,4}snapshot)\b/, unless: OUTAGE },
      {
        when: /\b(?:bug|issue|problem|error)s? (?:that occurs? |occurring )?(?:when|while|during|in) (?:an? |the )?(?:\S+ ){0,4}?(?:upgrad(?:es?|ing)|zdp)\b|\bfail\w*\b[^.]*\b(?:zdp|zero[- ]downtime patching)\b/,
        unless: /\b(?:restart|reboot|crash|unavailab|connection)\w*/,
      },
    ],
  ],
  [
    'replication',
    [
      /\blogical(?:ly)? (?:replicat|decod|stream|slot)[^.]*\b(?:deadlock|block(?:ed)?|fail(?:s|ed|ure)?|stop(?:s|ped)?|stuck|stall|hang|error|resum\w*|unable|prevent\w*|terminate|no longer emit)\b(?!.*\b(?:restart|crash|unavailab|startup))/,
      /\b(?:prevent|block|fail|stop|stuck|stall|interrupt|error|deadlock)\w*\b[^.]*\b(?:logical(?:ly)? (?:replicat|decod|stream)|replication slot|wal sender|walsender|pglogical)(?!.*\b(?:restart|crash|unavailab|startup))/,
      /\b(?:errors?|fail\w*|interrupt\w*|stop\w*|stall\w*)\b[^.]*\b(?:when|while|during) replicat(?:ing|ion)\b/,
      {
        when: /\b(?:issues?|problems?) (?:in|with) (?:\S+ )?logical (?:replication|streaming|decoding|slots?)\b/,
        unless: OUTAGE,
      },
      /\bunable to replay wal\b|\bmultixactid\b[^.]*\bnot been created\b/,
    ],
  ],
  [
    'functionality',
    [
      /\b(?:auto)?vacuum\w*\b[^.]*\b(?:block(?:ed)?|halt|skip)\b(?![^.]*\bunavailab)|\bhalt vacuuming\b|\bblock on \S+ index/,
      /\berror: incorrect\b|\berrors?\b[^.]*\b(?:is|are|was|were) incorrectly (?:reported|raised|returned)\b/,
      /\bdeadlocks?\b[^.]*\b(?:ddl|data definition|statements?)\b|\bdeadlock (?:resolution|detection)\b/,
      /\bblocked scale\b|\bstuck scaling\b|\bscaling\b[^.]*\b(?:stuck|blocked)\b|\bunavailability of query plan management\b/,
      /\bimport\b[^.]*\b(?:stop(?:ped)? responding|blocked indefinitely|time ?out)\b|\bloading\b[^.]*\btime ?out\b/,
      /\bcancell?ation of\b/,
    ],
  ],
  [
    'unavailability',
    [
      /\b(?:prolonged|longer|increased|extended|slow(?:er)?|excessive) (?:\S+ ){0,2}?(?:startup|start-up|restart|recovery|recover|failover)(?: times?)?\b/,
      /\bdelays? (?:the )?(?:engine|database) start|\bperformance issue affecting instance restart\b|\bamount of recovery work\b/,
      /\b(?:unable to|might not|may not|could not|not able to) (?:re-?join|join)\b|\bonline recovery of an? aurora replica\b/,
      /\b(?:inability|unable|fail(?:s|ed|ing|ures?)?|could not be|prevent\w* [^.]{3,60} from) (?:to |in )?(?:start(?:ed|ing|up)?|startup)\b(?: up)?/,
      /\bprocess(?:es)? (?:to )?(?:become |being |get |getting )?stuck (?:indefinitely|in)\b|\bstuck indefinitely\b|\bindefinite hang\b/,
      /\bstop(?:s|ped)? responding\b|\bunresponsive\b|\bpanic\b/,
      /\bbrief periods? of (?:un)?availab\w*\b|\bfail(?:s|ed|ing)? (?:to initialize )?repeatedly\b|\binitialization (?:fail|error)/,
    ],
  ],
  [
    'memory',
    [
      {
        when: /\b(?:excess(?:ive)?|high) (?:local )?storage (?:use|usage)\b|\bincrease in memory\b|\bmemory (?:usage|consumption)\b(?! (?:metric|report))/,
        unless: OUTAGE,
      },
      /\b(?:storage|disk|table|index) bloat\b|\bvolume (?:size )?growth\b(?! to complete)|\bspace consumption\b|\b(?:wal )?(?:files?|segments?) (?:are|were|is|was|being|be) (?:not|never) (?:properly )?(?:removed|deleted|recycled)\b|\bnot (?:remove|delete|recycle)\b[^.]*\b(?:wal|files?|segments?)\b|\bwal (?:segments?|files?)\b[^.]*\bnot (?:be )?(?:properly )?(?:removed|deleted|recycled)\b/,
    ],
  ],
  [
    'performance',
    [
      /\bunnecessary (?:\S+ ){0,2}?(?:traffic|reads?|writes?|i\/?o)\b|\b(?:quer(?:y|ies)|read queries)\b[^.]*\btime ?out\b/,
      /\b(?:got|gets?|are|were|is|was|be) delayed\b|\bsuspended for\b|\boptimizations? (?:is|was|are|were) not (?:triggered|applied|used)\b/,
      /\bperformance limitation\b|\bincreased network traffic\b|\bto improve the performance\b|\bimpact\w* (?:\S+ ){0,3}?performance\b|\bfalls? behind on a read node\b/,
    ],
  ],
  [
    'connectivity',
    [
      /\bmessages? (?:might|may|could|can) be lost\b|\battempts? to connect\b[^.]*\bfail\b|\bconnections may not be preserved\b/,
      /\bterminat(?:es?|ing|ion) (?:of )?(?:the |all |existing |client |idle )*connections?\b|\bconnections? (?:is |are |was |were |gets? |to be |being )?(?:unexpectedly )?terminat/,
    ],
  ],
];

/** A short unavailability is no outage; what comes up only to go down again, or does not come up at all, is. */
export const SEVERITIES: Lexicon['severities'] = [
  [
    'critical',
    [
      /\b(?:recursively|repeatedly) (?:crash|restart|fail)|\b(?:crash|restart|fail)\w* (?:recursively|repeatedly)\b(?<!stats collector[^.]*)/,
      /\b(?:database|server|engine|db|postgresql)\b(?: \(?\w+\)?){0,4}? (?:can )?(?:fails? to start|fail to start|could not be started)\b|\bfrom starting(?: up)?\b|\bfailures in database startup\b/,
      /\bvolume to become unavailable\b|\bbecame unavailable when\b/,
    ],
  ],
  [
    'medium',
    [
      /\b(?:prolonged|longer|excessive) (?:\S+ ){0,2}?(?:startup|restart|recovery|recover)\b|\bdelay engine startup\b/,
    ],
  ],
  ['high', [/\bunavailab\w+\b|\bbrief\w*\b|\bperiods? of\b/]],
];
