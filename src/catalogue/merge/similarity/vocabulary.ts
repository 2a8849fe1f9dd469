/**
 * Vocabulary of database release notes for the comparison. Constant on purpose: weights computed from the current pages
 * would change with every new page, and bugs would merge differently from one day to the next.
 */

/** Synonymous expressions, longer ones first. Matched on lower-case text without hyphens. */
export const EXPRESSIONS: readonly (readonly [RegExp, string])[] = [
  // "sub-optimal", "multi-threaded": one word, however it is written.
  [/\b(sub|multi|non) (?=[a-z]{4})/g, '$1'],
  [/\bdata definition language(?: ddl)?\b/g, 'ddl'],
  [/\bdata manipulation language(?: dml)?\b/g, 'dml'],
  [/\bdata control language(?: dcl)?\b/g, 'dcl'],
  [/\bcommon table expressions?(?: ctes?)?\b/g, 'cte'],
  [/\bdatabase activity streams?(?: das)?\b/g, 'das'],
  [/\bfull ?text(?: search)?(?: fts)?\b/g, 'fts'],
  [/\bzero downtime patch(?:ing|es)?(?: zdp)?\b/g, 'zdp'],
  [/\bzero downtime restarts?(?: zdr)?\b|\bzdr\b/g, 'zdp'],
  [/\bout of memory(?: oom)?\b/g, 'oom'],
  [/\bparallel quer(?:y|ies)(?: pq)?\b/g, 'parallelquery'],
  [/\benhanced (?:binary log(?:ging|s)?|binlog)(?: binlog)?\b/g, 'enhancedbinlog'],
  [/\b(?:binary log(?:ging|s)?|bin ?logs?)(?: binlog)?\b/g, 'binlog'],
  [/\bbinlog (?:read )?(?:replica|slave)s?\b/g, 'binlogreplica'],
  [/\bacting as a binlogreplica\b/g, 'is a binlogreplica'],
  [/\bglobal (?:database )?write forwarding\b/g, 'globalforwarding writeforwarding'],
  [/\blocal write forwarding\b/g, 'localforwarding writeforwarding'],
  [/\blocal or globalforwarding writeforwarding\b/g, 'localforwarding globalforwarding writeforwarding'],
  [/\bwrite forwarding\b/g, 'writeforwarding'],
  [/\bglobal databases?\b/g, 'globaldatabase'],
  [/\bhash joins?\b/g, 'hashjoin'],
  [/\bbuffer pool\b/g, 'bufferpool'],
  [/\bquery cache\b/g, 'querycache'],
  [/\bperformance insights(?: pi)?\b/g, 'performanceinsights'],
  [/\bperformance schema\b/g, 'performance_schema'],
  [/\binformation schema\b/g, 'information_schema'],
  [/\bforeign keys?\b/g, 'foreignkey'],
  [/\bauto(?: |_)increment\b/g, 'autoincrement'],
  [/\bstored (?:procedure|routine|function)s?\b/g, 'storedroutine'],
  [/\bmachine learning(?: ml)?\b/g, 'machinelearning'],
  [/\bserverless v([12])\b/g, 'serverless serverlessv$1'],
  [/\b(?:advanced )?audit(?:ing)? log(?:s|ging)?\b/g, 'auditlog'],
  [/\badvanced audit(?:ing)?\b/g, 'auditlog'],
  [/\b(?:query plan management(?: qpm)?|apg_plan_mgmt|qpm)(?: extension)?\b/g, 'qpm'],
  [/\bzero ?etl\b/g, 'zeroetl'],
  [/\bglobal db\b/g, 'globaldatabase'],
  [/\btim(?:e|es|ed|ing) out\b/g, 'timeout'],
  [/\b(?:engine version|postgresql(?: version)?) \d[\d.]*\b/g, ''],
  [/\b(?:ro|read|reader|read only) nodes?\b/g, 'reader'],
  [/\b(?:rw|write|writer|primary) nodes?\b/g, 'writer'],
  [/\bread replicas?\b/g, 'reader'],
  [/\b(?:read only|reader|replica)s? (?:db |database )?instances?\b/g, 'reader'],
  [/\b(?:readers?|replicas?|slaves?)\b/g, 'reader'],
  [/\b(?:primary|master) (?:db |database )?instances?\b/g, 'writer'],
  [/\bwriters?(?: db| database)? instances?\b/g, 'writer'],
  [/\bfail(?:s|ed|ing)? ?overs?\b/g, 'restart'],
  [/\b(?:server|database|engine|mysqld) (?:exits?|crash(?:es|ed|ing)?)\b/g, 'restart'],
  [/\bserver could exit\b/g, 'restart'],
  [/\b(?:unexpectedly clos(?:e|es|ing)|quit unexpectedly)\b/g, 'restart'],
  [/\b(?:more than one|an additional|another|multiple|repeated) restarts?\b/g, 'repeat restart'],
  [/\bfree(?:able)? memory\b/g, 'memory freeable'],
  [/\bmemory management\b/g, 'memory'],
  [/\bcpu (?:usage|utilization|utilisation|consumption|overhead)(?: overhead)?\b/g, 'cpu'],
  [
    /\bin (?:rare|some|certain|special|uncommon|very rare) (?:cases?|conditions?|situations?|circumstances)\b/g,
    '',
  ],
  [/\b(?:under|on) (?:rare|some|certain|uncommon) (?:cases?|conditions?|circumstances)\b/g, ''],
  [/\b(?:compatible with|based on) mysql \d[\d.]*\b/g, ''],
  [/\bmajor version upgrades?\b/g, 'upgrade'],
  [
    /\bupgrad(?:es?|ing)( failures?)?(?: of clusters)? from (?:aurora )?(?:mysql ?)?(?:version )?([123])(?:\.x)? to (?:aurora )?(?:mysql ?)?(?:version )?([23])(?:\.x)?(?![\w.]\w)/g,
    'upgrade$1',
  ],
  [
    /\b(?:upgrade|upgrading)( failures?)?(?: when upgrading)? to (?:aurora )?mysql (?:version )?3(?![\w.]\w)/g,
    'upgrade$1',
  ],
  [/\bprechecks?\b|\bpre checks?\b|\bpre checker\b/g, 'precheck'],
  [/\bwrite ?loads?\b/g, 'write workload'],
  [/\bturn(?:s|ed|ing)? off\b/g, 'disable'],
  [/\bturn(?:s|ed|ing)? on\b/g, 'enable'],
  [/\bis unable to\b|\bfailure (?:in|to)\b/g, 'fail'],
  [/\benclosed in quotation marks\b|\bwithin quotes\b/g, 'quoted'],
  [/\bdata ?base\b/g, 'database'],
];

