import { expandConcepts } from '../../../lexicon/index.ts';

/**
 * Vocabulary of database release notes for the comparison. Constant on purpose: weights computed from the current pages
 * would change with every new page, and bugs would merge differently from one day to the next.
 */

/** Word that replaces each concept, in the order of replacement; empty for concepts without meaning. */
const WORDS_OF_CONCEPTS: readonly (readonly [pattern: string, word: string])[] = [
  // "sub-optimal", "multi-threaded": one word, however it is written.
  [String.raw`\b(sub|multi|non) (?=[a-z]{4})`, '$1'],
  ['{ddl}', 'ddl'],
  ['{dml}', 'dml'],
  ['{dcl}', 'dcl'],
  ['{cte}', 'cte'],
  ['{activity-stream}', 'das'],
  ['{full-text}', 'fts'],
  ['{zero-downtime}', 'zdp'],
  ['{out-of-memory}', 'oom'],
  ['{parallel-query}', 'parallelquery'],
  ['{enhanced-binlog}', 'enhancedbinlog'],
  ['{binlog}', 'binlog'],
  [String.raw`\bbinlog (?:read )?{replica}`, 'binlogreplica'],
  [String.raw`\bacting as a binlogreplica\b`, 'is a binlogreplica'],
  [String.raw`\bglobal (?:database )?{write-forwarding}`, 'globalforwarding writeforwarding'],
  [String.raw`\blocal {write-forwarding}`, 'localforwarding writeforwarding'],
  [
    String.raw`\blocal or globalforwarding writeforwarding\b`,
    'localforwarding globalforwarding writeforwarding',
  ],
  ['{write-forwarding}', 'writeforwarding'],
  ['{global-database}', 'globaldatabase'],
  ['{hash-join}', 'hashjoin'],
  ['{buffer-pool}', 'bufferpool'],
  ['{query-cache}', 'querycache'],
  ['{performance-insights}(?: pi)?', 'performanceinsights'],
  ['{performance-schema}', 'performance_schema'],
  ['{information-schema}', 'information_schema'],
  ['{foreign-key}', 'foreignkey'],
  ['{auto-increment}', 'autoincrement'],
  ['{procedure}', 'storedroutine'],
  ['{machine-learning}(?: ml)?', 'machinelearning'],
  [String.raw`\bserverless v([12])\b`, 'serverless serverlessv$1'],
  ['{audit}', 'auditlog'],
  ['{qpm}(?: extension)?', 'qpm'],
  ['{zero-etl}', 'zeroetl'],
  ['{timeout}', 'timeout'],
  [String.raw`\b(?:engine version|postgresql(?: version)?) \d[\d.]*\b`, ''],
  ['{reader}|{replica}', 'reader'],
  ['{writer}', 'writer'],
  ['{restart}|{crash}|{failover}|{exit}', 'restart'],
  ['{unavailable}', 'unavail'],
  [String.raw`\b(?:more than one|an additional|another|multiple|repeated) restart\b`, 'repeat restart'],
  ['{freeable-memory}', 'memory freeable'],
  [String.raw`{memory} management\b`, 'memory'],
  ['{cpu}(?: overhead)?', 'cpu'],
  ['{rarely}', ''],
  [String.raw`\b(?:compatible with|based on) mysql \d[\d.]*\b`, ''],
  ['{upgrade}', 'upgrade'],
  [
    String.raw`\bupgrade( failures?)?(?: of clusters)? from (?:aurora )?(?:mysql ?)?(?:version )?([123])(?:\.x)? to (?:aurora )?(?:mysql ?)?(?:version )?([23])(?:\.x)?(?![\w.]\w)`,
    'upgrade$1',
  ],
  [
    String.raw`\bupgrade( failures?)?(?: when upgrade)? to (?:aurora )?mysql (?:version )?3(?![\w.]\w)`,
    'upgrade$1',
  ],
  ['{precheck}', 'precheck'],
  [String.raw`\bwrite ?loads?\b`, 'write workload'],
  ['{disable}', 'disable'],
  ['{enable}', 'enable'],
  ['{hang}|{unresponsive}|{frozen}|{stuck}', 'hang'],
  ['{incorrect}', 'incorrect'],
  ['{slow}', 'slow'],
  [String.raw`\bis unable to\b|\bfailure (?:in|to)\b`, 'fail'],
  [String.raw`\benclosed in quotation marks\b|\bwithin quotes\b`, 'quoted'],
  [String.raw`\bdata ?base\b`, 'database'],
];

/** Patterns of concepts, with the words that replace them. */
export const REPLACEMENTS: readonly (readonly [RegExp, string])[] = WORDS_OF_CONCEPTS.map(
  ([pattern, word]) => [new RegExp(expandConcepts(pattern), 'g'), word],
);

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
    cancel: 'abort',
    terminat: 'kil',
    usag: 'use',
    utiliz: 'use',
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
    secondari configur reduc report zdp becom row internal introduc workload volum fil latenc disabl show scal unavail qpm babelfish limitless rol`,
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

/** Opposites and exclusive alternatives: one on each side separates two bugs. */
export const ALTERNATIVES: readonly (readonly string[])[] = [
  ['enabl', 'disabl'],
  ['binlog', 'enhancedbinlog'],
  ['load', 'upload'],
  ['globalforward', 'localforward'],
  ['serverlessv1', 'serverlessv2'],
];
