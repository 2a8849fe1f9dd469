import { notePattern, expandConcepts } from '../../../lexicon/index.ts';
import type { Impact } from '../../../model/index.ts';
import { rulesFor } from '../rules.ts';

const RESULTS = String.raw`results?|result sets?|rows|data(?! ?types?\b)|groupings?|ordering|sort(?:ing)? order`;

/** Wrong results and contents: stale, uncommitted, incomplete and wrongly ordered results included. */
export const DATA = rulesFor<Impact>('data', [
  {
    when: notePattern`(?:{wrong-value}|\binconsistent(?! with))(?: \S+){0,2}? (?:${RESULTS})\b`,
    unless: /\bmetrics?\b|\bstatus table|\binformation_schema \w+_status\b|\bnot affect data\b/,
  },
  /\b(?:omitted|missing|absent) from the results?\b|\bmissing (?:rows|results)\b|\bnot find (?:\S+ )?(?:records|rows)\b/,
  new RegExp(
    [
      String.raw`\bdata (?:inconsistenc(?:y|ies)|corruption|loss|divergence)\b`,
      String.raw`\b(?:lose|loses|lost|losing) (?:data|rows|writes|committed)\b`,
    ].join('|'),
  ),
  /\b(?:became|becomes?|gets?|be|were|was|is) corrupt(?:ed)?\b|\b(?:index|table|data|page)s? corruption\b/,
  /\bcorrupt(?:s|ed)? (?:data|index|table|page|row)/,
  { when: /\bstale\b/, unless: /\bstatistics?\b/ },
  /\bquery cache\b.* not refreshed\b|\buncommitted (?:data|changes|transactions?)\b/,
  /\b(?:ascending|descending) order instead\b|(?<!\bthings in the )\bwrong order\b/,
  /\bvalue of an? \S+ column\b.* (?:is|was) (?:updated|changed|set|overwritten)\b/,
  /\bcolumn could be initialized to\b|\bproduces? zeros\b|\bsame value twice\b/,
  /\b(?:incorrect|wrong) page reads?\b|\brows? becomes? unreadable\b/,
  /\b(?:fail(?:s|ed)?|unable) to (?:read|see|return) (?:the )?(?:latest|newest|last|most recent) committed\b/,
]);

const CLIENTS = 'clients?|sessions?|connections?|quer(?:y|ies)|statements?';
/** Words for a client or statement that hangs, rather than the instance. */
const CLIENT_HANGS = notePattern`\b(?:${CLIENTS})\b[^.]{0,60}(?:\bhang\b|{stuck})`;

/** The database is down or unresponsive. `zdp` is the normalised word for zero-downtime patching and restart. */
export const UNAVAILABILITY = rulesFor<Impact>('unavailability', [
  notePattern`(?<!zdp (?:\S+ )?(?:or )?){restart}`,
  notePattern`{crash}(?! recovery)|{failover}`,
  notePattern`{unresponsive}|{frozen}|{latch}|\b(?:livelocks?|semaphore waits?|infinite loop)\b`,
  { when: notePattern`{hang}`, unless: CLIENT_HANGS },
  {
    when: notePattern`{unavailable}|{outage}|\b(?:availability issues?|instance availability)\b`,
    unless: /\bfeature being unavailable\b/,
  },
  /\bserver (?:unexpectedly )?(?:exits?|clos(?:es?|ing)|terminat(?:es?|ing)|abort(?:s|ing)?)\b|\bserver unexpectedly\b/,
  /\b(?:server|process|engine|mysqld) (?:\w+ )?(?:to )?(?:exit|unexpectedly clos(?:e|ing)|close unexpectedly)\b/,
  notePattern`{assertion}|{segfault}|\bsegmentation\b|\bsignal \d+\b`,
  /\bmemory (?:might|could|may) be used\b|\bdatabase failures?\b/,
  new RegExp(
    [
      String.raw`\b(?:in)?stability (?:issues?|problems?|bugs?)\b`,
      ...[String.raw`\binstability\b`, String.raw`\bissue with stability\b`],
      String.raw`\bimprove (?:the )?availability\b`,
    ].join('|'),
  ),
  /\blonger (?:recovery times?|than expected recovery)\b|\bnot come up\b|\binterrupted repeatedly\b/,
  {
    when: notePattern`{database}[^.]{0,60}\b(?:from|not|fail\w*|unable to|interrupted|stuck)\b[^.]{0,30}{start}`,
    unless: /\bbootstrap/,
  },
  notePattern`\b(?:interrupt|prevent|fail|block)\w*\b[^.]{0,40}{database}[^.]{0,20}(?:\brecovery\b|{start})`,
  notePattern`{database} {start} (?:(?:can|could|may|might|to) )?fail`,
  {
    when: notePattern`{database}[^.]{0,60}\b(?:gets?|becomes?|getting) {stuck}`,
    unless: /\b(?:migration|connections?)\b/,
  },
]);

