import type { Feature } from '../../../model/index.ts';
import { notePattern } from '../../../lexicon/index.ts';
import type { Lexicon, Pattern } from '../../lexicon.ts';
import { FEATURE_WORDS } from '../../postgresql-family/feature-words.ts';
import { IMPACTS } from './impacts.ts';
import { KINDS } from './kinds.ts';

/** Features of services, which the community's notes never mention. */
const SERVICE_FEATURES: readonly Feature[] = [
  'apgcc',
  'audit-log',
  'babelfish',
  'blue-green',
  'clone',
  'connection-surge',
  'database-activity-streams',
  'dynamic-data-masking',
  'global-database',
  'iam-auth',
  'inbound-replication',
  'instance-class',
  'kill-query',
  'lambda',
  'large-volume',
  'limitless',
  'machine-learning',
  'optimized-reads',
  'performance-insights',
  'pg-cron',
  'pgvector',
  'postgis',
  'proxy',
  'query-plan-management',
  'rds-data-api',
  's3-import-export',
  'serverless',
  'snapshot-restore',
  'write-forwarding',
  'zero-downtime-patching',
  'zero-etl',
];

const NO_WORDS: readonly Pattern[] = [];

/** Names that differ between the community and services. */
const OWN_FEATURE_WORDS: Partial<Record<Feature, readonly Pattern[]>> = {
  'logical-replication': [
    ...(FEATURE_WORDS['logical-replication'] ?? []),
    /\b(?:apply workers?|tablesync|replication origins?|reorder buffer|logical decod\w+)\b/,
  ],
  upgrade: [/\bpg_upgrade\b/],
  'time-zone': [notePattern`{time-zone}`],
  'full-text-search': [/\b(?:full[- ])?text[- ]search\b|\bts(?:vector|query)\b|\bts_\w+|\b(?:i|hun)spell\b/],
  'two-phase-commit': [
    notePattern`{two-phase}|\bprepared-but-not-yet-committed transactions?\b|\bprepare transaction\b`,
  ],
  // A routine is mostly one of the server's own code.
  'stored-programs': [/\bprocedures?\b|\bpl\/?pgsql\b|\buser[- ]defined functions?\b|\bdo blocks?\b/],
  'foreign-data-wrappers': [notePattern`_fdw\b|{fdw}|\bforeign (?:joins?|servers?)\b`],
  // DDL statements mentioned in passing are not a condition; those that begin an item are.
  ddl: [
    /^(?:\S+ ){0,8}?\(?(?:alter|create|drop|reindex|cluster|truncate|comment|refresh)\b [a-z]/,
    /\b(?:attach|detach) partition\b|\bconcurrently\b/,
  ],
  extensions: [/\bcontrib\/\w+|\bpl\/(?:perl|python|tcl)\b/],
};

/** A shortage that the fixed code handles badly. */
const OUT_OF_MEMORY =
  /\bout[- ]of[- ]memory\b (?:failure|error|situation|condition)|\bafter (?:an? )?out[- ]of[- ]memory\b/;

/** Vocabulary of the community's notes: an item describes the fix, in the imperative. */
export const LEXICON: Lexicon = {
  features: {
    ...FEATURE_WORDS,
    ...Object.fromEntries(SERVICE_FEATURES.map((feature) => [feature, NO_WORDS])),
    ...OWN_FEATURE_WORDS,
  },
  covers: [['extensions', ['foreign-data-wrappers']]],
  sections: [],
  kinds: KINDS,
  impacts: IMPACTS,
  severities: [],
  traits: [
    ['rare', [/\bvery unlikely\b|\bnarrow (?:race|window)\b|\bcorner[- ]cases?\b|\bedge-case\b|\bunlucky\b/]],
    [
      'narrow',
      [
        /\bdomains? over\b|\bwhole-row\b|\bexclude clause\b|\bgrouping sets?\b|\bmerge\b|\bwithout overlaps\b|\btablesample\b/,
        /\b(?:json_table|xmltable|xmlserialize|rows from|with check option|do also|instead of)\b|\brules?\b (?:on|for|with)\b/,
        /\bextremely (?:large|long)\b|\bint(?:32|64)?_m(?:ax|in)\b|\bclose to 2\b|\bover-?length\b|\binteger overflow\b/,
        OUT_OF_MEMORY,
        /\bnon-default\b/,
        // Values that few tables hold.
        /\b(?:bc dates?|julian[- ]dates?|isoyear|nans?|infinit(?:y|ies)|round-?off|very large (?:money|numeric|values?)|u\+[0-9a-f]{4})\b/,
        // Shapes of a query.
        /\b(?:tid (?:range )?scans?|ctid|lateral|memoi[sz]\w+|hashed|subplans?|window (?:functions?|aggregates?)|(?:outer|semi|anti)-?joins?|distinct on|set operations?|union(?: all)?|intersect|except|array_\w+|multiranges?|jsonpath|scalararrayop\w*|cursors?|returning|placeholder\w*|non-strict|operator famil(?:y|ies)|extension data types?)\b/,
        /\bcustom (?:scan|access method|operator)|\bwith recursive\b|\bsearch\/cycle\b|\bregular expressions?\b|\bhash functions?\b/,
      ],
    ],
    [
      'privileged',
      [/\bsuperusers?\b|\balter (?:system|database)\b|\bevent triggers?\b|\bsecurity labels?\b/],
    ],
    // Values that nobody uses, and wordings of a case that nobody has met or of an effect without harm.
    [
      'rare',
      [
        /\bint(?:32|64)?_m(?:ax|in)\b|\bclose to 2\b|\+\/-\d{3}|\b\d{3,} (?:digits|columns|arguments)\b|\bno evident use-case\b/,
        OUT_OF_MEMORY,
        /\beffects are narrow\b|\bonly possible in the\b|\bextremely (?:heavy|low-probability)\b|\bpractical impact\b[^.]*\blimited\b/,
        /\bno field reports\b|\bprobably makes no difference\b|\bordinarily insignificant\b|\bnot typically used\b|\bnot (?:actually )?useful\b/,
        /\bnot an issue for core\b|\bunreachable in\b|\bappears unreachable\b|\bancient versions\b|\bin unusual cases\b|\bin practice we do not\b/,
        /\buseful error message is provided\b|\bno significant user-visible\b|\bnot normal practice\b|\bonly appear(?:s)? cosmetic\b|\blatent\b/,
        /\bcannot arise normally\b|\bcontrived\b|\bfar too slow for production\b/,
        /\b(?:in theory|theoretically|theoretical(?: risk)?)\b|\bnot known to be reachable\b|\bno (?:known|live) (?:bug|case|example|problem)s?\b/,
      ],
    ],
    [
      'event',
      [
        /\b(?:during|at|after) (?:server |database )?(?:start(?:up)?|shutdown|promotion)\b/,
        // The servers differ during an update only.
        /\bolder minor (?:version|release)\b/,
      ],
    ],
  ],
  doHeadingsDecide: false,
};
