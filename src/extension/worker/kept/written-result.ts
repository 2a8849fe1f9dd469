import {
  isNumber,
  isString,
  listOf,
  oneOf,
  orNull,
  recordOf,
  shape,
  type Guard,
} from '../../../files/index.ts';
import { isPlace, isProblem, isText } from '../../../inventory/index.ts';
import {
  COVERAGES,
  SEVERITIES,
  type FindingPlace,
  type Location,
  type Text,
  type UnknownVersion,
} from '../../../model/index.ts';
import { isProduct } from '../../../products/index.ts';
import type { FolderResult, ShownBug, ShownDetails, ShownFinding } from '../protocol.ts';

type WrittenDetails = Omit<ShownDetails, 'top'> & { top: readonly number[] };
interface WrittenFinding extends Omit<ShownFinding, 'bugs' | 'message' | 'related'> {
  bugs: number | null;
  message: number;
  related: readonly { location: Location; message: number }[];
}

/** A result as it is written down: what many findings share stands in it once, and is named by its number. */
export interface WrittenResult extends Pick<FolderResult, 'problems' | 'assets' | 'catalogue'> {
  texts: readonly Text[];
  bugs: readonly ShownBug[];
  details: readonly WrittenDetails[];
  findings: readonly WrittenFinding[];
}

const isTrue: Guard<true> = (value) => value === true;

const isShownBug = shape<ShownBug>({
  bug: shape<ShownBug['bug']>({ title: isString }, { titleIn: shape<{ ja: string }>({ ja: isString }) }),
  ...{ nearestFix: orNull(isString), url: orNull(isString) },
  urgency: shape<ShownBug['urgency']>({ why: listOf(isText) }),
});

const isDetails = shape<WrittenDetails>(
  {
    product: (value): value is string => isString(value) && isProduct(value),
    version: isString,
    counts: shape<ShownDetails['counts']>({ urgent: isNumber, ordinary: isNumber, minor: isNumber }),
    top: listOf(isNumber),
    advice: orNull(
      shape<NonNullable<ShownDetails['advice']>>(
        { version: isString, reason: isText },
        {
          fixes: shape<{ part: number; whole: number }>({ part: isNumber, whole: isNumber }),
          isInterim: isTrue,
        },
      ),
    ),
  },
  { support: isText, notes: isString, notices: listOf(isText), facts: listOf(isText) },
);

const isFinding = shape<WrittenFinding>(
  {
    ...{ ruleId: isString, assetId: isString, assetIds: listOf(isString) },
    severity: oneOf([...SEVERITIES, 'info'] as const),
    level: oneOf(['warning', 'information', 'hint'] as const),
    applies: oneOf(['on', 'possible', 'off'] as const),
    message: isNumber,
    bugs: orNull(isNumber),
    location: isPlace,
    related: listOf(shape<WrittenFinding['related'][number]>({ location: isPlace, message: isNumber })),
    suppressed: orNull(
      shape<NonNullable<ShownFinding['suppressed']>>({
        ...{ by: isString, reason: isString },
        until: orNull(isString),
      }),
    ),
    helpUri: isString,
  },
  {
    alsoRules: listOf(isString),
    isExample: isTrue,
    coverage: oneOf(COVERAGES),
    unknown: shape<UnknownVersion>({ what: isText, reason: isText, next: isText }),
    places: listOf(shape<FindingPlace>({ location: isPlace, name: isString, version: orNull(isString) })),
  },
);

const isShaped = shape<WrittenResult>({
  texts: listOf(isText),
  bugs: listOf(isShownBug),
  details: listOf(isDetails),
  findings: listOf(isFinding),
  problems: listOf(isProblem),
  assets: isNumber,
  catalogue: shape<FolderResult['catalogue']>(
    { asOf: isString, source: oneOf(['snapshot', 'cache', 'live'] as const) },
    { readOn: recordOf(isString) },
  ),
});

/** Its own, with every row that is named. */
export const isWrittenResult: Guard<WrittenResult> = (value): value is WrittenResult =>
  isShaped(value) &&
  value.details.every(({ top }) => top.every((nth) => nth in value.bugs)) &&
  value.findings.every(
    ({ bugs, message, related }) =>
      (bugs === null || bugs in value.details) &&
      [message, ...related.map((each) => each.message)].every((nth) => nth in value.texts),
  );

/** A result without the names of its folder and files. */
export function written({ findings, problems, assets, catalogue }: FolderResult): WrittenResult {
  const texts = new Rows<Text, string>((row) => JSON.stringify(row));
  const bugs = new Rows<ShownBug>((bug) => bug);
  const details = new Rows<ShownDetails>((row) => row);
  const rows = findings.map((finding) => ({
    ...finding,
    bugs: finding.bugs && details.numberOf(finding.bugs),
    message: texts.numberOf(finding.message),
    related: finding.related.map((each) => ({ ...each, message: texts.numberOf(each.message) })),
  }));
  const withNumbers = details.all.map((row) => ({ ...row, top: row.top.map((bug) => bugs.numberOf(bug)) }));
  return {
    ...{ texts: texts.all, bugs: bugs.all, details: withNumbers, findings: rows },
    ...{ problems, assets, catalogue },
  };
}

/** The result as it was. */
export function resultOf(
  { texts, bugs, details, findings, problems, assets, catalogue }: WrittenResult,
  folder: string,
  namedFiles: readonly string[],
): FolderResult {
  const rows = details.map((row) => ({ ...row, top: row.top.map((nth) => rowOf(bugs, nth)) }));
  const found = findings.map((finding) => ({
    ...finding,
    bugs: finding.bugs === null ? null : rowOf(rows, finding.bugs),
    message: rowOf(texts, finding.message),
    related: finding.related.map((each) => ({ ...each, message: rowOf(texts, each.message) })),
  }));
  return { folder, findings: found, problems, assets, namedFiles, catalogue };
}

function rowOf<T>(rows: readonly T[], nth: number): T {
  const row = rows[nth];
  if (row === undefined) throw new Error('a row is missing');
  return row;
}

/** Each value once, by its number. */
class Rows<T, K = T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<K, number>();
  readonly #keyOf: (row: T) => K;

  /** @param keyOf what is alike for rows that are */
  constructor(keyOf: (row: T) => K) {
    this.#keyOf = keyOf;
  }

  numberOf(row: T): number {
    const key = this.#keyOf(row);
    const number = this.#numbers.get(key) ?? this.all.push(row) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
