/**
 * What symptoms and release notes speak of, whatever their words: data. A text has a concept when its expression matches the
 * text in lower case with hyphens and slashes as blanks. Japanese terms lead to the same codes (japanese.ts), and so do
 * error numbers, wait events and metrics (signs.ts). How a concept is called is a message (`concept.…` in l10n).
 */

/** What goes wrong, whom it befalls, or what it has to do with. Alone, an effect is too broad to find a bug by. */
export type ConceptKind = 'effect' | 'role' | 'thing' | 'circumstance';

type Row = readonly [kind: ConceptKind, english: RegExp];

const EFFECTS = {
  restart: [
    'effect',
    /\brestart(?!s? (?:of|operation|time))|\brestart(?:s|ed|ing)?\b|reboot|crash|\bserver (?:can |could |may |to )?exits?|\bexits?\b|fail(?:s|ed|ing)? ?over|shut(?:s|ting)? down|\bdie[sd]?\b|\bdying\b|\bdown\b|\babort(?:s|ed)? (?:all|at|on|with|while|after)|mysqld aborts|core dump|engine gone|(?:close|quit|terminat)\w* unexpected|unexpected(?:ly)? (?:clos|quit|terminat)|killed by (?:the )?(?:kernel|os|operating|oom)|bounced|f[ae]ll?s? over|fell over|dumps? core|goes away|respawn|(?:kills?|takes?|brings?|brought|took) (?:\w+ ){0,3}?(?:server|engine|instance|mysqld|database|db)(?: down)?\b|came down|restarts itself/,
  ],
  repeated: [
    'circumstance',
    new RegExp(
      [
        ...['repeated(?:ly)?', 'again and again', '(?:crash|boot|restart|reboot) ?loop'],
        ...['continuous(?:ly)?', 'over and over'],
        ...[String.raw`keeps (?:crash|restart|reboot|dying|fail)\w*`, 'more than once'],
        'restart(?:s|ed)? (?:multiple|several) times',
        '(?:reboot|restart|crash) after (?:reboot|restart|crash)',
        ...['(?:dies|crashes|down) again', 'second restart', 'additional restart'],
        ...['starts?, crashes', 'every (?:few|two|five|ten) minutes'],
      ].join('|'),
    ),
  ],
  assertion: ['effect', /assert(?:ion|s)?\b|\but_a\b/],
  segfault: [
    'effect',
    new RegExp(
      [
        ...[String.raw`signal 1[01]\b`, String.raw`\bsignal 6\b`, 'segfault', 'segmentation'],
        ...['sigsegv', 'invalid memory', 'memory access', 'use after free', 'out of bounds'],
        ...['(?:memory|heap) corruption', 'buffer overflow', 'accesses? memory'],
        '(?:uninitiali[sz]ed|freed) (?:memory|page|column|object)',
      ].join('|'),
    ),
  ],
  hang: [
    'effect',
    new RegExp(
      [
        ...[String.raw`\bhang(?:s|ing)?\b`, String.raw`\bhung\b`, 'unresponsive', 'not respond'],
        ...['stops? responding', String.raw`\bstuck\b`, 'freez', String.raw`\bfroze(?:n)?\b`],
        ...[String.raw`\bstall`, 'never (?:return|come|finish|complete)'],
        ...["does ?n[o']t (?:return|come back|finish)", 'wait(?:s|ing)? forever'],
        ...['blocked forever', 'infinite loop', 'indefinite', 'locks? up', 'locked up', 'wedged'],
        ...['does nothing', 'pil(?:e|es|ing) up', 'loops? endlessly'],
      ].join('|'),
    ),
  ],
  unavailable: [
    'effect',
    /unavailab|\bavailability (?:issue|problem|loss)|impact\w* availability|\boutage|not available|unreachable/,
  ],
  'will-not-start': [
    'effect',
    /(?:fail\w*|unable|cannot|can't|not|prevent\w*|does not|won't|never) (?:\w+ ){0,4}?(?:to )?(?:re)?(?:start|boot|launch)(?:s|ed|ing|up)?\b|(?:re)?start(?:up)? (?:operation )?(?:to )?(?:fail|interrupt|hang)|fail(?:s|ed|ure)? (?:at|during|in) startup|not come (?:back )?up|during (?:startup|start up)|at (?:startup|boot)|starting up|prevent\w* \w* ?database restarts|startup/,
  ],
  recovery: ['circumstance', /\brecover(?:y|s|ed|ing)?\b(?! (?:point|memory))/],
  'connection-lost': [
    'effect',
    /lost connection|econnreset|protocol_connection_lost|gone away|communications? link failure|broken pipe|bad connection|unexpected eof|connection (?:was |is )?(?:reset|refused)|aborted (?:connection|client)|abortedclients|(?:connections?|sessions?|clients?) (?:\w+ ){0,4}?(?:clos|drop|terminat|abort|disconnect|cut|kick|end(?:s|ed)? abrupt)|(?:clos|drop|terminat|abort|los)\w* (?:\w+ ){0,3}?connections?\b|disconnect/,
  ],
  'connection-fails': [
    'effect',
    /(?:fail\w*|unable|cannot|can't|could ?n[o']t|not|refus\w*|reject\w*|block\w*|slow\w*|delay\w*|no) (?:\w+ ){0,4}?(?:connect|log ?in)|connect(?:ion|ions|ing)?(?: \w+){0,3} (?:fail|refus|reject|tim(?:e|ed) ?out|slow|block|stall)|login(?:s)? (?:\w+ )?(?:fail|refus|reject)|lose access|fails? to connect|new connections?|connection establishment|handshake|connect(?:ing|s)? (?:\w+ ){0,2}?takes?|etimedout|econnrefused|connect(?:ion)? time ?out|connection attempts?/,
  ],
  'before-established': [
    'circumstance',
    new RegExp(
      [
        "before (?:they are |they're |it is |being )?(?:fully )?established",
        ...['initial communication packet', 'in the handshake', 'during (?:the )?handshake'],
        ...['handshake', String.raw`clos\w* (?:\w+ ){0,3}before`, 'establishing'],
        ...['establishment', 'unauthenticated'],
      ].join('|'),
    ),
  ],
  'connection-waits': [
    'effect',
    /connections? (?:\w+ ){0,3}?(?:wait|hang|stay|remain|outlive)|client (?:\w+ ){0,4}?wait/,
  ],
  surge: [
    'circumstance',
    /(?:surge|spike|burst|storm|flood|rush|peak)\w* (?:of|in) (?:\w+ ){0,3}(?:connect|login|traffic|client|request)|(?:connection|login|traffic|connect) (?:\w+ )?(?:surge|spike|burst|storm|flood|peak)|in a surge|(?:high|large|sudden|(?<!too )many|thousands?|lots) (?:\w+ ){0,4}?(?:connect|logins?\b)|connection rate|connections at a high rate|rate of (?:new )?connection|new connections? (?:a|per|each) second|connections (?:a|per) second|\bconnects\b|(?:thousand|hundred)s? (?:\w+ ){0,4}?(?:at once|at the same time|simultaneously)|traffic peak|peak traffic|at peak\b/,
  ],
  'connection-limit': [
    'thing',
    new RegExp(
      [
        ...['too many connections', 'max_connections', 'max_user_connections', 'max_connect'],
        ...['connection (?:limit|count)', 'number of (?:open )?connections'],
      ].join('|'),
    ),
  ],
  'wrong-result': [
    'effect',
    /(?:incorrect|wrong|inaccurate|inconsistent|incomplete|unexpected|different) (?:\w+ ){0,3}?(?:result|rows?\b|data\b|answer|count\b|grouping)|results? (?:\w+ ){0,3}?(?:wrong|incorrect|missing|incomplete)|rows? (?:\w+ ){0,3}?(?:missing|disappear|vanish|lost|too few)|(?:missing|too few|lost|fewer|extra) rows|misses data|another number|wrong (?:number|total|sum|order)|(?:sum|total)s? (?:\w+ )?(?:wrong|off)|missing from the result|returns? (?:no|fewer|too few|too many) rows|go missing from results|cannot be read through|oldest first|newest first|wrong order/,
  ],
  'stale-data': [
    'effect',
    new RegExp(
      [
        ...[String.raw`\bstale (?:data|result|read|value)`, 'outdated (?:data|result)'],
        ...['old (?:data|values?) (?:is|are|on)', String.raw`fail\w* to read the latest`],
      ].join('|'),
    ),
  ],
  corruption: ['effect', /corrupt/],
  'data-changed': [
    'effect',
    /(?:resets?|overwrit\w*|chang\w*|zeros?\b)(?: \w+){0,5}? (?:timestamp|datetime|value of existing|column)|(?:timestamp|datetime)(?: \w+){0,6}? (?:reset|overwrit|chang|zero|initialized)/,
  ],
  'data-loss': [
    'effect',
    new RegExp(
      [
        ...['data loss', 'los(?:s|e|es|t) (?:of )?(?:data|writes?|rows?|events?)'],
        ...['missing (?:data|events?)', String.raw`events? (?:\w+ ){0,3}?missing`],
        'loses events',
      ].join('|'),
    ),
  ],
  'duplicate-key': [
    'effect',
    new RegExp(
      [
        ...['duplicate[ -](?:entry|key|value)', 'primary key violation'],
        ...['unique(?: key| constraint)? violation', 'dupp_key', 'same value twice'],
        'found_dupp',
      ].join('|'),
    ),
  ],
  'table-missing': [
    'effect',
    new RegExp(
      [
        String.raw`table (?:\S+ )?(?:does ?n[o']t|did not|not) (?:exist|found)`,
        ...['missing (?:a )?tables?', 'table not found'],
        String.raw`(?:tables?|backup|function) (?:is |are |\S+ )?(?:does not exist|missing|absent)`,
        ...['no such table', String.raw`cannot (?:find|locate) (?:\w+ ){0,3}?(?:table|file)`],
      ].join('|'),
    ),
  ],
  slow: [
    'effect',
    new RegExp(
      [
        ...[String.raw`\bslow(?!_| query log| log)`, 'latenc'],
        String.raw`\bperformance (?:degrad|issue|problem|drop)`,
        String.raw`tak(?:e|es|ing) (?:\w+ ){0,3}?(?:long|minutes|hours|time|forever)`,
        ...['too long', 'long(?:er)? (?:time|to complete)', 'extended time', 'degrad'],
        ...['sluggish', 'drags on', 'wait(?:s)? (?:a )?long'],
        ...[String.raw`hours? (?:\w+ )?to (?:finish|complete)`, 'falls? behind', 'sub ?optimal'],
        ...['poor plan', 'bad plan', String.raw`\bcrawl`, 'hours? (?:instead|to)', 'slower'],
      ].join('|'),
    ),
  ],
  cpu: ['effect', /\bcpu\b/],
  memory: [
    'effect',
    /\bmemory\b(?! (?:access|corruption|block))|\bram\b|\boom\b|\bleak|freeable|memory_usage|\booms?\b/,
  ],
  'out-of-memory': [
    'effect',
    new RegExp(
      [
        ...['out of memory', 'memory exhaust', 'excessive memory', 'killed by the os'],
        ...[String.raw`\boom(?:s|ed)?\b`, 'oom killed'],
        String.raw`(?:memory|ram) (?:\w+ ){0,3}?(?:exhaust|runs? out|ran out|deplet|drain|full)`,
        String.raw`(?:eats?|drains?|exhausts?|depletes?|uses up|use up|devours?) (?:\w+ ){0,3}?(?:memory|ram)`,
        ...[String.raw`(?:memory|ram) (?:\w+ ){0,3}?(?:eaten|used) up`, 'low memory'],
        'memory pressure',
      ].join('|'),
    ),
  ],
  'memory-declines': [
    'effect',
    new RegExp(
      [
        ...['memory leak', '(?:freeable|free|available) ?memory', 'leaks? memory'],
        String.raw`memory (?:\w+ ){0,4}?(?:declin|shrink|drop|sink|fall|grow|climb|increas|decreas|creep)`,
        ...['never (?:given|gives) back', 'not (?:freed|released|given back)'],
        ...['grows? and so does memory', '(?:memory|ram) (?:is )?never'],
      ].join('|'),
    ),
  ],
  'local-storage': [
    'thing',
    new RegExp(
      [
        ...['local storage', 'freelocalstorage', 'local disk', 'temporary (?:disk )?space'],
        ...['disk (?:is )?full', 'no space left'],
        String.raw`internal logs? (?:\w+ )?(?:fill|use)`,
      ].join('|'),
    ),
  ],
  'replication-stops': [
    'effect',
    /(?:replication|replica|applier|sql thread|io thread|slave) (?:\w+ ){0,5}?(?:stop|break|broke|error|fail|abort|halt)|(?:stop|break|block)s? (?:\w+ ){0,4}?(?:replication|replica|applier)|out of sync|last_(?:sql|io)_err\w*|start (?:slave|replica) (?:\w+ ){0,3}?(?:fail|nothing|not|error)|_(?:sql|io)_running: no|replication (?:breakage|error)|not replicat/,
  ],
  lag: [
    'effect',
    new RegExp(
      [
        ...[String.raw`\blag\b`, String.raw`\blags\b`, 'lagging', 'replicalag'],
        ...[String.raw`seconds_behind\w*`, 'rpolag', 'integrationlag', 'falls? behind'],
        'behind the (?:primary|source|writer)',
      ].join('|'),
    ),
  ],
  deadlock: ['effect', /deadlock(?!s_)/],
  latch: ['thing', /latch|rw_lock|rw lock|mutex|wait(?:s)? for each other/],
  'semaphore-wait': ['thing', /semaphore/],
  'lock-wait': [
    'thing',
    /lock wait|wait(?:s|ing)? (?:for|on) (?:\w+ ){0,2}?locks?|lock contention|contention|row locks?|gap lock/,
  ],
  'rejected-statement': [
    'effect',
    /(?:statement|query|command|ddl|create|alter|procedure|function)\w* (?:\w+ ){0,3}?(?:fails?|failed|error|rejected)\b|raises? (?:an )?error|returns? (?:an )?error|unexpected (?:\w+ )?error|syntax error|fails? with/,
  ],
  'not-logged': [
    'effect',
    new RegExp(
      [
        String.raw`(?:not|never|miss\w*|without|stop\w*) (?:\w+ ){0,4}?(?:logged|logging|recorded|written)\b`,
        String.raw`(?:missing|absent|lost|gone) from the (?:\w+ ){0,3}?log`,
        ...['log (?:file )?(?:has|shows|contains) nothing', 'not get logged', 'log is empty'],
        String.raw`no errors?\b(?= )`,
      ].join('|'),
    ),
  ],
  'log-noise': [
    'effect',
    new RegExp(
      [
        String.raw`excessive (?:\w+ )?(?:log|error|message|informational)`,
        ...['log (?:file )?(?:floods?|grows|full of)', 'floods?', String.raw`\bspam`],
        ...['too (?:many|noisy)', 'noisy', '(?:many|too much) (?:log|message)'],
      ].join('|'),
    ),
  ],
  'wrong-figure': [
    'effect',
    /(?:metrics?|counters?|values?|status|lag|latency|duration|statistic\w*|size|count|graph|position|throughput)\b(?: \S+){0,6}? (?:wrong|incorrect|inaccura|always|too low|too high|zero|0\b|flat|not (?:updated|add)|no sense|overstat|empty|misreport|larger|unmeasured)|(?:wrong|incorrect\w*|inaccura\w*|false|overstat\w*|misreport\w*|too low|unmeasured|empty) (?:\S+ ){0,4}?(?:metrics?|counters?|values?|status|lag|latency|duration|statistic\w*|report\w*|figures?|number|position)|flat at 0|stays? flat|does not add up|makes no sense|nonsense|bogus|garbage|(?:weird|odd|strange) (?:values?|numbers?|figures?)|reported incorrectly|incorrectly reported/,
  ],
  metric: ['thing', /\bmetrics?\b|cloudwatch|\bcounters?\b|\bgraph\b/],
  'empty-output': [
    'effect',
    /(?:returns?|comes? back|shows?|is|are) (?:no|empty|without) ?(?:output|rows|values)?|no output|\bempty\b|blank/,
  ],
  'privileges-lost': [
    'effect',
    new RegExp(
      [
        String.raw`(?:privileges?|roles?|permissions?|grants?) (?:\w+ ){0,4}?(?:lost|gone|missing|disappear)`,
        ...[String.raw`los\w* (?:\w+ ){0,3}?(?:privilege|role|permission)`, 'cuts access'],
      ].join('|'),
    ),
  ],
  'upgrade-fails': [
    'effect',
    new RegExp(
      [
        String.raw`(?:upgrade|migration|restore|patch|zdp)\w* (?:\w+ ){0,6}?(?:fail|hang|stuck|cancel|slow|take|error)`,
        String.raw`fail\w* (?:\w+ ){0,5}?(?:upgrade|migrat|restor)`,
      ].join('|'),
    ),
  ],
  'log-gone': [
    'effect',
    new RegExp(
      [
        String.raw`(?:binlogs?|binary logs?|log files?) (?:\w+ ){0,5}?(?:gone|purged|vanish|deleted|removed|missing)`,
        ...['could not find first log', 'purged before'],
      ].join('|'),
    ),
  ],
} as const satisfies Record<string, Row>;