/** A replication channel that loses its connection is replication, not connectivity. */
export const CHANNEL_PROBLEMS = rulesFor<Impact>('replication', [
  notePattern`(?:{binlog}|\breplication) (?:\(binlog\) )?(?:{replica}|(?:workers?|consumers?)\b)[^.]{0,40}(?:\bconnect\w*\b|{timeout})`,
  /^\W*replication:.*\bcould not connect\b/,
  /\bre-?establish(?:ing)? (?:the |a |its )?connections? (?:with|to) the writer\b/,
  notePattern`(?:{replica}|{reader})[^.]{0,40}\bdisconnect(?:s|ed|ing)?\b[^.]{0,30}\b(?:primary|writer)\b`,
]);

export const CONNECTIVITY = rulesFor<Impact>('connectivity', [
  {
    when: notePattern`{connection}[^.]{0,60}{refused}`,
    unless: /\bmetrics?\b|\bforwarding error\b/,
  },
  {
    when: new RegExp(
      String.raw`\b(?:prevent|fail|unable|could not|cannot)\w*\b[^.]{0,100}\b(?:${[
        ...['connections?(?! attempts)', 'connecting', 'connect', 'log ?in'],
      ].join('|')})\b`,
    ),
    unless: /\bfrom closing\b[^.]{0,20}connections|\bparallel query\b/,
  },
  /\b(?:aborted|dropped|refused|lost) connections?\b|\bconnection (?:failures?|issues?|problems?)\b/,
  notePattern`\bclients?(?: applications?)? {timeout}|\blose access to the database\b`,
  /\bclients?(?: session)? (?:to hang|waiting indefinitely|hangs)\b/,
]);

/** The binary log or Aurora's own replication stops, fails or goes out of sync. */
export const REPLICATION = rulesFor<Impact>('replication', [
  /\bout of sync\b|\bnot (?:being )?replicated\b|\blost_events\b|\bslave errors?\b|\bconnectors? to fail\b/,
  {
    when: notePattern`\breplication\b[^.]{0,100}{stopped}`,
    unless: /\bstored procedures?\b|\bparallel query\b|\blag\b|\bkeep up\b/,
  },
  {
    when: /\b(?:stop|break|broke|prevent|interrupt|start)\w*\b[^.]{0,80}\breplication\b/,
    unless: /\bcontrol stored procedures?\b/,
  },
  notePattern`(?:{binlog}|\b(?:slave|replica)\b)[^.]{0,20}(?:{replica}|\b(?:workers?|appliers?|consumers?)\b)[^.]{0,80}{stopped}`,
  notePattern`(?:{stopped}|{timeout})[^.]{0,40}\bapplier\b`,
  notePattern`\bdisables? binary logging\b|\b(?:incorrect|inconsistent|wrong) {binlog} (?:events?|files?)\b`,
  notePattern`{binlog} files?\b[^.]{0,60}\b(?:inconsistent|prematurely|anomalies|corrupt\w*)\b`,
  notePattern`\banomalies in the {binlog}|{binlog} event to exclude\b`,
  /^\W*replication:.*\b(?:stop(?:s|ped)?|fail(?:s|ed|ing)|fatal|hang|deadlock|rejected|could not be skipped)\b/,
]);

