import type { Bullet, BulletGroup } from './bullet-group.ts';
import type { Signature } from './similarity/signature.ts';

/** Share of the longer wording's weight below which two wordings are never similar enough: see compare.ts. */
const MIN_SHARE = 0.19;

interface Entry {
  group: BulletGroup;
  signature: Signature;
}

/** Finds the groups that a bullet may belong to without comparing it with every one. */
export class CandidateGroups {
  readonly #entries: Entry[] = [];
  /** Indexes in the list of entries. */
  readonly #byStem = new Map<string, number[]>();
  readonly #byDigest = new Map<string, Set<BulletGroup>>();
  readonly #byBug = new Map<string, Set<BulletGroup>>();
  readonly #byBugNumber = new Map<string, Set<BulletGroup>>();

  add(bullet: Bullet, group: BulletGroup): void {
    for (const number of bullet.bugNumbers) addUnder(this.#byBugNumber, number, group);
    if (bullet.known !== null) addUnder(this.#byBug, bullet.known.id, group);
    const known = this.#byDigest.get(bullet.digest);
    if (known?.has(group)) return;
    addUnder(this.#byDigest, bullet.digest, group);
    if (bullet.cves.length > 0) return; // a CVE is identified by its number
    const place = this.#entries.push({ group, signature: bullet.signature }) - 1;
    for (const { stem } of bullet.signature.list) {
      const places = this.#byStem.get(stem);
      if (places) places.push(place);
      else this.#byStem.set(stem, [place]);
    }
  }

  /** Groups with the same words, manually linked words (`linked`), or the same bug in the previous catalogue. */
  known(bullet: Bullet, linked: readonly string[]): Set<BulletGroup> {
    const found = new Set(bullet.known === null ? [] : this.#byBug.get(bullet.known.id));
    for (const digest of [bullet.digest, ...linked]) {
      for (const group of this.#byDigest.get(digest) ?? []) found.add(group);
    }
    return found;
  }

  /** Candidates, unordered. */
  of(bullet: Bullet, linked: readonly string[]): Set<BulletGroup> {
    const found = this.known(bullet, linked);
    for (const number of bullet.bugNumbers) {
      for (const group of this.#byBugNumber.get(number) ?? []) found.add(group);
    }
    for (const group of this.#byWords(bullet)) found.add(group);
    return found;
  }

  #byWords({ signature: { list, weight: own } }: Bullet): BulletGroup[] {
    const shared = new Float64Array(this.#entries.length);
    for (const { stem, weight } of list) {
      for (const place of this.#byStem.get(stem) ?? []) shared[place] = (shared[place] ?? 0) + weight;
    }
    return this.#entries
      .filter(({ signature }, place) => {
        const weight = shared[place] ?? 0;
        return weight > 0 && weight >= MIN_SHARE * Math.max(signature.weight, own);
      })
      .map(({ group }) => group);
  }
}

function addUnder(map: Map<string, Set<BulletGroup>>, key: string, group: BulletGroup): void {
  const groups = map.get(key);
  if (groups) groups.add(group);
  else map.set(key, new Set([group]));
}
