import { TRAITS, type Trait } from '../../model/index.ts';
import type { Lexicon } from '../../products/index.ts';
import { firstMatch, firstOwn, rulesFor, type Found, type Rule } from './rules.ts';
import type { Reading } from './words.ts';

const RARE = rulesFor<Trait>('rare', [
  /\b(?:very )?rare(?:ly)?\b|\binfrequent(?:ly)?\b|\buncommon\b|\bedge cases?\b|\boccasional(?:ly)?\b|\bsporadic(?:ally)?\b/,
  /\bunlikely\b|\bsmall (?:time )?window\b|\btransient(?:ly)?\b|\binternal timing\b/,
]);

const LOAD = rulesFor<Trait>('load', [
  /\b(?:i\/o|io|write|read|cpu|memory)[- ]?(?:intensive|heavy)\b|\bheavy\b|\bhigh(?:ly)?[- ]concurren\w+\b/,
  /\b(?:high|heavy|peak)[- ](?:\S+ ){0,2}?(?:loads?|workloads?|traffic|concurrency|rates?|throughput|volumes? of)\b/,
  /\bunder (?:\S+ ){0,2}?(?:load|stress)\b|\bsurges?\b|\bapproach\w* the (?:value|limit|maximum)/,
  /\b(?:large|high) number of (?:\S+ ){0,2}?(?:connections|sessions|transactions|queries|reads|writes|clients)\b|\bat a high rate\b/,
]);

/** Statements that applications send all day, sessions, and what the server does for them. */
const EVERYDAY = rulesFor<Trait>('everyday', [
  /\b(?:select|read|write|dml|concurrent) (?:\S+ )?(?:quer(?:y|ies)|statements?|workloads?|operations?)\b/,
  /\b(?:quer(?:y|ies)|reads?|writes?|updates?|inserts?) (?:\S+ )?(?:access\w*|over|to|on|of|against) (?:\S+ )?(?:tables?|the database|rows|pages)\b/,
  /\b(?:long[- ]running|large|concurrent|read-only|write) transactions?\b|\btransactions?\b[^.]{0,20}\b(?:commit\w*|roll\w*)\b/,
  /\b(?:client|database|new|user|existing|remote) connections?\b|\bconnections\b/,
  /\bread(?:ing)? a (?:table|database page)\b|\bpage (?:eviction|latch\w*)\b|\bbuffer (?:pool|cache)\b|\border by\b|\bgroup by\b/,
]);

const NARROW = rulesFor<Trait>('narrow', [
  /\bof the form\b|\b[a-z_]+\.cc\b|\bassert(?:ion)?s?\b/,
  /\b(?:low|invalid|missing|negative|fractional|odd|special|specific|incorrect|excessively large) (?:\S+ ){0,3}?(?:values?|characters?|configurations?|error codes?|where clause)\b/,
  /\bset to (?:a )?(?:low|non-default|different|\d)|\bmanually configured\b|\bset incorrectly\b|\bis missing or\b|\bdifferent from the default\b/,
  /\bwhen the \S+ (?:parameter|variable) is (?:set|turned|enabled|disabled)\b|\b(?:larger|greater|bigger|smaller|more) than \d/,
  /\b(?:optimize|check|checksum|analyze|repair|rename) table\b|\bexplain\b|\bhandler\b|\bflush \w+|\bload data\b|\binto outfile\b/,
  /\b(?:alter|drop|create) (?:database|user|server|tablespace|event)\b|\breorganize partition\b|\bshow (?:binary logs|engine|create)\b/,
  /\b(?:built-in|string|date|json|geometry|window) functions?\b|\bindexed expressions?\b|\bcollation\b|\bderived table\b/,
  /\b(?:un)?install plugin\b|\bkerberos\b|\bshow volume status\b|\b\d+xl(?:arge)?\b|\blab mode\b/,
  /\b(?:lowering|raising|changing|reducing|increasing) the \S+ (?:parameter|variable)\b/,
  /\b(?:single|first) (?:character|byte)\b|\bmaximum (?:allowed )?(?:size|storage)\b|\bexplicit \S+ annotation\b|\bduplicate\b[^.]{0,30}\bids?\b/,
]);

/** What a team does now and then, not what its applications do. */
const EVENT = rulesFor<Trait>('event', [
  /\b(?:zdp|zdr|zero[- ]downtime)\b|\bfailovers?\b(?=[^.]*(?:$|\.))(?<=\b(?:after|during|following|upon)\b[^.]{0,30}failovers?)/,
  /\b(?:during|after|following|upon|when|while)\b[^.]{0,40}\b(?:restart\w*|startup|recovery|failovers?|switchover|scaling|patching|upgrades?|joining|launch\w*|resiz\w+)\b/,
  /\bcrash recovery\b|\brecovery progress\b|\bjoining the writer\b|\bstorage configuration change\b/,
  // A shortage that the cluster has to be in first.
  /\boom\)? avoidance\b|\bmemory pressure\b|\block table is full\b|\blow (?:local )?storage\b|\blow[- ]memory\b|\bfull capacity\b/,
  /\bconnection loss\b|\bnetwork interruption\b|\bstartup routines?\b|\b(?:start|stop) replica\b|\brotat\w+\b/,
]);

const PRIVILEGED = rulesFor<Trait>('privileged', [
  /\bprivileged users?\b|\brdsadmin\b|\b(?:super|connection_admin|process) privileges?\b|\bprivilege-related\b|\b(?:grant|revoke)\b/,
]);

const READER =
  /\b(?:readers?|read[- ]replicas?|aurora(?: mysql)? replicas?|replica instances?|replicas?|ro (?:node|instance|client))\b/;
const OTHERS = /\b(?:writer|primary instance|cluster|server|master)\b/;

const IN_TEXT: readonly Rule<Trait>[][] = [RARE, LOAD, EVERYDAY, NARROW, EVENT, PRIVILEGED];

/** What a fix tells about when it bites and whom. */
export function traitsOf(
  { text, claims }: Reading,
  isBinlog: boolean,
  lexicon: Lexicon | null = null,
): Found<Trait>[] {
  const found = IN_TEXT.flatMap((rules) => firstMatch(rules, text) ?? []);
  for (const rule of lexicon?.traits ?? [])
    found.push(...[firstOwn([rule], text)].flatMap((own) => own ?? []));
  const reader = isBinlog || OTHERS.test(claims) ? null : READER.exec(claims)?.[0];
  if (typeof reader === 'string') found.push({ label: 'reader', because: `"${reader}"` });
  return TRAITS.flatMap((trait) => found.find(({ label }) => label === trait) ?? []);
}
