/** Agreement of claims about releases and pins with hand-made judgements. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Catalogue, KnownBug } from '../../src/model/index.ts';
import { lineageOf, productOf } from '../../src/products/index.ts';

const answer = z.enum(['has the bug', 'contains the fix', 'cannot be known']);
type Answer = z.infer<typeof answer>;
const goldClaim = z.object({
  release: z.string(),
  /** Pins stand for any patch of their minor version. */
  form: z.enum(['release', 'pin']),
  id: z.string(),
  expected: answer,
});
export type GoldClaim = z.infer<typeof goldClaim>;

/** Target of the project for the share of correct answers. */
export const CLAIM_TARGET = 0.95;

/** Reads claims, one JSON object a line. Throws if the file or a line cannot be read. */
export function readGoldClaims(file: string): GoldClaim[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => goldClaim.parse(JSON.parse(line)));
}

/** Lines of a report on the claims; with `verbose` one for each mismatch. */
export function reportClaims(
  gold: readonly GoldClaim[],
  catalogue: Catalogue,
  product: string,
  verbose: boolean,
): { lines: string[]; isEnough: boolean } {
  const answers = gold.map((claim) => ({ claim, answered: answerOf(catalogue, product, claim) }));
  const wrong = answers.filter(({ claim, answered }) => claim.expected !== answered);
  const share = (gold.length - wrong.length) / gold.length;
  const isEnough = share >= CLAIM_TARGET;
  const lines = [
    'Claims of lineage',
    `  right: ${gold.length - wrong.length} of ${gold.length} (target ${CLAIM_TARGET})`,
    ...(isEnough ? [] : ['  below target']),
    ...(verbose ? wrong.map(describe) : []),
  ];
  return { lines, isEnough };
}

function describe({ claim, answered }: { claim: GoldClaim; answered: Answer | 'no such bug' }): string {
  return `  ${claim.release} (${claim.form}) ${claim.id}: expected ${claim.expected}, answered ${answered}`;
}

function answerOf(
  catalogue: Catalogue,
  product: string,
  { release, form, id }: GoldClaim,
): Answer | 'no such bug' {
  const bug = catalogue.bugs.find((each) => each.product === product && hasDigest(each, id));
  const understood = productOf(product).versions.read(release);
  if (bug === undefined || understood.form !== 'release') return 'no such bug';
  const lineage = lineageOf(catalogue, product);
  // The claims do not distinguish bugs of the upgrade path from bugs of the version.
  const plain = { ...bug, bounds: { ...bug.bounds, upgradeOnly: false } };
  const { version } = understood;
  const judgement = form === 'pin' ? lineage.judgePin(plain, version) : lineage.judge(plain, version);
  if (judgement === null) return 'contains the fix';
  const isSome = judgement.inVersions !== undefined;
  return isSome || judgement.confidence === 'low' ? 'cannot be known' : 'has the bug';
}

function hasDigest({ id, listings }: KnownBug, digest: string): boolean {
  return id === digest || listings.some((listing) => listing.digest === digest);
}