const ROLES = {
  reader: [
    'role',
    new RegExp(
      [
        ...[String.raw`\breaders?\b`, 'read replicas?', 'aurora replicas?'],
        ...['read(?:er)? endpoint', 'read only (?:endpoint|instance|node)'],
        String.raw`(?<!binlog |binary log |log |db )\breplicas?\b(?! lag)`,
        ...[String.raw`secondar(?:y|ies)\b(?! ind| key)`, String.raw`on slaves?\b`],
      ].join('|'),
    ),
  ],
  writer: [
    'role',
    new RegExp(
      [
        String.raw`\bwriters?\b`,
        String.raw`\bprimary (?:db |database )?(?:instance|writer|region|node|executed|executes|was|is|while)`,
        ...[String.raw`\bon (?:the )?primary\b`, 'write endpoint'],
        String.raw`\bmaster (?:instance|node)`,
        String.raw`\bprimary (?:crash|restart|hang|reboot|dies|died|went|goes|froze)\w*`,
      ].join('|'),
    ),
  ],
  'binlog-replica': [
    'role',
    new RegExp(
      [
        ...['(?:binlog|binary log(?:ging)?|mysql) (?:read )?(?:replica|slave)s?', 'stop replica'],
        ...['start (?:slave|replica)', 'show (?:slave|replica) status'],
        ...['replication (?:slave|applier)', String.raw`\bapplier\b`, String.raw`\bsql thread`],
        ...['last_(?:sql|io)_err', 'slave_', 'replica_'],
        ...['multi ?threaded (?:replica|slave|binlog|replication)', 'relay ?log', 'replicates? '],
      ].join('|'),
    ),
  ],
} as const satisfies Record<string, Row>;

