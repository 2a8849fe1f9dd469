import { engineWords } from '../../../products/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import type { Problem, Suppression } from '../../../model/index.ts';
import type { Format } from '../../formats/format.ts';
import { decode } from '../read-file.ts';
import { isRecorded } from '../../../files/index.ts';
import { readSuppressions, SUPPRESSION_KEYWORD } from '../suppressions.ts';
import { matchingOf } from './needles.ts';

/** What a file tells without being parsed. */
export interface Looked {
  /** The formats of which the file contains a needle. */
  matching: ReadonlySet<Format>;
  /** Units that the file pulls in, by format. */
  refersTo: ReadonlyMap<Format, readonly string[]>;
  problem: Problem | null;
  suppressions: readonly Suppression[];
}

/** Of nearly every file of a workspace: one object for all of them. */
export const NOTHING_SEEN: Looked = {
  matching: new Set(),
  refersTo: new Map(),
  problem: null,
  suppressions: [],
};

const WORDS = new RegExp(
  [
    '[aA]urora|[aA]mazon|A[UM][RA][OZ]|[aA][lL]2|am(?:zn|i_?[vV]e)',
    `rds|releas|rless-stack|rocket|ructs["']|ersion-lock`,
    'ate extension|ATE EXTENSION|able_extension|resql_extension|errata',
    'aws[/.?"]|aws[-_]?(?:db|lb|im|in|ek|a[ulm]|cl|la|ec2|ssm_a)|AWS::(?:[ABCELR]|Im|SSM::A)',
  ].join('|'),
);

/**
 * Every file that matters has one of these somewhere: a product or an image by its name, a release, a resource of AWS of the
 * kinds that are read, or a comment for this program. One quick search spares the other files (six of seven) the search for
 * the needles of each format that could be in them. Few alternatives, which begin with few letters: with a dozen more, or
 * without regard to case, the engine no longer skips ahead and takes two to four times as long.
 */
export const NAMES_OURS = quickSearch(engineWords());

/** The words, and those of products that have none of them. */
export function quickSearch(products: readonly string[]): RegExp {
  return new RegExp([WORDS.source, ...products.filter((word) => !WORDS.test(word))].join('|'));
}

/**
 * Looks for what may matter to the formats that claim a file.
 * @param source its text, where it is known already
 */
export function lookAt(
  file: string,
  bytes: Buffer | Problem,
  formats: readonly Format[],
  source: SourceFile | null = null,
): Looked {
  if (!Buffer.isBuffer(bytes)) {
    const isTold = formats.some((format) => format.onlyAdds !== true && format.claims(file));
    return isTold ? { ...NOTHING_SEEN, problem: bytes } : NOTHING_SEEN;
  }
  const latin1 = bytes.toString('latin1');
  const isOurs = NAMES_OURS.test(latin1);
  const found = isOurs ? matchingOf(file, latin1, formats) : [];
  const isTelling = isOurs && latin1.includes(SUPPRESSION_KEYWORD);
  const isRead = (found.length > 0 || isTelling) && !isRecorded(file, latin1);
  const matching = isRead ? found : [];
  const refersTo = formats.flatMap((format) => {
    const units = format.refersTo !== undefined && format.claims(file) ? format.refersTo(file, latin1) : [];
    return units.length === 0 ? [] : [[format, units] as const];
  });
  const suppressions =
    isRead && isTelling
      ? readSuppressions(source ?? { file, text: decode(bytes) })
      : NOTHING_SEEN.suppressions;
  if (matching.length + refersTo.length + suppressions.length === 0) return NOTHING_SEEN;
  return { matching: new Set(matching), refersTo: new Map(refersTo), problem: null, suppressions };
}

/** What a file tells, with formats by their names: as threads send it, and as it is kept. */
export interface NamedLook extends Omit<Looked, 'matching' | 'refersTo'> {
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
}

export function namedLook({ matching, refersTo, ...told }: Looked): NamedLook {
  return {
    ...told,
    matching: [...matching].map(({ id }) => id),
    refersTo: [...refersTo].map(([{ id }, units]) => [id, units]),
  };
}

export function lookOfNamed({ matching, refersTo, ...told }: NamedLook, formats: readonly Format[]): Looked {
  const named = (id: string): Format[] => formats.filter((format) => format.id === id);
  return {
    ...told,
    matching: new Set(matching.flatMap(named)),
    refersTo: new Map(refersTo.flatMap(([id, units]) => named(id).map((format) => [format, units] as const))),
  };
}
