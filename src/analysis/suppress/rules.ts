/** Ids of bugs: digests, and the names of CVEs and of Amazon Linux advisories. */
const BUG_ID = /^(?:[0-9a-f]{10}(?:-\d[\w.-]*)?|CVE-\d{4}-\d+|ALAS\S+)$/i;
/** Maximum number of typing mistakes in a word that counts as misspelt. */
const MAX_TYPOS = 3;
/** Maximum length of a name that is compared with others. */
const MAX_NAME_LENGTH = 300;

/** True if a suppression can name a target: a rule, a family of rules (`check/`), or a bug's id, which may be new. */
export function isKnownTarget(target: string, rules: ReadonlySet<string>): boolean {
  return BUG_ID.test(target) || target.startsWith('watch/') || target === 'check/' || rules.has(target);
}

/** Rule that was probably meant; null if none is similar. */
export function similarRule(target: string, rules: ReadonlySet<string>): string | null {
  return rules.has(`check/${target}`) ? `check/${target}` : nearestWord(target, rules);
}

/** Word that is most similar to another one, with few mistakes. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  if (word.length > MAX_NAME_LENGTH) return null;
  const most = Math.min(MAX_TYPOS, Math.floor(word.length / 3));
  let best: string | null = null;
  let fewest = most + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= fewest) continue;
    const count = editDistance(word.toLowerCase(), other.toLowerCase(), fewest);
    if (count >= fewest) continue;
    best = other;
    fewest = count;
  }
  return best;
}

/** Edit distance of two words (Levenshtein), counted up to a limit. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= most) return most;
    row = next;
  }
  return row[b.length] ?? 0;
}