/** Words without meaning in these texts: grammar, hedges, and words that every text has. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above addition addressed all also although always amazon an and another any are arent as associated at aurora aws
  be because been before being below between both bug but by can cannot cant case cases cause caused causes causing
  certain circumstance circumstances condition conditions could couldnt customer customers database databases db did didnt
  do does doesnt doing done dont due during each either encounter encountered encounters encountering engine even
  eventually ever example execute executed executes executing execution experience experienced experiences
  experiencing feature features fix fixed fixes following for found from had happen happened happens has hasnt have
  having help helps hence how however if in including inside instance instances into is isnt issue issues it its just
  lead leading leads led like made make makes may might more most multiple mysql mysqld new no normally not now occur
  occurred occurring occurs of off often on once one only or other our over overall per perform postgres postgresql community performed performing performs
  please possible possibly potential potentially process processed processes processing properly rare related
  resolve resolved resolves result resulted resulting results rise run running runs same server servers should
  situation situations so some sometimes special specific such than that the their them then there theres these they this those
  though through to type types under upon use used user users uses using utilizes various version
  very via was wasnt we well were werent what when where wherein whereas whether which while who will with within without wont
  would you your i ie eg etc set sets setting lower higher`.split(/\s+/),
);

/** Synonyms, by stem. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accur: 'correct',
    inaccur: 'incorrect',
    wrong: 'incorrect',
    crash: 'restart',
    reboot: 'restart',
    exit: 'restart',
    irresponsiv: 'hang',
    unresponsiv: 'hang',
    stuck: 'hang',
    freez: 'hang',
    cancel: 'abort',
    terminat: 'kil',
    unavailabiliti: 'unavail',
    unavailabl: 'unavail',
    usag: 'use',
    utiliz: 'use',
    slower: 'slow',
    slowli: 'slow',
    longer: 'long',
    prolong: 'long',
    took: 'tak',
    extend: 'increas',
    fail: 'failur',
    unsuccess: 'failur',
    unsuccessful: 'failur',
    initi: 'start',
    initiat: 'start',
    launch: 'start',
    concurr: 'concurrent',
    concurrent: 'concurrent',
    simultane: 'concurrent',
    simultaneous: 'concurrent',
    tib: 'tb',
    gib: 'gb',
    sub: 'subqueri',
    send: 'sent',
    recover: 'recoveri',
    exc: 'exhaust',
    inconsist: 'inconsistenc',
    inconsistent: 'inconsistenc',
    inconsistenci: 'inconsistenc',
    modificat: 'modifi',
  }),
);

/** Weights of common words, by stem; unlisted words weigh most. */
const COMMON_WORDS: readonly (readonly [number, string])[] = [
  [0.2, 'restart serverless'],
  [
    0.3,
    'tabl queri writer reader stat incorrect error binlog enabl cluster replicat memori failur parallelqueri support',
  ],
  [
    0.45,
    `valu connect transact updat operat after read index column larg innodb parameter writeforward log contain data
    commit ddl event prevent thread increas long variabl creat access chang select lock storag manag concurrent
    storedroutin binlogreplica insert sess default performance_schema temporari recoveri system return number
    secondari configur reduc report zdp becom row internal introduc workload volum fil latenc disabl show scal unavail qpm babelfish limitless`,
  ],
  [
    0.6,
    `restor performanc upgrad multi ft trigger cpu limit slow handl globaldatabas allow join deadlock key high writ
    request metric enhancedbinlog alter use status complet level attempt correct purg generat unexpect auditlog gtid
    hang rotat claus oom exist funct privileg stop optimiz duplicat order wait ssl clos dml larger io local previous
    partition behavior command client bufferpool tak buffer excessiv freeabl timeout rang assert subqueri
    s3 rac messag virtual foreignkei forward expect cloudwatch snapshot produc availabl network algorithm
    stal rollback pag nod manager autoincr singl tablespac inconsistenc start globalforward localforward`,
  ],
  [
    0.75,
    `truncat invalid sourc releas improv involv affect relai startup establish record cach schema heavi interrupt get
    defin maximum view content requir isolat repeat xa parallel progress definit load zero querycach mod dictionari
    check group open tim availabil object kil automat left`,
  ],
];