export const MEMORY = rulesFor<Impact>('memory', [
  notePattern`\bmemory {memory-leak}|{memory-leak} memory\b|\bmemory that was not freed\b`,
  notePattern`{freeable-memory}|\b(?:too much|more) memory\b|\bexhaustion of (?:\S+ )?memory\b`,
  /\bexcessive(?:ly)?(?: \S+){0,3} memory\b|\bmemory (?:consumption|over)|\bmemory (?:management )?issues?\b/,
  {
    when: notePattern`{out-of-memory}`,
    unless: notePattern`{out-of-memory}(?: \(oom\))? (?:avoidance|monitoring|response)\b`,
  },
  /\blocal storage\b[^.]{0,60}\b(?:fill|full|usage|grow)|\bincreased local storage\b/,
]);

/** An upgrade, migration, restore or clone in progress, not an earlier one. */
const STEP =
  '(?<!\\b(?:after|following|since)\\b[^.,]{0,50})\\b(?:upgrad(?:es?|ing)|migrat(?:ions?|ing|e)|restor(?:es?|ing)(?! (?:connections?|warnings?|the connection|user session|session))|(?:be|being) restored|clon(?:es?|ing))\\b';
const FAILS = expandConcepts(String.raw`(?:{unsuccessful}|\berrors?\b(?! messages?))`);

export const UPGRADE = rulesFor<Impact>('upgrade', [
  new RegExp(`${STEP}[^.]{0,120}?${FAILS}`),
  new RegExp(`${FAILS}[^.]{0,80}?${STEP}`),
  /\b(?:zdp|zdr|zero[- ]downtime[- ](?:patching|restart))\b[^.]{0,20}\b(?:fail(?:s|ed|ures?)?|unsuccessful|longer)\b/,
  /\bfailures? of zero[- ]downtime\b/,
  /\b(?:issue|problem)s? (?:that occurred |encountered )?during (?:an? |the )?(?:\S+ )?(?:upgrade|migration|restore)\b/,
]);

export const SECURITY = rulesFor<Impact>('security', [
  /\bsecurity (?:issues?|fix(?:es)?|vulnerabilit\w+)\b|\b(?:cve|rustsec)-\d/,
  /\bprivilege escalation\b|\bas an unprivileged user\b/,
  /\baudit logs?\b[^.]{0,60}\bmiss(?:ing|ed)?\b|\bmiss(?:ing|ed)? (?:audit )?events\b/,
  /\bnot (?:get |be )?(?:logged|written|recorded) (?:in|to) the audit logs?\b/,
  /\bprivileges? (?:were|was) (?:(?:created|granted) incorrectly|not correctly (?:created|granted))\b/,
  /\b(?:not possible|unable) to (?:revoke|grant)\b/,
  /\bdefault to using ssl\b|\bunencrypted\b|\bcertificates? (?:validation|verification)\b/,
  /\bpasswords?\b[^.]{0,30}\b(?:consistently|exposed|validat\w+)\b|\b(?:validate (?:updated )?|mask )passwords?\b/,
]);

/** Wrong or missing figures, statuses and messages, of any subject: a wrong latency figure slows nothing. */
export const WRONG_FIGURES = rulesFor<Impact>('observability', [
  {
    when: /\b(?:incorrect|inaccurate|wrong|invalid) (?:\S+ ){0,2}?(?:values?|reporting|metrics?|tracking|status|counts?)\b/,
    unless: /\bauto_increment values?\b|\binvalid (?:\S+ )?values?\b/,
  },
  {
    when: /\b(?:incorrectly|inaccurately|wrongly) (?:reported|reports?|shows?|displays?|stat(?:es|ing)|tracked|measured)\b/,
    unless: /\bincorrectly report(?:s|ed|ing)? (?:an )?errors?\b/,
  },
  new RegExp(
    [
      String.raw`\bincorrectly (?:increment|decrement|count)(?:s|ed|ing)?\b`,
      String.raw`\bvalues? (?:higher|lower) than (?:the )?(?:true|actual|real)\b`,
    ].join('|'),
  ),
  /\breported (?:incorrectly|inaccurately|wrongly)\b|\bincorrect reported\b|\blower values than expected\b|\bin reporting\b/,
  new RegExp(
    String.raw`\b(?:metrics?|counters?|columns?|variables?)\b[^.]{0,80}\b(?:${[
      ...['always displayed', 'displayed incorrect', 'incorrectly', String.raw`inaccurate\w*`],
      'not (?:be |being )?updated',
    ].join('|')})\b`,
  ),
  new RegExp(
    [
      String.raw`\bincorrect (?:\S+ ){0,3}?(?:lag|information)\b`,
      ...[String.raw`\bvalue is not updated\b`, String.raw`\bgarbage values?\b`],
      String.raw`\b(?:incorrect|inconsistent|wrong|missing)\b[^.]{0,40}\binformation_schema\b`,
    ].join('|'),
  ),
  /\bnot (?:be |being |to be )?(?:measured|shown|displayed|populated|reported)\b|\bno longer written to\b/,
  /\bnot (?:be |being )?(?:recorded|logged|written)\b[^.]{0,30}\blogs?\b|\bnot generate error logs\b/,
  /\b(?:empty|misleading|unclear|generic|wrong) (?:error )?messages?\b|\bclearly return an error message\b/,
  /\berror message\b[^.]{0,80}\bwrongly\b|\bexplain plan\b|\bshows? the "?database load/,
]);

