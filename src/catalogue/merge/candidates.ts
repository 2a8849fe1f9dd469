import type { Bullet, OpenGroup } from './open-group.ts';
import type { Signature } from './signature.ts';

/** A wording with less than this share of the longer one's weight in common cannot be alike enough: see compare.ts. */
const LEAST_SHARE = 0.19;

interface Entry {
  group: OpenGroup;
  signature: Signature;
}

/** Finds the groups that a bullet may belong to without comparing it with every one. */
export class Candidates {
  readonly #byStem = new Map<string, Entry[]>();
  readonly #byDigest = new Map<string, Set<OpenGroup>>();
  readonly #byBug = new Map<string, Set<OpenGroup>>();
  readonly #byErratum = new Map<string, Set<OpenGroup>>();

  add(bullet: Bullet, group: OpenGroup): void {
    for (const erratum of bullet.errata) addUnder(this.#byErratum, erratum, group);
    if (bullet.known !== null) addUnder(this.#byBug, bullet.known.id, group);
    const known = this.#byDigest.get(bullet.digest);
    if (known?.has(group)) return;
    addUnder(this.#byDigest, bullet.digest, group);
    if (bullet.cves.length > 0) return; // a CVE is known by its number
    const entry = { group, signature: bullet.signature };
    for (const stem of bullet.signature.words.keys()) {
      const entries = this.#byStem.get(stem);
      if (entries) entries.push(entry);
      else this.#byStem.set(stem, [entry]);
    }
  }

  /** Groups that have these words, words that a reader found to tell of the same bug (`linked`), or the bug of before. */
  known(bullet: Bullet, linked: readonly string[]): Set<OpenGroup> {
    const found = new Set(bullet.known === null ? [] : this.#byBug.get(bullet.known.id));
    for (const digest of [bullet.digest, ...linked]) {
      for (const group of this.#byDigest.get(digest) ?? []) found.add(group);
    }
    return found;
  }

  /** In no particular order. */
  of(bullet: Bullet, linked: readonly string[]): Set<OpenGroup> {
    const found = this.known(bullet, linked);
    for (const erratum of bullet.errata) {
      for (const group of this.#byErratum.get(erratum) ?? []) found.add(group);
    }
    for (const group of this.#byWords(bullet)) found.add(group);
    return found;
  }

  *#byWords(bullet: Bullet): Generator<OpenGroup> {
    const shared = new Map<Entry, number>();
    for (const [stem, { weight }] of bullet.signature.words) {
      for (const entry of this.#byStem.get(stem) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + weight);
    }
    for (const [{ group, signature }, weight] of shared) {
      if (weight >= LEAST_SHARE * Math.max(signature.weight, bullet.signature.weight)) yield group;
    }
  }
}

function addUnder(map: Map<string, Set<OpenGroup>>, key: string, group: OpenGroup): void {
  const groups = map.get(key);
  if (groups) groups.add(group);
  else map.set(key, new Set([group]));
}