/** Words that hardly ever separate two bugs: verbs and adjectives that a writer adds or omits. */
const WEAK_WORDS =
  `tak get becom becam attempt try handl act contain involv includ unnecessari subsequent significant
  alwai expect over receiv get help provid show see note specif appropriat correspond automat simpl proper action
  behavior undesir unexpect function issue problem manner way state occurrenc begin start trigger report overal
  number amount valu statu system general defin previous exist additional anew after until data sql feature own approximat
  stat operat activ setup configur minimum defect component brief period intermittent temporaril serverlessv1 serverlessv2`.split(
    /\s+/,
  );

const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...COMMON_WORDS.flatMap(([weight, words]) => words.split(/\s+/).map((word) => [word, weight] as const)),
  ...WEAK_WORDS.map((word) => [word, 0.15] as const),
]);

/** Weight of a stem, between 0.15 and 1. */
export function weightOf(stem: string): number {
  return WEIGHTS.get(stem) ?? 1;
}

/** Preconditions of bugs, by stem: on one side only, such a word is an added condition. */
export const FEATURE_WORDS: ReadonlySet<string> = new Set(
  `parallelqueri writeforward globalforward localforward globaldatabas binlog enhancedbinlog serverless hashjoin ft da zdp
  auditlog querycach xa json spatial machinelearn partition`.split(/\s+/),
);

/** Symptoms: bugs without a common one differ. A hang is also called a failure. */
export const SYMPTOMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    restart: ['restart'],
    hang: ['hang', 'failure'],
    failur: ['failure'],
    prevent: ['failure'],
    incorrect: ['incorrect'],
    slow: ['slow'],
    performanc: ['slow'],
    unavail: ['restart', 'hang', 'failure'],
    leak: ['leak'],
    deadlock: ['deadlock'],
  }),
);

/** Opposites and exclusive alternatives: one on each side separates two faults. */
export const ALTERNATIVES: readonly (readonly string[])[] = [
  ['enabl', 'disabl'],
  ['binlog', 'enhancedbinlog'],
  ['load', 'upload'],
  ['globalforward', 'localforward'],
  ['serverlessv1', 'serverlessv2'],
];
