import { signTerms, type Term } from '../../../catalogue/index.ts';
import { madeOnce, type KnownBug, type ProductId } from '../../../model/index.ts';
import { termKind, type TermKind } from './query.ts';

/** How much a term of each kind tells by itself, however many bugs share it. */
const OF_KIND: Readonly<Record<TermKind, number>> = {
  name: 2,
  thing: 1.2,
  circumstance: 0.9,
  effect: 0.9,
  role: 0.7,
  word: 0.5,
};

const signatures = new WeakMap<KnownBug, ReadonlySet<Term>>();

/** The terms of a bug: its signature, else those of its title and text. */
export function termsOf(bug: KnownBug): ReadonlySet<Term> {
  return madeOnce(signatures, bug, () => {
    if (bug.signature !== undefined) return new Set(bug.signature);
    if (bug.text === null && CVE.test(bug.title)) return OF_CVE;
    return new Set(signTerms(bug.text === null ? bug.title : `${bug.title}. ${bug.text}`));
  });
}

/** A bug that goes by its number says the same as any other one. */
const CVE = /^CVE-\d+-\d+$/;
const OF_CVE: ReadonlySet<Term> = new Set(['cve']);

/** The weight of each term among some bugs: rare ones weigh more. */
export type Weights = (term: Term) => number;

/** A log line is full of names and words that no bug could ever have: they count against all bugs, but little. */
const UNKNOWN = 0.3;

const weights = new WeakMap<readonly KnownBug[], Map<ProductId, Weights>>();

/** Weights from all bugs of a product: one version alone may have too few to tell what is rare. */
export function weightsOf(bugs: readonly KnownBug[], of: ProductId): Weights {
  const ofProducts = madeOnce(weights, bugs, () => new Map<ProductId, Weights>());
  return madeOnce(ofProducts, of, () => {
    const described = bugs.filter(
      ({ product, signature, cves }) => product === of && (signature !== undefined || cves.length === 0),
    );
    const counts = new Map<Term, number>();
    for (const bug of described)
      for (const term of termsOf(bug)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const most = Math.log(1 + Math.max(described.length, 1));
    return (term) => {
      const count = counts.get(term);
      if (count === undefined) return OF_KIND[termKind(term)] * UNKNOWN;
      return (OF_KIND[termKind(term)] * Math.log(1 + described.length / count)) / most;
    };
  });
}
