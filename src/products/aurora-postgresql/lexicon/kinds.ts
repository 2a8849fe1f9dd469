import type { Lexicon } from '../../lexicon.ts';

/** Kinds by the wording of these notes: new options, and behaviour that the engine now allows or performs by itself. */
export const KINDS: Lexicon['kinds'] = [
  [
    'fix',
    [
      /^\W*fix(?:ed|es)?\b/,
      /\bto mitigate a security issue\b|\b(?:patch|fix) for (?:\S+ ){0,3}?security issues?\b|^back-?patched\b|^corrects\b/,
      new RegExp(
        [
          String.raw`^prevented\b[^.]*\bfail`,
          String.raw`\bpreventing (?:\S+ )?(?:stalls?|crash\w*|restarts?|fail\w*)\b`,
          ...[String.raw`\bno longer falls behind\b`, String.raw`^multiple fixes\b`],
          String.raw`^\w+ - fix(?:ed|es)?\b`,
          // New correct behaviour implies a bug before.
          String.raw`\bnow correctly\b`,
          String.raw`\bno longer (?:(?:raises?|returns?|throws?) (?:an )?errors?|fails?|crashes)\b`,
          String.raw`\bnow respects?\b(?! (?:\S+ )?more\b)`,
        ].join('|'),
      ),
    ],
  ],
  [
    'notice',
    [
      new RegExp(
        [
          String.raw`\b(?:does|do) not (?:currently |yet )?support\b`,
          String.raw`\b(?:is|are) not (?:currently |yet )?supported\b`,
          String.raw`\bcontains all (?:of the )?fixes\b`,
          String.raw`\bold default\b`,
        ].join('|'),
      ),
    ],
  ],
  [
    'feature',
    [
      /\b(?:roles?|rds_\w+|users?) can now\b|^added (?:the )?\S+ (?:extension )?version\b/,
      /^(?:provided|added)\b (?:\S+ ){0,2}?(?:options?|configuration|parameters?)\b/,
      /^added (?:the |an? )?(?:ability|capability|option)s? to (?:configure|set|control|specify|choose|change)\b/,
      /^(?:optimizations?|support) (?:for|of)\b.*\b(?:parameter|hint)\b|\bsupport was added\b|^support for\b/,
      /^(?:an? )?new (?!issue)\w+/,
      /\bis (?:now )?allowed to\b|\bcan now (?:set|use|create|be set)\b/,
      new RegExp(
        [
          ...[String.raw`^allow(?:s|ed)?\b`, String.raw`^(?:limited )?support(?:ed)?\b`],
          String.raw`^(?:this release|(?:\S+ ){1,2}?(?:functions?|procedures?)) supports?\b`,
          ...[String.raw`\bis now (?:modifiable|configurable)\b`, String.raw`\buser-configurable\b`],
        ].join('|'),
      ),
    ],
  ],
  [
    'improvement',
    [
      /^(?:prevents?|reduces?|made|better|faster|minimi[sz]e[sd]?|speeds? up|sped up)\b/,
      /^(?:when|if|in|on) (?:(?!\bfix)[^.])*\b(?:will (?:now )?be|is no longer|are no longer)\b/,
      /\bnow \w+ (?:\S+ )?(?:faster|more (?:quickly|efficiently))\b/,
      /^(?:handl(?:e|es|ed|ing)|implement|record|add(?!.*\bsupport))\b|\bis now visible\b/,
      /\bnow (?:also )?(?:copies|includes?|reports?|returns?|maps)\b/,
    ],
  ],
];