export const PERFORMANCE = rulesFor<Impact>('performance', [
  notePattern`{latency}|{cpu}|{contention}|\bthroughput\b|\bhistory list length\b`,
  notePattern`{slow}(?![- ](?:query[- ])?logs?)|{stall}|\bdelays?\b|\bpauses?\b`,
  notePattern`{lag}|\bintegrationlag\b|\bkeep up with\b|\bfalling behind\b`,
  /\b(?:take|takes|taking|took|run|running)\b[^.]{0,20}\blong(?:er)?\b|\blonger than\b|\bprolonged\b/,
  /\bexecution times?\b|\btoo much time\b|\b(?:excessive|inordinate) amount (?:of )?time\b/,
  notePattern`{degraded}|\bdecline in performance\b|\bperformance (?:of|drop|issues?|could|problems?)\b`,
  /\b(?:inefficient|sub-?optimal|optimal)\b[^.]{0,20}\bplan\b|\bincorrect cost estimations?\b/,
  /\bexcessive number of disk reads\b|\breading the whole\b|\bgap lock\b|\block waits?\b/,
  notePattern`{deadlock}[^.]*\b(?:insert|update|transactions|rows)|\binsert\b[^.]*\bdeadlock`,
]);

/** Threads that block each other over anything but rows, and bugs that the notes only call a matter of stability. */
export const STUCK_THREADS = rulesFor<Impact>('unavailability', [
  notePattern`{deadlock}|\block\b[^.]*\bnot released?\b|\bstability\b`,
]);

export const NOISE = rulesFor<Impact>('observability', [
  /\bexcess(?:ive)?\b[^.]{0,30}\blog(?:ging|s)?\b|\blog messages?\b|\bprinting an error message\b|\bwarning about\b/,
  /\boccurrences in performance schema\b|\bmetrics?\b|\bstatus variables?\b|\bshow (?:engine|processlist|volume|status)\b/,
]);

/** Problems with a step that the bullet names only as a circumstance. */
export const STEP_PROBLEMS = [
  ...rulesFor<Impact>('unavailability', [
    notePattern`\b(?:issues?|problems?|failures?|fail) during (?:\S+ ){0,2}?(?:restarts?|startup|recovery)\b|{unresponsive}`,
  ]),
  ...rulesFor<Impact>('replication', [
    notePattern`\b(?:bug|issue|defect|problem) in {binlog} replication\b`,
    notePattern`\bstart(?:ing)? (?:the )?(?:{binlog}|\blogical) (?:\(binlog\) )?replication\b`,
  ]),
];

/** A statement or feature fails, is rejected or misbehaves. */
export const FUNCTIONALITY = rulesFor<Impact>('functionality', [
  /\b(?:errors?|fail(?:s|ed|ures?)?|unable|prevent(?:s|ed)?|incorrect(?:ly)?|not \w+|stuck|hang)\b/,
  /\b(?:unexpected|inaccessible|stops? working|missing|rejected)\b/,
]);
