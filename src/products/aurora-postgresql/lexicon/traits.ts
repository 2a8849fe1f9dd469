import type { Lexicon } from '../../lexicon.ts';

/** Circumstances of a bug, by the wording of these notes. */
export const TRAITS: Lexicon['traits'] = [
  ['rare', [/\blow-risk\b|\bsmall (?:but \S+ )?memory leaks?\b|\btiming hole\b|\btransient(?:ly)?\b/]],
  [
    'everyday',
    [
      /\basynchronous (?:i\/o|buffer reads?)\b|\blwlock:\w+|\bindex scans?\b|\bb-?tree\b|\bbitmap heap scan\b|\bcommit of\b/,
      /\bio intensive read\b|\bread requests\b|\bi\/o prefetch|\bprefetch operations?\b|\bcopy from command\b/,
    ],
  ],
  [
    'narrow',
    [
      new RegExp(
        [
          ...[String.raw`\binfinite recursion\b`, String.raw`\bnan values\b`],
          ...[String.raw`\btable name starting\b`, String.raw`\b1-d input\b`],
          String.raw`\bmore than \d+ (?:read replicas|partitioned)\b`,
        ].join('|'),
      ),
    ],
  ],
  [
    'event',
    [
      /\bshutdown\b|\bduring (?:database |instance )?(?:startup|restart)\b|\bplanned switchover\b|\breconnect\w*\b/,
    ],
  ],
];