const STATEMENTS = {
  ddl: [
    'thing',
    new RegExp(
      [
        ...[String.raw`\bddl\b`, 'data definition', 'alter table'],
        'create (?:table|index|trigger|view|procedure|function|database)',
        ...['drop (?:table|index|trigger|column|database|procedure)', 'truncate', 'rename table'],
        ...['optimize table', 'schema (?:change|migration)', 'add (?:an )?(?:index|column)'],
        'migration(?!.*(?:version|upgrade))',
      ].join('|'),
    ),
  ],
  'alter-table': [
    'thing',
    new RegExp(
      [
        ...[String.raw`\balter(?:s|ing|ed)?\b`, 'modif(?:y|ies) column', 'change column'],
        String.raw`(?:add|drop|rename)\w* (?:an? )?(?:column|index)`,
        ...['pt online schema change', 'gh ost'],
      ].join('|'),
    ),
  ],
  'online-ddl': [
    'thing',
    new RegExp(
      [
        ...['inplace', 'online (?:ddl|alter|index|dml)', 'instant (?:add )?(?:column|ddl)?'],
        ...['algorithm', 'create index', 'add(?:ing)? (?:an )?index', 'index build'],
      ].join('|'),
    ),
  ],
  'drop-table': [
    'thing',
    new RegExp(
      [
        String.raw`drop(?:s|ped|ping)? (?:\w+ ){0,3}?tables?\b`,
        ...['table (?:is|was|being) dropped', 'dropped table'],
        ...['tables? that have just been dropped', 'deleted table'],
      ].join('|'),
    ),
  ],
  truncate: ['thing', /truncate(?!d by)/],
  'rename-table': ['thing', /renam/],
  'create-table': ['thing', /create table|creating a (?:\w+ )?table/],
  'optimize-table': ['thing', /optimi[sz]e table|rebuild/],
  dml: [
    'thing',
    /\bdml\b|data manipulation|\binserts?\b|\bupdates?\b(?! to)|\bdeletes?\b|write (?:workload|load|operations)/,
  ],
  insert: ['thing', /\binsert(?:s|ed|ing)?\b(?! into outfile)/],
  upsert: ['thing', /on duplicate key update|\biodku\b|upsert|replace into/],
  update: ['thing', /\bupdat(?:e|es|ing) (?:of |operations?|statements?|and|to|the|rows|queries)|\bupdate\b/],
  delete: ['thing', /\bdelet(?:e|es|ing)\b/],
  'outfile-s3': ['thing', /(?:into|from) (?:outfile )?s3|load (?:data )?(?:from )?s3|outfile s3|\bs3\b/],
  outfile: ['thing', /into outfile|outfile/],
  grant: [
    'thing',
    new RegExp(
      [
        ...[String.raw`\bgrants?\b`, 'revoke', 'flush privileges', String.raw`\bdcl\b`],
        ...['data control', String.raw`privileges?\b`, String.raw`\bacl\b`],
        ...[String.raw`\broles?\b`, 'create user', 'drop user', 'set password'],
      ].join('|'),
    ),
  ],
  kill: [
    'thing',
    /\bkill(?:s|ed|ing)?\b(?!_connect| the (?:kernel|server|engine|instance|database|mysqld)| (?:server|engine|mysqld)| by (?:the )?(?:kernel|os|operating|oom))|forcibly terminated|cancel\w* (?:a )?(?:query|statement)/,
  ],
  explain: ['thing', /\bexplain\b/],
  analyze: ['thing', /explain analyze|analyze table/],
  'order-by': [
    'thing',
    /order by|ascending|descending|sort(?:ed|ing)? order|oldest first|newest first|\bsorts?\b|filesort|sort buffer/,
  ],
  'group-by': ['thing', /group by|grouping|distinct|aggregate/],
  limit: ['thing', /\blimit \d|\blimit\b(?= (?:clause|in|and|or|\d))|with limit|\blimit\b$/],
  union: ['thing', /\bunions?\b|union all/],
  'outer-join': ['thing', /(?:left|right|outer) (?:outer )?joins?/],
  join: ['thing', /\bjoins?\b(?! the writer|ing the)/],
  semijoin: ['thing', /semi ?join|in \(select|in \( ?select|in subquer|exists \(/],
  subquery: ['thing', /sub ?quer|in \( ?select|dependent sub/],
  cte: ['thing', /common table expression|\bctes?\b|with recursive/],
  view: ['thing', /\bviews?\b(?!.{0,4}read view)/],
  trigger: ['thing', /\btriggers?\b(?! (?:a|an|the|by|restart|database)\b)/],
  'stored-program': [
    'thing',
    new RegExp(
      [
        ...['stored (?:procedure|function|routine|program)', String.raw`\bprocedures?\b`],
        ...[String.raw`\broutines?\b`, String.raw`\bcall\b`, String.raw`\bcursor`],
        ...[String.raw`\budf\b`, 'user defined function'],
      ].join('|'),
    ),
  ],
  'event-scheduler': ['thing', /event[ _]scheduler|scheduled event|create event/],
  'prepared-statement': [
    'thing',
    /prepared statement|binary protocol|\bprepare[ds]?\b(?! (?:stage|state|xa))|server side prepare|ps protocol/,
  ],
  xa: ['thing', /\bxa\b|two phase commit|xaer/],
  'flush-lock': ['thing', /flush tables|read lock/],
  'show-processlist': ['thing', /process ?list/],
  'show-binlogs': ['thing', /show (?:binary|master) logs|purge binary logs|show binlog/],
  'show-innodb-status': ['thing', /innodb status/],
  'show-volume-status': ['thing', /volume ?status/],
  hint: ['thing', /\bhints?\b|set_var/],
  'user-session': ['thing', /change_?user|reset_?connection|session variables?/],
  cast: ['thing', /\bcast\b|unsigned integer|conversion/],
  'admin-user': [
    'thing',
    /admin(?:istrator|_user| user)?\b|connection_admin|\bsuper\b(?! read)|privileged user|extra connection/,
  ],
  'select-for-update': ['thing', /for update|for share/],
} as const satisfies Record<string, Row>;

const COMPONENTS = {
  binlog: ['thing', /\bbin ?logs?\b|binary log(?:s|ging)?|binlog_/],
  'enhanced-binlog': ['thing', /enhanced (?:binlog|binary)|aurora_enhanced_binlog/],
  'binlog-consumer': [
    'thing',
    new RegExp(
      [
        ...['binlog (?:consumer|reader|dump)', 'dump thread', String.raw`\bdms\b`, 'debezium'],
        ...['maxwell', 'connector', String.raw`\bcdc\b`, 'binlog replicas? connected'],
        'data warehouse',
      ].join('|'),
    ),
  ],
  'relay-log': ['thing', /relay ?_?log/],
  gtid: ['thing', /gtid/],
  'parallel-replication': [
    'thing',
    /multi ?threaded|parallel_workers|logical_clock|preserve_commit_order|parallel_type/,
  ],
  'large-transaction': [
    'thing',
    /(?:large|big|huge|long|giant)(?:[ -]running)? (?:\w+ )?(?:transaction|commit|update|write|binlog event)s?|(?<!\d)\d+ ?(?:gb|mb) (?:transaction|commit|of binlog)|(?:uncommitted|in flight) (?:rows|changes|transaction)|(?:millions|masses|large number) of (?:uncommitted |in flight )?(?:rows|row changes)|transaction(?:s)? (?:\w+ ){0,3}?(?:over|above|larger than|exceed\w*) \d+|open transaction|transaction open/,
  ],
  rollback: ['thing', /roll(?:s|ed|ing)? ?back|savepoint/],
  'read-committed': ['thing', /read[ _](?:un)?committ?ed|repeatable[ _]read|serializable|isolation level/],
  'temp-table': [
    'thing',
    /temp(?:orary|table)? ?tables?|temptable|intrinsic temp|derived table|materiali[sz]/,
  ],
  'full-text': ['thing', /full ?text|\bfts\b|fts_|match against|match ?\(.{0,30}against/],
  spatial: ['thing', /spatial|\bgis\b|geometr|\bsrid\b|st_\w+|z order/],
  json: ['thing', /\bjson/],
  'virtual-column': [
    'thing',
    /virtual (?:generated )?columns?|generated columns?|gcols?|indexed expression|generated expression|functional index/,
  ],
  'foreign-key': ['thing', /foreign key|cascad|parent and child/],
  partition: ['thing', /partition/],
  'auto-increment': ['thing', /auto[ _]?inc(?:rement)?/],
  'compressed-table': ['thing', /row_format|compressed/],
  'large-object': ['thing', /\bblobs?\b|large object|\btext columns?|\blobs?\b/],
  timestamp: ['thing', /timestamp|datetime/],
  'many-tables': [
    'thing',
    /(?:large|huge|many|thousands|millions?|750k|lots) (?:\w+ ){0,3}?tables|(?<!\d)\d{3,}k? tables/,
  ],
  'parallel-query': ['thing', /parallel query|aurora_parallel_query|\bpq\b|aurora_pq|parallel queries/],
  'hash-join': ['thing', /hash join/],
  'query-cache': ['thing', /query cache/],
  'range-optimizer': [
    'thing',
    new RegExp(
      [
        'range (?:optimi|scan|estimat|quer|comparison|predicate|access|bound)',
        ...['records_in_range', 'loose index', 'index merge', 'index condition pushdown'],
      ].join('|'),
    ),
  ],
  'query-plan': [
    'thing',
    new RegExp(
      [
        ...['(?:query |execution )plan', 'optimizer (?:pick|choos|statistic)', 'bad plan'],
        ...['rows estimate', 'wrong index', 'innodb statistics', 'index statistics'],
        ...['table statistics', 'cardinality', 'persistent stat'],
      ].join('|'),
    ),
  ],
  'undo-log': ['thing', /\bundo/],
  purge: [
    'thing',
    /\bpurg(?:e|ed|ing)\b(?! binary)|history list|rollbacksegmenthistory|trx_rseg_history_len|purge_threads/,
  ],
  'buffer-pool': ['thing', /buffer[ _]pool/],
  'buffer-pool-resize': [
    'thing',
    /(?:resiz\w*|shrink\w*) (?:\w+ ){0,5}?buffer pool|buffer pool (?:\w+ ){0,2}?(?:resiz|shrink)/,
  ],
  'lock-table': ['thing', /lock (?:hash )?table|lock manager|number of locks/],
  'metadata-lock': ['thing', /metadata lock|\bmdl\b|mdl_/],
  'secondary-index': ['thing', /secondary (?:ind|key)/],
  tablespace: ['thing', /tablespaces?|\bibd\b|datafile/],
  'adaptive-hash': ['thing', /adaptive hash/],
  'audit-log': ['thing', /audit|server_audit\w*/],
  'log-rotation': ['thing', /rotat(?!e master)/],
  'slow-log': ['thing', /slow[ _](?:query[ _])?log/],
  'general-log': ['thing', /general[ _](?:query[ _])?log/],
  'error-log': ['thing', /error log|(?:prints?|message)\w* in the log/],
  'activity-stream': ['thing', /activity stream|\bdas\b/],
  'performance-schema': [
    'thing',
    /performance[ _]schema|perf ?schema|\bpfs\b|events_(?:waits|statements|stages)\w*/,
  ],
  'performance-insights': ['thing', /performance insights|database insights|db load|\bpi\b/],
  'information-schema': [
    'thing',
    /information_schema|innodb_trx|innodb_locks|innodb_lock_?waits|innodb_metrics/,
  ],
  tls: ['thing', /\bssl\b|\btls\b|certificate|\bcerts?\b/],
  'iam-auth': ['thing', /\biam\b/],
  serverless: ['thing', /serverless|\bacus?\b/],
  scaling: ['thing', /\bscal(?:e|es|ed|ing)\b|scale (?:up|down)/],
  clone: ['thing', /\bclon(?:e|es|ed|ing)\b/],
  snapshot: ['thing', /snapshot|point in time|\bpitr\b|\brestor(?:e|es|ed|ing) (?!connection|database conn)/],
  export: ['thing', /export(?!ed to cloudwatch)/],
  backtrack: ['thing', /backtrack/],
  'global-database': [
    'thing',
    /global (?:db|database)|secondary (?:aws )?regions?|cross region|switchover|dr region|globaldb/,
  ],
  'write-forwarding': [
    'thing',
    new RegExp(
      [
        '(?:write|global|local) ?forward',
        'forward(?:s|ed|ing)? (?:writes|to the writer|statements|requests|dml|implicit)',
        ...['replica_read_consistency', String.raw`\bforwarded\b`],
      ].join('|'),
    ),
  ],
  'blue-green': ['thing', /blue green|\bbluegreen/],
  zdr: ['thing', /zero downtime (?:restart|patch|upgrade)\w*|\bzdr\b|\bzdp\b/],
  upgrade: [
    'thing',
    new RegExp(
      [
        ...[String.raw`\bupgrad`, 'major version', String.raw`\bfrom 5\.[67]\b`],
        ...[String.raw`5\.7 to 8`, 'version 2 to (?:version )?3'],
        String.raw`(?:came|come|moved?|coming|moving) from (?:mysql )?\d`,
        ...[String.raw`5\.7\b.{0,12}\b8\.0\b`, String.raw`migrat\w* (?:from|to)`],
      ].join('|'),
    ),
  ],
  precheck: ['thing', /pre ?check/],
  'minor-upgrade': ['thing', /minor (?:version )?upgrade|software update|\bpatching\b/],
  'zero-etl': ['thing', /zero etl|integrationlag|redshift/],
  lambda: ['thing', /\blambda\b/],
  'machine-learning': ['thing', /sagemaker|bedrock|comprehend|machine learning/],
  'volume-growth': [
    'thing',
    /(?:volume|storage)(?: size)? (?:\w+ ){0,5}?(?:grow|multipl|expan|scal|size boundar|maximum|limit|reach)|(?:grow|expand|expan)\w* (?:\w+ ){0,4}?(?:volume|storage)|volumebytesused|160 ?gb|multiple of 160|(?<!\d)\d+ ?ti?b\b/,
  ],
  'storage-layer': [
    'thing',
    /storage (?:node|layer|connect|nodes|network|volume)|link to (?:aurora )?storage/,
  ],
  network: ['thing', /network/],
  'time-zone': ['thing', /time[ _]?zone|\butc\b/],
  'character-set': ['thing', /charset|character set|collation|utf8/],
  'table-cache': ['thing', /table_(?:open|definition)_cache|table cache/],
  'thread-stack': ['thing', /thread_stack/],
  'idle-timeout': ['thing', /(?:wait|interactive)_timeout|idle (?:time ?out|connection)/],
  'commit-latency': ['thing', /commit ?latenc|slow commits?|commits? (?:\w+ ){0,2}?(?:stall|slow|delay)/],
  'server-id': ['thing', /server (?:id|uuid)\b/],
  disabling: ['circumstance', /disabl|deactivat|(?:turn|switch)\w* (?:\w+ ){0,4}?off\b|being disabled/],
  'scale-down': [
    'circumstance',
    /scal\w* (?:down|in)\b|(?:not|never) (?:go|scale|drop) (?:down|below)|stay\w* above|above the minimum|minimum capacity/,
  ],
  plugin: ['thing', /\bplugins?\b/],
  'failover-done': [
    'circumstance',
    /after (?:a |the )?(?:fail ?over|switchover)|failovers? (?:and|then)|promot(?:ed|ion)/,
  ],
  'after-restart': [
    'circumstance',
    new RegExp(
      [
        String.raw`after (?:a |the |an |every )?(?:\w+ )?(?:restart|reboot)`,
        'since the (?:restart|reboot)',
        ...[String.raw`when (?:\w+ ){0,3}?(?:re)?start(?:s|ed|ing)?\b`, 'survive'],
      ].join('|'),
    ),
  ],
  concurrency: [
    'circumstance',
    /concurren|simultaneous|in parallel|parallel inserts?|at the same time|\brace\b|two sessions/,
  ],
  'heavy-load': [
    'circumstance',
    /(?:high|heavy|peak|intensive|under) (?:\w+ )?(?:load|workload|pressure)|i o intensive|peak load/,
  ],
  'missing-parameter': [
    'circumstance',
    /not (?:take|have) (?:any )?effect|has no effect|ignored|does not survive/,
  ],
  'hostname-lookup': ['thing', /skip.name.resolve|\bdns\b|host ?name/],
} as const satisfies Record<string, Row>;

const CONCEPTS = { ...EFFECTS, ...ROLES, ...STATEMENTS, ...COMPONENTS };

export type Concept = keyof typeof CONCEPTS;

/** Asked of each bullet there is: rows of a plain list cost nothing to go through. */
const ROWS = (Object.entries(CONCEPTS) as [Concept, Row][]).map(([concept, [kind, english]]) => ({
  concept,
  english,
  isThing: kind === 'thing',
}));

export function isConcept(code: string): code is Concept {
  return Object.hasOwn(CONCEPTS, code);
}

export function kindOfConcept(concept: Concept): ConceptKind {
  return CONCEPTS[concept][0];
}

/** The concepts that English words speak of. */
export function conceptsOfEnglish(text: string): Concept[] {
  const plain = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[-–/]+/g, ' ')
    .replace(/\s+/g, ' ');
  // Names of variables speak, too: innodb_purge_threads is about purging.
  const spelled = plain.replaceAll('_', ' ');
  const hasNames = spelled !== plain;
  return ROWS.filter(
    ({ english, isThing }) => english.test(plain) || (hasNames && isThing && english.test(spelled)),
  ).map(({ concept }) => concept);
}
